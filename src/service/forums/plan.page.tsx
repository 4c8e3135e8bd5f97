import { type Fields, form, formPage } from '../../engine/forms/index.ts'
import { meetingDays } from '../../engine/forums/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeDay } from '../../kernel/writtenDates.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { placeWaiting } from './itemQueries.ts'
import { loadKept } from './loadForum.ts'
import { insertMeetings, listMeetingsFrom } from './meetingQueries.ts'
import { addMeetingPath, forumPath, planMeetingsPath } from './paths.ts'

/** So far ahead meetings are offered. */
const monthsAhead = 6

/** Where a meeting is, and how to join it: asked wherever one is planned or changed. */
export const whereFields = {
  place: { kind: 'text', label: 'Where?', hint: 'A room, or “Online”.', maxLength: 200 },
  joins: {
    kind: 'text',
    label: 'How do people join from elsewhere?',
    hint: 'A number to ring, or the address of the call.',
    maxLength: 500,
  },
} as const

const timeFields = {
  day: {
    kind: 'date',
    label: 'On which day?',
    required: 'Enter the day of the meeting',
    notBeforeToday: 'The day of the meeting cannot be in the past',
  },
  at: { kind: 'time', label: 'At what time?', required: 'Enter the time at which it begins' },
  minutes: {
    kind: 'number',
    label: 'For how many minutes?',
    required: 'Enter how many minutes it lasts',
    min: 5,
    max: 600,
  },
} as const

/** Asked of one meeting. */
export const meetingFields = { ...timeFields, ...whereFields }

/** The days on which the forum meets by its cadence are offered; bank holidays are said and not ticked. */
export const planRoutes = formPage({
  path: planMeetingsPath,
  permission: 'forums.see',
  change: 'Planned meetings',
  async load(request) {
    const found = await loadKept(request)
    if (!found.ok) return found
    const { forum } = found.value
    const { calendars } = practiceInUse()
    const until = request.today.add({ months: monthsAhead })
    const standing = await listMeetingsFrom(request.tx, forum.id, request.today)
    const isPlanned = (day: Temporal.PlainDate) =>
      standing.some(it => it.state !== 'called-off' && it.day.equals(day))
    const days = meetingDays(forum.cadence, request.today, until, calendars.bankHolidays).filter(
      ({ day }) => !isPlanned(day),
    )
    if (days.length > 0) return ok({ ...found.value, days })
    const why =
      forum.cadence.kind === 'as-needed'
        ? 'It meets when it is needed: add one meeting.'
        : `All its meetings of the next ${monthsAhead} months are planned.`
    return refused(turnBack(forumPath.to({ forumId: forum.id }), why))
  },
  form: ({ days }) =>
    form<Fields>({
      id: 'plan-meetings',
      fields: {
        days: {
          kind: 'choices',
          label: 'Which meetings are planned?',
          hint: 'Take away the tick from those that are not to be.',
          required: 'Choose at least one day',
          options: days.map(({ day, holiday }) => ({
            value: day.toString(),
            label: writeDay(day),
            ...(holiday && { hint: `Bank holiday: ${holiday}. Choose another day with “Add one meeting”.` }),
          })),
        },
        ...whereFields,
      },
    }),
  title: ({ forum }) => `Plan meetings: ${forum.title}`,
  back: ({ forum }) => forumPath.to({ forumId: forum.id }),
  initial: ({ days }) => ({
    days: days.filter(({ holiday }) => holiday === undefined).map(({ day }) => day.toString()),
  }),
  submit: 'Plan these meetings',
  async save(request, values, { forum }) {
    const { tx, who, today } = request
    const { at, minutes } = forum.cadence
    const chosen = [values.days ?? []].flat().map(String)
    const place = String(values.place ?? '')
    const joinsBy = String(values.joins ?? '')
    const said = chosen.map(day => ({
      day: Temporal.PlainDate.from(day),
      at: Temporal.PlainTime.from(at),
      minutes,
      place,
      joinsBy,
    }))
    const planned = await insertMeetings(
      tx,
      { serviceId: who.serviceId, forum: forum.id, by: who.userId },
      said,
    )
    await placeWaiting(tx, forum.id, today)
    const words = planned === 1 ? '1 meeting is planned.' : `${planned} meetings are planned.`
    return redirect(forumPath.to({ forumId: forum.id }), words)
  },
})

/** One meeting by hand: of a forum that meets when it is needed, or on another day than usual. */
export const addMeetingRoutes = formPage({
  path: addMeetingPath,
  permission: 'forums.see',
  change: 'Planned a meeting',
  load: loadKept,
  form: () => form({ id: 'meeting', fields: meetingFields }),
  title: ({ forum }) => `Add one meeting: ${forum.title}`,
  back: ({ forum }) => forumPath.to({ forumId: forum.id }),
  initial: ({ forum }) => ({ at: forum.cadence.at, minutes: String(forum.cadence.minutes) }),
  submit: 'Plan it',
  async save({ tx, who, today }, { day, at, minutes, place, joins }, { forum }) {
    const of = { serviceId: who.serviceId, forum: forum.id, by: who.userId }
    const planned = await insertMeetings(tx, of, [{ day, at, minutes, place, joinsBy: joins }])
    if (planned === 0)
      return {
        kind: 'errors',
        errors: [{ field: 'at', message: 'It meets on this day at this time already' }],
      }
    await placeWaiting(tx, forum.id, today)
    return redirect(forumPath.to({ forumId: forum.id }), 'The meeting is planned.')
  },
})
