import type { ArrivalState } from './arrivalListQueries.ts'
import type { Notification } from './notificationQueries.ts'

/** How something that arrived can stand, in words. */
export const arrivalStates: Readonly<Record<ArrivalState, string>> = {
  waiting: 'Waiting: who is it?',
  case: 'Became a case',
  joined: 'Joined an open case',
  closed: 'Closed',
  'known-only': 'Child known, no case',
}

/** The state that a word of an address names; undefined for any other. */
export function stateOf(word: string | undefined): ArrivalState | undefined {
  return word !== undefined && Object.hasOwn(arrivalStates, word) ? (word as ArrivalState) : undefined
}

/** How something that arrived stands. */
export function standingOf({ involvementId, hasJoined, closedAt, childId }: Notification): ArrivalState {
  if (hasJoined) return 'joined'
  if (involvementId !== null) return 'case'
  if (closedAt !== null) return 'closed'
  return childId === null ? 'waiting' : 'known-only'
}

/** How it stands in words and, of what was closed, why. */
export function becameOf(it: Notification): string {
  const stands = arrivalStates[standingOf(it)]
  return it.closedReason === null ? stands : `${stands}: ${it.closedReason}`
}
