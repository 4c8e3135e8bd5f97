import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { changeItem, listAgenda, placeWaiting } from './itemQueries.ts'
import { loadKept, loadMeeting } from './loadForum.ts'
import { changeMeeting } from './meetingQueries.ts'
import { closeRoomPath, minutesPath, roomPath } from './paths.ts'
import { titleOf } from './words.tsx'

/** Ends the meeting: what is not decided goes to the next. */
export const closeRoutes = formPage({
  path: closeRoomPath,
  permission: 'forums.see',
  change: 'Ended a meeting',
  async load(request) {
    const found = await loadMeeting(request, loadKept)
    if (!found.ok) return refused(found.reason)
    const { forum, meeting } = found.value
    if (meeting.state !== 'open')
      return refused(
        turnBack(
          roomPath.to({ forumId: forum.id, meetingId: meeting.meetingId }),
          'The meeting does not go on now.',
        ),
      )
    const agenda = await listAgenda(request.tx, meeting.meetingId)
    const open = agenda.filter(({ state }) => state === 'waiting')
    request.seen(
      open.flatMap(({ childId }) => childId ?? []),
      `Not decided: ${forum.title}`,
    )
    return ok({ ...found.value, open })
  },
  form: () =>
    form({
      id: 'close-meeting',
      fields: {
        notes: {
          kind: 'textarea',
          label: 'What else shall the minutes say?',
          hint: 'What was reported, thanks, the next steps for all.',
          maxLength: 5_000,
          rows: 4,
        },
      },
    }),
  title: () => 'End the meeting',
  intro: ({ open }) =>
    open.length === 0 ? (
      <p class="govuk-body">Everything on the agenda is decided.</p>
    ) : (
      <>
        <p class="govuk-body">Not decided. It goes to the next meeting:</p>
        <ul class="govuk-list govuk-list--bullet">
          {open.map(item => (
            <li key={item.itemId}>
              <bdi>{titleOf(item)}</bdi>
            </li>
          ))}
        </ul>
      </>
    ),
  back: ({ forum, meeting }) => roomPath.to({ forumId: forum.id, meetingId: meeting.meetingId }),
  initial: ({ meeting }) => ({ notes: meeting.notes }),
  version: ({ meeting }) => meeting.version,
  submit: 'End the meeting',
  leave: 'Go on with it',
  async save(request, { notes }, { forum, meeting, open }) {
    const { tx, now, today } = request
    await changeMeeting(tx, meeting, { state: 'closed', closedAt: now, itemId: null, notes })
    for (const item of open)
      await changeItem(tx, item, { meetingId: null, dueOn: meeting.day.add({ days: 1 }) })
    await placeWaiting(tx, forum.id, today)
    return redirect(
      minutesPath.to({ forumId: forum.id, meetingId: meeting.meetingId }),
      'The meeting is over.',
    )
  },
})
