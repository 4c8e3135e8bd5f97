import type { PasswordCheck } from '../../platform/identity/index.ts'
import type { WorkHeld } from './workHeldQueries.ts'

/** What to say to somebody whose account rests. */
export function restWords(minutes: number): string {
  const wait = minutes === 1 ? '1 minute' : `${minutes} minutes`
  return `There were too many wrong passwords or codes. Try again in ${wait}`
}

/** "one recovery code", "3 recovery codes". */
export function recoveryCodesInWords(count: number): string {
  return count === 1 ? 'one recovery code' : `${count === 0 ? 'no' : count} recovery codes`
}

/** What to say when the password that was asked for again is not right; undefined when it is. */
export function passwordRefusal(check: PasswordCheck): string | undefined {
  switch (check.outcome) {
    case 'right':
      return undefined
    case 'wrong':
      return 'This is not your password'
    case 'resting':
      return restWords(check.minutes)
  }
}

/** "They hold 2 open cases and 1 planned appointment: a senior or a manager must give them to others."; '' for none. */
export function workHeldWords({ cases, appointments }: WorkHeld): string {
  const parts = [
    ...(cases > 0 ? [cases === 1 ? '1 open case' : `${cases} open cases`] : []),
    ...(appointments > 0
      ? [appointments === 1 ? '1 planned appointment' : `${appointments} planned appointments`]
      : []),
  ]
  if (parts.length === 0) return ''
  return `They hold ${parts.join(' and ')}: a senior or a manager must give them to others, and finds them on My day.`
}
