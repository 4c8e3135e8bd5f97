import type { ArrivalForm, Topic } from '../../engine/arrivals/index.ts'
import { labelOf } from '../../engine/codes/index.ts'
import { answerWords } from '../../engine/forms/index.ts'
import { findCodeList, findRoute, practiceInUse } from '../../engine/packs/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { type Content, InsetText, SummaryList } from '../../ui/govuk/index.ts'
import { dayReceived, outcomeDay } from './identify.ts'
import { formOf } from './notification.form.ts'
import type { Notification, OfSameReference } from './notificationQueries.ts'
import { arrivalPath, closeArrivalPath } from './paths.ts'

type Given = { notification: Notification; today: Temporal.PlainDate }

/** Friends who were in it together, most often; or the same child, sent again with a name or a date corrected. */
export function SameReference({ others }: { others: readonly OfSameReference[] }) {
  return (
    <InsetText>
      <p class="govuk-body">Under the same reference came:</p>
      <ul class="govuk-list">
        {others.map(it => (
          <li key={it.notificationId}>
            <a class="govuk-link" href={arrivalPath.to(it)}>
              <bdi>{`${it.givenName} ${it.familyName}`.trim()}</bdi>
            </a>
            {it.birthDate && `, born ${writeDate(it.birthDate)}`}: {becameWords(it)}
          </li>
        ))}
      </ul>
      <p class="govuk-body">If this is the same child sent again, close it below: it was sent twice.</p>
    </InsetText>
  )
}

function becameWords({ involvementId, closedReason, hasJoined }: OfSameReference): string {
  if (closedReason !== null) return `closed without a case (${closedReason})`
  if (hasJoined) return 'added to a case that was open'
  return involvementId === null ? 'waiting in Arrivals' : 'a case was opened'
}

/** What tells one child from another. */
const comparedTopics: readonly Topic[] = [
  'other-names',
  'birth-date',
  'birth-date-basis',
  'birth-year',
  'age',
  'address',
  'postcode',
  'phone',
  'school',
]

/** The questions of a form that tell one child from another. */
export function comparedFields({ says }: ArrivalForm): string[] {
  return comparedTopics.flatMap(topic => says[topic] ?? [])
}

/** Who sent what arrived, in the words of the route. */
export function routeWords({ routeIn }: Pick<Notification, 'routeIn'>): string {
  return findRoute(practiceInUse(), routeIn)?.title ?? routeIn
}

/** All that arrived, to look things up in, and the way out for one that is none of ours. */
export function AllThatWasSaid({ notification, today }: Given) {
  return (
    <>
      <p class="govuk-body">
        Nothing to do for this service?{' '}
        <a class="govuk-link" href={closeArrivalPath.to(notification)}>
          Close it without a case
        </a>
      </p>
      <h2 class="govuk-heading-m">All that the {formOf(notification).called} says</h2>
      <SummaryList rows={summaryRows(notification, today)} />
    </>
  )
}

/** What was said, question by question, without those that were left open: all of it, or only some. */
export function summaryRows(
  notification: Notification,
  today: Temporal.PlainDate,
  only?: readonly string[],
): { key: string; value: Content }[] {
  return wordsSaid(notification, today, only).map(({ question, answer }) => ({
    key: question,
    value: <span class="tl-keep-lines">{answer}</span>,
  }))
}

/** All that was said as one text, under who sent it: for a note of the case that it joined. */
export function saidInOneText(notification: Notification, today: Temporal.PlainDate): string {
  const { called } = formOf(notification)
  const said = wordsSaid(notification, today).map(({ question, answer }) => `${question}\n${answer}`)
  return [
    `Another ${called} came for this case: ${routeWords(notification)}, received ${writeDate(dayReceived(notification))}.`,
    ...said,
  ].join('\n\n')
}

function wordsSaid(
  notification: Notification,
  today: Temporal.PlainDate,
  only?: readonly string[],
): { question: string; answer: string }[] {
  const { details } = notification
  const form = formOf(notification)
  return Object.entries(form.fields).flatMap(([name, field]) => {
    const answer = details[name]
    if (answer === undefined || (only && !only.includes(name))) return []
    return field.kind === 'code'
      ? [
          {
            question: field.label,
            answer: codeWordsOn(
              field.list,
              String(answer),
              name === form.says.outcome ? outcomeDay(notification) : today,
            ),
          },
        ]
      : answerWords({ [name]: field }, details)
  })
}

function codeWordsOn(list: string, code: string, day: Temporal.PlainDate): string {
  const found = findCodeList(practiceInUse(), list)
  return (found && labelOf(found, code, day)) ?? code
}
