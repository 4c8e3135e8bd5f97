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

/** Offering help, and the answer of the child and the family. */
export const contactSteps = {
  offer: {
    title: 'Record the offer',
    done: 'Help offered',
    hint: 'Taking it is voluntary, and saying no has no consequences. Tell the child so.',
    from: ['decided'],
    to: 'offered',
    by: caseWorkers,
    fields: offered,
  },

  'try-again': { ...tryAgain, from: ['offered'] },

  accept: {
    title: 'Record that the offer was accepted',
    done: 'Offer accepted',
    from: ['offered'],
    to: 'accepted',
    by: caseWorkers,
    fields: saidYes,
  },

  decline: {
    title: 'Record that the offer was declined',
    done: 'Offer declined',
    from: ['offered', 'accepted', 'allocated'],
    to: end('declined'),
    by: caseWorkers,
    fields: {
      'declined-by': declinedBy,
      'why-declined': {
        kind: 'choices',
        label: 'Why was it declined?',
        hint: 'Ask, and choose all they name. It helps us to offer better.',
        required: 'Choose why the offer was declined',
        options: [
          ...whyDeclined.first,
          { value: 'unfair', label: 'They feel the resolution was unfair' },
          { value: 'too-long-ago', label: 'It came too long after what happened' },
          ...whyDeclined.last,
        ],
      },
      'in-their-words': inTheirWords,
      ...afterNo,
    },
  },

  'not-reached': { ...notReached, from: ['decided', 'offered'], to: end('not-reached') },
} as const
