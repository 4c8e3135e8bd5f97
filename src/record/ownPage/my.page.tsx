import ical, { ICalCalendarMethod } from 'ical-generator'
import { type Answer, redirect, route, type Visit } from '../../platform/http/index.ts'
import { isPassword } from '../../platform/identity/index.ts'
import { lookFrom } from '../easyRead/index.ts'
import { currentPlans, insertProgress } from '../plans/index.ts'
import { type OwnMeeting, readContent, readMeetings } from './content.ts'
import { insertMessage } from './messageQueries.ts'
import { MyPage, pageTitle } from './my.tsx'
import { ownLastMark, saidBy } from './ownMarks.ts'
import { openMinutes, pinFrom, standingOf } from './ownPage.ts'
import {
  closePage,
  countTry,
  endAfterTries,
  type FoundPage,
  findOwnPage,
  listPagesOfReader,
  markUsed,
  openPage,
} from './ownPageQueries.ts'
import {
  cannotComePath,
  closeOwnPagePath,
  openOwnPagePath,
  ownCalendarPath,
  ownLookPath,
  ownMarkPath,
  ownPagePath,
  ownSayPath,
} from './paths.ts'
import { asPage, lookCookie, onOpenPage, openCookie, overPage, ownPage, pinPage } from './visit.tsx'
import type { Unsaid } from './writing.tsx'

/** The longest that is taken of what is said on a page. */
const mostLetters = 1_000

const backTo = (visit: Visit, at: string, done: string) =>
  redirect(`${ownPagePath.to({ token: visit.params.token ?? '' })}#${at}`, done)

type Opened = Parameters<Parameters<typeof onOpenPage>[2]>[0]

/** The page with what could not be taken; nothing that was typed is lost. */
async function again(visit: Visit, { it, tx }: Opened, unsaid: Unsaid): Promise<Answer> {
  const content = await readContent(tx, it, visit.now)
  const body = <MyPage visit={visit} it={it} content={content} unsaid={unsaid} />
  return ownPage(visit, pageTitle(it.whose), body, 422)
}

/** Reads words that were sent. @returns what is wrong with them, where something is */
function readWords(visit: Visit, at: string): { words: string } | { unsaid: Unsaid } {
  const typed = visit.sent.one('words')
  const words = typed.trim()
  if (words === '') return { unsaid: { at, typed, message: 'Write a few words first' } }
  if (words.length > mostLetters)
    return { unsaid: { at, typed, message: `Write less: at most ${mostLetters} letters` } }
  return { words }
}

async function open(visit: Visit): Promise<Answer> {
  const it = await findOwnPage(visit.platform.db, visit.params.token ?? '')
  const standing = it && standingOf(it, visit.now)
  if (!it || !standing || standing.kind === 'over') return overPage(visit)
  const pin = pinFrom(visit.sent.one('pin'))
  if (standing.kind === 'usable' && pin === '') return pinPage(visit, standing, 'Type the four numbers')
  // Counted before it is looked at, and kept whatever comes of it.
  const mayTry = await asPage(visit, it, 'Tried a PIN of a page of their own', tx =>
    countTry(tx, it, visit.now),
  )
  if (mayTry && (await isPassword(pin, it.pinHash))) {
    const value = await asPage(visit, it, 'Opened a page of their own', tx => openPage(tx, it, visit.now))
    const to = ownPagePath.to({ token: visit.params.token ?? '' })
    return { kind: 'redirect', to, cookies: [{ name: openCookie, value, maxAgeSeconds: openMinutes * 60 }] }
  }
  await asPage(visit, it, 'Ended a page of their own after too many wrong PINs', tx =>
    endAfterTries(tx, it, visit.now),
  )
  const after = await findOwnPage(visit.platform.db, visit.params.token ?? '')
  const stands = after && standingOf(after, visit.now)
  if (!stands || stands.kind === 'over') return overPage(visit)
  return pinPage(visit, stands, 'That is not the PIN. Look again and type it slowly')
}

async function close(visit: Visit): Promise<Answer> {
  const to = ownPagePath.to({ token: visit.params.token ?? '' })
  const it = await findOwnPage(visit.platform.db, visit.params.token ?? '')
  const kept = visit.cookies[openCookie]
  if (it && kept)
    await asPage(visit, it, 'Closed a page of their own', tx => closePage(tx, it, kept, visit.now))
  return { kind: 'redirect', to, cookies: [{ name: openCookie, value: undefined }] }
}

async function mark(visit: Visit, opened: Opened): Promise<Answer> {
  const { it, tx } = opened
  const { inForce } = it.shares.includes('plan') ? await currentPlans(tx, it.childId) : { inForce: undefined }
  const goal = inForce?.goals.find(
    ({ goalId, outcome }) => goalId === visit.params.goalId && outcome === null,
  )
  if (!goal) return backTo(visit, 'plan', 'That goal is not in the plan any more.')
  const at = `goal-${goal.goalId}`
  const typed = visit.sent.one('mark')
  if (!/^(\d|10)$/.test(typed)) return again(visit, opened, { at, typed, message: 'Pick a number' })
  const value = Number(typed)
  const said = saidBy[it.whose]
  const last = ownLastMark(goal, it.whose, await listPagesOfReader(tx, it))
  // Sent again because its answer was lost.
  const isThere = last?.mark === value && last.recordedBy === null && last.on.equals(visit.today)
  if (!isThere)
    await insertProgress(tx, {
      ...{ serviceId: it.serviceId, childId: it.childId, lineId: goal.lineId, ownPageId: it.ownPageId },
      ...{ mark: value, saidBy: said, words: '', on: visit.today, at: visit.now },
    })
  return backTo(visit, at, 'Saved. Thank you.')
}

async function cannotCome(visit: Visit, opened: Opened): Promise<Answer> {
  const { it, tx } = opened
  const meetings = it.shares.includes('meetings') ? await readMeetings(tx, it, visit.now) : []
  const meeting = meetings.find(({ appointmentId }) => appointmentId === visit.params.appointmentId)
  if (!meeting) return backTo(visit, 'meetings', 'That meeting is over or has been moved.')
  const at = `meeting-${meeting.appointmentId}`
  const read = readWords(visit, at)
  if ('unsaid' in read) return again(visit, opened, read.unsaid)
  const { appointmentId } = meeting
  await insertMessage(tx, it, { appointmentId, words: read.words, at: visit.now })
  return backTo(visit, at, 'We got it. Is it soon? Then ring as well.')
}

async function say(visit: Visit, opened: Opened): Promise<Answer> {
  const read = readWords(visit, 'think')
  if ('unsaid' in read) return again(visit, opened, read.unsaid)
  await insertMessage(opened.tx, opened.it, { appointmentId: null, words: read.words, at: visit.now })
  return backTo(visit, 'say', 'Thank you. We got it. Somebody here will read it.')
}

/** A calendar is seen on the screen of a phone that is locked: it says when, and nothing of what or where. */
function calendarOf(meetings: readonly OwnMeeting[], now: Temporal.Instant): string {
  const calendar = ical({
    prodId: { company: 'Own page', product: 'meetings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { appointmentId, version, startsAt, minutes } of meetings)
    calendar.createEvent({
      id: appointmentId,
      sequence: version,
      stamp: now.toString(),
      start: startsAt.toString(),
      end: startsAt.add({ minutes }).toString(),
      summary: 'Meeting',
    })
  return calendar.toString()
}

const seen = (it: FoundPage) =>
  it.whose === 'child' ? 'The child looked at their own page' : 'A parent looked at their own page'

/** The page of a child or a parent, by its link and PIN, without signing in. */
export const myRoutes = [
  route({
    method: 'GET',
    path: ownPagePath,
    permission: 'anyone',
    perMinute: 120,
    audit: { kind: 'view', what: 'Looked at a page of their own' },
    handle: visit =>
      onOpenPage(visit, 'Looked at what is shared', async ({ it, tx }) => {
        const content = await readContent(tx, it, visit.now)
        await markUsed(tx, it, visit.now, seen(it))
        return ownPage(visit, pageTitle(it.whose), <MyPage visit={visit} it={it} content={content} />)
      }),
  }),
  route({
    method: 'POST',
    path: openOwnPagePath,
    permission: 'anyone',
    hasSecrets: true,
    perMinute: 60,
    audit: { kind: 'change', what: 'Opened a page of their own' },
    handle: open,
  }),
  route({
    method: 'POST',
    path: closeOwnPagePath,
    permission: 'anyone',
    perMinute: 60,
    audit: { kind: 'change', what: 'Closed a page of their own' },
    handle: close,
  }),
  route({
    method: 'POST',
    path: ownLookPath,
    permission: 'anyone',
    perMinute: 60,
    audit: { kind: 'none', why: 'how a page looks, kept by the browser' },
    async handle(visit) {
      const to = ownPagePath.to({ token: visit.params.token ?? '' })
      const value = lookFrom(visit.sent.all('look')).join('.') || undefined
      return { kind: 'redirect', to, cookies: [{ name: lookCookie, value, maxAgeSeconds: 366 * 86_400 }] }
    },
  }),
  route({
    method: 'POST',
    path: ownMarkPath,
    permission: 'anyone',
    perMinute: 60,
    audit: { kind: 'change', what: 'Said how a goal is going' },
    handle: visit => onOpenPage(visit, 'Said how a goal is going', opened => mark(visit, opened)),
  }),
  route({
    method: 'POST',
    path: cannotComePath,
    permission: 'anyone',
    perMinute: 60,
    audit: { kind: 'change', what: 'Said why they cannot come' },
    handle: visit => onOpenPage(visit, 'Said why they cannot come', opened => cannotCome(visit, opened)),
  }),
  route({
    method: 'POST',
    path: ownSayPath,
    permission: 'anyone',
    perMinute: 60,
    audit: { kind: 'change', what: 'Said what they think' },
    handle: visit => onOpenPage(visit, 'Said what they think', opened => say(visit, opened)),
  }),
  route({
    method: 'GET',
    path: ownCalendarPath,
    permission: 'anyone',
    perMinute: 60,
    audit: { kind: 'view', what: 'Took the meetings from a page of their own' },
    handle: visit =>
      onOpenPage(visit, 'Took the meetings', async ({ it, tx, purpose }) => {
        const meetings = it.shares.includes('meetings') ? await readMeetings(tx, it, visit.now) : []
        await markUsed(tx, it, visit.now, purpose)
        const bytes = calendarOf(meetings, visit.now)
        return { kind: 'file', name: 'meetings.ics', type: 'text/calendar; charset=utf-8', bytes }
      }),
  }),
]
