import { documentDefinition } from '../../../src/engine/documents/index.ts'
import { letterBegins, letterEnd, letterHead, letterParts, missedFacts, nextMeeting } from './parts/letter.ts'

/**
 * A warning after an appointment that was missed without an acceptable reason. How many warnings there are, and what follows, depends
 * on the order: the letter leaves both to whoever writes it.
 */
export const warningLetter = documentDefinition({
  id: 'letter-warning',
  title: 'Letter: a warning',
  summary:
    'After an appointment was missed without an acceptable reason, where an order asks for it. Voluntary work has no warnings.',
  source: 'The service’s own wording. No published letter was used; what an order asks for is not set here.',
  file: 'practice/milton-keynes/documents/warningLetter.ts',
  ours: true,
  for: 'family',
  about: 'unexcused-appointment',
  pulls: ['service', 'child', 'parents', 'appointment', 'contacts'],
  open: {
    order: {
      label: 'Which order or agreement asks the child to come?',
      hint: 'And which warning this is, in words that the child understands.',
      required: 'Say which order or agreement asks the child to come',
      readByChild: true,
    },
    reason: {
      label: 'What did the child say, and why was that not enough?',
      required: 'Say what the child said, and why it was not enough',
      readByChild: true,
    },
    next: {
      label: 'What happens if the child does not come again?',
      hint: 'As the order says it. Check it with a senior.',
      required: 'Say what happens next',
      readByChild: true,
    },
    helps: {
      label: 'What will you do to make it easier to come?',
      required: 'Say how you will help',
      readByChild: true,
    },
    ...letterParts,
  },
  begins: letterBegins,
  reads: from => ({
    title: 'A warning',
    language: 'en-GB',
    direction: 'ltr',
    blocks: [
      ...letterHead(from),
      { kind: 'paragraph', words: 'This letter is a warning. Please read it with somebody you trust.' },
      { kind: 'own', part: 'order', heading: 'Why you have to come' },
      { kind: 'heading', level: 2, words: 'What you missed' },
      missedFacts(from.appointment),
      { kind: 'own', part: 'reason', heading: 'What you told us' },
      { kind: 'own', part: 'next', heading: 'What happens if you do not come again' },
      { kind: 'own', part: 'helps', heading: 'How we help' },
      { kind: 'heading', level: 2, words: 'When we meet next' },
      nextMeeting(from.contacts),
      { kind: 'paragraph', words: 'If you think that this is not right, tell us. You can also complain.' },
      ...letterEnd(from),
    ],
  }),
})
