/** A span of values or of places on a drawing, from the first to the second. */
export type Span = readonly [from: number, to: number]

/** Turns a value into a place on the drawing. */
export type Scale = (value: number) => number

/**
 * A scale along which equal differences are equal lengths. Where the span of values is a single point,
 * everything falls on the middle of the places.
 */
export function linearScale(values: Span, places: Span): Scale {
  const [low, high] = values
  const [start, end] = places
  if (high === low) return () => (start + end) / 2
  return value => start + ((value - low) / (high - low)) * (end - start)
}

/**
 * A scale along which equal ratios are equal lengths, so that twice as likely and half as likely stand
 * equally far from 1. Values must be above 0; anything outside the span is placed at its edge.
 */
export function logScale(values: Span, places: Span): Scale {
  const linear = linearScale([Math.log(values[0]), Math.log(values[1])], places)
  return value => linear(Math.log(Math.min(Math.max(value, values[0]), values[1])))
}

/**
 * Round values to mark on an axis, about `count` of them, from at or below `low` to at or above `high`, in
 * steps of 1, 2 or 5 times a power of ten. Always at least two values.
 */
export function niceTicks(low: number, high: number, count = 5): number[] {
  const [from, to] = low === high ? [Math.min(low, 0), Math.max(high, 0) || 1] : [low, high]
  const step = niceStep((to - from) / Math.max(1, count - 1))
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil(to / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => roundedMultiple(first + index, step))
}

/** The same for a ratio scale: …, ¼, ½, 1, 2, 4, … that hold the span, always with 1 among them. */
export function ratioTicks(low: number, high: number): number[] {
  const first = Math.min(-1, Math.floor(Math.log2(low) + 1e-9))
  const last = Math.max(1, Math.ceil(Math.log2(high) - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, index) => 2 ** (first + index))
}

/**
 * Which of `total` labels along an axis to write so that at most `room` stand there: every nth, counted back
 * from the last, because the latest is what people look for. Gives their indexes, lowest first.
 */
export function labelsShown(total: number, room: number): number[] {
  const every = Math.max(1, Math.ceil(total / Math.max(1, room)))
  const shown: number[] = []
  for (let index = total - 1; index >= 0; index -= every) shown.unshift(index)
  return shown
}

function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw))
  const digit = raw / power
  if (digit <= 1 + 1e-9) return power
  if (digit <= 2 + 1e-9) return 2 * power
  if (digit <= 5 + 1e-9) return 5 * power
  return 10 * power
}

/** 3 × 0.1 is 0.30000000000000004; on an axis it is 0.3. */
function roundedMultiple(times: number, step: number): number {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)))
  return Number((times * step).toFixed(Math.min(decimals, 20)))
}
