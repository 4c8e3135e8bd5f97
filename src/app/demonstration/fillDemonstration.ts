import { askingPeople, readForm, typedDate } from '../../engine/forms/index.ts'
import { findRoute, practiceInUse } from '../../engine/packs/index.ts'
import { findStep, type Pathway, takesFrom } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import type { Role } from '../../platform/access/index.ts'
import { type Context, inTransaction, type Work } from '../../platform/database/index.ts'
import { sentFrom } from '../../platform/http/index.ts'
import { addAccount, hashPassword } from '../../platform/identity/index.ts'
import { changeAppointment, findAppointment, insertAppointment } from '../../record/appointments/index.ts'
import {
  type Arriving,
  asked,
  findNotification,
  fromPolice,
  identify,
  keepNotification,
  notificationForm,
  readRow,
} from '../../record/arrivals/index.ts'
import { findInvolvement, listMilestones, markReadBefore, takeStep } from '../../record/cases/index.ts'
import { insertAlert } from '../../record/children/index.ts'
import { insertNote } from '../../record/notes/index.ts'
import { tellOfStep } from '../../record/referrers/index.ts'
import { addTerm, insertLeave, keepProfile } from '../../record/workforce/index.ts'
import type { Installation } from '../installation.ts'
import { addService } from '../serviceQueries.ts'
import {
  type DemonstrationAppointment,
  type DemonstrationCase,
  type DemonstrationChild,
  demonstrationChildren,
  onTheDay,
} from './children.ts'
import {
  type DemonstrationEmail,
  demonstrationPassword,
  demonstrationPeople,
  demonstrationService,
} from './people.ts'
import { type DemonstrationReferral, demonstrationReferrals } from './referrals.ts'
import { demonstrationTerms, demonstrationWorkers } from './workforce.ts'

/**
 * Makes the demonstration service with its people and children, through the same use cases as the pages. `usePractice`
 * comes first.
 * @returns false when the database has a service already: then nothing is changed
 */
export async function fillDemonstration(
  installation: Pick<Installation, 'ownerUrl' | 'db'>,
  say: (text: string) => void,
  now: Temporal.Instant = Temporal.Now.instant(),
): Promise<boolean> {
  say('Making the demonstration service …')
  const people: People = new Map()
  const passwordHash = await hashPassword(demonstrationPassword)
  const service = { name: demonstrationService, isDemonstration: true, onlyFirst: true }
  const serviceId = await addService(installation.ownerUrl, service, async (tx, id) => {
    for (const person of demonstrationPeople) {
      const userId = await addAccount(tx, { serviceId: id, ...person, passwordHash })
      if (userId) people.set(person.email, { userId, name: person.name, roles: person.roles })
    }
  })
  if (serviceId === undefined) return false
  const today = now.toZonedDateTimeISO(ukZone).toPlainDate()
  const making: Making = { db: installation.db, serviceId, people, now, today }
  await addWorkforce(making)
  const arrivals = [
    ...demonstrationChildren.map((child, index) => ({ it: child, arriving: notify(making, child, index) })),
    ...demonstrationReferrals.map(child => ({ it: child, arriving: refer(making, child) })),
  ]
  for (const [index, { it, arriving }] of arrivals.entries()) {
    await addDemonstrationChild(making, it, arriving)
    say(`  ${index + 1} of ${arrivals.length} children`)
  }
  await readWhatIsOld(making)
  return true
}

/** Whoever was given a case more than a week ago has read what came with it. */
async function readWhatIsOld({ db, serviceId, people, now }: Making): Promise<void> {
  for (const { userId } of people.values())
    await inTransaction(db, { serviceId, userId, purpose: 'Made the demonstration service' }, tx =>
      markReadBefore(tx, now.subtract({ hours: 24 * 7 }), now),
    )
}

type People = Map<string, { userId: string; name: string; roles: readonly Role[] }>
type Making = {
  db: Installation['db']
  serviceId: string
  people: People
  now: Temporal.Instant
  today: Temporal.PlainDate
}

function userId({ people }: Making, email: DemonstrationEmail): string {
  const person = people.get(email)
  if (!person) throw new Error(`Nobody in the demonstration is ${email}`)
  return person.userId
}

/** When everybody works, what they bring, and who covers for whom. */
async function addWorkforce(making: Making): Promise<void> {
  const { db, serviceId, today } = making
  const by = userId(making, 'senior@demo.throughline.invalid')
  await inTransaction(db, { serviceId, userId: by, purpose: 'Made the demonstration service' }, async tx => {
    const terms = new Map<string, string>()
    for (const kind of ['language', 'skill'] as const)
      for (const title of demonstrationTerms[kind])
        terms.set(title, (await addTerm(tx, serviceId, { kind, title })) ?? '')
    for (const { email, hours, days, brings, leave } of demonstrationWorkers) {
      const worker = userId(making, email)
      const termIds = brings.map(title => terms.get(title) ?? '')
      const which = { serviceId, userId: worker, version: 0 }
      await keepProfile(tx, which, { minutesAWeek: hours * 60, days, termIds })
      if (!leave) continue
      const from = today.add({ days: leave.fromInDays })
      const until = from.add({ days: leave.days })
      const coveredBy = userId(making, leave.coveredBy)
      await insertLeave(tx, serviceId, { userId: worker, from, until, coveredBy })
    }
  })
}

/** Everything about one child, in one transaction on behalf of the senior. */
async function addDemonstrationChild(
  making: Making,
  child: DemonstrationCase,
  arriving: Arriving,
): Promise<void> {
  const by = userId(making, 'senior@demo.throughline.invalid')
  const context: Context = {
    serviceId: making.serviceId,
    userId: by,
    purpose: 'Made the demonstration service',
  }
  await inTransaction(making.db, context, async tx => {
    const { notificationId } = await keepNotification(tx, arriving)
    if (child.steps.length === 0) return
    const notification = await findNotification(tx, notificationId)
    const { pathways } = practiceInUse()
    const pathway = pathways.find(each => takesFrom(each, arriving.routeIn, arriving.answers))
    if (!notification || !pathway) throw new Error(`No pathway takes what ${arriving.routeIn} sends`)
    const known = await identify(tx, { serviceId: making.serviceId, notification, child: 'new', pathway, by })
    if (!known.ok) throw new Error(`A case of the demonstration could not be opened: ${known.reason.kind}`)
    const { childId, involvementId } = known.value
    for (const step of child.steps) await move(tx, making, { pathway, involvementId, by }, step)
    for (const appointment of child.appointments ?? [])
      await meet(tx, making, { childId, involvementId }, appointment)
    for (const { kind, daysAgo, text } of child.notes ?? []) {
      const happenedAt = atTime(making, daysAgo, '11:00')
      await insertNote(tx, {
        serviceId: making.serviceId,
        childId,
        kind,
        text,
        happenedAt,
        involvementId,
        by: userId(making, 'officer@demo.throughline.invalid'),
        at: happenedAt,
      })
    }
    if (child.alert)
      await insertAlert(tx, { serviceId: making.serviceId, childId, ...child.alert, by, at: making.now })
  })
}

/** What the police sent of a child, read as a row of a file is. */
function notify(making: Making, child: DemonstrationChild, index: number): Arriving {
  const { today } = making
  const received = today.subtract({ days: child.receivedDaysAgo })
  const cells = {
    ...child.cells,
    police_reference: `DEMO/${String(index + 101).padStart(4, '0')}/${received.year}`,
    received: typedDate(received),
    date_of_birth: typedDate(bornOn(child, received)),
    offence_date: typedDate(received.subtract({ days: 5 })),
    resolution_date: typedDate(received.subtract({ days: 1 })),
    outcome: '8',
    officer: 'PC 4471',
    station: 'Central',
  }
  const read = readRow(notificationForm(today), cells, today)
  if (!read.ok) throw new Error(`Notification ${index} of the demonstration: ${faultsOf(read.errors)}`)
  return fromPolice(read.answers)
}

/** What a referrer sent of a child, read as the page reads it. */
function refer({ today }: Making, child: DemonstrationReferral): Arriving {
  const route = findRoute(practiceInUse(), child.route)
  if (!route) throw new Error(`The demonstration needs the way in ${child.route}`)
  const received = today.subtract({ days: child.receivedDaysAgo })
  const typed = {
    ...child.typed,
    received: typedDate(received),
    'date-of-birth': typedDate(bornOn(child, received)),
  }
  const read = readForm(asked(route.form, today), sentFrom(typed), today)
  if (!read.ok) throw new Error(`A referral from ${child.route}: ${faultsOf(read.errors)}`)
  return { routeIn: route.id, form: route.form, answers: read.answers }
}

const faultsOf = (errors: readonly { message: string }[]) => errors.map(({ message }) => message).join('; ')

function bornOn({ born }: DemonstrationCase, received: Temporal.PlainDate): Temporal.PlainDate {
  if (typeof born === 'string') return Temporal.PlainDate.from(born)
  const [years, days] = born
  return received.subtract({ years, days })
}

/** Somebody named by e-mail address, or the day of the step, as a form takes them; any other words as they are. */
function wordFor({ people, today }: Making, typed: string, daysAgo: number): string {
  if (typed === onTheDay) return typedDate(today.subtract({ days: daysAgo }))
  return people.get(typed)?.userId ?? typed
}

type InCase = { pathway: Pathway; involvementId: string; by: string }

async function move(
  tx: Work,
  making: Making,
  { pathway, involvementId, by }: InCase,
  step: DemonstrationCase['steps'][number],
): Promise<void> {
  const fields = askingPeople(findStep(pathway, step.step)?.fields ?? {}, [...making.people.values()])
  const typed = Object.fromEntries(
    Object.entries(step.typed).map(([name, value]) => [
      name,
      typeof value === 'string' ? wordFor(making, value, step.daysAgo) : value,
    ]),
  )
  if ('planned-end' in fields) typed['planned-end'] = typedDate(making.today.add({ weeks: 10 }))
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
    at: atTime(making, step.daysAgo, '12:00'),
    by,
  })
  if (!taken.ok) throw new Error(`Step ${step.step} of the demonstration was refused: ${taken.reason.kind}`)
  await tellOfStep(outbox(making), tx, tellerOf(making, by, step.daysAgo), {
    pathway,
    involvementId,
    milestoneId: taken.value.milestoneId,
    step: step.step,
    answers: (await listMilestones(tx, involvementId)).map(({ answers }) => answers),
  })
}

/** The messages of a demonstration are written and never sent. */
const outbox = ({ now }: Making) => ({ later: async () => {}, now: () => now })

const tellerOf = (making: Making, by: string, daysAgo: number) => ({
  serviceId: making.serviceId,
  serviceName: demonstrationService,
  by,
  at: atTime(making, daysAgo, '12:00'),
})

async function meet(
  tx: Work,
  making: Making,
  { childId, involvementId }: { childId: string; involvementId: string },
  it: DemonstrationAppointment,
): Promise<void> {
  const { kind, place, outcome } = it
  const startsAt = atTime(making, it.daysAgo, it.time)
  const withUser = userId(making, 'officer@demo.throughline.invalid')
  const plan = { kind, place, startsAt, minutes: 45, involvementId, withUser }
  const appointmentId = await insertAppointment(tx, { serviceId: making.serviceId, childId, ...plan })
  const appointment = outcome && (await findAppointment(tx, childId, appointmentId))
  if (!appointment) return
  const at = startsAt.add({ hours: 2 })
  await changeAppointment(
    tx,
    appointment,
    'kept' in outcome
      ? { act: 'kept', whatHappened: outcome.kept, at }
      : { act: 'missed', reason: outcome.missed, isAcceptable: outcome.isAcceptable, whatHappened: '', at },
  )
}

function atTime({ today }: Making, daysAgo: number, time: string): Temporal.Instant {
  return today.subtract({ days: daysAgo }).toZonedDateTime({ timeZone: ukZone, plainTime: time }).toInstant()
}
