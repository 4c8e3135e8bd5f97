/** The fields of the record that a form may tell when it is signed. */
export const recordFields = ['how-to-talk'] as const

/** how-to-talk: what helps a child to understand and be understood, for whoever meets the child. */
export type RecordField = (typeof recordFields)[number]
