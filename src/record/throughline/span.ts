import { ukZone } from '../../kernel/dutyHours.ts'
import { monthNames } from '../../kernel/writtenDates.ts'

/** The stretch of time that is drawn: from the beginning of the first day to the end of the last, both included. */
export type Span = { first: Temporal.PlainDate; last: Temporal.PlainDate }

/** How much is drawn, from the most to the least, as it stands in the address. */
export const zooms = {
  all: { title: 'All of it', length: undefined },
  'two-years': { title: '2 years', length: { years: 2 } },
  year: { title: '1 year', length: { years: 1 } },
  quarter: { title: '3 months', length: { months: 3 } },
  month: { title: '4 weeks', length: { weeks: 4 } },
} as const satisfies Record<string, { title: string; length: Temporal.DurationLike | undefined }>

export type Zoom = keyof typeof zooms

/** Reads how much is to be drawn; anything else is all of it. */
export function readZoom(text: string | null): Zoom {
  return text !== null && Object.hasOwn(zooms, text) ? (text as Zoom) : 'all'
}

/** What is known of the child: from the first thing recorded to the last, today included. */
export function wholeSpan(days: readonly Temporal.PlainDate[], today: Temporal.PlainDate): Span {
  const inOrder = [today, ...days].sort(Temporal.PlainDate.compare)
  // A little room on both sides, so that what stands at the edge can be seen.
  const room = Math.max(
    7,
    Math.round((inOrder[0] ?? today).until(inOrder.at(-1) ?? today).total('days') / 40),
  )
  return {
    first: (inOrder[0] ?? today).subtract({ days: room }),
    last: (inOrder.at(-1) ?? today).add({ days: room }),
  }
}

/**
 * The span that ends on a day. Without a day it ends a quarter of its length after today, so that what is planned is
 * in it.
 */
export function spanOf(
  zoom: Zoom,
  last: Temporal.PlainDate | undefined,
  whole: Span,
  today: Temporal.PlainDate,
): Span {
  const { length } = zooms[zoom]
  if (!length) return whole
  const days = today.subtract(length).until(today).days
  const end = last ?? today.add({ days: Math.round(days / 4) })
  return { first: end.subtract({ days }), last: end }
}

/** The last day of the span before or after; undefined where nothing of the whole lies there. */
export function neighbour(
  { first, last }: Span,
  whole: Span,
  way: 'earlier' | 'later',
): Temporal.PlainDate | undefined {
  const { compare } = Temporal.PlainDate
  const days = Math.max(1, Math.round(first.until(last).days * 0.75))
  if (way === 'earlier') return compare(whole.first, first) < 0 ? last.subtract({ days }) : undefined
  return compare(whole.last, last) > 0 ? last.add({ days }) : undefined
}

/** How moments are placed in a span: 0 at its beginning, 1 at its end. */
export function placesIn({ first, last }: Span): (at: Temporal.Instant) => number {
  const from = first.toZonedDateTime(ukZone).epochMilliseconds
  const to = last.add({ days: 1 }).toZonedDateTime(ukZone).epochMilliseconds
  return at => (at.epochMilliseconds - from) / (to - from)
}

/** A day at which a line stands in the drawing, with its words. */
export type Tick = { day: Temporal.PlainDate; words: string }

/**
 * The days at which lines stand: years, quarters, months or Mondays, whichever gives the most lines that have room.
 * @param most how many words fit beside one another
 */
export function ticksOf(span: Span, most: number): Tick[] {
  const steps = [
    { start: monday(span.first), step: { weeks: 1 }, days: 7, words: dayWords },
    { start: span.first.with({ day: 1 }), step: { months: 1 }, days: 31, words: monthWords },
    { start: quarter(span.first), step: { months: 3 }, days: 92, words: monthWords },
    { start: span.first.with({ month: 1, day: 1 }), step: { years: 1 }, days: 366, words: yearWords },
    { start: span.first.with({ month: 1, day: 1 }), step: { years: 5 }, days: 1_827, words: yearWords },
  ]
  const days = span.first.until(span.last).days + 1
  // What cannot be few enough is not worked out.
  const tried = steps.filter(({ days: apart }) => Math.floor(days / apart) <= most)
  const all = (tried.length > 0 ? tried : steps.slice(-1)).map(it =>
    ticksBy(span, it.start, it.step, it.words),
  )
  return all.find(ticks => ticks.length <= most) ?? all.at(-1) ?? []
}

function ticksBy(
  { first, last }: Span,
  start: Temporal.PlainDate,
  step: Temporal.DurationLike,
  words: (day: Temporal.PlainDate) => string,
): Tick[] {
  const ticks: Tick[] = []
  for (let day = start; Temporal.PlainDate.compare(day, last) <= 0; day = day.add(step))
    if (Temporal.PlainDate.compare(day, first) >= 0) ticks.push({ day, words: words(day) })
  return ticks
}

const monday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 })
const quarter = (day: Temporal.PlainDate) => day.with({ month: day.month - ((day.month - 1) % 3), day: 1 })
const short = (day: Temporal.PlainDate) => (monthNames[day.month - 1] ?? '').slice(0, 3)
const dayWords = (day: Temporal.PlainDate) => `${day.day} ${short(day)}`
const monthWords = (day: Temporal.PlainDate) => (day.month === 1 ? `${short(day)} ${day.year}` : short(day))
const yearWords = (day: Temporal.PlainDate) => String(day.year)
