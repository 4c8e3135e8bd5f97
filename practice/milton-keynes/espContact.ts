import { end } from '../../src/engine/pathways/index.ts'
import {
  afterNo,
  declinedBy,
  inTheirWords,
  notReached,
  offered,
  saidYes,
  tryAgain,
  whyDeclined,
} from './pieces/contact.ts'
import { caseWorkers } from './pieces/people.ts'

/** Every suitable child is contacted (opt-out), and may say no at any time. */
export const contactSteps = {
  offer: {
    title: 'Record the contact and the offer',
    done: 'Child contacted and help offered',
    hint: 'Taking it is voluntary, and saying no has no consequences. Tell the child so.',
    from: ['to-contact'],
    to: 'offered',
    by: caseWorkers,
    fields: offered,
  },

  'try-again': { ...tryAgain, from: ['to-contact', 'offered'] },

  accept: {
    title: 'Record that the offer was accepted',
    done: 'Offer accepted',
    from: ['offered'],
    to: 'accepted',
    by: caseWorkers,
    tellsReferrer: 'accepted',
    fields: saidYes,
  },

  decline: {
    title: 'Record that the offer was declined',
    done: 'Offer declined',
    from: ['offered', 'accepted', 'allocated', 'assessed'],
    to: end('declined'),
    by: caseWorkers,
    // Not that they said no: whoever says no is not asked whether others may know it.
    tellsReferrer: 'not-started',
    fields: {
      'declined-by': declinedBy,
      'in-their-words': {
        ...inTheirWords,
        hint: 'The reason in the child’s own words.',
        required: 'Write the reason in the child’s words, or that they did not want to say',
      },
      'why-declined': {
        kind: 'choices',
        label: 'Why was it declined?',
        hint: 'Choose all that fits what they said. It helps us to offer better.',
        required: 'Choose why the offer was declined',
        options: [
          ...whyDeclined.first,
          { value: 'not-asked', label: 'Nobody had asked them before the referral' },
          ...whyDeclined.last,
        ],
      },
      ...afterNo,
    },
  },

  'not-reached': {
    ...notReached,
    from: ['to-contact', 'offered'],
    to: end('not-reached'),
    tellsReferrer: 'not-reached',
  },
} as const
