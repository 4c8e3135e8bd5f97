/** Who is with somebody when: the times at which something begins, by person and day. */
export type Diary = Map<string, string[]>

/** How long an appointment lasts in the demonstration, in minutes. */
export const usualMinutes = 45

const minutesOf = (time: string) => {
  const { hour, minute } = Temporal.PlainTime.from(time)
  return 60 * hour + minute
}

/**
 * Takes the first of the times at which somebody is free on a day, so that nobody is in two places.
 * @returns undefined where they are free at none of them
 */
export function takeTime(
  diary: Diary,
  who: string,
  day: Temporal.PlainDate,
  times: readonly string[],
): string | undefined {
  const key = `${who} ${day}`
  const taken = diary.get(key) ?? []
  const time = times.find(each =>
    taken.every(other => Math.abs(minutesOf(other) - minutesOf(each)) >= usualMinutes),
  )
  if (time !== undefined) diary.set(key, [...taken, time])
  return time
}
