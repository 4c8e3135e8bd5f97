import type { DayPart } from '../../record/day/index.ts'
import type { DigestPart } from '../../record/digest/index.ts'
import { type Action, colouredOn } from './action.ts'
import { listForMe } from './actionQueries.ts'
import { actionPath, actionsPath } from './paths.ts'
import { ActionColourTag } from './words.tsx'

/** On somebody's day: their own actions that ask for them, and how many wait for their check. */
export const actionsToday: DayPart = [
  'actions.own',
  async ({ tx, who, today, seen }) => {
    const { mine, toCheck } = await listForMe(tx, who)
    const asking = mine.filter(it => asksForOwner(it, today))
    if (asking.length + toCheck.length === 0) return null
    const shown = asking.slice(0, mostShown)
    seen(
      shown.flatMap(({ childId }) => (childId === null ? [] : [childId])),
      'On the page My day',
    )
    const more = asking.length - shown.length
    return (
      <>
        <h2 class="govuk-heading-m">Actions</h2>
        {toCheck.length > 0 && (
          <p class="govuk-body">
            <a class="govuk-link" href={`${actionsPath.to()}?whose=all&state=done`}>
              {toCheck.length === 1 ? '1 action waits' : `${toCheck.length} actions wait`} for your check
            </a>
            .
          </p>
        )}
        <ul class="govuk-list">
          {shown.map(it => (
            <li key={it.actionId}>
              <a class="govuk-link" href={actionPath.to(it)}>
                {it.what}
              </a>{' '}
              {it.sentBackAt && 'Sent back. '}
              <ActionColourTag it={it} today={today} />
            </li>
          ))}
          {more > 0 && (
            <li>
              <a class="govuk-link" href={`${actionsPath.to()}?whose=mine`}>
                {more === 1 ? '1 more action' : `${more} more actions`}
              </a>
            </li>
          )}
        </ul>
      </>
    )
  },
]

const mostShown = 5

/** Overdue, due soon, gone quiet, or sent back. */
function asksForOwner(it: Action, today: Temporal.PlainDate): boolean {
  return it.sentBackAt !== null || ['red', 'amber'].includes(colouredOn(it, today).colour)
}

/** In the e-mail of the morning: how many of somebody’s actions are overdue or due within a week, and how many they can check. */
export const actionsInDigest: DigestPart = async (tx, who, today) => {
  const { mine, toCheck } = await listForMe(tx, who)
  const within = (from: Temporal.PlainDate | undefined, until: Temporal.PlainDate) =>
    mine.filter(
      ({ dueOn }) =>
        dueOn !== null &&
        Temporal.PlainDate.compare(dueOn, until) <= 0 &&
        (from === undefined || Temporal.PlainDate.compare(dueOn, from) >= 0),
    ).length
  const overdue = within(undefined, today.subtract({ days: 1 }))
  const soon = within(today, today.add({ days: 7 }))
  return [
    ...(overdue > 0 ? [`${overdue} of your actions overdue`] : []),
    ...(soon > 0 ? [`${soon} of your actions due within a week`] : []),
    ...(toCheck.length > 0 ? [`${toCheck.length} actions that wait for your check`] : []),
  ]
}
