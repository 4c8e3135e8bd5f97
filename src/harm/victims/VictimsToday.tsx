import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { DayPart } from '../../record/day/index.ts'
import { victimsPath } from './paths.ts'
import { standingOf } from './victim.ts'
import { listVictims } from './victimQueries.ts'

/** On the day of whoever works with those who were harmed: how many wait to be contacted, and since when. Nobody is named. */
export const victimsToday: DayPart = [
  'victims.work',
  async ({ tx }) => {
    const waiting = (await listVictims(tx)).filter(victim =>
      ['to-contact', 'tried'].includes(standingOf(victim)),
    )
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
  },
]
