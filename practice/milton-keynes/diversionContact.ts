import { end } from '../../src/engine/pathways/index.ts'

const caseWorkers = ['officer', 'senior', 'manager'] as const

const waysOfContact = [
  { value: 'visit', label: 'Visit' },
  { value: 'telephone', label: 'Telephone' },
  { value: 'video', label: 'Video call' },
  { value: 'text', label: 'Text message' },
  { value: 'letter', label: 'Letter' },
  { value: 'school', label: 'Through school or college' },
] as const

const childAndFamily = [
  { value: 'child', label: 'The child' },
  { value: 'parent', label: 'A parent or carer' },
] as const

/** Offering help, and the answer of the child and the family. */
export const contactSteps = {
  offer: {
    title: 'Record the offer',
    done: 'Help offered',
    hint: 'Taking it is voluntary, and saying no has no consequences. Tell the child so.',
    from: ['decided'],
    to: 'offered',
    by: caseWorkers,
    fields: {
      'offered-to': {
        kind: 'choices',
        label: 'To whom was it offered?',
        required: 'Choose to whom it was offered',
        options: childAndFamily,
      },
      how: {
        kind: 'choices',
        label: 'How?',
        required: 'Choose how it was offered',
        options: waysOfContact,
      },
      offered: {
        kind: 'textarea',
        label: 'What was offered?',
        required: 'Say what was offered',
        maxLength: 2_000,
      },
      'made-clear': {
        kind: 'textarea',
        label: 'What was done to make it easy to understand?',
        hint: 'For example an interpreter, pictures, short sentences, a second conversation.',
        maxLength: 2_000,
      },
      'answer-by': { kind: 'date', label: 'By when would we like an answer?' },
    },
  },

  'try-again': {
    title: 'Record another attempt to reach them',
    done: 'Another attempt to reach the family',
    from: ['offered'],
    to: 'stay',
    by: caseWorkers,
    fields: {
      how: { kind: 'choices', label: 'How?', required: 'Choose how you tried', options: waysOfContact },
      happened: {
        kind: 'textarea',
        label: 'What happened?',
        required: 'Say what happened',
        maxLength: 2_000,
      },
    },
  },

  accept: {
    title: 'Record that the offer was accepted',
    done: 'Offer accepted',
    from: ['offered'],
    to: 'accepted',
    by: caseWorkers,
    fields: {
      'accepted-by': {
        kind: 'choices',
        label: 'Who said yes?',
        required: 'Choose who said yes',
        options: childAndFamily,
      },
      hopes: {
        kind: 'textarea',
        label: 'What would the child like to get out of it?',
        hint: 'In the child’s own words.',
        required: 'Write what the child would like, or that they did not say',
        maxLength: 2_000,
      },
      sharing: {
        kind: 'choice',
        label: 'May we talk with other services about the child?',
        required: 'Choose what the child and the family have agreed',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'some', label: 'With some', needsReason: 'Say with whom we may talk' },
          { value: 'no', label: 'No' },
        ],
      },
      'best-times': {
        kind: 'textarea',
        label: 'When and where suits the child?',
        hint: 'School, work, prayers, places the child does not feel safe.',
        maxLength: 2_000,
      },
    },
  },

  decline: {
    title: 'Record that the offer was declined',
    done: 'Offer declined',
    from: ['offered', 'accepted', 'allocated'],
    to: end('declined'),
    by: caseWorkers,
    fields: {
      'declined-by': {
        kind: 'choices',
        label: 'Who said no?',
        required: 'Choose who said no',
        options: childAndFamily,
      },
      'why-declined': {
        kind: 'choices',
        label: 'Why was it declined?',
        hint: 'Ask, and choose all they name. It helps us to offer better.',
        required: 'Choose why the offer was declined',
        options: [
          { value: 'no-need', label: 'They see no need' },
          { value: 'has-help', label: 'They have help already' },
          { value: 'time-or-place', label: 'The time or the place does not suit' },
          { value: 'label', label: 'They do not want to be seen with a youth justice service' },
          { value: 'unfair', label: 'They feel the resolution was unfair' },
          { value: 'too-long-ago', label: 'It came too long after what happened' },
          { value: 'bad-experience', label: 'An earlier experience with services was bad' },
          { value: 'parent-objects', label: 'A parent or carer does not want it' },
          { value: 'would-not-say', label: 'They would rather not say' },
          { value: 'other', label: 'Something else', needsReason: 'Say what else it is' },
        ],
      },
      'in-their-words': {
        kind: 'textarea',
        label: 'What did they say?',
        hint: 'In their own words.',
        maxLength: 2_000,
      },
      'signposted-to': {
        kind: 'textarea',
        label: 'What other help were they told about?',
        maxLength: 2_000,
      },
      'ask-again': {
        kind: 'choice',
        label: 'May we ask again later?',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
      },
    },
  },

  'not-reached': {
    title: 'Record that they could not be reached',
    done: 'Could not be reached',
    hint: 'Not being reached is not a refusal, and is counted apart.',
    from: ['decided', 'offered'],
    to: end('not-reached'),
    by: caseWorkers,
    fields: {
      attempts: {
        kind: 'number',
        label: 'How many times did we try?',
        required: 'Enter how many times we tried',
        min: 1,
        max: 99,
      },
      how: { kind: 'choices', label: 'How?', required: 'Choose how we tried', options: waysOfContact },
      'asked-others': {
        kind: 'textarea',
        label: 'Who was asked to help us reach them?',
        hint: 'For example the school, or a social worker.',
        required: 'Say who was asked, or why nobody was',
        maxLength: 2_000,
      },
    },
  },
} as const
