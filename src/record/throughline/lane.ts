/** What a mark is, which says how it is drawn. */
export type Shape = 'knot' | 'end' | 'kept' | 'missed' | 'planned' | 'offence' | 'note'

/** Something that happened at a moment. */
export type Mark = {
  key: string
  at: Temporal.Instant
  shape: Shape
  /** What it is and when, in words. */
  words: string
  /** Only the day is known. */
  isDay: boolean
  href: string
}

/** Something that lasted, or lasts: without an end it goes on. */
export type Bar = {
  key: string
  from: Temporal.Instant
  to: Temporal.Instant | undefined
  kind: 'case' | 'on-course' | 'late' | 'alert'
  words: string
  href: string
}

/** What a row of the drawing is about. */
export type LaneKind = 'case' | 'deadlines' | 'contacts' | 'notes' | 'offences' | 'alerts' | 'plan'

/** A row of the drawing. */
export type Lane = { key: string; kind: LaneKind; title: string; bars: Bar[]; marks: Mark[] }

/** Marks that stand so close that they are drawn as one, at a place in the drawing. */
export type Cluster = { x: number; marks: Mark[] }

/**
 * Where the marks of a lane stand. Those that would lie over one another are drawn as one: the first of them says where.
 * @param xOf the place of a moment in the drawing
 * @param apart how far apart two marks must stand to be told apart
 */
export function cluster(
  marks: readonly Mark[],
  xOf: (at: Temporal.Instant) => number,
  apart: number,
): Cluster[] {
  const inOrder = marks.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  const clusters: Cluster[] = []
  for (const mark of inOrder) {
    const x = xOf(mark.at)
    const last = clusters.at(-1)
    if (last && x - last.x < apart) last.marks.push(mark)
    else clusters.push({ x, marks: [mark] })
  }
  return clusters
}

/** Where a bar lies between two edges; undefined where none of it does. */
export function clip(
  [from, to]: readonly [number, number],
  [left, right]: readonly [number, number],
): [number, number] | undefined {
  if (to < left || from > right) return undefined
  return [Math.max(from, left), Math.min(to, right)]
}

/** Bars in as few rows as hold them without one lying over another, in the order of their beginnings. */
export function stack<T extends { from: Temporal.Instant; to: Temporal.Instant | undefined }>(
  bars: readonly T[],
): T[][] {
  const rows: T[][] = []
  for (const bar of bars.toSorted((a, b) => Temporal.Instant.compare(a.from, b.from))) {
    const free = rows.find(row => {
      const end = row.at(-1)?.to
      return end !== undefined && Temporal.Instant.compare(end, bar.from) <= 0
    })
    if (free) free.push(bar)
    else rows.push([bar])
  }
  return rows
}

/**
 * Where the line dips for what was missed: every miss lies within a dip, and no dip over another. Near an end of the line
 * and beside another a dip is narrower; those too close to be told apart share one.
 * @param at places of what was missed, between the ends of the line
 * @param ends where the line begins and ends
 * @param reach how far a dip goes to either side where nothing is in its way
 */
export function dips(
  at: readonly number[],
  [left, right]: readonly [number, number],
  reach: number,
): [number, number][] {
  const found: [number, number][] = []
  for (const x of at.toSorted((a, b) => a - b)) {
    const from = Math.max(left, Math.min(x, right - reach / 2) - reach)
    const to = Math.min(right, Math.max(x, left + reach / 2) + reach)
    const last = found.at(-1)
    if (!last || from >= last[1]) found.push([from, to])
    else if (to - last[1] >= reach) found.push([last[1], to])
    else last[1] = to
  }
  return found
}
