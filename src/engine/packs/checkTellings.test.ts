import { describe, expect, test } from 'vitest'
import type { Pathway } from '../pathways/index.ts'
import { pathwayFaults, steps } from './definitions.testkit.ts'

describe('a fault of what referrers are told is named', () => {
  test.each<[string, Partial<Pathway>, string]>([
    [
      'an answer that tells the referrer something and is not offered',
      steps({ move: { tellsReferrer: { field: 'which', says: { on: 'taken-up', up: 'ended' } } } }),
      'What the step “move” tells hangs on the answer “up”, which it does not offer.',
    ],
    [
      'a referrer who is told that the case opens',
      steps({ open: { tellsReferrer: 'taken-up' } }),
      'The step “open” opens a case and tells the referrer, who has just sent it.',
    ],
    [
      'telling that hangs on an agreement nobody asks for',
      { tellsReferrerIf: { field: 'sharing', is: ['yes'] } },
      'Telling referrers hangs on the answer “yes” to “sharing”, which no step offers.',
    ],
    [
      'a question about sharing that nobody asks',
      { asksSharing: 'sharing' },
      'Sharing is said to be asked by the question “sharing”, which no step has.',
    ],
  ])('%s', (_what, change, fault) => {
    expect(pathwayFaults(change)).toEqual([fault])
  })
})
