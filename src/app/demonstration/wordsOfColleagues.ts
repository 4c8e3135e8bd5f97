import type { NoteKind, Sensitivity } from '../../record/notes/index.ts'

type Said = {
  /** What happened when they met. */
  kept: string
  note: { kind: NoteKind; text: string; sensitivity?: Sensitivity }
  /** What all who talk with the child should know. */
  howToTalk?: string
}

/** What a speech and language therapist finds and advises. All invented. */
export const therapistSaid: readonly Said[] = [
  {
    kept: 'First half of the assessment, with pictures. Good humour; tired after twenty minutes.',
    note: {
      kind: 'observation',
      text: 'Understands single sentences; loses the thread with two in one. Does not say so, and nods. Knows more words for feelings in drawings than in talk. Advice for school and for panels is being written.',
    },
    howToTalk: 'One sentence at a time. Ask to say it back. Draw what comes next.',
  },
  {
    kept: 'Second half of the assessment. Told a whole story in order, with six cards.',
    note: {
      kind: 'observation',
      text: 'Tells a story in order if the pictures lie on the table. Words for time (“before”, “until”) are not sure: a letter with dates needs a calendar beside it.',
    },
    howToTalk: 'Short sentences. Show days on a calendar. Give time to answer: count to ten.',
  },
  {
    kept: 'Screened out: met twice, with and without noise. No need found.',
    note: {
      kind: 'decision',
      text: 'Screened out. Follows two conversations at once and tells jokes that rest on a word. Nothing further from speech and language; the worker may ask again.',
    },
  },
  {
    kept: 'Practised with the tutor how to ask for help in a lesson. Worked the second time.',
    note: {
      kind: 'professional',
      text: 'The tutor uses the card for “I need it again”. Lessons with it went well; without it there was trouble on two days.',
    },
    howToTalk: 'Agree on a sign for “say it again”. No questions in front of others.',
  },
]

/** What a health worker finds. All invented, and kept to those who work with the child. */
export const healthSaid: readonly Said[] = [
  {
    kept: 'Health screen: height, weight, eyes, teeth, sleep. Came with a list of questions.',
    note: {
      kind: 'conversation',
      text: 'Sleeps four hours on school nights. Has not been to a dentist for three years, and has pain on the left. An appointment is asked for; the family is told.',
      sensitivity: 'sensitive',
    },
  },
  {
    kept: 'Talked about sleep and the phone. A plan for the evenings, on one page.',
    note: {
      kind: 'conversation',
      text: 'Smokes with friends at weekends and wants to stop before football begins. Knows where to go. No other substances.',
      sensitivity: 'sensitive',
    },
  },
  {
    kept: 'Went through what the clinic wrote, in plain words.',
    note: {
      kind: 'professional',
      text: 'Asked the mental health team in their clinic: no referral now, a talk in six weeks. The worker knows what to look out for.',
      sensitivity: 'sensitive',
    },
  },
]
