import { ok, type Result, refused } from './result.ts'

/**
 * A reference that people read out and type in, such as `K7M2-9QXD`: seven characters and a check
 * character, in Crockford's base 32, which has no I, L, O or U to mistake for something else.
 */
export type Reference = string & { readonly [reference]: true }

declare const reference: unique symbol

/** Why a typed reference was not accepted: it is not one at all, or a character is wrong or two are swapped. */
export type ReferenceFault = { readonly kind: 'not-a-reference' } | { readonly kind: 'mistyped' }

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const figures = 7

/** How many different references there are. */
export const referenceCount = 32 ** figures

/**
 * The reference for a number from 0 to `referenceCount` − 1; different numbers give different
 * references. Throws RangeError outside that range.
 */
export function makeReference(number: number): Reference {
  if (!Number.isInteger(number) || number < 0 || number >= referenceCount) {
    throw new RangeError(`No reference for ${number}`)
  }
  const values: number[] = []
  for (let rest = number; values.length < figures; rest = Math.floor(rest / 32)) values.unshift(rest % 32)
  return print([...values, checkValue(values)])
}

/**
 * Reads a reference as people type it: any case, with or without the hyphen and spaces, I and L for 1,
 * O for 0. Refuses every reference with one wrong character and every one with two neighbours swapped.
 */
export function parseReference(text: string): Result<Reference, ReferenceFault> {
  const plain = text
    .toUpperCase()
    .replace(/[\s\-‐‑–—]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  const values = [...plain].map(character => alphabet.indexOf(character))
  if (values.length !== figures + 1 || values.includes(-1)) return refused({ kind: 'not-a-reference' })
  if (values.at(-1) !== checkValue(values.slice(0, figures))) return refused({ kind: 'mistyped' })
  return ok(print(values))
}

/**
 * The check: a weighted sum in the field of 32 elements, each place with a weight of its own (2, 4, 8 …
 * as powers of the field's generator; the check character itself has weight 1). One wrong character
 * changes the sum by a product of two non-zero elements; swapping two different neighbours changes it
 * by the product of their difference and the difference of two weights. Neither can be zero.
 */
function checkValue(values: readonly number[]): number {
  let sum = 0
  let weight = 1
  for (const value of [...values].reverse()) {
    weight = multiply(weight, 2)
    sum ^= multiply(weight, value)
  }
  return sum
}

/** The product in the field of 32 elements, modulo the primitive polynomial x⁵ + x² + 1. */
function multiply(one: number, other: number): number {
  let product = 0
  let shifted = one
  for (let bits = other; bits > 0; bits >>= 1) {
    if (bits & 1) product ^= shifted
    shifted <<= 1
    if (shifted & 32) shifted ^= 0b100101
  }
  return product
}

function print(values: readonly number[]): Reference {
  const characters = values.map(value => alphabet.charAt(value)).join('')
  return `${characters.slice(0, 4)}-${characters.slice(4)}` as Reference
}

/** A reference of the police, or of another sender, as it is compared: letters and figures, however they were parted. */
export function foldReference(written: string): string {
  return written.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
