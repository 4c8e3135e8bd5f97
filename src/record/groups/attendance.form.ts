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
  missed: 'Missed',
  acceptable: 'Missed, with an acceptable reason',
  cancelled: 'Cancelled for this child',
} as const

type Outcome = keyof typeof outcomes
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

/** One question for each child, with the reason where one is due and a word; every child on one page. */
export function attendanceForm(attendance: readonly Attendance[], today: Temporal.PlainDate): Form<Fields> {
  const fields: Record<string, Fields[string]> = {}
  for (const it of attendance.filter(isAsked)) {
    const { went, cause, word } = names(it)
    const name = nameOf(it)
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
      appliesWhen: { field: went, is: ['missed', 'acceptable'] },
      required: `Choose why ${name} missed it: “not known yet” is an answer`,
      options: missedCodes(today, it.missedCode),
    }
    fields[word] = {
      kind: 'text',
      label: `A word on ${name}`,
      isUnmarked: true,
      appliesWhen: { field: went, is: ['kept', 'missed', 'acceptable', 'cancelled'] },
      maxLength: 1_000,
    }
  }
  return form({ id: 'attendance', fields })
}

/** How a child's part stands, as the question has it; '' where nobody has said. */
function outcomeOf({ state, reasonIsAcceptable }: Attendance): Outcome | '' {
  if (state === 'planned') return ''
  return state === 'missed' && reasonIsAcceptable ? 'acceptable' : state
}

/** What the questions hold for the attendance as it is recorded. */
export function attendanceTyped(attendance: readonly Attendance[]): Typed {
  return Object.fromEntries(
    attendance.filter(isAsked).flatMap(it => {
      const { went, cause, word } = names(it)
      return [
        [went, outcomeOf(it)],
        [cause, it.missedCode],
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
    if (!isOutcome(outcome)) continue
    const isMissed = outcome === 'missed' || outcome === 'acceptable'
    const isSame =
      outcome === outcomeOf(it) &&
      (said(word) === it.whatHappened || outcome === 'cancelled') &&
      (!isMissed || said(cause) === it.missedCode)
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
      const code = said(cause)
      const isAcceptable = to === 'acceptable'
      return {
        act: 'missed',
        reason: codeLabel(code, today),
        code,
        isAcceptable,
        judgedBy: by,
        whatHappened,
        at,
      }
    }
  }
  return { changes, errors }
}
