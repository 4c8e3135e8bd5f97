import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import type { LoadLine } from '../../engine/workload/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { type Load, loadScope } from './loads.ts'

/** How a load comes about: each kind of case with its points, and the method by which they are given. */
export function LoadTable({ load }: { load: Load }) {
  const [method] = practiceInUse().workloads
  if (!method || load.points === undefined) {
    return (
      <EmptyState title="Load is not counted here">
        A method of counting load is defined in the local pack of definitions; there is none.
      </EmptyState>
    )
  }
  const { fullTime, extras } = method
  return (
    <>
      <SortableTable
        id="load"
        caption={`Load: ${load.points} points${load.capacity === undefined ? '' : ` of ${load.capacity}`}`}
        rows={load.lines}
        rowKey={line =>
          `${line.pathway} ${line.stage} ${line.part} ${line.hasAlert} ${line.needsInterpreter}`
        }
        empty={<p class="govuk-body">No open cases.</p>}
        columns={[
          { key: 'what', heading: 'Cases', isRowHeader: true, cell: lineWords },
          { key: 'cases', heading: 'How many', isNumeric: true, cell: ({ cases }) => cases },
          { key: 'points', heading: 'Points', isNumeric: true, cell: ({ points }) => points },
        ]}
      />
      <SummaryList
        rows={[
          {
            key: 'How much can be carried',
            value: `${fullTime.points} points at ${fullTime.hours} hours a week, less in proportion. ${
              load.capacity === undefined ? 'The hours have not been entered.' : `Here ${load.capacity}.`
            }`,
          },
          { key: 'Which cases', value: loadScope },
          {
            key: 'More for',
            value: `a child with an open alert ${extras.alert}, a child who needs an interpreter ${extras.interpreter}`,
          },
          {
            key: 'Beside the holder',
            value: `Whoever works in a case beside its holder carries ${method.coWorkerShare * 100}% of it.`,
          },
          {
            key: 'Cover',
            value: 'Cases that are covered while somebody is away stay in that person’s load.',
          },
          {
            key: 'Where the numbers come from',
            value: `${method.source}${method.unverified ? ' (unverified)' : ''}`,
          },
        ]}
      />
    </>
  )
}

function lineWords({ pathway: id, stage, part, hasAlert, needsInterpreter }: LoadLine): string {
  const pathway = findPathway(practiceInUse(), id)
  return [
    `${pathway?.title ?? id}: ${pathway?.stages[stage]?.title ?? stage}`,
    ...(part === 'co-worker' ? ['beside the holder'] : []),
    ...(hasAlert ? ['alert'] : []),
    ...(needsInterpreter ? ['interpreter'] : []),
  ].join(', ')
}
