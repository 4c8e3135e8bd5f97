import { randomInt } from 'node:crypto'
import { restMinutes, triesBeforeRest } from '../../platform/identity/index.ts'

/** Whose page it is. */
export const whose = { child: 'The child', parent: 'A parent or carer' } as const
export type Whose = keyof typeof whose

/** Whose page it is, with which parent or carer, where that is said. */
export const whoseWords = (it: { whose: Whose; readerWords: string }): string =>
  it.readerWords === '' ? whose[it.whose] : `${whose[it.whose]} (${it.readerWords})`

/** What can be shared on a page. */
export const shareable = {
  plan: 'The plan in force: goals and steps, as in the child’s copy',
  meetings: 'Appointments that are planned',
  people: 'Who works with the child, and how to reach them',
} as const
export type Shared = keyof typeof shareable

/** For how many days a page can be used when nothing else is said, and at most. The program’s own numbers. */
export const usualDays = 90
export const mostDays = 366

/** For how many minutes a page stays open in a browser after its PIN. The program’s own number. */
export const openMinutes = 120

/**
 * After so many wrong PINs since the last right one a page ends, and after so many in its whole life: whoever has the phone and
 * waits until the child has opened it again gets no more than one chance in 300 at a PIN of four figures. The program’s own numbers.
 */
export const mostTries = 3 * triesBeforeRest
export const mostTriesEver = 6 * triesBeforeRest

/** From so many wrong PINs on, those who work with the child are told, for as many days after the last. */
export const triesToTell = triesBeforeRest
export const daysToTell = 7

/** A PIN of four figures, as the child is told it. */
export function newPin(): string {
  return String(randomInt(0, 10_000)).padStart(4, '0')
}

/** A PIN as it was typed, without the spaces that phones put in. */
export const pinFrom = (typed: string): string => typed.replace(/\s/g, '')

/** How a page stands for whoever has its link. */
export type Standing =
  | { kind: 'usable' }
  | { kind: 'over' }
  /** Too many wrong PINs: it can be tried again after so many minutes. */
  | { kind: 'resting'; minutes: number }

type Standable = {
  expiresAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  restsUntil: Temporal.Instant | null
}

/** Whether a page can be opened now. */
export function standingOf({ expiresAt, endedAt, restsUntil }: Standable, now: Temporal.Instant): Standing {
  if (endedAt !== null || Temporal.Instant.compare(expiresAt, now) <= 0) return { kind: 'over' }
  if (restsUntil === null || Temporal.Instant.compare(restsUntil, now) <= 0) return { kind: 'usable' }
  const left = restsUntil.epochMilliseconds - now.epochMilliseconds
  return { kind: 'resting', minutes: Math.min(restMinutes, Math.ceil(left / 60_000)) }
}
