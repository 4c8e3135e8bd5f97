import { type Fields, formPage, type Typed } from '../../engine/forms/index.ts'
import { type Presence, presences, presenceWords } from '../../engine/forums/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { listAttendance, markAttendance } from './attendanceQueries.ts'
import { type LoadedMeeting, loadKept, loadMeeting } from './loadForum.ts'
import { attendancePath, roomPath } from './paths.ts'
import { type SeatNow, seatsOn } from './roomParts.tsx'
import { listHolders } from './seatQueries.ts'

const nameOf = (seat: string) => `${seat}--name`
const phoneOf = (seat: string) => `${seat}--phone`
const there: readonly Presence[] = ['attended', 'represented']

/** How each seat was filled: in person, by somebody who stood in, or not; and whether by phone. */
export const attendanceRoutes = formPage<Fields, LoadedMeeting & { seats: SeatNow[] }>({
  path: attendancePath,
  permission: 'forums.see',
  change: 'Wrote down who was at a meeting',
  async load(request) {
    const found = await loadMeeting(request, loadKept)
    if (!found.ok) return refused(found.reason)
    const { forum, meeting } = found.value
    if (meeting.state === 'planned' || meeting.state === 'called-off')
      return refused(
        turnBack(
          roomPath.to({ forumId: forum.id, meetingId: meeting.meetingId }),
          'The meeting has not begun.',
        ),
      )
    const [holders, attendance] = await Promise.all([
      listHolders(request.tx, forum.id),
      listAttendance(request.tx, meeting.meetingId),
    ])
    return ok({ ...found.value, seats: seatsOn(forum, meeting.day, holders, attendance) })
  },
  form: ({ seats }) => ({
    id: 'attendance',
    saysOptionalOnce: true,
    fields: Object.fromEntries(seats.flatMap(seat => fieldsOf(seat))),
  }),
  title: () => 'Who is there',
  intro: () => <p class="govuk-body">Leave out what you do not know yet.</p>,
  back: ({ forum, meeting }) => roomPath.to({ forumId: forum.id, meetingId: meeting.meetingId }),
  initial: ({ seats }) => Object.assign({}, ...seats.map(typedOf)),
  submit: 'Save',
  async save({ tx, who, now }, _values, { forum, meeting, seats }, answers) {
    const of = { serviceId: who.serviceId, meetingId: meeting.meetingId, by: who.userId, at: now }
    for (const { id, marked, holders } of seats) {
      const presence = presences.find(each => each === answers[id])
      if (!presence) continue
      const isThere = there.includes(presence)
      const name = isThere ? String(answers[nameOf(id)] ?? '') : (holders[0]?.name ?? '')
      const byPhone = isThere && [answers[phoneOf(id)] ?? []].flat().includes('yes')
      if (marked?.presence === presence && marked.name === name && marked.byPhone === byPhone) continue
      await markAttendance(tx, of, { seat: id, presence, name, byPhone })
    }
    return redirect(roomPath.to({ forumId: forum.id, meetingId: meeting.meetingId }), 'Saved.')
  },
})

function fieldsOf({ id, title }: SeatNow): [string, Fields[string]][] {
  return [
    [
      id,
      {
        kind: 'choice',
        label: title,
        options: presences.map(value => ({ value, label: presenceWords[value] })),
      },
    ],
    [
      nameOf(id),
      {
        kind: 'text',
        label: `Who was there for: ${title}?`,
        required: `Enter who was there for: ${title}`,
        isName: true,
        maxLength: 120,
        appliesWhen: { field: id, is: there },
      },
    ],
    [
      phoneOf(id),
      {
        kind: 'choices',
        label: `Did they join by phone: ${title}?`,
        options: [{ value: 'yes', label: 'By phone' }],
        appliesWhen: { field: id, is: there },
      },
    ],
  ]
}

function typedOf({ id, holders, marked }: SeatNow): Typed {
  return {
    [id]: marked?.presence ?? (holders.length === 0 ? 'not-a-member-then' : ''),
    [nameOf(id)]: marked?.name ?? holders[0]?.name ?? '',
    [phoneOf(id)]: marked?.byPhone ? ['yes'] : [],
  }
}
