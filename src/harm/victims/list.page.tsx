import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { page, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { type Ending, listEndings } from './endingQueries.ts'
import { endedOn } from './endings.page.tsx'
import { victimPath, victimsPath } from './paths.ts'
import { consents, standingOf, standingWords, type Victim, type VictimStanding } from './victim.ts'
import { listVictims, recordListView } from './victimQueries.ts'

export const victimsRoute = route({
  method: 'GET',
  path: victimsPath,
  permission: 'victims.see',
  audit: { kind: 'change', what: 'Looked at the list of those who were harmed' },
  async handle({ tx }) {
    const [victims, endings] = [await listVictims(tx), await listEndings(tx)]
    await recordListView(tx, victims)
    const of = (...standings: VictimStanding[]) =>
      victims.filter(victim => standings.includes(standingOf(victim)))
    return page(
      'Victims',
      <>
        <h1 class="govuk-heading-l">Victims</h1>
        {victims.length === 0 ? (
          <EmptyState title="Nobody yet">
            Those who were harmed stand here once whoever works with the child passes them on, from the plan
            of the child.
          </EmptyState>
        ) : (
          <>
            <Listed
              id="to-contact"
              caption="To contact"
              endings={endings}
              victims={of('to-contact', 'tried')}
            />
            <Listed id="in-contact" caption="In contact" endings={endings} victims={of('in-contact')} />
            <Listed
              id="no-contact"
              caption="Do not want contact"
              endings={endings}
              victims={of('no-contact')}
            />
            <Listed id="closed" caption="Closed lately" endings={endings} victims={of('closed')} />
          </>
        )}
      </>,
    )
  },
})

type Given = { id: string; caption: string; victims: readonly Victim[]; endings: readonly Ending[] }

function Listed({ id, caption, victims, endings }: Given) {
  return victims.length === 0 ? null : (
    <SortableTable
      id={id}
      caption={`${caption} (${victims.length})`}
      rows={victims}
      rowKey={({ victimId }) => victimId}
      columns={[
        {
          key: 'name',
          heading: 'Who',
          isRowHeader: true,
          cell: it => (
            <a class="govuk-link" href={victimPath.to(it)}>
              <bdi>{it.name}</bdi>
            </a>
          ),
        },
        {
          key: 'standing',
          heading: 'How it stands',
          cell: it =>
            [
              standingWords[standingOf(it)],
              ...endings
                .filter(({ victimId }) => victimId === it.victimId)
                .map(ending => `a case ended on ${endedOn(ending)}`),
            ].join('; '),
        },
        { key: 'consent', heading: 'Agrees to contact', cell: it => consents[it.consent] },
        {
          key: 'reached',
          heading: 'Reached last',
          cell: ({ reachedAt }) => (reachedAt ? writeMoment(reachedAt, ukZone) : 'Never'),
        },
        {
          key: 'passed',
          heading: 'Passed on',
          cell: ({ passedOnAt, passedOnBy }) => `${writeMoment(passedOnAt, ukZone)}, ${passedOnBy}`,
        },
      ]}
    />
  )
}
