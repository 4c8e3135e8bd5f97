import { ChartFrame, type Drawing, place, type Room } from './ChartFrame.tsx'
import { linearScale, niceTicks } from './scales.ts'

/** One bar. Values are nought or more. */
export interface Bar {
  label: string
  value: number
  low?: number
  high?: number
  /** Drawn hatched, not filled: another service, a family average, last year. */
  isCompared?: boolean
}

interface BarChartProps {
  id: string
  title: string
  description: string
  bars: readonly Bar[]
  format?: (value: number) => string
}

const rowBeside = 34
const rowBelow = 54
const thickness = 18

/**
 * Bars lying down, so that their names can be read, all from nought: a bar is its length, and half a bar is a
 * lie. The value is written at the end of each; the interval, where there is one, lies across it.
 */
export function BarChart(props: BarChartProps) {
  const { id, title, description } = props
  return <ChartFrame id={id} title={title} description={description} draw={room => drawBars(props, room)} />
}

function drawBars({ bars, format = String }: BarChartProps, room: Room): Drawing {
  const longest = Math.max(0, ...bars.map(bar => bar.label.length))
  const isBeside = !room.isNarrow && longest <= 30
  const left = isBeside ? longest * 7.6 + 12 : 0
  const most = Math.max(0, ...bars.map(bar => Math.max(bar.value, bar.high ?? 0)))
  const widest = Math.max(1, ...bars.map(bar => format(bar.value).length))
  const x = linearScale([0, niceTicks(0, most).at(-1) ?? 1], [left, room.width - widest * 8.5 - 10])
  const step = isBeside ? rowBeside : rowBelow
  const height = bars.length * step + 8
  const marks = (
    <>
      <Hatch id={`${room.idPrefix}-hatch`} />
      {bars.map((bar, index) => {
        const top = index * step + (isBeside ? 8 : 26)
        return (
          <g key={bar.label}>
            <text
              x={isBeside ? left - 10 : 0}
              y={isBeside ? top + 14 : top - 7}
              text-anchor={isBeside ? 'end' : 'start'}
            >
              {bar.label}
            </text>
            <BarMark bar={bar} top={top} x={x} hatch={`${room.idPrefix}-hatch`} />
            <text
              class="tl-chart__strong-text"
              x={place(x(Math.max(bar.value, bar.high ?? 0))) + 8}
              y={top + 14}
            >
              {format(bar.value)}
            </text>
          </g>
        )
      })}
      <line class="tl-chart__axis" x1={place(left)} x2={place(left)} y1="2" y2={height - 2} />
    </>
  )
  return { height, marks }
}

function BarMark({
  bar,
  top,
  x,
  hatch,
}: {
  bar: Bar
  top: number
  x: (value: number) => number
  hatch: string
}) {
  const middle = top + thickness / 2
  return (
    <>
      <rect
        class={`tl-chart__bar${bar.isCompared ? ' tl-chart__bar--compared' : ' tl-chart__bar--own'}`}
        fill={bar.isCompared ? `url(#${hatch})` : undefined}
        x={place(x(0))}
        y={top}
        width={place(x(bar.value) - x(0))}
        height={thickness}
      />
      {bar.low !== undefined && bar.high !== undefined && (
        <path
          class="tl-chart__interval"
          fill="none"
          d={`M${place(x(bar.low))} ${middle - 4}v8m0-4H${place(x(bar.high))}m0-4v8`}
        />
      )}
    </>
  )
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="tl-chart__hatch" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
    </defs>
  )
}
