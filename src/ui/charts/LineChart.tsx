import { ChartFrame, type Drawing, place, type Room } from './ChartFrame.tsx'
import { AxisBelow, type Plot, ValueGrid } from './lineChartAxes.tsx'
import { runs } from './runs.ts'
import { linearScale, niceTicks } from './scales.ts'

/** One point in time. A value that is not known is null, and leaves a gap in the line. */
export interface LinePoint {
  label: string
  value: number | null
  /** The interval, where there is one. */
  low?: number
  high?: number
}

interface LineChartProps {
  id: string
  title: string
  description: string
  points: readonly LinePoint[]
  /** What is aimed at, drawn as a dashed line. */
  target?: { value: number; label: string }
  /** How a value is written: 126 → "126", 0.221 → "22.1%". */
  format?: (value: number) => string
}

/**
 * A line with a point for every value, the interval as a band and the target dashed. The axis starts at
 * nought (or below, for values that are), so that a small change does not look like a large one.
 */
export function LineChart(props: LineChartProps) {
  const { id, title, description } = props
  return <ChartFrame id={id} title={title} description={description} draw={room => drawLine(props, room)} />
}

function drawLine({ points, target, format = String }: LineChartProps, room: Room): Drawing {
  const height = room.isNarrow ? 250 : 280
  const values = points.flatMap(point => [point.value ?? 0, point.low ?? 0, point.high ?? 0])
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...values, target?.value ?? 0))
  const gutter = 14 + 8 * Math.max(...ticks.map(tick => format(tick).length))
  const plot: Plot = { left: gutter, right: room.width - 20, top: 16, bottom: height - 32 }
  const x = linearScale([0, Math.max(1, points.length - 1)], [plot.left + 12, plot.right - 12])
  const y = linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [plot.bottom, plot.top])
  const at = (point: LinePoint, index: number) => ({ ...point, index, x: place(x(index)) })
  const lines = runs(points.map(at), point => point.value !== null)
  const bands = runs(points.map(at), point => point.low !== undefined && point.high !== undefined)
  const marks = (
    <>
      {bands.map(band => (
        <path class="tl-chart__band" d={bandPath(band, y)} key={band[0]?.index} />
      ))}
      <ValueGrid ticks={ticks} y={y} plot={plot} format={format} />
      {target && <Target target={target} y={y} plot={plot} />}
      {lines.map(line => (
        <path
          class="tl-chart__line"
          d={line.map((p, i) => `${i === 0 ? 'M' : 'L'}${p.x} ${place(y(p.value ?? 0))}`).join('')}
          key={line[0]?.index}
        />
      ))}
      {lines.flat().map(p => (
        <circle class="tl-chart__point" cx={p.x} cy={place(y(p.value ?? 0))} r="4.5" key={p.index} />
      ))}
      <LastValue point={lines.at(-1)?.at(-1)} y={y} format={format} />
      <AxisBelow labels={points.map(point => point.label)} x={x} plot={plot} />
    </>
  )
  return { height, marks }
}

interface Placed extends LinePoint {
  index: number
  x: number
}

/** The upper edge forward and the lower edge back. */
function bandPath(band: readonly Placed[], y: (value: number) => number): string {
  const upper = band.map(p => `${p.x} ${place(y(p.high ?? 0))}`)
  const lower = band.map(p => `${p.x} ${place(y(p.low ?? 0))}`).reverse()
  return `M${[...upper, ...lower].join('L')}Z`
}

function Target({
  target,
  y,
  plot,
}: {
  target: { value: number; label: string }
  y: (v: number) => number
  plot: Plot
}) {
  const height = place(y(target.value))
  return (
    <>
      <line class="tl-chart__target" x1={plot.left} x2={plot.right} y1={height} y2={height} />
      <text x={plot.right} y={height - 6} text-anchor="end">
        {target.label}
      </text>
    </>
  )
}

/** The latest value is written beside its point: it is the one that people ask for. */
function LastValue(props: {
  point: Placed | undefined
  y: (v: number) => number
  format: (v: number) => string
}) {
  const { point, y, format } = props
  if (point?.value === null || point?.value === undefined) return null
  return (
    <text class="tl-chart__strong-text" x={point.x} y={place(y(point.value)) + 20} text-anchor="middle">
      {format(point.value)}
    </text>
  )
}
