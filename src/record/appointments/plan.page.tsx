import { formPage } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeTime } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { type Child, childFrame, childOf, contactsPath, listStaff } from '../children/index.ts'
import {
  type Clash,
  changeAppointment,
  findAppointment,
  insertAppointment,
  listClashes,
} from './appointmentQueries.ts'
import { loadFor } from './loadFor.ts'
import { appointmentPath, movePath, planPath } from './paths.ts'
import { planForm, planFrom, planTyped } from './plan.form.ts'

/** Who can meet the child: whoever has appointments on their day, and in a restricted record only people named for it. */
async function staffFor({ tx }: Request, { childId, isRestricted }: Child) {
  const staff = await listStaff(tx, childId)
  return staff.filter(
    ({ roles, isWorker, isNamed }) => may('contacts.record', roles, isWorker) && (isNamed || !isRestricted),
  )
}

async function loadPlan(request: Request) {
  const child = await childOf(request)
  if (!child) return refused(notFound)
  if (child.cases.length === 0) {
    return refused(
      turnBack(contactsPath.to(child), 'An appointment belongs to an open case, and there is none now.'),
    )
  }
  const staff = await staffFor(request, child)
  // Whoever holds the case meets the child, most often: also where somebody else books it.
  const holders = new Set(child.cases.map(({ holderId }) => holderId).filter(id => id !== null))
  const { userId: me } = request.who
  const likely = holders.has(me) ? me : holders.size === 1 ? [...holders][0] : undefined
  return ok({ child, staff, likely: staff.some(({ userId }) => userId === likely) ? likely : undefined })
}

const planRoutes = formPage({
  path: planPath,
  permission: 'contacts.record',
  about: 'child',
  change: 'Planned an appointment',
  view: 'Opened the form to plan an appointment',
  load: loadPlan,
  form: loaded => planForm(loaded),
  title: () => 'Plan an appointment',
  intro: () => (
    <p class="govuk-body">
      A meeting that has happened already is planned for the day it happened, and then recorded as kept.
    </p>
  ),
  back: ({ child }) => contactsPath.to(child),
  initial: ({ child, likely }) => ({
    case: child.cases.length === 1 ? (child.cases[0]?.involvementId ?? '') : '',
    minutes: '60',
    with: likely ?? '',
  }),
  frame: childFrame('contacts'),
  submit: 'Save',
  async save({ tx, who, today }, values, { child: { childId } }) {
    const plan = planFrom(values, today)
    if (!plan.ok) return { kind: 'errors', errors: plan.reason }
    const appointmentId = await insertAppointment(tx, { serviceId: who.serviceId, childId, ...plan.value })
    const clashes = await listClashes(tx, appointmentId)
    return redirect(
      appointmentPath.to({ childId, appointmentId }),
      `The appointment has been saved.${clashWords(clashes)}`,
    )
  },
})

const moveRoutes = formPage({
  path: movePath,
  permission: 'contacts.record',
  about: 'child',
  change: 'Planned an appointment anew',
  view: 'Opened the form to plan an appointment anew',
  async load(request) {
    const found = await loadFor(request, 'move')
    if (!found.ok) return found
    const { child, appointment } = found.value
    const staff = await staffFor(request, child)
    return ok({ child, staff, appointment })
  },
  form: loaded => planForm(loaded),
  title: () => 'Plan the appointment anew',
  back: ({ appointment }) => appointmentPath.to(appointment),
  initial: ({ appointment }) => planTyped(appointment),
  version: ({ appointment }) => appointment.version,
  row: ({ appointment }) => ({ table: 'appointment', key: { appointment_id: appointment.appointmentId } }),
  frame: childFrame('contacts'),
  submit: 'Save',
  async save({ tx, today }, values, { appointment }) {
    const plan = planFrom(values, today)
    if (!plan.ok) return { kind: 'errors', errors: plan.reason }
    if (await changeAppointment(tx, appointment, { act: 'move', plan: plan.value })) {
      const clashes = await listClashes(tx, appointment.appointmentId)
      return redirect(
        appointmentPath.to(appointment),
        `The appointment has been planned anew.${clashWords(clashes)}`,
      )
    }
    const theirs = await findAppointment(tx, appointment.childId, appointment.appointmentId)
    if (!theirs) return notFound
    return { kind: 'collision', theirs: planTyped(theirs), version: theirs.version }
  },
})

/** Saved all the same, since two things can be meant to happen at once; but said. */
function clashWords(clashes: readonly Clash[]): string {
  return clashes
    .map(({ who, startsAt }) => {
      const at = writeTime(startsAt.toZonedDateTimeISO(ukZone).toPlainTime())
      return ` Beware: ${who === 'child' ? 'this child' : 'the worker'} has another appointment then, at ${at}.`
    })
    .join('')
}

export const planningRoutes = [...planRoutes, ...moveRoutes]
