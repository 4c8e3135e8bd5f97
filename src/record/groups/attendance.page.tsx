import { formPage } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { setReason } from '../../platform/database/index.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { appointmentPath, changeAppointment } from '../appointments/index.ts'
import { nameOf } from '../children/index.ts'
import {
  attendanceChanges,
  attendanceForm,
  attendanceTyped,
  attendanceVersion,
  isAsked,
  othersCame,
} from './attendance.form.ts'
import { canRecord, onlySeen } from './group.ts'
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
  async save({ tx, who, now, today, reach, sent }, _values, { group, session, attendance }, answers) {
    const { changes, errors } = attendanceChanges(attendance, answers, {
      by: who.userId,
      at: now,
      today,
      doOthersCome: sent.one(othersCame.name) === othersCame.value,
    })
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
