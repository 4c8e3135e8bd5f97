/** A count as it may be published: the number, or nothing but the fact that it is hidden. */
export type PublishedCount = { readonly hidden: false; readonly count: number } | { readonly hidden: true }

/** One row of counts and its total, as they may be published together. */
export type PublishedCounts = { readonly counts: readonly PublishedCount[]; readonly total: PublishedCount }

/** The least count that may be shown where nothing else is said. */
export const leastShown = 5

const hiddenCount: PublishedCount = { hidden: true }

/**
 * Hides small counts before a row of counts is published with its total.
 *
 * - A count from 1 to `threshold` − 1 is hidden. Nought is shown.
 * - Where subtracting the counts shown from the total would give a hidden count away, the smallest
 *   counts still shown are hidden as well, all of those that are equal together, so that the choice
 *   tells nothing.
 * - When there is nothing left to hide behind, or the total is itself small, the total is hidden.
 *
 * Every hidden count could then be at least two different numbers, even to a reader who knows this
 * rule. It protects one row against its own total; a table with totals both ways must be published
 * with rows and columns combined first. Why a count is hidden is deliberately not said.
 *
 * `threshold` is the least count that may be shown, 3 or more (`leastShown` when not given). Throws RangeError
 * for counts that are not whole or are negative.
 */
export function suppress(counts: readonly number[], threshold = leastShown): PublishedCounts {
  if (!Number.isInteger(threshold) || threshold < 3)
    throw new RangeError(`Not a usable threshold: ${threshold}`)
  for (const count of counts) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`)
  }
  const total = counts.reduce((sum, count) => sum + count, 0)
  const small = (count: number) => count > 0 && count < threshold
  const publish = (limit: number, showTotal: boolean): PublishedCounts => ({
    counts: counts.map(count => (count > 0 && count < limit ? hiddenCount : { hidden: false, count })),
    total: showTotal ? { hidden: false, count: total } : hiddenCount,
  })

  const hidden = counts.filter(small)
  if (hidden.length === 0) return publish(threshold, true)
  if (small(total)) return publish(threshold, false)
  if (!givesAway(hidden, threshold)) return publish(threshold, true)

  const smallestShown = Math.min(...counts.filter(count => count >= threshold))
  return Number.isFinite(smallestShown) ? publish(smallestShown + 1, true) : publish(threshold, false)
}

/** Whether the sum of the hidden counts leaves only one possibility: one count, or all at either limit. */
function givesAway(hidden: readonly number[], threshold: number): boolean {
  const all = (value: number) => hidden.every(count => count === value)
  return hidden.length === 1 || all(1) || all(threshold - 1)
}
