import { place } from './ChartFrame.tsx'
import { labelsShown, type Scale } from './scales.ts'

/** The edges within which values are drawn. */
export interface Plot {
  left: number
  right: number
  top: number
  bottom: number
}

interface ValueGridProps {
  ticks: readonly number[]
  y: Scale
  plot: Plot
  format: (value: number) => string
}

/** Faint lines across at round values, each with its value on the left. */
export function ValueGrid({ ticks, y, plot, format }: ValueGridProps) {
  return (
    <>
      {ticks.map(tick => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'tl-chart__axis' : 'tl-chart__grid'}
            x1={plot.left}
            x2={plot.right}
            y1={place(y(tick))}
            y2={place(y(tick))}
          />
          <text class="tl-chart__quiet-text" x={plot.left - 8} y={place(y(tick)) + 4.5} text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
    </>
  )
}

/** What each point is, below it; as many as there is room for. */
export function AxisBelow({ labels, x, plot }: { labels: readonly string[]; x: Scale; plot: Plot }) {
  const longest = Math.max(1, ...labels.map(label => label.length))
  const room = Math.floor((plot.right - plot.left) / (longest * 7.5 + 14))
  return (
    <>
      {labelsShown(labels.length, room).map(index => (
        <text
          class="tl-chart__quiet-text"
          x={place(x(index))}
          y={plot.bottom + 22}
          text-anchor="middle"
          key={index}
        >
          {labels[index]}
        </text>
      ))}
    </>
  )
}
