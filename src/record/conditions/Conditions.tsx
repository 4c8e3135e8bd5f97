import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { Button } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { amountWords, areAllKept, type Condition, conditionStanding, conditionStates } from './condition.ts'
import { addConditionPath, markConditionPath, varyConditionPath } from './paths.ts'

type Given = {
  of: { childId: string; involvementId: string }
  conditions: readonly Condition[]
  today: Temporal.PlainDate
  canChange: boolean
  /** The step that completes the case, where it is offered now. */
  complete: { title: string; href: string } | undefined
}

/** What the child has agreed to do: by when, how it went, and how it was worded before. */
export function Conditions({ of, conditions, today, canChange, complete }: Given) {
  return (
    <section>
      <PageHeaderActions
        heading="What the child agreed to do"
        headingLevel={2}
        actions={
          canChange ? [{ href: addConditionPath.to(of), text: 'Add one thing', isSecondary: true }] : []
        }
      />
      {complete && areAllKept(conditions) && (
        <>
          <p class="govuk-body">Everything that was agreed is done.</p>
          <Button href={complete.href}>{complete.title}</Button>
        </>
      )}
      <SortableTable
        id="conditions"
        caption="What the child agreed to do"
        isCaptionHidden
        rows={conditions}
        rowKey={({ conditionId }) => conditionId}
        empty={
          <EmptyState title="Nothing yet">
            What the child does stands here, one thing a row, each with its last day.
          </EmptyState>
        }
        columns={[
          { key: 'what', heading: 'What', isRowHeader: true, cell: it => <What it={it} /> },
          { key: 'amount', heading: 'How much', cell: it => amountWords(it) || 'Once' },
          { key: 'due', heading: 'Last day', cell: it => writeDate(it.dueOn) },
          {
            key: 'stands',
            heading: 'How it goes',
            cell: it => (
              <>
                <Standing it={it} today={today} />
                {canChange && <Actions it={it} />}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

function What({ it }: { it: Condition }) {
  return (
    <>
      <bdi>{it.what}</bdi>
      <div class="govuk-hint tl-hint-below">
        <bdi>{it.why}</bdi>
      </div>
      {it.before.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {it.before.length === 1 ? 'Changed once' : `Changed ${it.before.length} times`}
              <span class="govuk-visually-hidden">: {it.what}</span>
            </span>
          </summary>
          <div class="govuk-details__text">
            {it.before.map(was => (
              <p class="govuk-body" key={was.variedAt.toString()}>
                Until {writeDate(dayInUk(was.variedAt))}: <bdi>{was.what}</bdi>
                {amountWords(was) && `, ${amountWords(was)}`}, by {writeDate(was.dueOn)}. Changed by{' '}
                <bdi>{was.variedBy}</bdi>: <bdi>{was.because}</bdi>
              </p>
            ))}
          </div>
        </details>
      )}
    </>
  )
}

function Standing({ it, today }: { it: Condition; today: Temporal.PlainDate }) {
  const stands = conditionStanding(it, today)
  switch (stands.kind) {
    case 'overdue':
      return <StatusTag kind="overdue" detail={stands.days === 1 ? '1 day' : `${stands.days} days`} isPlain />
    case 'today':
      return <StatusTag kind="today" isPlain />
    case 'soon':
    case 'later':
      return (
        <StatusTag
          kind="waiting"
          word={conditionStates.open}
          detail={stands.days === 1 ? '1 day left' : `${stands.days} days left`}
          isPlain
        />
      )
    case 'kept':
    case 'not-kept':
    case 'ended':
      return (
        <>
          <StatusTag
            kind={stands.kind === 'kept' ? 'on-course' : stands.kind === 'ended' ? 'waiting' : 'overdue'}
            word={conditionStates[stands.kind]}
            detail={it.stateOn && writeDate(it.stateOn)}
            isPlain
          />
          {it.stateWords !== '' && (
            <div>
              <bdi>{it.stateWords}</bdi>
            </div>
          )}
          {it.policeTold !== '' && (
            <div>
              The police were told: <bdi>{it.policeTold}</bdi>
            </div>
          )}
        </>
      )
  }
}

function Actions({ it }: { it: Condition }) {
  const about = <span class="govuk-visually-hidden">: {it.what}</span>
  return (
    <div class="tl-no-print">
      <a class="govuk-link" href={markConditionPath.to(it)}>
        Record how it went{about}
      </a>
      {it.state === 'open' && (
        <>
          <br />
          <a class="govuk-link" href={varyConditionPath.to(it)}>
            Change it{about}
          </a>
        </>
      )}
    </div>
  )
}
