/** What a note is of, in the order in which they are offered. */
export const noteKinds = {
  conversation: 'Conversation with the child',
  family: 'Conversation with the family',
  professional: 'Conversation with another professional',
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
