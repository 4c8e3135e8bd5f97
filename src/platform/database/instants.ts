/** What a row holds inside JSON: there a moment is text. */
export type InJson<T extends { at: Temporal.Instant }> = Omit<T, 'at'> & { at: string }

/** Reads the moment of something that came inside JSON. */
export function withInstant<T extends { at: string }>(it: T): Omit<T, 'at'> & { at: Temporal.Instant } {
  return { ...it, at: Temporal.Instant.from(it.at) }
}
