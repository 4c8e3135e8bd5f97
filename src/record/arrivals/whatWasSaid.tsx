import { labelOf } from '../../engine/codes/index.ts'
import type { Option } from '../../engine/forms/index.ts'
import { findCodeList, practiceInUse } from '../../engine/packs/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { type Content, InsetText, SummaryList } from '../../ui/govuk/index.ts'
import { outcomeDay } from './identify.ts'
import { notificationForm } from './notification.form.ts'
import type { Notification, OfSameCrime } from './notificationQueries.ts'
import { arrivalPath, closeArrivalPath } from './paths.ts'

type Given = { notification: Notification; today: Temporal.PlainDate }

/** Friends who were in it together, most often; or the same child, sent again with a name or a date corrected. */
export function SameCrime({ others }: { others: readonly OfSameCrime[] }) {
  return (
    <InsetText>
      <p class="govuk-body">Under the same police reference came:</p>
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

function becameWords({ involvementId, closedReason }: OfSameCrime): string {
  if (closedReason !== null) return `closed without a case (${closedReason})`
  return involvementId === null ? 'waiting in Arrivals' : 'a case was opened'
}

/** What tells one child from another. */
export const comparedFields = ['other-names', 'date-of-birth', 'address', 'postcode', 'phone', 'school']

/** The whole notification, to look things up in, and the way out for one that is none of ours. */
export function AllThatWasSaid({ notification, today }: Given) {
  return (
    <>
      <p class="govuk-body">
        Nothing to do for this service?{' '}
        <a class="govuk-link" href={closeArrivalPath.to(notification)}>
          Close it without a case
        </a>
      </p>
      <h2 class="govuk-heading-m">All that the notification says</h2>
      <SummaryList rows={summaryRows(notification, today)} />
    </>
  )
}

/** What the police said, question by question, without those that they left open: all of it, or only some. */
export function summaryRows(notification: Notification, today: Temporal.PlainDate, only?: readonly string[]) {
  const { details } = notification
  return Object.entries(notificationForm(today).fields).flatMap(
    ([name, field]): { key: string; value: Content }[] => {
      const answer = details[name]
      if (answer === undefined || (only && !only.includes(name))) return []
      return [
        {
          key: field.label,
          value: (
            <span class="tl-keep-lines">
              {wordsOf(name, String(answer), field, name === 'outcome' ? outcomeDay(notification) : today)}
            </span>
          ),
        },
      ]
    },
  )
}

const listOf: Readonly<Record<string, string>> = {
  sex: 'sex',
  ethnicity: 'ethnicity',
  outcome: 'police-outcomes',
}

function wordsOf(
  name: string,
  answer: string,
  field: { kind: string; options?: readonly Option[] },
  today: Temporal.PlainDate,
): string {
  if (field.kind === 'date') return writeDate(Temporal.PlainDate.from(answer))
  const list = listOf[name] ? findCodeList(practiceInUse(), listOf[name]) : undefined
  if (list) return labelOf(list, answer, today) ?? answer
  return field.options?.find(option => option.value === answer)?.label ?? answer
}
