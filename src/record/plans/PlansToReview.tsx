import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { planPath } from '../children/index.ts'
import type { PlanToReview, VoiceSince } from './reviewQueries.ts'

/** Said only where it is so: the plans whose day of review is over, has come or is near. */
export function PlansToReview({
  plans,
  today,
}: {
  plans: readonly PlanToReview[]
  today: Temporal.PlainDate
}) {
  if (plans.length === 0) return null
  return (
    <SortableTable
      id="plans-to-review"
      caption="Plans to be reviewed"
      rows={plans}
      rowKey={({ planId }) => planId}
      columns={[
        {
          key: 'child',
          heading: 'Child',
          isRowHeader: true,
          cell: ({ childId, childName }) => (
            <a class="govuk-link" href={planPath.to({ childId })}>
              <bdi>{childName}</bdi>
            </a>
          ),
        },
        { key: 'on', heading: 'Review on', cell: ({ reviewOn }) => writeDate(reviewOn) },
        {
          key: 'due',
          heading: 'How it stands',
          cell: ({ reviewOn }) => <Due reviewOn={reviewOn} today={today} />,
        },
      ]}
    />
  )
}

function Due({ reviewOn, today }: { reviewOn: Temporal.PlainDate; today: Temporal.PlainDate }) {
  const days = today.until(reviewOn).days
  const inWords = (count: number) => (count === 1 ? '1 day' : `${count} days`)
  if (days < 0) return <StatusTag kind="overdue" detail={`by ${inWords(-days)}`} />
  if (days === 0) return <StatusTag kind="today" />
  return <StatusTag kind="on-course" word={`In ${inWords(days)}`} />
}

/** Said only where it is so: what is known of those who were harmed has changed, and the plan in force was signed before. */
export function VoicesSince({ voices }: { voices: readonly VoiceSince[] }) {
  return (
    <>
      {voices.map(({ childId, childName, knownAs, saidAt }) => (
        <WarningText key={`${childId}${knownAs}`}>
          What is known of {knownAs} has changed since the plan with{' '}
          <a class="govuk-link" href={planPath.to({ childId })}>
            <bdi>{childName}</bdi>
          </a>{' '}
          was signed: {writeDate(dayInUk(saidAt))}. Does the plan still keep everybody safe?
        </WarningText>
      ))}
    </>
  )
}
