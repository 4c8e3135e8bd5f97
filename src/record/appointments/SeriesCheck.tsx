import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDay, writeMoment, writeTime } from '../../kernel/writtenDates.ts'
import { Checkboxes, WarningText } from '../../ui/govuk/index.ts'
import { onTheWall } from '../children/index.ts'
import { bankHolidayOn, type SeriesPlan } from './series.form.ts'
import type { SlotClash } from './seriesQueries.ts'

/** Under this name the days are sent that are to be saved. */
export const chosenDays = 'days'

type Given = Pick<SeriesPlan, 'slots' | 'leftOut'> & {
  clashes: readonly SlotClash[]
  whose: string
  what?: string
}

/** The days that a series comes to, each with what else is planned then; any of them can be taken out. */
export function SeriesCheck({ slots, leftOut, clashes, whose, what = 'appointments' }: Given) {
  const clashing = slots.filter(({ at }) => clashes.some(clash => clash.at.equals(at)))
  return (
    <>
      {clashing.length > 0 && (
        <WarningText>
          {clashing.length === 1 ? 'One of them clashes' : `${clashing.length} of them clash`} with something
          else that is planned, or with leave. Take out what cannot be.
        </WarningText>
      )}
      {leftOut.length > 0 && (
        <p class="govuk-body">
          Left out as bank holidays: {leftOut.map(({ day, name }) => `${writeDay(day)} (${name})`).join(', ')}
          .
        </p>
      )}
      <Checkboxes
        name={chosenDays}
        idPrefix={chosenDays}
        legend={{
          text: `${slots.length} ${what}: which are to be saved?`,
          classes: 'govuk-fieldset__legend--m',
        }}
        items={slots.map(({ day, at }) => ({
          value: day.toString(),
          label: writeMoment(at, ukZone),
          hint: bewareWords(
            clashes.filter(clash => clash.at.equals(at)),
            at,
            whose,
          ),
        }))}
        values={slots.map(({ day }) => day.toString())}
      />
    </>
  )
}

/** What speaks against a time: what else is planned then, leave, and a bank holiday; undefined where nothing does. */
export function bewareWords(
  clashes: readonly SlotClash[],
  at: Temporal.Instant,
  whose?: string,
): string | undefined {
  const holiday = bankHolidayOn(onTheWall(at).date)
  const words = [
    clashWords(clashes, whose),
    holiday === undefined ? undefined : `Beware: that day is a bank holiday (${holiday}).`,
  ].filter(each => each !== undefined)
  return words.length === 0 ? undefined : words.join(' ')
}

/** What else is planned then, in words; undefined where nothing is. */
export function clashWords(
  clashes: readonly Omit<SlotClash, 'at'>[],
  whose = 'this child',
): string | undefined {
  if (clashes.length === 0) return undefined
  return clashes
    .map(({ who, startsAt }) => {
      if (who === 'leave') return 'Beware: the worker is on leave that day.'
      const at = writeTime(startsAt.toZonedDateTimeISO(ukZone).toPlainTime())
      return `Beware: ${who === 'child' ? whose : 'the worker'} has another appointment then, at ${at}.`
    })
    .join(' ')
}
