import { writeAllowed } from '../../engine/clocks/index.ts'
import type { ClockLine } from '../../engine/pathways/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { clockWords } from './clockWords.ts'

const policies = {
  statutory: 'The law',
  national: 'A national standard',
  service: 'The service’s own policy',
}

/** The clocks of a case, each with the rule that says so. */
export function ClockTable({
  id,
  caption,
  lines,
}: {
  id: string
  caption: string
  lines: readonly ClockLine[]
}) {
  return (
    <SortableTable
      id={id}
      caption={caption}
      rows={lines}
      rowKey={({ clock, state }) => `${clock.id}-${clockWords(state).due}`}
      columns={[
        { key: 'what', heading: 'What', isRowHeader: true, cell: ({ clock }) => clock.title },
        { key: 'stands', heading: 'How it stands', cell: ({ state }) => <ClockStanding state={state} /> },
        { key: 'rule', heading: 'The rule', cell: line => <ClockRule {...line} /> },
      ]}
    />
  )
}

/** How a clock stands, by sign and words, and when it is due. */
export function ClockStanding({ state }: Pick<ClockLine, 'state'>) {
  const { status, word, due } = clockWords(state)
  return (
    <>
      {status ? <StatusTag kind={status} word={word} /> : word}
      {due !== '' && <div class="govuk-hint tl-hint-below">{due}</div>}
    </>
  )
}

/** The rule that says so: its length, and on opening whose it is and where it stands. */
export function ClockRule({ clock, own }: Pick<ClockLine, 'clock' | 'own'>) {
  return (
    <>
      {clock.dueOn === undefined ? 'Within' : 'By'} {writeAllowed(clock, own?.within)}
      <details class="tl-small-details">
        <summary>
          {own ? 'The service’s own length' : policies[clock.policy]}
          {!own && clock.unverified && ', not checked at its source'}
        </summary>
        {own && (
          <>
            {own.reason} ({own.source}) The rule allows {writeAllowed(clock)}:{' '}
          </>
        )}
        {clock.source}
      </details>
    </>
  )
}
