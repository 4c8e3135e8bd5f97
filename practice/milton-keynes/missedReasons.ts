import { codeList } from '../../src/engine/codes/index.ts'

/**
 * Why a child did not come. Whether a reason is acceptable does not follow from the code: somebody says so each time. What
 * is in the way comes first, then what was in the child's own hands. `leadsTo` says what whoever records it is pointed to
 * next; like the list itself that is the service's own, and no guidance was read for it.
 */
export const missedReasons = codeList({
  id: 'missed-reason',
  title: 'Why an appointment was missed',
  source: 'The service’s own list. No national list of reasons was found.',
  unverified: true,
  file: 'practice/milton-keynes/missedReasons.ts',
  entries: [
    { code: 'not-known', label: 'Not known yet' },
    { code: 'ill', label: 'Ill or hurt' },
    { code: 'family', label: 'A family emergency or a bereavement' },
    { code: 'elsewhere', label: 'Had to be at school, at court, with health or with another service' },
    { code: 'no-way', label: 'Had no way of getting there', leadsTo: ['plan-another-way'] },
    {
      code: 'unsafe',
      label: 'The way or the place did not feel safe',
      leadsTo: ['raise-alert', 'tell-senior', 'plan-another-way'],
    },
    { code: 'ours', label: 'A mistake of ours' },
    { code: 'missing', label: 'Is missing', leadsTo: ['tell-senior', 'raise-alert', 'write-where'] },
    {
      code: 'held',
      label: 'Is held in custody or at a police station',
      leadsTo: ['tell-senior', 'write-where', 'raise-alert'],
    },
    { code: 'forgot', label: 'Forgot, or mixed up the day or the time' },
    { code: 'not-wanted', label: 'Did not want to come' },
    { code: 'other', label: 'Something else' },
  ],
})
