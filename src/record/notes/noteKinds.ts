/** What a note is of, in the order in which they are offered. */
export const noteKinds = {
  conversation: 'Conversation with the child',
  family: 'Conversation with the family',
  professional: 'Conversation with another professional',
  telephone: 'Telephone call',
  'home-visit': 'Home visit',
  meeting: 'Meeting',
  observation: 'Observation',
  decision: 'Decision and why',
  oversight: 'Management oversight',
  other: 'Other',
} as const

export type NoteKind = keyof typeof noteKinds

/** The words of a kind of note; one that is no longer offered is shown as it stands. */
export function noteWords(kind: string): string {
  return isNoteKind(kind) ? noteKinds[kind] : kind
}

function isNoteKind(kind: string): kind is NoteKind {
  return Object.hasOwn(noteKinds, kind)
}

/** What a note says beside its text, where its kind asks: by name, in the order in which it is shown. */
export const noteDetails = {
  'with-whom': 'With whom',
  number: 'Number',
  agency: 'Agency',
  'who-was-there': 'Who was there',
  home: 'The home',
} as const

export type NoteDetails = Partial<Record<keyof typeof noteDetails, string>>

/** What a note says beside its text as questions and answers, in the order in which it is shown. */
export function noteSaid(details: NoteDetails): { question: string; answer: string }[] {
  return Object.entries(noteDetails).flatMap(([name, question]) => {
    const answer = details[name as keyof NoteDetails]
    return answer ? [{ question, answer }] : []
  })
}

/** Who may read a note. */
export const sensitivities = {
  ordinary: 'Ordinary',
  sensitive: 'Sensitive',
} as const

export type Sensitivity = keyof typeof sensitivities
