/** The days of a week as they are kept, with their words. */
export const weekDays = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const

export type WeekDay = keyof typeof weekDays

/** The days among words, in the order of the week. */
export function weekDaysIn(words: readonly string[]): WeekDay[] {
  return (Object.keys(weekDays) as WeekDay[]).filter(day => words.includes(day))
}

/** "Monday to Thursday", "Monday, Wednesday"; three days or more that follow one another are said as from and to. */
export function dayWords(days: readonly WeekDay[]): string {
  const all = Object.keys(weekDays) as WeekDay[]
  const runs: WeekDay[][] = []
  for (const day of weekDaysIn(days)) {
    const last = runs.at(-1)
    const before = all[all.indexOf(day) - 1]
    if (last && last.at(-1) === before) last.push(day)
    else runs.push([day])
  }
  return runs
    .flatMap(run => {
      const [first, last] = [run[0], run.at(-1)]
      return run.length >= 3 && first && last
        ? [`${weekDays[first]} to ${weekDays[last]}`]
        : run.map(day => weekDays[day])
    })
    .join(', ')
}

/** "37 hours a week", "18.5 hours a week, Monday to Wednesday"; '' where nothing has been said. */
export function patternWords(minutesAWeek: number | null, days: readonly WeekDay[]): string {
  const hours = minutesAWeek === null ? '' : `${minutesAWeek / 60} hours a week`
  return [hours, dayWords(days)].filter(words => words !== '').join(', ')
}
