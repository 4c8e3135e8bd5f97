import type { BankHolidayCalendar } from '../../src/kernel/workingDays.ts'
import data from './data/bank-holidays.json' with { type: 'json' }

/**
 * Bank holidays of England and Wales. Up to `lastAnnouncedYear` as announced; after it by rule, so that
 * a one-off day (a coronation, a funeral) is still missing. Extend the data file every year.
 */
export const bankHolidays: BankHolidayCalendar = {
  name: 'England and Wales',
  firstYear: data.firstYear,
  lastYear: data.lastYear,
  lastAnnouncedYear: data.lastAnnouncedYear,
  holidays: new Map(data.days.map(({ date, title }) => [date, title])),
}
