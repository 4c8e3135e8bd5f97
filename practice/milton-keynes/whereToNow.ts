import { feedbackForm } from '../../src/engine/feedback/index.ts'
import { childFeedback } from './feedback.ts'
import { face } from './pieces/faces.ts'

const yesABitNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'a-bit', label: 'A bit' },
  { value: 'no', label: 'No' },
] as const

/**
 * What a child says at the end of the work to somebody who had no part in it. That it is asked, when and by whom stands in the plan;
 * its questions do not, and are the service's own. The one on fairness is asked because the plan wants to learn from children
 * of groups that are over-represented.
 */
export const whereToNow = feedbackForm({
  id: 'where-to-now',
  from: 'child',
  title: 'Where to now?',
  intro: [
    'Your time with us has ended. How was it? And what comes next for you?',
    'You do not have to answer.',
    'Your worker does not see what you say. Your name does not stand beside it.',
    'If you say that somebody is not safe, we look who you are, and help.',
  ],
  thanks: 'Thank you. What you say helps us, and the children who come after you.',
  fields: {
    feel: face('How do you feel about your time with us?'),
    understood: {
      kind: 'choice',
      label: 'Did you understand what was going on, and why?',
      options: yesABitNo,
    },
    say: { kind: 'choice', label: 'Did you have a say in what we did together?', options: yesABitNo },
    'fair-to-me': {
      kind: 'choice',
      label: 'Were you treated fairly, whoever you are?',
      hint: 'Think of your skin colour, your faith, being a girl or a boy, your family, or how you learn.',
      options: yesABitNo,
    },
    unfair: {
      kind: 'textarea',
      label: 'What was not fair?',
      maxLength: 1_000,
      rows: 3,
      appliesWhen: { field: 'fair-to-me', is: ['a-bit', 'no'] },
    },
    better: { kind: 'textarea', label: 'What should we do in another way?', maxLength: 1_000, rows: 3 },
    best: { kind: 'textarea', label: 'What helped you most?', maxLength: 1_000, rows: 3 },
    changed: { kind: 'textarea', label: 'What is different for you now?', maxLength: 1_000, rows: 3 },
    now: { kind: 'textarea', label: 'Where to now? What do you want to do next?', maxLength: 1_000, rows: 3 },
    who: { kind: 'choice', label: 'Is there somebody who helps you with that?', options: yesABitNo },
  },
  ...(childFeedback.help ? { help: childFeedback.help } : {}),
  ...(childFeedback.complain ? { complain: childFeedback.complain } : {}),
  fromOutside: { withinDays: 90 },
  source:
    'Youth Justice Plan 2022/23, paragraph 82: asked at the end of all work, by somebody impartial. The questions and the 90 days are the service’s own',
  file: 'practice/milton-keynes/whereToNow.ts',
  unverified: true,
})
