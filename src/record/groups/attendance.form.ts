import {
  type Answers,
  type FieldError,
  type Fields,
  type Form,
  form,
  type Typed,
} from '../../engine/forms/index.ts'
import { fingerprint } from '../../kernel/fingerprint.ts'
import type { AppointmentChange } from '../appointments/index.ts'
import { codeLabel, missedCodes } from '../appointments/index.ts'
import { nameOf } from '../children/index.ts'
import type { Attendance } from './group.ts'

const outcomes = {
  kept: 'Came',
  // Short, so that a drop-down on a phone shows the whole of it.
  missed: 'Missed, not acceptable',
  acceptable: 'Missed, acceptable',
  'not-known': 'Missed, not known yet',
  cancelled: 'Cancelled for this child',
} as const

type Outcome = keyof typeof outcomes
/** Those who did not come: why is asked of them. */
const missing: readonly Outcome[] = ['missed', 'acceptable', 'not-known']
const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'string' && Object.hasOwn(outcomes, value)

const names = ({ appointmentId }: Pick<Attendance, 'appointmentId'>) => ({
  went: `went-${appointmentId}`,
  cause: `cause-${appointmentId}`,
  word: `word-${appointmentId}`,
})

/** A missed one that was followed up is not changed in passing: it is taken back on its own page first. */
export function isAsked({ followedUpAt }: Pick<Attendance, 'followedUpAt'>): boolean {
  return followedUpAt === null
}

/** The answer that the reason is the one written down before, in words of its own. */
const asWritten = 'as-written'

/** The reasons to choose from; one that was written down in words alone stands among them. */
function reasonsFor({ state, missedCode, missedReason }: Attendance, today: Temporal.PlainDate) {
  const reasons = missedCodes(today, missedCode)
  return state === 'missed' && missedCode === ''
    ? [{ value: asWritten, label: missedReason }, ...reasons]
    : reasons
}

const codeTyped = ({ state, missedCode }: Attendance) =>
  state === 'missed' && missedCode === '' ? asWritten : missedCode

/**
 * One short row for each child: whether they came, and folded away under it the reason where one is due and a word; every child
 * on one page.
 */
export function attendanceForm(attendance: readonly Attendance[], today: Temporal.PlainDate): Form<Fields> {
  const fields: Record<string, Fields[string]> = {}
  for (const it of attendance.filter(isAsked)) {
    const { went, cause, word } = names(it)
    const name = nameOf(it)
    const foldedUnder = {
      field: went,
      text: `Why, or a word on ${name}`,
      opensFor: [...missing, 'cancelled'],
    }
    fields[went] = {
      kind: 'choice',
      // One line for each child: ten of them are looked over on a phone.
      as: 'select',
      label: name,
      isUnmarked: true,
      options: Object.entries(outcomes).map(([value, label]) => ({ value, label })),
    }
    fields[cause] = {
      kind: 'choice',
      as: 'select',
      label: `Why did ${name} miss it?`,
      appliesWhen: { field: went, is: missing },
      foldedUnder,
      required: `Choose why ${name} missed it: “not known yet” is an answer`,
      options: reasonsFor(it, today),
    }
    fields[word] = {
      kind: 'text',
      label: `A word on ${name}`,
      isUnmarked: true,
      foldedUnder,
      maxLength: 1_000,
    }
  }
  return form({ id: 'attendance', fields })
}

/** How a child's part stands, as the question has it; '' where nobody has said. */
function outcomeOf({ state, reasonIsAcceptable }: Attendance): Outcome | '' {
  // Only a contact of one child is ever tried: of a session it would say nothing of who came.
  if (state === 'planned' || state === 'tried') return ''
  if (state !== 'missed') return state
  if (reasonIsAcceptable === null) return 'not-known'
  return reasonIsAcceptable ? 'acceptable' : 'missed'
}

/** What the questions hold for the attendance as it is recorded. */
export function attendanceTyped(attendance: readonly Attendance[]): Typed {
  return Object.fromEntries(
    attendance.filter(isAsked).flatMap(it => {
      const { went, cause, word } = names(it)
      return [
        [went, outcomeOf(it)],
        [cause, codeTyped(it)],
        [word, it.whatHappened],
      ]
    }),
  )
}

/**
 * Another number whenever anything about anybody's attendance changes, or somebody is added, hidden or merged away: what
 * a form was opened on. Not a sum, which one gone and another changed could leave as it was.
 */
export function attendanceVersion(
  attendance: readonly Pick<Attendance, 'appointmentId' | 'version'>[],
): number {
  const lines = attendance.map(({ appointmentId, version }) => `${appointmentId} ${version}`)
  return Number.parseInt(fingerprint(lines.toSorted().join('\n')), 36)
}

/** Under this name the button is sent that says of all children of whom nobody has said anything that they came. */
export const othersCame = { name: 'others', value: 'came' } as const

/** What a change is called off for stands in the audit and not in the record. */
export type AttendanceChange = { it: Attendance; change: AppointmentChange; reason: string }

/**
 * What is to be changed, child by child; whoever stands as the record has it is left alone. Whom nobody says anything of
 * stays to be recorded, or came where that is said of all others; what was recorded is not emptied.
 */
export function attendanceChanges(
  attendance: readonly Attendance[],
  answers: Answers,
  {
    by,
    at,
    today,
    doOthersCome = false,
  }: { by: string; at: Temporal.Instant; today: Temporal.PlainDate; doOthersCome?: boolean },
): { changes: AttendanceChange[]; errors: FieldError[] } {
  const changes: AttendanceChange[] = []
  const errors: FieldError[] = []
  for (const it of attendance.filter(isAsked)) {
    const { went, cause, word } = names(it)
    const outcome = answers[went] ?? (doOthersCome && it.state === 'planned' ? 'kept' : undefined)
    const said = (name: string) => String(answers[name] ?? '')
    if (!isOutcome(outcome)) {
      // A word on somebody of whom nobody says whether they came would be lost.
      if (said(word) !== '' && said(word) !== it.whatHappened)
        errors.push({ field: went, message: `Say whether ${nameOf(it)} came: there is a word on them` })
      continue
    }
    const isMissed = missing.includes(outcome)
    const isSame =
      outcome === outcomeOf(it) &&
      (said(word) === it.whatHappened || outcome === 'cancelled') &&
      (!isMissed || said(cause) === codeTyped(it))
    if (isSame) continue
    if (outcome === 'cancelled' && said(word) === '') {
      errors.push({ field: word, message: `Say why it was cancelled for ${nameOf(it)}` })
      continue
    }
    changes.push({ it, change: changeTo(outcome), reason: outcome === 'cancelled' ? said(word) : '' })
    function changeTo(to: Outcome): AppointmentChange {
      if (to === 'cancelled') return { act: 'cancel', at }
      const whatHappened = said(word)
      if (to === 'kept') return { act: 'kept', whatHappened, at }
      const isAsBefore = it.state === 'missed' && said(cause) === codeTyped(it)
      const code = isAsBefore ? it.missedCode : said(cause)
      return {
        act: 'missed',
        // What was written down in words stays, where the reason does.
        reason: isAsBefore ? it.missedReason : codeLabel(code, today),
        code,
        isAcceptable: to === 'not-known' ? null : to === 'acceptable',
        judgedBy: by,
        whatHappened,
        at,
      }
    }
  }
  return { changes, errors }
}
