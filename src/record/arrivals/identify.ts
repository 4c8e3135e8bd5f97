import type { Answers } from '../../engine/forms/index.ts'
import { findStep, type Pathway, type StepRefusal } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { foldName } from '../../kernel/names.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Work } from '../../platform/database/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild, addOffence, addOtherName, addPerson } from '../children/index.ts'
import type { Described } from './matching.ts'
import { holdNotification, type Notification, settleNotification } from './notificationQueries.ts'

const said = (details: Answers, name: string) => String(details[name] ?? '')

/** The date among a notification's answers; undefined where none was given. */
export function dateSaid(details: Answers, name: string): Temporal.PlainDate | undefined {
  const text = said(details, name)
  return text === '' ? undefined : Temporal.PlainDate.from(text)
}

/** The day on which the code of the outcome is read: when it was given or, where that is not said, received. */
export function outcomeDay({
  details,
  receivedAt,
}: Pick<Notification, 'details' | 'receivedAt'>): Temporal.PlainDate {
  return dateSaid(details, 'resolution-date') ?? receivedAt.toZonedDateTimeISO(ukZone).toPlainDate()
}

/** The names by which a notification calls the child: its own, and the others it lists. */
function namesSaid({ givenName, familyName, details }: Notification): string[] {
  const others = said(details, 'other-names').split(';')
  return [`${givenName} ${familyName}`, ...others].map(name => name.trim()).filter(name => name !== '')
}

/** What of a notification can be compared with the children that we know. */
export function describedBy(notification: Notification): Described {
  const { details } = notification
  return {
    names: namesSaid(notification),
    birthDate: notification.birthDate ?? undefined,
    postcode: said(details, 'postcode'),
    phone: said(details, 'phone'),
    school: said(details, 'school'),
  }
}

export type Identified = {
  serviceId: string
  notification: Notification
  /** A child that we know, or `new`. */
  child: { childId: string } | 'new'
  pathway: Pathway
  by: string
}

/** The notification was settled by somebody else, or the pathway cannot be opened. */
export type NotIdentified = { kind: 'settled-before' } | StepRefusal

/**
 * Says which child a notification is about: adds the child if it is new, opens the case with the notification as its
 * first milestone, and puts the offence, the parent and other spellings of the name on the record.
 */
export async function identify(
  tx: Work,
  { serviceId, notification, child, pathway, by }: Identified,
): Promise<Result<{ childId: string; involvementId: string }, NotIdentified>> {
  if (!(await holdNotification(tx, notification))) return refused({ kind: 'settled-before' })
  const childId = child === 'new' ? await addFrom(tx, serviceId, notification) : child.childId
  const opening = Object.keys(pathway.steps).find(id => findStep(pathway, id)?.from === 'start') ?? ''
  const asked = Object.keys(findStep(pathway, opening)?.fields ?? {})
  const answers = Object.fromEntries(
    Object.entries(notification.details).filter(([name]) => asked.includes(name)),
  )
  const opened = await openCase(tx, {
    serviceId,
    childId,
    pathway,
    routeIn: notification.routeIn,
    step: opening,
    answers,
    at: notification.receivedAt,
    by,
  })
  if (!opened.ok) return opened
  const involvementId = opened.value
  await settleNotification(tx, notification, { childId, involvementId })
  const { details } = notification
  await addOffence(tx, {
    serviceId,
    childId,
    involvementId,
    code: said(details, 'offence-code').replace('/', ''),
    description: said(details, 'offence'),
    committedOn: dateSaid(details, 'offence-date'),
    outcome: said(details, 'outcome'),
    outcomeOn: outcomeDay(notification),
    policeReference: notification.policeReference,
  })
  const [own = '', ...others] = namesSaid(notification)
  if (child !== 'new') await addOtherName(tx, { serviceId, childId, name: own, kind: 'spelling' })
  for (const name of others) await addOtherName(tx, { serviceId, childId, name, kind: 'alias' })
  return ok({ childId, involvementId })
}

async function addFrom(tx: Work, serviceId: string, notification: Notification): Promise<string> {
  const { details, givenName, familyName, birthDate } = notification
  const address = said(details, 'address')
  const hasNoFixedAddress = /^(no fixed (address|abode)|nfa)$/.test(foldName(address))
  const childId = await addChild(tx, {
    serviceId,
    givenName,
    familyName,
    birthDate: birthDate ?? undefined,
    sex: said(details, 'sex'),
    ethnicity: said(details, 'ethnicity'),
    language: said(details, 'language'),
    needsInterpreter: said(details, 'needs-interpreter') === 'yes',
    address: hasNoFixedAddress ? '' : address,
    hasNoFixedAddress,
    postcode: said(details, 'postcode'),
    phone: said(details, 'phone'),
    school: said(details, 'school'),
  })
  const name = said(details, 'parent-name')
  if (name !== '') {
    await addPerson(tx, {
      serviceId,
      childId,
      name,
      relationship: 'Parent or carer',
      phone: said(details, 'parent-phone'),
      note: 'Named in a police notification: ask about parental responsibility',
    })
  }
  return childId
}
