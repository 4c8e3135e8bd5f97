import { fingerprint } from '../../kernel/fingerprint.ts'
import type { Request } from '../../platform/http/index.ts'
import type { Typed } from './readForm.ts'

/** The version of the record that the person has seen, and what each question held then. */
export type Opened = { version: string; was: string }

/** What the person saw when they began: sent along until it is saved, however often the page comes back to them. */
export function openedOn({ sent }: Pick<Request, 'sent'>): Opened {
  return { version: sent.one('_version'), was: sent.one('_was') }
}

/** What each question held when the form was opened, in short, so that an untouched answer is known later. */
export function fingerprints(initial: Typed): string {
  return Object.entries(initial)
    .map(([name, value]) => `${name}=${fingerprint([value].flat().join('\n'))}`)
    .join(' ')
}

/** Answers that the person did not touch give way to what the record holds now; only what they typed stands against it. */
export function withUntouched(typed: Typed, theirs: Typed, was: string): Typed {
  const before = new Set(was.split(' '))
  const untouched = Object.entries(typed).filter(
    ([name, value]) => name in theirs && before.has(`${name}=${fingerprint([value].flat().join('\n'))}`),
  )
  // Cells of rows that somebody else has added: they are shown where the rows themselves were not touched.
  const added = Object.entries(theirs).filter(([name]) => !(name in typed))
  return {
    ...Object.fromEntries(added),
    ...typed,
    ...Object.fromEntries(untouched.map(([name]) => [name, theirs[name] ?? ''])),
  }
}
