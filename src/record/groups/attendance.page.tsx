import { type Answers, formPage } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeDay, writeMoment } from '../../kernel/writtenDates.ts'
import { setReason } from '../../platform/database/index.ts'
import { type Request, redirect, turnBack } from '../../platform/http/index.ts'
import {
  appointmentPath,
  changeAppointment,
  listStandingThen,
  lookFirst,
  overdueAtOnce,
  type StandingThen,
  standsAlready,
} from '../appointments/index.ts'
import { nameOf } from '../children/index.ts'
import {
  type AttendanceChange,
  attendanceChanges,
  attendanceForm,
  attendanceTyped,
  attendanceVersion,
  isAsked,
  othersCame,
} from './attendance.form.ts'
import { type Attendance, canRecord, onlySeen } from './group.ts'
import { loadSession } from './loadGroup.ts'
import { attendancePath, sessionPath } from './paths.ts'
import { listAttendance } from './sessionQueries.ts'

/** Who came, all children of a session on one page and saved together. */
export const attendanceRoutes = formPage({
  path: attendancePath,
  permission: 'contacts.record',
  change: 'Recorded who came to the session of a group',
  async load(request) {
    const found = await loadSession(request)
    if (!found.ok) return found
    const { group, session } = found.value
    return canRecord(session, request.now)
      ? ok({ ...found.value, today: request.today })
      : refused(turnBack(sessionPath.to({ ...group, ...session }), 'Who came is recorded once it has begun.'))
  },
  form: ({ attendance, today }) => attendanceForm(attendance, today),
  title: () => 'Who came?',
  intro: ({ group, session, attendance }) => (
    <>
      <p class="govuk-body">
        <bdi>{group.title}</bdi>, {writeMoment(session.startsAt, ukZone)}. {onlySeen}
      </p>
      {attendance
        .filter(it => !isAsked(it))
        .map(it => (
          <p class="govuk-body" key={it.appointmentId}>
            <a class="govuk-link" href={appointmentPath.to(it)}>
              <bdi>{nameOf(it)}</bdi>
            </a>{' '}
            missed it and was followed up.
          </p>
        ))}
    </>
  ),
  back: ({ group, session }) => sessionPath.to({ ...group, ...session }),
  initial: ({ attendance }) => attendanceTyped(attendance),
  version: ({ attendance }) => attendanceVersion(attendance),
  submit: 'Save attendance',
  submitAlso: ({ attendance }) =>
    attendance.some(({ state }) => state === 'planned')
      ? { ...othersCame, text: 'Save, and everybody else came' }
      : undefined,
  async check(request, _values, { attendance }, answers) {
    const { changes, errors } = changesOf(request, attendance, answers)
    if (errors.length > 0) return refused(errors)
    const warned = lookFirst([
      standsAlready(await standingWith(request, changes), request.now, childId =>
        nameIn(attendance, childId),
      ),
      await overdueOf(request, changes),
    ])
    if (!warned || !sayOthersCame(request)) return ok(warned)
    // What the first button said of everybody else holds for the one that saves it all the same.
    const others = <input type="hidden" name={othersCame.name} value={othersCame.value} />
    return ok({
      ...warned,
      body: (
        <>
          {others}
          {warned.body}
        </>
      ),
    })
  },
  async save(request, _values, { group, session, attendance }, answers) {
    const { tx, reach } = request
    const { changes, errors } = changesOf(request, attendance, answers)
    if (errors.length > 0) return { kind: 'errors', errors }
    for (const { it, change, reason } of changes) {
      await setReason(tx, reason)
      if (await changeAppointment(tx, it, change)) continue
      const theirs = await listAttendance(tx, session.sessionId, reach)
      return { kind: 'collision', theirs: attendanceTyped(theirs), version: attendanceVersion(theirs) }
    }
    const words = changes.length === 1 ? '1 child' : `${changes.length} children`
    return redirect(sessionPath.to({ ...group, ...session }), `Attendance of ${words} has been saved.`)
  },
})

const sayOthersCame = ({ sent }: Request) => sent.one(othersCame.name) === othersCame.value

function changesOf(request: Request, attendance: readonly Attendance[], answers: Answers) {
  const { who, now: at, today } = request
  return attendanceChanges(attendance, answers, {
    by: who.userId,
    at,
    today,
    doOthersCome: sayOthersCame(request),
  })
}

function nameIn(attendance: readonly Attendance[], childId: string) {
  const it = attendance.find(each => each.childId === childId)
  return <bdi>{it ? nameOf(it) : ''}</bdi>
}

/** What was recorded elsewhere of those who came or did not, while the session lasted. */
async function standingWith({ tx }: Request, changes: readonly AttendanceChange[]): Promise<StandingThen[]> {
  const recorded = changes.filter(({ change }) => change.act !== 'cancel').map(({ it }) => it)
  const [first] = recorded
  if (!first) return []
  const childIds = recorded.map(({ childId }) => childId)
  const except = recorded.map(({ appointmentId }) => appointmentId)
  const standing = await listStandingThen(tx, { ...first, childIds, except })
  return standing.filter(({ state }) => state !== 'planned')
}

/** Whose follow-up is overdue as soon as it is saved that they did not come. */
async function overdueOf(request: Request, changes: readonly AttendanceChange[]) {
  const late = []
  for (const { it, change } of changes) {
    if (change.act !== 'missed' || change.isAcceptable || it.state === 'missed') continue
    const overdue = await overdueAtOnce(request, it)
    if (overdue) late.push({ it, due: overdue.due })
  }
  if (late.length === 0) return undefined
  return (
    <div key="overdue">
      <p class="govuk-body">
        Their follow-up is overdue as soon as this is saved. Follow them up next, each in the child’s own
        record.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {late.map(({ it, due }) => (
          <li key={it.appointmentId}>
            <bdi>{nameOf(it)}</bdi>: it was due on {writeDay(due)}.
          </li>
        ))}
      </ul>
    </div>
  )
}
