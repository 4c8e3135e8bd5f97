import { form, formPage, typedDate } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { changeItem, listAgenda, placeWaiting } from './itemQueries.ts'
import { type LoadedMeeting, loadKept, loadMeeting } from './loadForum.ts'
import { changeMeeting, findMeeting, isTaken, type Meeting } from './meetingQueries.ts'
import { callOffPath, changeMeetingPath, forumPath, meetingPath } from './paths.ts'
import { meetingFields } from './plan.page.tsx'
import { whenWords } from './words.tsx'

/** A meeting that has not begun, for whoever looks after it. */
async function loadPlanned(request: Request) {
  const found = await loadMeeting(request, loadKept)
  if (!found.ok || found.value.meeting.state === 'planned') return found
  return refused(turnBack(pageOf(found.value), 'Only a meeting that has not begun can be changed.'))
}

const pageOf = ({ forum, meeting }: LoadedMeeting) =>
  meetingPath.to({ forumId: forum.id, meetingId: meeting.meetingId })

const typedOf = (it: Meeting) => ({
  day: typedDate(it.day),
  at: it.at.toString({ smallestUnit: 'minute' }),
  minutes: String(it.minutes),
  place: it.place,
  joins: it.joinsBy,
})

/** Another day, hour or place. */
export const changeMeetingRoutes = formPage({
  path: changeMeetingPath,
  permission: 'forums.see',
  change: 'Changed a meeting',
  load: loadPlanned,
  form: () => form({ id: 'meeting', fields: meetingFields }),
  title: ({ meeting }) => `Change the meeting of ${whenWords(meeting)}`,
  back: it => pageOf(it),
  initial: ({ meeting }) => typedOf(meeting),
  version: ({ meeting }) => meeting.version,
  row: ({ meeting }) => ({ table: 'forum_meeting', key: { meeting_id: meeting.meetingId } }),
  submit: 'Save',
  async save({ tx }, { day, at, minutes, place, joins }, loaded) {
    const { forum, meeting } = loaded
    if (await isTaken(tx, forum.id, { day, at }, meeting.meetingId))
      return {
        kind: 'errors',
        errors: [{ field: 'at', message: 'It meets on this day at this time already' }],
      }
    if (await changeMeeting(tx, meeting, { day, at, minutes, place, joinsBy: joins }))
      return redirect(pageOf(loaded), 'The meeting is changed.')
    const theirs = await findMeeting(tx, meeting.meetingId)
    return theirs ? { kind: 'collision', theirs: typedOf(theirs), version: theirs.version } : notFound
  },
})

/** Calls a meeting off: what stood on its agenda goes to the next. */
export const callOffRoutes = formPage({
  path: callOffPath,
  permission: 'forums.see',
  change: 'Called off a meeting',
  async load(request) {
    const found = await loadPlanned(request)
    if (!found.ok) return refused(found.reason)
    return ok({ ...found.value, agenda: await listAgenda(request.tx, found.value.meeting.meetingId) })
  },
  form: () =>
    form({
      id: 'call-off',
      fields: {
        why: {
          kind: 'textarea',
          label: 'Why is it called off?',
          required: 'Say why it is called off',
          maxLength: 500,
          rows: 3,
        },
      },
    }),
  title: ({ meeting }) => `Call off the meeting of ${whenWords(meeting)}`,
  intro: ({ agenda }) => (
    <p class="govuk-body">
      {agenda.length === 0
        ? 'Nothing stands on its agenda.'
        : `What stands on its agenda (${agenda.length}) goes to the next meeting that is planned.`}
    </p>
  ),
  back: it => pageOf(it),
  version: ({ meeting }) => meeting.version,
  submit: 'Call it off',
  leave: 'Leave it as it is',
  isWarning: true,
  async save({ tx, today }, { why }, { forum, meeting, agenda }) {
    await changeMeeting(tx, meeting, { state: 'called-off', stateReason: why })
    for (const item of agenda) await changeItem(tx, item, { meetingId: null, dueOn: meeting.day })
    await placeWaiting(tx, forum.id, today)
    return redirect(forumPath.to({ forumId: forum.id }), 'The meeting is called off.')
  },
})
