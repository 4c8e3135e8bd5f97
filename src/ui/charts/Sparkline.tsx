import { place } from './ChartFrame.tsx'
import { linearScale } from './scales.ts'

interface SparklineProps {
  /** Oldest first; at least two for a line. */
  values: readonly number[]
  /** What it shows, in words: "Overdue screenings over six weeks: 5, 4, 4, 3, 3, 1". */
  label: string
}

/** The shape of a short run of values, beside the figure it belongs to. Starts at nought, like every axis. */
export function Sparkline({ values, label }: SparklineProps) {
  const x = linearScale([0, Math.max(1, values.length - 1)], [3, 93])
  const y = linearScale([Math.min(0, ...values), Math.max(1, ...values)], [21, 3])
  const points = values.map((value, index) => ({ x: place(x(index)), y: place(y(value)) }))
  const last = points.at(-1)
  return (
    <svg class="tl-sparkline" viewBox="0 0 96 24" role="img" aria-label={label} focusable="false">
      <polyline class="tl-chart__line" points={points.map(point => `${point.x},${point.y}`).join(' ')} />
      {last && <circle class="tl-chart__point" cx={last.x} cy={last.y} r="3" />}
    </svg>
  )
}
