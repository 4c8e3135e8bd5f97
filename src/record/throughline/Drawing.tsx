import { ukZone } from '../../kernel/dutyHours.ts'
import { place } from '../../ui/charts/ChartFrame.tsx'
import { SkipLink } from '../../ui/govuk/index.ts'
import {
  type Bar,
  type Cluster,
  clip,
  cluster,
  dips,
  type Lane,
  type Mark,
  type Shape,
  stack,
} from './lane.ts'
import { lastsWords, whenWords } from './lanes.ts'
import { placesIn, type Span, ticksOf } from './span.ts'

type Given = {
  lanes: readonly Lane[]
  span: Span
  now: Temporal.Instant
  /** Where marks that are drawn as one can be seen one by one. */
  closer(at: Temporal.Instant): string
  /** Past the drawing, which has as many links as marks. */
  skip: { href: string; words: string }
  /** Where less and more time is drawn, for the keys + and -. */
  keys?: { closer?: string | undefined; farther?: string | undefined }
  /** What is drawn, for whoever hears it; the child’s time unless it says otherwise. */
  label?: string
  /** The drawing’s own name on a page with several. */
  id?: string
}

/** Under this name an address leads to the drawing itself. */
export const drawingId = 'drawing'

const edge = 12
const apart = 15
const lineTop = 38
const rowHeight = 20

/**
 * A child's time as a drawing: the line that dips where a contact was missed and goes on, and under it a row for each
 * case, its deadlines, contacts, notes, offences and alerts. Drawn once for a wide and once for a narrow place. Each
 * mark is a link with its words; the table beside it holds the same.
 */
export function Drawing(given: Given) {
  return (
    <>
      <SkipLink href={given.skip.href}>{given.skip.words}</SkipLink>
      <figure
        class="tl-line-figure"
        aria-label={given.label ?? 'Drawing of this child’s time, with its table on the page Throughline'}
        id={given.id ?? drawingId}
        tabindex={-1}
        data-closer={given.keys?.closer}
        data-farther={given.keys?.farther}
      >
        <Picture {...given} size="wide" width={960} />
        <Picture {...given} size="narrow" width={340} />
      </figure>
    </>
  )
}

/** Where a moment stands, and between which edges anything is drawn. */
type Room = { xOf(at: Temporal.Instant): number; left: number; right: number }

type Row = { lane: Lane; stacked: Bar[][]; clusters: Cluster[]; top: number }

function Picture({
  lanes,
  span,
  now,
  closer,
  size,
  width,
}: Omit<Given, 'skip' | 'keys'> & { size: 'wide' | 'narrow'; width: number }) {
  const placeOf = placesIn(span)
  const room: Room = {
    xOf: at => edge + placeOf(at) * (width - 2 * edge),
    left: edge,
    right: width - edge,
  }
  const { rows, height } = placeRows(lanes, room, now)
  return (
    <svg class={`tl-line tl-line--${size}`} viewBox={`0 0 ${width} ${height}`} focusable="false">
      <title>Throughline</title>
      {ticksOf(span, Math.floor(width / 62)).map(({ day, words }) => {
        const x = place(room.xOf(day.toZonedDateTime(ukZone).toInstant()))
        // Words that would run out of the picture are left out; the line stays.
        const hasRoom = x + 3 + words.length * 6.5 <= width
        return (
          <g key={words + x}>
            <line class="tl-line__tick" x1={x} x2={x} y1="16" y2={height} />
            {hasRoom && (
              <text class="tl-line__when" x={x + 3} y="12">
                {words}
              </text>
            )}
          </g>
        )
      })}
      <TheLine rows={rows} room={room} now={now} height={height} />
      {rows.map(({ lane, stacked, clusters, top }) => (
        <g key={lane.key}>
          <text class="tl-line__title" x={room.left} y={top + 12}>
            {lane.title}
          </text>
          {stacked.flatMap((row, index) =>
            row.map(bar => (
              <BarMark key={bar.key} bar={bar} room={room} now={now} top={top + 20 + index * rowHeight} />
            )),
          )}
          {clusters.map(it => (
            <MarkLink key={it.marks[0]?.key} it={it} y={top + 27} closer={closer} />
          ))}
        </g>
      ))}
    </svg>
  )
}

/** The rows that have something in this stretch of time, one below the other. */
function placeRows(lanes: readonly Lane[], { xOf, left, right }: Room, now: Temporal.Instant) {
  let height = lineTop + 26
  const rows = lanes.flatMap((lane): Row[] => {
    const isWithin = ({ at }: Mark) => xOf(at) >= left && xOf(at) <= right
    const clusters = cluster(lane.marks.filter(isWithin), xOf, apart)
    const stacked = stack(
      lane.bars.filter(({ from, to }) => clip([xOf(from), xOf(to ?? now)], [left, right])),
    )
    if (clusters.length === 0 && stacked.length === 0) return []
    const top = height
    height += 24 + Math.max(1, stacked.length) * rowHeight
    return [{ lane, stacked, clusters, top }]
  })
  return { rows, height: height + 4 }
}

type LineGiven = { rows: readonly Row[]; room: Room; now: Temporal.Instant; height: number }

/** The line itself, and where today is. */
function TheLine({ rows, room: { xOf, left, right }, now, height }: LineGiven) {
  const missed = rows.flatMap(({ clusters }) =>
    clusters.filter(({ marks }) => marks.some(({ shape }) => shape === 'missed')).map(({ x }) => x),
  )
  const today = xOf(now)
  const until = Math.min(Math.max(today, left), right)
  return (
    <>
      <path class="tl-line__line" d={lineWithDips(missed, until)} />
      <path class="tl-line__ahead" d={`M${place(until)} ${lineTop}H${right}`} />
      {today === until && (
        <>
          <line class="tl-line__now" x1={place(today)} x2={place(today)} y1="18" y2={height} />
          <text class="tl-line__today" x={place(Math.min(today + 4, right - 34))} y="28">
            Today
          </text>
        </>
      )}
    </>
  )
}

/** One unbroken line to today that dips where a contact was missed, and goes on. */
function lineWithDips(at: readonly number[], end: number): string {
  const drawn = dips(at, [edge, end], 9).map(
    ([from, to]) => `H${place(from)}q${place((to - from) / 2)} 16 ${place(to - from)} 0`,
  )
  return `M${edge} ${lineTop}${drawn.join('')}H${place(end)}`
}

type BarGiven = { bar: Bar; room: Room; now: Temporal.Instant; top: number }

function BarMark({ bar, room: { xOf, left, right }, now, top }: BarGiven) {
  const clipped = clip([xOf(bar.from), xOf(bar.to ?? now)], [left, right])
  if (!clipped) return null
  const [from, to] = clipped
  const words = `${bar.words}. ${lastsWords(bar)}`
  return (
    <a href={bar.href} aria-label={words} class="tl-line__link">
      <title>{words}</title>
      <rect
        class={`tl-line__bar tl-line__bar--${bar.kind}`}
        x={place(from)}
        y={top}
        width={place(Math.max(to - from, 4))}
        height="14"
        rx="3"
      />
      {bar.kind === 'late' && (
        <text class="tl-line__sign" x={place(Math.min(to + 3, right - 12))} y={top + 12}>
          ▲
        </text>
      )}
    </a>
  )
}

/** The most telling of several marks is the one that is drawn. */
const telling: readonly Shape[] = ['missed', 'offence', 'end', 'knot', 'planned', 'kept', 'note']

function MarkLink({ it: { x, marks }, y, closer }: { it: Cluster; y: number; closer: Given['closer'] }) {
  const [first] = marks
  if (!first) return null
  const shape = telling.find(each => marks.some(mark => mark.shape === each)) ?? first.shape
  const said = marks.slice(0, 5).map(mark => `${mark.words}, ${whenWords(mark)}`)
  const more = marks.length > 5 ? ` and ${marks.length - 5} more` : ''
  const words = `${said.join('; ')}${more}`
  return (
    <a
      href={marks.length > 1 ? closer(first.at) : first.href}
      aria-label={marks.length > 1 ? `Look closer at ${marks.length}: ${words}` : words}
      class="tl-line__link"
    >
      <title>{words}</title>
      <circle class="tl-line__reach" cx={place(x)} cy={y} r="11" />
      <path class={`tl-line__mark tl-line__mark--${shape}`} d={outline[shape](place(x), y)} />
      {marks.length > 1 && (
        <text class="tl-line__count" x={place(x + 7)} y={y - 5}>
          {marks.length}
        </text>
      )}
    </a>
  )
}

const round = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

/** Told apart by their outlines, not by colour alone. */
const outline: Record<Shape, (x: number, y: number) => string> = {
  knot: (x, y) => round(x, y, 5),
  end: (x, y) => `M${x - 5} ${y - 5}h10v10h-10z`,
  kept: (x, y) => round(x, y, 6),
  missed: (x, y) => `M${x - 6} ${y - 6}l12 12m0-12l-12 12`,
  planned: (x, y) => round(x, y, 5),
  offence: (x, y) => `M${x} ${y - 7}l7 7l-7 7l-7-7z`,
  note: (x, y) => `M${x - 5} ${y - 6}h7l3 3v9h-10z`,
}
