import type { Work } from '../../platform/database/index.ts'
import { changeAppointment } from '../../record/appointments/index.ts'
import {
  changeGroup,
  findGroup,
  insertGroup,
  insertMember,
  insertSession,
  listAttendance,
} from '../../record/groups/index.ts'
import { type Chance, chance } from './chance.ts'
import { atTime, type Making, type OpenedCase, onBehalfOf, userId } from './making.ts'
import type { DemonstrationEmail } from './people.ts'
import { groupWords, whyNotAtGroup } from './wordsSaid.ts'
import { workingDaysAgo } from './workDays.ts'

type DemonstrationGroup = {
  title: string
  about: string
  lead: DemonstrationEmail
  place: string
  time: string
  /** Working days before today on which it met, or after it, as negative numbers, on which it is going to. */
  sessions: readonly { weekdaysAgo: number; title: string }[]
  size: number
  hasEnded?: boolean
}

/** Groups of the demonstration, all invented: in the evening, after the hours in which each child is met alone. */
const groups: readonly DemonstrationGroup[] = [
  {
    title: 'Bicycle workshop',
    about: 'Five sessions. Everybody builds one bicycle to keep and one to give away.',
    lead: 'officer@demo.throughline.invalid',
    place: 'The Mill',
    time: '18:15',
    sessions: [
      { weekdaysAgo: 15, title: 'Frames and wheels' },
      { weekdaysAgo: 10, title: 'Brakes' },
      { weekdaysAgo: 5, title: 'Gears' },
      { weekdaysAgo: 0, title: 'Painting' },
      { weekdaysAgo: -5, title: 'Riding out' },
    ],
    size: 5,
  },
  {
    title: 'Staying safe with friends',
    about: 'Five sessions about friends, phones and saying no. With the school nurse.',
    lead: 'officer4@demo.throughline.invalid',
    place: 'Brook House',
    time: '18:15',
    sessions: [
      { weekdaysAgo: 12, title: 'Who is a friend?' },
      { weekdaysAgo: 7, title: 'My phone' },
      { weekdaysAgo: 2, title: 'Saying no' },
      { weekdaysAgo: -3, title: 'The way home' },
      { weekdaysAgo: -8, title: 'What I want' },
    ],
    size: 6,
  },
  {
    title: 'Cooking together',
    about: 'Two evenings in the kitchen, and a meal for the families at the end.',
    lead: 'officer3@demo.throughline.invalid',
    place: 'The Mill',
    time: '18:15',
    sessions: [
      { weekdaysAgo: 21, title: 'Bread' },
      { weekdaysAgo: 16, title: 'A meal for the families' },
    ],
    size: 4,
    hasEnded: true,
  },
]

/** Adds the groups with the children in them, their sessions, and who came. */
export async function addGroups(making: Making): Promise<void> {
  const by = chance(making.seed + 1)
  // In a group are those whose work has gone on for longest.
  const active = making.opened
    .filter(({ isActive }) => isActive)
    .toSorted((one, other) => other.movedDaysAgo - one.movedDaysAgo)
  for (const [index, group] of groups.entries()) {
    const members = active.filter((_, place) => place % groups.length === index).slice(0, group.size)
    await onBehalfOf(making, 'senior@demo.throughline.invalid', tx =>
      addGroup(tx, making, by, group, members),
    )
  }
}

async function addGroup(
  tx: Work,
  making: Making,
  by: Chance,
  { title, about, lead, place, time, sessions, hasEnded = false }: DemonstrationGroup,
  members: readonly OpenedCase[],
): Promise<void> {
  const { serviceId, now } = making
  const groupId = await insertGroup(tx, serviceId, { title, about })
  const began = atTime(making, workingDaysAgo(making, (sessions[0]?.weekdaysAgo ?? 0) + 5), '10:00')
  for (const { childId, involvementId } of members)
    await insertMember(tx, { serviceId, groupId, childId, involvementId, at: began })
  for (const session of sessions) {
    const daysAgo = workingDaysAgo(making, session.weekdaysAgo)
    const startsAt = atTime(making, daysAgo, time)
    const sessionId = await insertSession(tx, {
      ...{ serviceId, groupId, title: session.title, startsAt, minutes: 90, place },
      placeId: making.places.get(place) ?? null,
      leadUser: userId(making, lead),
      workers: [],
      at: began,
    })
    for (const { daysTaken } of members) daysTaken.add(daysAgo)
    // Of today's nobody has said yet who came.
    if (session.weekdaysAgo > 0) await recordWhoCame(tx, by, sessionId, startsAt)
  }
  if (!hasEnded) return
  const group = await findGroup(tx, groupId)
  if (!group || !(await changeGroup(tx, group, { title, about, closedAt: now })))
    throw new Error('A group of the demonstration could not be ended')
}

async function recordWhoCame(
  tx: Work,
  by: Chance,
  sessionId: string,
  startsAt: Temporal.Instant,
): Promise<void> {
  const at = startsAt.add({ hours: 2 })
  for (const it of await listAttendance(tx, sessionId, 'all')) {
    const change = by.isIn(80)
      ? ({ act: 'kept', whatHappened: by.one(groupWords), at } as const)
      : ({ act: 'missed', reason: by.one(whyNotAtGroup), isAcceptable: true, whatHappened: '', at } as const)
    if (!(await changeAppointment(tx, it, change)))
      throw new Error('Who came to a group of the demonstration could not be recorded')
  }
}
