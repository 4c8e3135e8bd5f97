import { askingPeople, readForm, typedDate } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { findStep, type Pathway, takesFrom } from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { sentFrom } from '../../platform/http/index.ts'
import {
  type AppointmentChange,
  changeAppointment,
  findAppointment,
  insertAppointment,
} from '../../record/appointments/index.ts'
import {
  type Arriving,
  findNotification,
  identify,
  keepNotification,
  type Notification,
  settleNotification,
} from '../../record/arrivals/index.ts'
import { findInvolvement, listMilestones, takeStep } from '../../record/cases/index.ts'
import { addOtherName, endFacts, insertAlert, insertFact } from '../../record/children/index.ts'
import { insertNote } from '../../record/notes/index.ts'
import { markEntry } from '../../record/overview/index.ts'
import { tellOfStep } from '../../record/referrers/index.ts'
import { addAround } from './addAround.ts'
import { faultsOf } from './arrive.ts'
import { type DemonstrationAppointment, type DemonstrationCase, onTheDay } from './demonstrationCase.ts'
import { usualMinutes } from './diary.ts'
import { atTime, type Making, type OpenedCase, onBehalfOf, userId } from './making.ts'
import { demonstrationPeople, demonstrationService, usualOfficer } from './people.ts'
import { workingDaysAfter } from './workDays.ts'

/** Everything about one case, in one transaction on behalf of the senior. */
export async function addCase(making: Making, it: DemonstrationCase, arriving: Arriving): Promise<void> {
  await onBehalfOf(making, 'senior@demo.throughline.invalid', async (tx, by) => {
    const { notificationId } = await keepNotification(tx, arriving)
    const notification = await findNotification(tx, notificationId)
    if (!notification) throw new Error('What arrived in the demonstration is not there')
    if (it.closed) {
      const closedAt = atTime(making, it.closed.daysAgo, '09:30')
      await settleNotification(tx, notification, { closedAt, closedReason: it.closed.why, closedBy: by })
    } else if (it.isIdentified || it.steps.length > 0) {
      await openAndWork(tx, making, { it, arriving, notification, by })
    }
  })
}

/** Why somebody who was harmed is not asked what they wish, by what the police wrote. */
const whyNotAsked: Readonly<Record<string, string>> = {
  no: 'They did not agree that we get in touch.',
  'not-asked': 'The police have not asked them yet. We have asked the police to.',
}

type ToOpen = { it: DemonstrationCase; arriving: Arriving; notification: Notification; by: string }

async function openAndWork(
  tx: Work,
  making: Making,
  { it, arriving, notification, by }: ToOpen,
): Promise<void> {
  const { serviceId } = making
  const { pathways } = practiceInUse()
  const pathway = pathways.find(each => takesFrom(each, arriving.routeIn, arriving.answers))
  if (!pathway) throw new Error(`No pathway takes what ${arriving.routeIn} sends`)
  const before = it.sameChildAs && making.children.get(it.sameChildAs)
  const child = before ? { childId: before } : 'new'
  const known = await identify(tx, { serviceId, notification, child, pathway, by })
  if (!known.ok) throw new Error(`A case of the demonstration could not be opened: ${known.reason.kind}`)
  const { childId, involvementId } = known.value
  if (it.key) making.children.set(it.key, childId)
  for (const [index, step] of it.steps.entries())
    await move(tx, making, { pathway, involvementId, by }, { ...step, time: timeOfStep(index) })
  making.opened.push(
    await openedAs(tx, making, it, {
      ...{ childId, involvementId },
      victimAgreed: arriving.answers['victim-consent'] === 'yes',
      whyNotAsked: whyNotAsked[String(arriving.answers['victim-consent'] ?? '')] ?? '',
    }),
  )
  // None waits for another's answer: what they ask for goes to the database together.
  await Promise.all([
    ...(it.appointments ?? []).map(one => meet(tx, making, { childId, involvementId }, one)),
    ...(it.notes ?? []).map(one => write(tx, making, { childId, involvementId }, one)),
  ])
  if (it.around) await addAround(tx, making, { childId, by }, it.around)
  if (it.moved) await moveHouse(tx, making, childId, it.moved)
  if (it.otherName) await addOtherName(tx, { serviceId, childId, name: it.otherName, kind: 'alias' })
  if (it.alert) await insertAlert(tx, { serviceId, childId, ...it.alert, by, at: making.now })
}

async function openedAs(
  tx: Work,
  { people }: Making,
  { key = '', told, home, school, appointments, steps, unseen, alike, receivedDaysAgo }: DemonstrationCase,
  which: Pick<OpenedCase, 'childId' | 'involvementId' | 'victimAgreed' | 'whyNotAsked'>,
): Promise<OpenedCase> {
  const involvement = await findInvolvement(tx, which.involvementId)
  const isOpen = involvement?.endedAt === null
  const holder = demonstrationPeople.find(
    ({ email }) => isOpen && people.get(email)?.userId === involvement?.holderId,
  )
  return {
    ...which,
    key,
    pathway: involvement?.pathway ?? '',
    holder: holder?.email,
    isActive: isOpen && involvement?.stage === 'active',
    receivedDaysAgo,
    movedDaysAgo: steps.at(-1)?.daysAgo ?? 0,
    ending: involvement?.ending ?? null,
    home: home ?? '',
    school: school ?? '',
    daysTaken: new Set(appointments?.map(({ daysAgo }) => daysAgo)),
    ...(told === undefined ? {} : { told }),
    ...(unseen === undefined ? {} : { unseen }),
    ...(alike === undefined ? {} : { alike }),
  }
}

/** The child lives somewhere else since a day. */
async function moveHouse(
  tx: Work,
  making: Making,
  childId: string,
  { daysAgo, address, postcode }: NonNullable<DemonstrationCase['moved']>,
): Promise<void> {
  const from = making.today.subtract({ days: daysAgo })
  await endFacts(tx, 'addresses', childId, from)
  const said = { kind: 'home', address, postcode }
  const at = atTime(making, daysAgo, '10:00')
  await insertFact(tx, 'addresses', { serviceId: making.serviceId, childId, at, from, until: null, said })
}

/** Somebody named by e-mail address, or the day of the step, as a form takes them; any other words as they are. */
function wordFor({ people, today }: Making, typed: string, daysAgo: number): string {
  if (typed === onTheDay) return typedDate(today.subtract({ days: daysAgo }))
  return people.get(typed)?.userId ?? typed
}

/** Steps are not all taken at noon: later ones later, so that two of one day stand in their order. */
const timeOfStep = (index: number): string =>
  ['09:40', '10:25', '11:15', '12:05', '13:30', '14:20', '15:10', '16:05'][index % 8] ?? '12:00'

type InCase = { pathway: Pathway; involvementId: string; by: string }

/** Takes a step of a case, as its form reads what was typed, and tells whoever is told. */
export async function move(
  tx: Work,
  making: Making,
  { pathway, involvementId, by }: InCase,
  step: DemonstrationCase['steps'][number] & { time: string },
): Promise<void> {
  const at = atTime(making, step.daysAgo, step.time)
  const fields = askingPeople(findStep(pathway, step.step)?.fields ?? {}, [...making.people.values()])
  const typed = Object.fromEntries(
    Object.entries(step.typed).map(([name, value]) => [
      name,
      typeof value === 'string' ? wordFor(making, value, step.daysAgo) : value,
    ]),
  )
  // What has begun long ago was meant to end long ago.
  const end = making.today.subtract({ days: step.daysAgo }).add({ weeks: 16 })
  if ('planned-end' in fields && step.step !== 'review') typed['planned-end'] = typedDate(end)
  const read = readForm({ id: step.step, fields }, sentFrom(typed), making.today)
  if (!read.ok) throw new Error(`Step ${step.step} of the demonstration: ${faultsOf(read.errors)}`)
  const involvement = await findInvolvement(tx, involvementId)
  if (!involvement) throw new Error('A case of the demonstration is not there')
  const taken = await takeStep(tx, {
    serviceId: making.serviceId,
    pathway,
    involvement,
    step: step.step,
    answers: read.answers,
    fields,
    at,
    by,
  })
  if (!taken.ok) throw new Error(`Step ${step.step} of the demonstration was refused: ${taken.reason.kind}`)
  await tellOfStep(outbox(making), tx, tellerOf(making, by, at), {
    pathway,
    involvementId,
    milestoneId: taken.value.milestoneId,
    step: step.step,
    answers: (await listMilestones(tx, involvementId)).map(({ answers }) => answers),
  })
}

/** The messages of a demonstration are written and never sent. */
export const outbox = ({ now }: Making) => ({ later: async () => {}, now: () => now })

const tellerOf = ({ serviceId }: Making, by: string, at: Temporal.Instant) => ({
  serviceId,
  serviceName: demonstrationService,
  by,
  at,
})

/** Plans an appointment, and records what became of it. */
export async function meet(
  tx: Work,
  making: Making,
  { childId, involvementId }: { childId: string; involvementId: string },
  it: DemonstrationAppointment,
): Promise<void> {
  const { kind, place, outcome } = it
  const startsAt = atTime(making, it.daysAgo, it.time)
  const withUser = userId(making, it.with ?? usualOfficer)
  const { travel = '', ...way } = it.way ?? {}
  const journey = { ...way, travel, fetchedBy: travel === 'fetched' ? withUser : null }
  const placeId = making.places.get(place) ?? null
  const plan = { kind, place, placeId, startsAt, minutes: usualMinutes, involvementId, withUser, ...journey }
  const appointmentId = await insertAppointment(tx, { serviceId: making.serviceId, childId, ...plan })
  if (!outcome) return
  const record = async (change: AppointmentChange) => {
    const appointment = await findAppointment(tx, childId, appointmentId)
    if (!appointment || !(await changeAppointment(tx, appointment, change)))
      throw new Error('An appointment of the demonstration could not be recorded')
  }
  const at = startsAt.add({ hours: 2 })
  if ('kept' in outcome) return record({ act: 'kept', whatHappened: outcome.kept, at })
  await record({
    act: 'missed',
    reason: outcome.missed,
    isAcceptable: outcome.isAcceptable,
    whatHappened: '',
    at,
  })
  if (outcome.followedUp === undefined) return
  const followedUpOn = workingDaysAfter(making, it.daysAgo, outcome.after ?? 1)
  // Nobody has followed up yet what will be followed up.
  if (followedUpOn <= 0) return
  const followedUpAt = atTime(making, followedUpOn, '11:00')
  await record({ act: 'follow-up', followUp: outcome.followedUp, at: followedUpAt })
}

type Note = NonNullable<DemonstrationCase['notes']>[number]

/** Writes a note of a case. */
export async function write(
  tx: Work,
  making: Making,
  { childId, involvementId }: { childId: string; involvementId: string },
  { daysAgo, with: writer, significant, ...note }: Note,
): Promise<void> {
  const happenedAt = atTime(making, daysAgo, timeOfStep(Math.abs(daysAgo)))
  const by = userId(making, writer ?? usualOfficer)
  const { serviceId } = making
  const whose = { serviceId, childId, involvementId }
  const id = await insertNote(tx, { ...whose, ...note, happenedAt, by, at: happenedAt })
  if (significant === undefined) return
  const marked = { serviceId, by, at: happenedAt.add({ hours: 2 }), reason: significant }
  await markEntry(tx, { childId, kind: 'note', id }, marked)
}
