import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { codeWords } from '../children/index.ts'
import { agreements, beginnings, type Exit } from './exitQueries.ts'
import { exitServices } from './exits.page.tsx'
import { addExitPath, exitBeganPath, exitPath } from './paths.ts'

type Given = {
  of: { childId: string; involvementId: string }
  exits: readonly Exit[]
  today: Temporal.PlainDate
  canChange: boolean
}

/** Who helps the child from here: who was told, when they meet, and whether it began. */
export function Exits({ of, exits, today, canChange }: Given) {
  return (
    <section>
      <PageHeaderActions
        heading="Who helps from here"
        headingLevel={2}
        actions={
          canChange ? [{ href: addExitPath.to(of), text: 'Add a service or person', isSecondary: true }] : []
        }
      />
      <SortableTable
        id="exits"
        caption="Who helps the child from here"
        isCaptionHidden
        rows={exits}
        rowKey={({ exitId }) => exitId}
        empty={
          <EmptyState title="Nobody yet">
            Services and people that go on helping stand here: who was told, and when they first meet.
          </EmptyState>
        }
        columns={[
          {
            key: 'who',
            heading: 'Who',
            isRowHeader: true,
            cell: it => (
              <>
                {canChange ? (
                  <a class="govuk-link" href={exitPath.to(it)}>
                    <bdi>{it.name}</bdi>
                  </a>
                ) : (
                  <bdi>{it.name}</bdi>
                )}
                <div class="govuk-hint tl-hint-below">
                  {codeWords(exitServices, it.kind, dayInUk(it.recordedAt))}
                </div>
              </>
            ),
          },
          {
            key: 'told',
            heading: 'Who was told',
            cell: it =>
              it.toldOn ? (
                <>
                  <bdi>{it.told}</bdi>, {writeDate(it.toldOn)}
                </>
              ) : (
                'Nobody yet'
              ),
          },
          { key: 'agrees', heading: 'The child agrees', cell: it => agreements[it.childAgrees] },
          {
            key: 'meets',
            heading: 'First meeting',
            cell: it => (it.meetsOn ? writeDate(it.meetsOn) : 'Not arranged'),
          },
          {
            key: 'began',
            heading: 'Has it begun',
            cell: it => (
              <>
                {it.began ? beginnings[it.began] : passed(it.meetsOn, today) ? 'To be asked' : 'Not asked'}
                {it.beganOn && `, ${writeDate(it.beganOn)}`}
                {canChange && (
                  <div class="tl-no-print">
                    <a class="govuk-link" href={exitBeganPath.to(it)}>
                      Record<span class="govuk-visually-hidden"> whether it began: {it.name}</span>
                    </a>
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

function passed(date: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean {
  return date !== null && Temporal.PlainDate.compare(date, today) <= 0
}
