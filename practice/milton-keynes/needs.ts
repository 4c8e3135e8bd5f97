import { codeList } from '../../src/engine/codes/index.ts'

/** What a child may need that somebody else has to give. */
export const needs = codeList({
  id: 'need',
  title: 'Needs that were found',
  source: 'The service’s own list. No national list was found.',
  unverified: true,
  file: 'practice/milton-keynes/needs.ts',
  entries: [
    { code: 'education', label: 'A place or hours in education, training or work' },
    { code: 'communication', label: 'Speech, language and communication' },
    { code: 'mental-health', label: 'Mental health' },
    { code: 'physical-health', label: 'Physical health' },
    { code: 'neurodiversity', label: 'An assessment of neurodiversity' },
    { code: 'substance-use', label: 'Help with alcohol or drugs' },
    { code: 'home', label: 'Somewhere safe to live' },
    { code: 'family', label: 'Help for the family' },
    { code: 'exploitation', label: 'Safety from exploitation' },
    { code: 'money', label: 'Money, food or clothes' },
    { code: 'mentor', label: 'A mentor' },
    { code: 'activity', label: 'Something good to do' },
    { code: 'other', label: 'Something else' },
  ],
})

/** Why a need that was found is not met. */
export const unmetReasons = codeList({
  id: 'unmet-reason',
  title: 'Why a need is not met',
  source: 'The service’s own list. No national list was found.',
  unverified: true,
  file: 'practice/milton-keynes/needs.ts',
  entries: [
    { code: 'no-service', label: 'There is no service for it' },
    { code: 'waiting', label: 'The child waits for a service' },
    { code: 'refused', label: 'A service said no' },
    { code: 'declined', label: 'The child or the family does not want it now' },
    { code: 'other', label: 'Something else' },
  ],
})
