import { ChartFrame, type Drawing, place, type Room } from './ChartFrame.tsx'
import { logScale, ratioTicks, type Scale } from './scales.ts'

/** A group compared with everyone else: 1 is parity, 2 twice as likely, 0.5 half. */
export interface ParityGroup {
  label: string
  ratio: number
  low: number
  high: number
  /** Why the group is too small to read anything into, in words: "4 children". Greyed when given. */
  tooSmall?: string
}

interface ParityChartProps {
  id: string
  title: string
  description: string
  groups: readonly ParityGroup[]
  /** Words below the axis, left and right of parity. */
  less?: string
  more?: string
}

const row = 46

/**
 * Groups as dots with intervals around parity, on a ratio scale, so that over and under are measured alike.
 * A small group is hollow and grey, and says why. An interval that leaves the drawing ends in an arrow.
 */
export function ParityChart(props: ParityChartProps) {
  const { id, title, description } = props
  return <ChartFrame id={id} title={title} description={description} draw={room => drawParity(props, room)} />
}

function drawParity(
  { groups, less = 'Less likely', more = 'More likely' }: ParityChartProps,
  room: Room,
): Drawing {
  const kept = groups.filter(group => group.tooSmall === undefined)
  const shown = kept.length > 0 ? kept : groups
  const ticks = ratioTicks(
    Math.max(1 / 8, Math.min(1, ...shown.map(group => group.low))),
    Math.min(16, Math.max(1, ...shown.map(group => group.high))),
  )
  const edges = [ticks[0] ?? 0.5, ticks.at(-1) ?? 2] as const
  const x = logScale(edges, [16, room.width - 16])
  const bottom = groups.length * row + 10
  const height = bottom + 46
  const marks = (
    <>
      {ticks.map(tick => (
        <g key={tick}>
          <line
            class={tick === 1 ? 'tl-chart__axis' : 'tl-chart__grid'}
            x1={place(x(tick))}
            x2={place(x(tick))}
            y1="4"
            y2={bottom}
          />
          <text class="tl-chart__quiet-text" x={place(x(tick))} y={bottom + 18} text-anchor="middle">
            {tick === 1 ? '1 (parity)' : ratioWords(tick)}
          </text>
        </g>
      ))}
      <text class="tl-chart__quiet-text" x="0" y={bottom + 40}>
        ← {less}
      </text>
      <text class="tl-chart__quiet-text" x={room.width} y={bottom + 40} text-anchor="end">
        {more} →
      </text>
      {groups.map((group, index) => (
        <Group group={group} top={index * row + 4} x={x} edges={edges} key={group.label} />
      ))}
    </>
  )
  return { height, marks }
}

interface GroupProps {
  group: ParityGroup
  top: number
  x: Scale
  edges: readonly [number, number]
}

function Group({ group, top, x, edges }: GroupProps) {
  const isSmall = group.tooSmall !== undefined
  const middle = top + 30
  const [start, end] = [place(x(group.low)), place(x(group.high))]
  return (
    <g>
      <text class={isSmall ? 'tl-chart__quiet-text' : ''} x="0" y={top + 16}>
        {group.label}
        {isSmall && ` (${group.tooSmall})`}
      </text>
      <path
        class={`tl-chart__interval${isSmall ? ' tl-chart__interval--quiet' : ''}`}
        fill="none"
        d={`M${start} ${middle}H${end}${group.low < edges[0] ? `M${start + 6} ${middle - 5}l-6 5 6 5` : ''}${
          group.high > edges[1] ? `M${end - 6} ${middle - 5}l6 5-6 5` : ''
        }`}
      />
      <circle
        class={`tl-chart__point${isSmall ? ' tl-chart__point--hollow' : ''}`}
        cx={place(x(group.ratio))}
        cy={middle}
        r="6"
      />
    </g>
  )
}

/** 2 → "2", 0.5 → "½", 0.25 → "¼", 0.125 → "⅛". */
function ratioWords(tick: number): string {
  const fractions: Record<string, string> = { '0.5': '½', '0.25': '¼', '0.125': '⅛' }
  return fractions[String(tick)] ?? String(tick)
}
