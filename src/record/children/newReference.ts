import { randomInt } from 'node:crypto'
import { makeReference, type Reference, referenceCount } from '../../kernel/reference.ts'

/** A reference that nobody can guess from another: one of some 34 thousand million, by chance. */
export function newReference(): Reference {
  return makeReference(randomInt(referenceCount))
}
