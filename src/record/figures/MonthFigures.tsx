import type { JSX } from 'preact'
import type { Work } from '../../platform/database/index.ts'
import { Fold } from '../../ui/layout/Fold.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { arrivalsBehind, type Counting, casesBehind } from './behind.ts'
import { countArrivals, type Event, leavesOut, listEvents } from './figureQueries.ts'
import { figuresPath } from './paths.ts'
import { type FigurePeriod, periodTo } from './period.ts'
import { spanOf } from './span.ts'
import { sumUpWaits } from './waits.ts'

type Month = {
  period: FigurePeriod
  arrived: number
  decided: Event[]
  contacted: Event[]
  declined: number
  ended: number
}

/** The months that are shown: this one so far, and the whole one before. */
export function monthsTo(today: Temporal.PlainDate): [FigurePeriod, FigurePeriod] {
  const first = today.with({ day: 1 })
  const before = {
    kind: 'between',
    from: first.subtract({ months: 1 }),
    to: first.subtract({ days: 1 }),
  } as const
  return [periodTo('month', today), before]
}

/** The figures of this month and the last for the page on which a day begins; the whole of them is a page of its own. */
export async function MonthFigures(tx: Work, today: Temporal.PlainDate): Promise<JSX.Element> {
  const [now, before] = monthsTo(today)
  const [months, isPart] = await Promise.all([
    Promise.all([readMonth(tx, now), readMonth(tx, before)]),
    leavesOut(tx),
  ])
  return (
    <Fold summary="Figures of this month">
      <SortableTable
        id="month"
        caption="Figures of this month and the last"
        rows={lines}
        rowKey={({ words }) => words}
        columns={[
          { key: 'what', heading: 'What', isRowHeader: true, cell: ({ words }) => words },
          { key: 'now', heading: 'This month so far', isNumeric: true, cell: line => line.cell(months[0]) },
          { key: 'before', heading: 'Last month', isNumeric: true, cell: line => line.cell(months[1]) },
        ]}
      />
      {isPart && <p class="govuk-hint">Records that are hidden from you are left out.</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={figuresPath.to()}>
          All figures
        </a>
      </p>
    </Fold>
  )
}

async function readMonth(tx: Work, period: FigurePeriod): Promise<Month> {
  const span = spanOf(period)
  const [arrivals, decided, contacted, declined, ended] = await Promise.all([
    countArrivals(tx, span),
    listEvents(tx, 'decided', span, undefined),
    listEvents(tx, 'contacted', span, undefined),
    listEvents(tx, 'declined', span, undefined),
    listEvents(tx, 'ended', span, undefined),
  ])
  const arrived = arrivals.reduce((all, { count }) => all + count, 0)
  return { period, arrived, decided, contacted, declined: declined.length, ended: ended.length }
}

type Line = { words: string; cell(month: Month): JSX.Element | string }

const counting = ({ period }: Month): Counting => ({ period, pathway: undefined })

const lines: readonly Line[] = [
  {
    words: 'Arrivals',
    cell: month => <Behind href={arrivalsBehind(counting(month), 'all')} count={month.arrived} />,
  },
  {
    words: 'First decisions',
    cell: month => <Behind href={casesBehind(counting(month), 'decided')} count={month.decided.length} />,
  },
  { words: 'Days from arrival to decision (median)', cell: month => <Median month={month} what="decided" /> },
  {
    words: 'Days from arrival to first contact (median)',
    cell: month => <Median month={month} what="contacted" />,
  },
  {
    words: 'Declined by the child or the family',
    cell: month => <Behind href={casesBehind(counting(month), 'declined')} count={month.declined} />,
  },
  {
    words: 'Endings',
    cell: month => <Behind href={casesBehind(counting(month), 'ended')} count={month.ended} />,
  },
]

function Behind({ href, count }: { href: string; count: number }) {
  return count === 0 ? (
    <>0</>
  ) : (
    <a class="govuk-link" href={href}>
      {count}
    </a>
  )
}

/** Half waited as long or less; the list has those who waited longest first. */
function Median({ month, what }: { month: Month; what: 'decided' | 'contacted' }) {
  const { median } = sumUpWaits(month[what].map(({ startedAt, at }) => ({ from: startedAt, to: at })))
  if (median === undefined) return <>None to count</>
  return (
    <a class="govuk-link" href={casesBehind(counting(month), what, { sort: '-waited' })}>
      {median}
    </a>
  )
}
