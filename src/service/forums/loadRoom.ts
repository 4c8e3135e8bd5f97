import type { Request } from '../../platform/http/index.ts'
import { listOpenCases } from '../../record/cases/index.ts'
import { actionsAbout } from '../actions/index.ts'
import { listAttendance } from './attendanceQueries.ts'
import { type Item, listAgenda } from './itemQueries.ts'
import type { LoadedMeeting } from './loadForum.ts'
import { listReturns } from './returnQueries.ts'
import { type Brought, seatsOn } from './roomParts.tsx'
import { listHolders } from './seatQueries.ts'

/** Everything that the room shows of a meeting now. */
export async function loadRoom({ tx }: Request, { forum, meeting }: LoadedMeeting) {
  const [agenda, holders, attendance] = await Promise.all([
    listAgenda(tx, meeting.meetingId),
    listHolders(tx, forum.id),
    listAttendance(tx, meeting.meetingId),
  ])
  const place = agenda.findIndex(({ itemId }) => itemId === meeting.itemId)
  const item = agenda[place]
  const seats = seatsOn(forum, meeting.day, holders, attendance)
  return { agenda, attendance, seats, place, brought: item && (await loadBrought(tx, item)) }
}

/** What was brought about one item. */
export async function loadBrought(tx: Request['tx'], item: Item): Promise<Brought> {
  const [returns, cases, actions] = await Promise.all([
    listReturns(tx, [item.itemId]),
    item.childId === null ? [] : listOpenCases(tx, [item.childId]),
    actionsAbout(tx, 'forum-item', [item.itemId]),
  ])
  return { item, returns, cases, actions }
}

/** For which seats somebody may bring something: their own; of one who looks after the meeting, all, on behalf of others. */
export const bringsFor = ({ forum, access }: Pick<LoadedMeeting, 'forum' | 'access'>): readonly string[] =>
  access.keeps ? Object.keys(forum.seats) : access.seats
