import type { PasswordCheck } from '../../platform/identity/index.ts'

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
