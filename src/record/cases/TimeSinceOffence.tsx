import type { Pathway } from '../../engine/pathways/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { BankHolidayCalendar } from '../../kernel/workingDays.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { BarChart } from '../../ui/charts/BarChart.tsx'
import { Figure } from '../../ui/charts/Figure.tsx'
import type { RecordedStep } from './caseQueries.ts'
import { type Point, timeSinceOffence } from './timeSinceOffence.ts'
import type { OtherDays } from './timeSinceOffenceQueries.ts'

type Given = {
  pathway: Pathway
  milestones: readonly RecordedStep[]
  days: OtherDays
  calendar: BankHolidayCalendar
}

const dayWords = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`
const unknown = 'Not known'

/** How long it took from the offence to each point on the way: every child’s own, with its table. */
export function TimeSinceOffence({ pathway, milestones, days, calendar }: Given) {
  const { reached, missing } = timeSinceOffence(days.offence, pointsOf(pathway, milestones, days), calendar)
  const last = reached.at(-1)
  const still = missing.length > 0 && <p class="govuk-body">Not yet: {missing.join(', ').toLowerCase()}.</p>
  if (!days.offence || !last)
    return (
      <section>
        <h2 class="govuk-heading-m">Time since the offence</h2>
        <p class="govuk-body">
          The day of the offence is not recorded in this case, so nothing can be counted from it.
        </p>
      </section>
    )
  const offence = days.offence
  return (
    <Figure
      id="time-since-offence"
      title={`${dayWords(last.sinceOffence ?? 0)} from the offence to “${last.title}”`}
      chart={
        <BarChart
          id="time-since-offence-chart"
          title="Days since the offence"
          description="A bar for each point on the way, as long as the days of the calendar from the offence to it."
          bars={reached.map(({ title, sinceOffence = 0 }) => ({
            label: title,
            value: Math.max(0, sinceOffence),
          }))}
        />
      }
      table={{
        columns: ['', 'Day', 'Days since the offence', 'Working days', 'Days since the point before'],
        rows: [
          ['Offence', writeDate(offence), 0, 0, ''],
          ...reached.map(
            it =>
              [
                it.title,
                writeDate(it.on),
                it.sinceOffence ?? unknown,
                it.workingDays ?? unknown,
                it.sinceBefore ?? unknown,
              ] as const,
          ),
        ],
      }}
      source="This record. Where a case has several offences, from the first. First contact is the first appointment that was kept from the day of the referral on."
    >
      {still}
    </Figure>
  )
}

/** The points that the definition names, the panel and the first contact, in the order in which they usually come. */
function pointsOf(
  { points = [] }: Pathway,
  milestones: readonly RecordedStep[],
  { panel, contact }: OtherDays,
): Point[] {
  const firstOf = (steps: readonly string[]) =>
    milestones
      .filter(({ step }) => steps.includes(step))
      .map(({ at }) => dayInUk(at))
      .toSorted(Temporal.PlainDate.compare)[0] ?? null
  return [
    ...points.map(({ title, steps }) => ({ title, on: firstOf(steps) })),
    { title: 'First panel', on: panel },
    { title: 'First contact', on: contact },
  ]
}
