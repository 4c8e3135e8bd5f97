import { reviewRule } from '../../src/engine/assessments/index.ts'
import { clock, workingDays } from '../../src/engine/clocks/index.ts'
import { always } from '../../src/kernel/period.ts'

/** What happens in a child’s life that what was assessed may no longer fit. */
export const reviewAfterEvents = reviewRule({
  file: 'practice/milton-keynes/reviewAfterEvents.ts',
  kinds: {
    arrest: { title: 'Arrest', hint: 'Or an interview by the police.' },
    missing: { title: 'Missing', hint: 'From home, from care or from school.' },
    'new-offence': { title: 'A new offence', hint: 'Or a charge.', alsoFrom: 'offences' },
    move: { title: 'A move of home', alsoFrom: 'addresses' },
    exclusion: {
      title: 'Suspension or exclusion',
      hint: 'Or a place at school that was lost in another way.',
    },
  },
  forms: ['review', 'full-assessment', 'prevention-diversion'],
  // All that is signed about a child but the closing form: that says how the work ended.
  assessed: [
    'initial-screening',
    'exploitation-screening',
    'pre-visit-safety',
    'communication',
    'education',
    'physical-health',
    'substance-use',
  ],
  clock: clock('review-after-event', {
    title: 'Review after something happened',
    from: 'happened',
    to: 'reviewed',
    repeats: true,
    within: workingDays(10),
    policy: 'service',
    source:
      'The service’s own policy, and unverified. That a review follows a change is what inspectors look for; no national number of days is set.',
    inForce: always,
    unverified: true,
  }),
})
