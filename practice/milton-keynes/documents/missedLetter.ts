import { documentDefinition } from '../../../src/engine/documents/index.ts'
import { letterBegins, letterEnd, letterHead, letterParts, missedFacts, nextMeeting } from './parts/letter.ts'

/** After a missed appointment: we missed you, are you well, when do we meet. */
export const missedLetter = documentDefinition({
  id: 'letter-missed',
  title: 'Letter: a missed appointment',
  summary: 'Asks the child how they are and what was in the way, and says when you meet next.',
  source: 'The service’s own wording. No published letter was used.',
  file: 'practice/milton-keynes/documents/missedLetter.ts',
  ours: true,
  for: 'family',
  about: 'missed-appointment',
  pulls: ['service', 'child', 'parents', 'appointment', 'contacts'],
  open: {
    helps: {
      label: 'What would make it easier to come?',
      hint: 'In one or two short sentences, to the child: another place, another time, a lift.',
      readByChild: true,
    },
    ...letterParts,
  },
  begins: letterBegins,
  reads: from => ({
    title: 'We missed you',
    language: 'en-GB',
    direction: 'ltr',
    blocks: [
      ...letterHead(from),
      { kind: 'paragraph', words: 'We had planned to meet you. You did not come. Are you all right?' },
      missedFacts(from.appointment),
      { kind: 'paragraph', words: 'Please tell us what got in the way. We will try to make it easier.' },
      { kind: 'own', part: 'helps', heading: 'What we can do' },
      { kind: 'heading', level: 2, words: 'When we meet next' },
      nextMeeting(from.contacts),
      ...letterEnd(from),
    ],
  }),
})
