import { form, formPage, type Typed } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { notFound, type Request, redirect } from '../../platform/http/index.ts'
import { childFrame, onTheWall, wallMoment } from '../children/index.ts'
import { listPlaces } from '../places/index.ts'
import type { Appointment } from './appointment.ts'
import { changeAppointment, findAppointment, listClashes, type Plan } from './appointmentQueries.ts'
import { halfMeant, withHalf } from './askHalf.tsx'
import { followingField, type Which } from './following.form.ts'
import { mustKnowFirst } from './journey.form.ts'
import { KnowBefore } from './KnowBefore.tsx'
import { loadFor } from './loadFor.ts'
import { whoMeets } from './loadPlan.ts'
import { appointmentPath, movePath } from './paths.ts'
import { planForm, planFrom, planTyped } from './plan.form.ts'
import { listRecordPlaces } from './recordPlaces.ts'
import { clashWords } from './SeriesCheck.tsx'
import { type Following, listFollowing } from './seriesQueries.ts'
import { warnOfClashes } from './warnOfClashes.tsx'

async function loadMove(request: Request) {
  const found = await loadFor(request, 'move')
  if (!found.ok) return found
  const { child, appointment } = found.value
  const [staff, places, known, following] = await Promise.all([
    whoMeets(request, child),
    listPlaces(request.tx),
    listRecordPlaces(request.tx, child.childId),
    listFollowing(request.tx, appointment),
  ])
  return ok({ child, staff, places, known, appointment, following })
}

export const moveRoutes = formPage({
  path: movePath,
  permission: 'contacts.record',
  about: 'child',
  change: 'Moved an appointment',
  view: 'Opened the form to move an appointment',
  load: loadMove,
  form: loaded => {
    const { id, fields } = planForm(loaded)
    return form({ id, fields: { ...fields, ...followingField(loaded.following.length, 'moved') } })
  },
  title: () => 'Move the appointment',
  intro: ({ child }) => <KnowBefore child={child} isUrgent={mustKnowFirst(child)} />,
  back: ({ appointment }) => appointmentPath.to(appointment),
  initial: ({ appointment, places, known }): Typed => ({
    ...planTyped(appointment, { places, known }),
    which: 'this',
  }),
  version: ({ appointment }) => appointment.version,
  row: ({ appointment }) => ({ table: 'appointment', key: { appointment_id: appointment.appointmentId } }),
  frame: childFrame('contacts'),
  submit: 'Save',
  async check(request, values, { appointment, places, known, following }, answers) {
    const plan = planFrom(values, answers, { places, known, appointment }, request.today)
    if (!plan.ok) return plan
    const later = values.which === 'following' ? shifted(appointment, following, plan.value) : ok([])
    if (!later.ok) return refused([{ field: 'time', message: later.reason }])
    const clashes = await warnOfClashes(request, {
      childIds: [appointment.childId],
      plan: plan.value,
      anew: [appointment, ...later.value.map(({ it }) => it)].map(({ appointmentId }) => appointmentId),
      following: later.value.map(({ plan: { startsAt } }) => startsAt),
    })
    return ok(withHalf(halfMeant(request, 'time'), clashes))
  },
  async save({ tx, today }, values, { appointment, places, known, following }, answers) {
    const plan = planFrom(values, answers, { places, known, appointment }, today)
    if (!plan.ok) return { kind: 'errors', errors: plan.reason }
    const which: Which = values.which === 'following' ? 'following' : 'this'
    const later = which === 'following' ? shifted(appointment, following, plan.value) : ok([])
    if (!later.ok) return { kind: 'errors', errors: [{ field: 'time', message: later.reason }] }
    if (!(await changeAppointment(tx, appointment, { act: 'move', plan: plan.value }))) {
      const theirs = await findAppointment(tx, appointment.childId, appointment.appointmentId)
      if (!theirs) return notFound
      return { kind: 'collision', theirs: planTyped(theirs, { places, known }), version: theirs.version }
    }
    let moved = 0
    for (const { it, plan: its } of later.value)
      if (await changeAppointment(tx, it, { act: 'move', plan: its })) moved += 1
    const clashes = clashWords(await listClashes(tx, appointment.appointmentId))
    const done =
      moved > 0
        ? `This appointment and ${moved} that ${moved === 1 ? 'follows' : 'follow'} have been moved.`
        : 'The appointment has been moved.'
    return redirect(
      appointmentPath.to(appointment),
      [done, clashes].filter(words => words !== undefined).join(' '),
    )
  },
})

/**
 * Those that follow, moved by as many days as this one, to the same time of the clock on the wall.
 * @returns a refusal in words where the clocks leave out that time on one of the days
 */
function shifted(
  from: Appointment,
  following: readonly Following[],
  plan: Plan,
): Result<{ it: Following; plan: Plan }[], string> {
  const to = onTheWall(plan.startsAt)
  const { days } = onTheWall(from.startsAt).date.until(to.date, { largestUnit: 'days' })
  const moved: { it: Following; plan: Plan }[] = []
  for (const it of following) {
    const at = wallMoment(onTheWall(it.startsAt).date.add({ days }), to.time)
    if (!at.ok) return refused(at.reason)
    moved.push({ it, plan: { ...plan, startsAt: at.value } })
  }
  return ok(moved)
}
