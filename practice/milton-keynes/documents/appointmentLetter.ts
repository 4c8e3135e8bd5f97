import { documentDefinition } from '../../../src/engine/documents/index.ts'
import { appointmentFacts, letterBegins, letterEnd, letterHead, letterParts } from './parts/letter.ts'

/** An invitation to an appointment, in words that a child can read. */
export const appointmentLetter = documentDefinition({
  id: 'letter-appointment',
  title: 'Letter: an appointment',
  summary: 'Tells the child when, where and with whom they are met, and how to say that they cannot come.',
  source: 'The service’s own wording. No published letter was used.',
  file: 'practice/milton-keynes/documents/appointmentLetter.ts',
  ours: true,
  for: 'family',
  about: 'appointment',
  pulls: ['service', 'child', 'parents', 'appointment'],
  open: {
    about: {
      label: 'What is the meeting about?',
      hint: 'In one or two short sentences, to the child.',
      required: 'Say what the meeting is about',
      readByChild: true,
    },
    bring: { label: 'What should the child bring, or know before?', readByChild: true },
    ...letterParts,
  },
  begins: letterBegins,
  reads: from => ({
    title: 'Your appointment',
    language: 'en-GB',
    direction: 'ltr',
    blocks: [
      ...letterHead(from),
      { kind: 'paragraph', words: 'We would like to meet you.' },
      ...appointmentFacts(from.appointment),
      { kind: 'own', part: 'about', heading: 'What it is about' },
      { kind: 'own', part: 'bring', heading: 'Before you come' },
      { kind: 'heading', level: 2, words: 'If you cannot come' },
      { kind: 'paragraph', words: 'Please tell us before. We will find another time with you.' },
      ...letterEnd(from),
    ],
  }),
})
