import type { JSX } from 'preact'
import { writeDay } from '../../kernel/writtenDates.ts'
import type { Permission } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { casePath } from '../children/index.ts'
import { conditionStanding, soonDays } from './condition.ts'
import { listDue } from './conditionQueries.ts'

const mostShown = 8

/** On a worker’s day: what children in the cases that they hold have agreed to do, where the last day is near or gone. */
export const conditionsToday: readonly [Permission, (request: Request) => Promise<JSX.Element | null>] = [
  'case.move',
  async ({ tx, who, today, seen }) => {
    const due = await listDue(tx, who.userId, today.add({ days: soonDays }))
    if (due.length === 0) return null
    const shown = due.slice(0, mostShown)
    seen(
      shown.map(({ childId }) => childId),
      'On the page My day',
    )
    const more = due.length - shown.length
    return (
      <>
        <h2 class="govuk-heading-m">What children agreed to do</h2>
        <ul class="govuk-list">
          {shown.map(it => (
            <li key={it.conditionId}>
              <a class="govuk-link" href={casePath.to(it)}>
                <bdi>{it.childName}</bdi>
              </a>
              : <bdi>{it.what}</bdi>. <Due dueOn={it.dueOn} today={today} />
            </li>
          ))}
          {more > 0 && <li>{more === 1 ? '1 more' : `${more} more`}</li>}
        </ul>
      </>
    )
  },
]

function Due({ dueOn, today }: { dueOn: Temporal.PlainDate; today: Temporal.PlainDate }) {
  const { kind } = conditionStanding({ state: 'open', dueOn }, today)
  const words = `by ${writeDay(dueOn)}`
  if (kind === 'overdue') return <StatusTag kind="overdue" detail={words} isPlain />
  return kind === 'today' ? (
    <StatusTag kind="today" isPlain />
  ) : (
    <StatusTag kind="waiting" word={words} isPlain />
  )
}
