import { type Forum, findDecision, findSeat, meetingDays } from '../../engine/forums/index.ts'
import { findForum, practiceInUse } from '../../engine/packs/index.ts'
import type { Work } from '../../platform/database/index.ts'
import {
  changeItem,
  changeMeeting,
  findItem,
  insertHolder,
  insertItem,
  insertMeetings,
  isBrought,
  listHolders,
  listMeetingsBefore,
  listMeetingsFrom,
  type Meeting,
  markAttendance,
  placeWaiting,
  saveReturn,
} from '../../service/forums/index.ts'
import { type Making, type OpenedCase, onBehalfOf, userId } from './making.ts'
import { type DemonstrationEmail, demonstrationPeople } from './people.ts'
import { discussed, outsiders, papers, returned } from './wordsOfForums.ts'

const keeper: DemonstrationEmail = 'manager@demo.throughline.invalid'

/** Standing meetings: who sits in them, the meetings of some months, and what was and will be discussed. */
export async function addForums(making: Making): Promise<void> {
  await onBehalfOf(making, keeper, async tx => {
    for (const forum of practiceInUse().forums) {
      await seatEverybody(making, tx, forum)
      await planMeetings(making, tx, forum)
    }
  })
  const cases = making.opened.filter(({ holder, ending }) => holder !== undefined && ending === null)
  for (const [index, it] of discussed.entries()) {
    const about = cases[(index * (cases.length > 30 ? 3 : 1)) % Math.max(1, cases.length)]
    if (about) await discuss(making, it, about)
  }
  for (const paper of papers) await bringPaper(making, paper)
  await onBehalfOf(making, keeper, async tx => {
    for (const { id } of practiceInUse().forums) {
      for (const meeting of await listMeetingsBefore(tx, id, making.today, 100))
        await close(making, tx, meeting)
      await placeWaiting(tx, id, making.today)
    }
  })
}

/** Each seat goes to whoever of the service has its role, or else to somebody from outside. */
async function seatEverybody(making: Making, tx: Work, forum: Forum): Promise<void> {
  const taken = new Set<string>()
  for (const [seat, { roles = [], agency }] of Object.entries(forum.seats)) {
    const person = demonstrationPeople.find(
      it => !taken.has(it.name) && it.roles.some(role => (roles as readonly string[]).includes(role)),
    )
    const name = person?.name ?? outsiders[agency]?.find(each => !taken.has(each))
    if (name === undefined) continue
    taken.add(name)
    await insertHolder(tx, making.serviceId, {
      forum: forum.id,
      seat,
      userId: person ? userId(making, person.email) : null,
      name,
      email: person ? '' : `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@partner.example.invalid`,
      from: making.today.subtract({ months: 14 }),
    })
  }
}

async function planMeetings(making: Making, tx: Work, { id, cadence }: Forum): Promise<void> {
  const { serviceId, today } = making
  const { bankHolidays } = practiceInUse().calendars
  const monthsBack = cadence.kind === 'weeks' ? 2 : 7
  const from = today.subtract({ months: monthsBack })
  const days = meetingDays(cadence, from, today.add({ months: 3 }), bankHolidays)
  const met = days.filter(({ holiday }) => holiday === undefined).map(({ day }) => day)
  // The panel of the week also meets today, whatever the day: the tour opens its room.
  if (id === 'joint-decision-panel' && !met.some(day => day.equals(today))) met.push(today)
  const said = met.map(day => ({
    day,
    at: Temporal.PlainTime.from(cadence.at),
    minutes: cadence.minutes,
    place: 'Brook House, room 3',
    joinsBy: '',
  }))
  await insertMeetings(tx, { serviceId, forum: id, by: userId(making, keeper) }, said)
}

/** The meeting so many back; 0: the next. */
async function meetingOf(
  tx: Work,
  { today }: Making,
  forum: string,
  ago: number,
): Promise<Meeting | undefined> {
  return ago === 0
    ? (await listMeetingsFrom(tx, forum, today))[0]
    : (await listMeetingsBefore(tx, forum, today, ago))[ago - 1]
}

async function discuss(making: Making, it: (typeof discussed)[number], about: OpenedCase): Promise<void> {
  const { serviceId, now } = making
  const forum = findForum(practiceInUse(), it.forum)
  if (!forum || !about.holder) return
  await onBehalfOf(making, about.holder, async (tx, by) => {
    const meeting = await meetingOf(tx, making, forum.id, it.ago)
    if (!meeting || (await isBrought(tx, forum.id, about.childId, meeting.meetingId))) return
    const asked = Object.keys(forum.referral)
    const itemId = await insertItem(tx, {
      serviceId,
      forum: forum.id,
      childId: about.childId,
      involvementId: about.involvementId,
      meetingId: meeting.meetingId,
      referral: { why: it.why, ...(asked.includes('knows') && { knows: 'yes' }) },
      by,
      at: now.subtract({ hours: 24 * (5 + 7 * it.ago) }),
    })
    if ('decision' in it) await decide(making, tx, itemId, it, meeting, { ...about, forum })
    else await bringSome(making, tx, forum, itemId, about.childId, by)
  })
}

/** Some agencies have said what they know before the next meeting; the others are still asked. */
async function bringSome(
  { serviceId, now }: Making,
  tx: Work,
  forum: Forum,
  itemId: string,
  childId: string,
  by: string,
): Promise<void> {
  for (const { seat, name, answers } of returned) {
    const { brings } = findSeat(forum, seat) ?? {}
    if (!brings || Object.keys(answers).some(key => !Object.hasOwn(brings.asks, key))) continue
    await saveReturn(
      tx,
      { serviceId, itemId, childId, seat, answers, knowsNothing: false, by, name, at: now },
      0,
    )
  }
}

async function bringPaper(making: Making, it: (typeof papers)[number]): Promise<void> {
  const forum = findForum(practiceInUse(), 'board')
  if (!forum) return
  await onBehalfOf(making, keeper, async (tx, by) => {
    const meeting = await meetingOf(tx, making, forum.id, it.ago)
    if (!meeting) return
    const itemId = await insertItem(tx, {
      serviceId: making.serviceId,
      forum: forum.id,
      title: it.title,
      meetingId: meeting.meetingId,
      referral: { about: it.about },
      by,
      at: making.now.subtract({ hours: 24 * 8 }),
    })
    if ('decision' in it)
      await decide(making, tx, itemId, { ...it, answers: {}, dissent: '' }, meeting, { forum })
  })
}

type Said = { decision: string; answers: Record<string, string | number>; reasons: string; dissent: string }

/** What was decided, and the day on which it comes back. */
async function decide(
  { serviceId }: Making,
  tx: Work,
  itemId: string,
  { decision, answers, reasons, dissent }: Said,
  meeting: Meeting,
  of: { forum: Forum; childId?: string; involvementId?: string },
): Promise<void> {
  const item = await findItem(tx, itemId)
  if (!item) return
  const at = meeting.day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: meeting.at }).toInstant()
  const said = { decision, decisionAnswers: answers, reasons, dissent }
  await changeItem(tx, item, { state: 'decided', ...said, decidedBy: item.referredById, decidedAt: at })
  const { sets, putsOff } = findDecision(of.forum, decision) ?? {}
  if (!putsOff && sets?.backInWeeks === undefined) return
  await insertItem(tx, {
    serviceId,
    forum: of.forum.id,
    childId: of.childId,
    involvementId: of.involvementId,
    dueOn:
      sets?.backInWeeks === undefined
        ? meeting.day.add({ days: 1 })
        : meeting.day.add({ weeks: sets.backInWeeks }),
    referral: item.referral,
    by: item.referredById,
    at,
    followsId: itemId,
  })
}

/** A meeting that is over, with who was there: one stood in for another, one joined by phone, one sent apologies. */
async function close(making: Making, tx: Work, meeting: Meeting): Promise<void> {
  const forum = findForum(practiceInUse(), meeting.forum)
  if (meeting.state !== 'planned' || !forum) return
  const of = {
    serviceId: making.serviceId,
    meetingId: meeting.meetingId,
    by: userId(making, keeper),
    at: making.now,
  }
  const holders = await listHolders(tx, forum.id)
  for (const [index, seat] of Object.keys(forum.seats).entries()) {
    const name = holders.find(it => it.seat === seat)?.name
    if (name === undefined) continue
    const turn = (index + meeting.day.day) % 9
    const presence = turn === 7 ? 'apologies' : turn === 5 ? 'represented' : 'attended'
    await markAttendance(tx, of, {
      seat,
      presence,
      name: presence === 'represented' ? 'Dale Renshaw' : name,
      byPhone: turn === 3,
    })
  }
  const opened = meeting.day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: meeting.at }).toInstant()
  const closedAt = opened.add({ minutes: meeting.minutes })
  await changeMeeting(tx, meeting, { state: 'closed', openedAt: opened, closedAt, itemId: null })
}
