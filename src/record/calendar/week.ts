/** The seven days of a week, from its Monday. */
export type Week = readonly Temporal.PlainDate[]

/** The week in which a day lies. */
export function weekOf(day: Temporal.PlainDate): Week {
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return Array.from({ length: 7 }, (_, days) => monday.add({ days }))
}

/** Reads a day out of an address (yyyy-mm-dd); today for anything else, and for what no calendar reaches. */
export function readWeekDay(text: string | null, today: Temporal.PlainDate): Temporal.PlainDate {
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return today
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return day.year >= 1990 && day.year <= 2100 ? day : today
  } catch {
    return today
  }
}
