import { covers, type Period } from '../../kernel/period.ts'

/** What whoever records a code is pointed to next, where the program has a page for it. */
export type NextStep =
  /** To tell everybody who opens the record. */
  | 'raise-alert'
  /** To write down where the child is, or stays. */
  | 'write-where'
  /** To tell a senior at once, and to write down what was agreed. */
  | 'tell-senior'
  /** To plan another place, or another way there. */
  | 'plan-another-way'

/**
 * One code of a list, with its words and the time in which it may be recorded. Words that change keep
 * the code and stand as two entries, one after the other in time.
 */
export type CodeEntry = {
  readonly code: string
  readonly label: string
  /** What stands for it in files beside its code and its words: initials, say. */
  readonly also?: readonly string[]
  /** When it may be recorded; always, when not said. */
  readonly inForce?: Period
  /** Believed, but not read at its source: to be said wherever the code is offered or counted. */
  readonly unverified?: true
  /** What a practitioner should know about it. */
  readonly note?: string
  /** What to do next where it is recorded, in this order. */
  readonly leadsTo?: readonly NextStep[]
}

/** A list of codes as the law or the practice has them. What an outside return can carry is another matter: a mapping. */
export type CodeList<Entry extends CodeEntry = CodeEntry> = {
  readonly id: string
  readonly title: string
  /** Where the list was read. */
  readonly source: string
  /** The whole list is believed but was not read at its source. */
  readonly unverified?: true
  /** The file that defines it, from the top of the project: named when a fault is found. */
  readonly file: string
  readonly entries: readonly Entry[]
}

/** The codes a list has, as the compiler knows them. */
export type CodeOf<List extends CodeList> = List['entries'][number]['code']

/** Defines a list of codes, and lets the compiler keep the codes one by one. */
export function codeList<const List extends CodeList>(list: List): List {
  return list
}

/** The entries that may be recorded on that day, in the order of the list. */
export function codesInForce<Entry extends CodeEntry>(
  list: CodeList<Entry>,
  on: Temporal.PlainDate,
): readonly Entry[] {
  return list.entries.filter(entry => isInForce(entry, on))
}

/** The words of a code on that day; undefined when the list has no such code in force then. */
export function labelOf(list: CodeList, code: string, on: Temporal.PlainDate): string | undefined {
  return list.entries.find(entry => entry.code === code && isInForce(entry, on))?.label
}

/** What recording a code leads to; nothing for a code that the list does not have. */
export function nextStepsOf(list: CodeList, code: string): readonly NextStep[] {
  return list.entries.findLast(entry => entry.code === code)?.leadsTo ?? []
}

/** Whether the code, or the whole list, has not been read at its source. True also for a code the list does not have. */
export function isUnverified(list: CodeList, code: string): boolean {
  const entries = list.entries.filter(entry => entry.code === code)
  return list.unverified === true || entries.length === 0 || entries.some(entry => entry.unverified === true)
}

/** Whether the entry may be recorded on that day. */
export function isInForce(entry: { readonly inForce?: Period }, on: Temporal.PlainDate): boolean {
  return entry.inForce === undefined || covers(entry.inForce, on)
}
