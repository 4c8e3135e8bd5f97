/** What a place can suit, in the order in which it is offered. The list is the service's own. */
export const suitable = {
  confidential: 'Private talks',
  'high-risk': 'High risk',
  victims: 'Victims',
  groups: 'Groups',
  'step-free': 'Step-free',
} as const

/** A place where the service meets children. */
export type Place = {
  placeId: string
  name: string
  address: string
  suits: string[]
  /** What it suits, in words: `Private talks, groups`; '' where nothing is said. */
  suitsWords: string
  note: string
  closedAt: Temporal.Instant | null
  version: number
}

/** What a place suits, in words. */
export function suitsInWords(suits: readonly string[]): string {
  return Object.entries(suitable)
    .filter(([code]) => suits.includes(code))
    .map(([, words], index) => (index === 0 ? words : words.toLowerCase()))
    .join(', ')
}
