import { type Sayings, sayingsOf } from '../../engine/arrivals/index.ts'
import { type Answers, reasonKey } from '../../engine/forms/index.ts'
import { findStep, type Pathway, type StepRefusal } from '../../engine/pathways/index.ts'
import { foldName } from '../../kernel/names.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { Work } from '../../platform/database/index.ts'
import { findInvolvement, openCase } from '../cases/index.ts'
import { addChild, addOffence, addOtherName, addPerson, raiseAlerts } from '../children/index.ts'
import { insertNote } from '../notes/index.ts'
import { birthSaid } from './birthSaid.ts'
import { openingStep } from './dueClocks.ts'
import type { Described } from './matching.ts'
import { asked, formOf } from './notification.form.ts'
import { holdNotification, type Notification, settleNotification } from './notificationQueries.ts'

/** What an arrival says, by topic. */
export function saidIn(notification: Pick<Notification, 'form' | 'details'>): Sayings {
  return sayingsOf(formOf(notification), notification.details)
}

/** The day on which the code of the outcome is read: when it was given or, where that is not said, received. */
export function outcomeDay(
  notification: Pick<Notification, 'form' | 'details' | 'receivedAt'>,
): Temporal.PlainDate {
  return saidIn(notification).day('outcome-date') ?? dayReceived(notification)
}

export function dayReceived({ receivedAt }: Pick<Notification, 'receivedAt'>): Temporal.PlainDate {
  return dayInUk(receivedAt)
}

/** The names by which an arrival calls the child: its own, and the others it lists. */
function namesSaid(notification: Notification): string[] {
  const { givenName, familyName } = notification
  const others = saidIn(notification).text('other-names').split(';')
  return [`${givenName} ${familyName}`, ...others].map(name => name.trim()).filter(name => name !== '')
}

/** What of an arrival can be compared with the children that we know. */
export function describedBy(notification: Notification): Described {
  const { text } = saidIn(notification)
  return {
    names: namesSaid(notification),
    birth: birthSaid(saidIn(notification)),
    postcode: text('postcode'),
    phone: text('phone'),
    school: text('school'),
  }
}

export type Identified = {
  serviceId: string
  notification: Notification
  /** A child that we know, or `new`. */
  child: { childId: string } | 'new'
  pathway: Pathway
  by: string
  /** Now: the alerts and the offence stand from then on. Without it, from when the notification was received. */
  now?: Temporal.Instant
}

/** The notification was settled by somebody else, or the pathway cannot be opened. */
export type NotIdentified = { kind: 'settled-before' } | StepRefusal

/**
 * Says which child an arrival is about: adds the child if it is new, opens the case with what arrived as its first
 * milestone, raises the alerts that its answers call for, and puts the offence, the parent and other spellings of the
 * name on the record.
 * @returns the child, the case, the step that opened it, and how many alerts were raised
 */
export async function identify(
  tx: Work,
  { serviceId, notification, child, pathway, by, now }: Identified,
): Promise<Result<{ childId: string; involvementId: string; step: string; alerts: number }, NotIdentified>> {
  if (!(await holdNotification(tx, notification))) return refused({ kind: 'settled-before' })
  const at = now ?? notification.receivedAt
  const childId = child === 'new' ? await addFrom(tx, serviceId, notification, at) : child.childId
  const step = openingStep(pathway)
  // Also those of questions that the step does not keep; what the step asks as well is raised once.
  const alerts = await raiseSaid(tx, { serviceId, childId, by, at }, notification)
  const opened = await openCase(tx, {
    serviceId,
    childId,
    pathway,
    routeIn: notification.routeIn,
    step,
    answers: keptWith(pathway, step, notification.details),
    at: notification.receivedAt,
    by,
    ...(now && { now }),
  })
  if (!opened.ok) return opened
  const involvementId = opened.value
  await settleNotification(tx, notification, { childId, involvementId, hasJoined: false })
  await addOffenceSaid(tx, { serviceId, childId, involvementId, at }, notification)
  await addNamesSaid(tx, { serviceId, childId }, notification, child !== 'new')
  return ok({ childId, involvementId, step, alerts })
}

export type Joined = {
  serviceId: string
  notification: Notification
  childId: string
  involvementId: string
  by: string
  now: Temporal.Instant
  /** What it says, in words: kept as a note of the case. */
  said: string
}

/** The notification was settled by somebody else, or the case has ended since. */
export type NotJoined = { kind: 'settled-before' | 'case-ended' }

/**
 * Says that an arrival is about a child whose case is open and belongs to that case: what it says becomes a note of it, and the
 * offence and other spellings of the name go on the record. Nothing on the case moves.
 */
export async function joinCase(
  tx: Work,
  it: Joined,
): Promise<Result<{ childId: string; involvementId: string; alerts: number }, NotJoined>> {
  const { serviceId, notification, childId, involvementId, by, now } = it
  const found = await findInvolvement(tx, involvementId, 'to-move')
  if (found?.childId !== childId || found.endedAt !== null) return refused({ kind: 'case-ended' })
  if (!(await holdNotification(tx, notification))) return refused({ kind: 'settled-before' })
  await settleNotification(tx, notification, { childId, involvementId, hasJoined: true })
  await addOffenceSaid(tx, { serviceId, childId, involvementId, at: now }, notification)
  await addNamesSaid(tx, { serviceId, childId }, notification, true)
  const alerts = await raiseSaid(tx, { serviceId, childId, by, at: now }, notification)
  await insertNote(tx, {
    ...{ serviceId, childId, involvementId, by },
    kind: 'other',
    text: it.said,
    happenedAt: notification.receivedAt,
    isDay: true,
    at: now,
  })
  return ok({ childId, involvementId, alerts })
}

/** Raises what an arrival says that whoever meets the child must know. @returns how many alerts */
function raiseSaid(
  tx: Work,
  by: { serviceId: string; childId: string; by: string; at: Temporal.Instant },
  notification: Notification,
): Promise<number> {
  const { fields } = asked(formOf(notification), dayReceived(notification))
  return raiseAlerts(tx, { ...by, fields, answers: notification.details })
}

/** Other names that an arrival gives the child; its own too, where the child was known by another spelling. */
async function addNamesSaid(
  tx: Work,
  ofChild: { serviceId: string; childId: string },
  notification: Notification,
  isKnown: boolean,
): Promise<void> {
  const [own = '', ...others] = namesSaid(notification)
  if (isKnown) await addOtherName(tx, { ...ofChild, name: own, kind: 'spelling' })
  for (const name of others) await addOtherName(tx, { ...ofChild, name, kind: 'alias' })
}

/** The answers to those questions that the step that opens the case asks as well. */
function keptWith(pathway: Pathway, opening: string, details: Answers): Answers {
  const asked = Object.keys(findStep(pathway, opening)?.fields ?? {})
  const kept = [...asked, ...asked.map(reasonKey)]
  return Object.fromEntries(Object.entries(details).filter(([name]) => kept.includes(name)))
}

type InCase = { serviceId: string; childId: string; involvementId: string; at: Temporal.Instant }

/** Only some forms tell of an offence: a referral does not make a child an offender. */
async function addOffenceSaid(tx: Work, inCase: InCase, notification: Notification): Promise<void> {
  const { text, day } = saidIn(notification)
  if (text('offence') === '') return
  await addOffence(tx, {
    ...inCase,
    code: text('offence-code').replace('/', ''),
    description: text('offence'),
    committedOn: day('offence-date'),
    outcome: text('outcome'),
    outcomeOn: outcomeDay(notification),
    policeReference: notification.reference ?? '',
  })
}

async function addFrom(
  tx: Work,
  serviceId: string,
  notification: Notification,
  at: Temporal.Instant,
): Promise<string> {
  const { givenName, familyName } = notification
  const said = saidIn(notification)
  const { text } = said
  const birth = birthSaid(said)
  const address = text('address')
  const hasNoFixedAddress = /^(no fixed (address|abode)|nfa)$/.test(foldName(address))
  const childId = await addChild(tx, {
    serviceId,
    at,
    givenName,
    familyName,
    ...(birth && { birthDate: birth.date, birthDateBasis: birth.basis }),
    sex: text('sex'),
    ethnicity: text('ethnicity'),
    language: text('language'),
    needsInterpreter: text('interpreter') === '' ? null : text('interpreter') === 'yes',
    address: hasNoFixedAddress ? '' : address,
    hasNoFixedAddress,
    postcode: text('postcode'),
    phone: text('phone'),
    school: text('school'),
  })
  const name = text('parent-name')
  if (name !== '') {
    const { called, title } = formOf(notification)
    await addPerson(tx, {
      serviceId,
      childId,
      name,
      kind: 'parent',
      relationship: 'Parent or carer',
      phone: text('parent-phone'),
      note: `Named in a ${called} (${title}): ask about parental responsibility`,
    })
  }
  return childId
}
