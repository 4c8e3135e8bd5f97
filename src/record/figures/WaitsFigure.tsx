import { BarChart } from '../../ui/charts/BarChart.tsx'
import { Figure, type FigureCell } from '../../ui/charts/Figure.tsx'
import { type Counting, casesBehind, type Which } from './behind.ts'
import { Counts, linked, NoneCounted, share, source } from './figureParts.tsx'
import type { WaitLine } from './figures.ts'

const dayWords = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`

/** How long it took from the arrival, by pathway, and how much of it was in time. */
export function WaitsFigure({ waits, counting }: { waits: readonly WaitLine[]; counting: Counting }) {
  const counted = waits.filter(({ waits: { median } }) => median !== undefined)
  const label = ({ what, pathway }: WaitLine) =>
    counting.pathway === undefined ? `${what}: ${pathway.title}` : what
  const words = (
    <Counts>
      Days of the calendar from the day on which the referral or notification was received, for cases in which
      it happened for the first time in this time: 0 is the same day. The median is the middle: half took as
      long or longer. First contact is the first appointment that was kept on the day of the arrival or later
      or, where that came earlier, the offer of help. “In time” and “late” are shown where the pathway has a
      clock from the arrival to that step; the case says whose rule it is. The median opens those who waited
      as long or longer.
      {waits.flatMap(({ cannot, pathway }) => (cannot ? [` ${pathway.title}: ${cannot}`] : []))}
    </Counts>
  )
  if (counted.length === 0) return <NoneCounted title="No waits to count">{words}</NoneCounted>
  const longest = counted.toSorted((one, other) => (other.waits.median ?? 0) - (one.waits.median ?? 0))[0]
  return (
    <Figure
      id="waits"
      headingLevel={3}
      title={
        longest
          ? `The longest usual wait was for “${label(longest)}”: half took ${dayWords(longest.waits.median ?? 0)} or longer`
          : 'How long it took'
      }
      chart={
        <BarChart
          id="waits-chart"
          title="Median days from the arrival"
          description="A bar for each line of the table, as long as its median number of days."
          bars={counted.map(line => ({ label: label(line), value: line.waits.median ?? 0 }))}
        />
      }
      table={{
        columns: ['From arrival to', 'Cases', 'Median days', 'Longest', 'In time', 'Late'],
        rows: waits.map(line => [label(line), ...waitCells(line, counting)] as const),
      }}
      source={source}
    >
      {words}
    </Figure>
  )
}

/**
 * The numbers of a wait, each with the cases behind it in the order of their days: all that are counted, those that
 * waited as long as the median or longer, those that waited longest, and those that were in time and late.
 */
function waitCells(
  { waits, inTime, cannot, happening, pathway }: WaitLine,
  counting: Counting,
): FigureCell[] {
  const { counted, median, longest } = waits
  const behind = (which: Which) =>
    casesBehind(counting, happening, { pathway: pathway.id, waitedFrom: 0, sort: 'waited', ...which })
  const none = 'None to count'
  const days: FigureCell[] = [
    linked(counted, behind({})),
    median === undefined ? none : { text: median, href: behind({ waitedFrom: Math.ceil(median) }) },
    longest === undefined ? none : { text: longest, href: behind({ waitedFrom: longest }) },
  ]
  if (cannot) return [...days, 'Cannot be worked out', '']
  if (!inTime) return [...days, 'No clock for it', '']
  const { met, late } = inTime
  const inTimeWords = share(met, met + late)
  return [
    ...days,
    met === 0 ? inTimeWords : { text: inTimeWords, href: behind({ clock: 'met' }) },
    linked(late, behind({ clock: 'late', sort: '-waited' })),
  ]
}
