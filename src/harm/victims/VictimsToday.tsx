import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { DayPart } from '../../record/day/index.ts'
import { type Ending, listEndings } from './endingQueries.ts'
import { endedOn } from './endings.page.tsx'
import { victimPath, victimsPath } from './paths.ts'
import { standingOf, type Victim } from './victim.ts'
import { listVictims } from './victimQueries.ts'

/**
 * On the day of whoever works with those who were harmed: how many wait to be contacted, and since when; and whose case has ended.
 * Nobody is named.
 */
export const victimsToday: DayPart = [
  'victims.work',
  async ({ tx }) => {
    const waiting = (await listVictims(tx)).filter(victim =>
      ['to-contact', 'tried'].includes(standingOf(victim)),
    )
    return (
      <>
        <Waiting waiting={waiting} />
        <EndedCases endings={await listEndings(tx)} />
      </>
    )
  },
]

function Waiting({ waiting }: { waiting: readonly Victim[] }) {
  const [first] = waiting
  if (!first) return null
  const since = writeDate(dayInUk(first.passedOnAt))
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={victimsPath.to()}>
        {waiting.length === 1
          ? '1 person who was harmed waits to be contacted'
          : `${waiting.length} people who were harmed wait to be contacted`}
      </a>
      , {waiting.length === 1 ? '' : 'the first '}since {since}.
    </p>
  )
}

/** So many endings stand on a day one by one; the list of victims has them all. */
const mostEndings = 5

function EndedCases({ endings }: { endings: readonly Ending[] }) {
  if (endings.length === 0) return null
  const more = endings.length - mostEndings
  return (
    <>
      <p class="govuk-body">The work with a child has ended, and the record of somebody harmed is open:</p>
      <ul class="govuk-list govuk-list--bullet">
        {endings.slice(0, mostEndings).map((ending, index) => (
          <li key={`${ending.victimId}-${ending.involvementId}`}>
            <a class="govuk-link" href={victimPath.to(ending)}>
              A case ended on {endedOn(ending)}
              <span class="govuk-visually-hidden">, {index + 1} of these</span>
            </a>
          </li>
        ))}
        {more > 0 && (
          <li>
            <a class="govuk-link" href={victimsPath.to()}>
              {more === 1 ? '1 more' : `${more} more`}
            </a>
          </li>
        )}
      </ul>
    </>
  )
}
