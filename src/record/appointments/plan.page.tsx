import { type FieldError, formPage } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Request, redirect } from '../../platform/http/index.ts'
import { childFrame, contactsPath } from '../children/index.ts'
import { insertAppointment, listClashes, type Plan } from './appointmentQueries.ts'
import { halfMeant, withHalf } from './askHalf.tsx'
import { mustKnowFirst } from './journey.form.ts'
import { KnowBefore } from './KnowBefore.tsx'
import { loadPlan } from './loadPlan.ts'
import { addContactPath, appointmentPath, planPath } from './paths.ts'
import { planFrom } from './plan.form.ts'
import { chosenDays, clashWords, SeriesCheck } from './SeriesCheck.tsx'
import { type SeriesPlan, seriesForm, seriesFrom } from './series.form.ts'
import { insertSeries, listClashesAt } from './seriesQueries.ts'
import { warnOfClashes } from './warnOfClashes.tsx'

export const planRoutes = formPage({
  path: planPath,
  permission: 'contacts.record',
  about: 'child',
  change: 'Planned an appointment',
  view: 'Opened the form to plan an appointment',
  load: request => loadPlan(request),
  form: loaded => seriesForm(loaded),
  title: () => 'Plan an appointment',
  intro: ({ child }) => (
    <>
      <KnowBefore child={child} isUrgent={mustKnowFirst(child)} />
      <p class="govuk-body">
        A meeting or a call that has happened already is{' '}
        <a class="govuk-link" href={addContactPath.to(child)}>
          recorded as a contact
        </a>
        .
      </p>
    </>
  ),
  back: ({ child }) => contactsPath.to(child),
  initial: ({ child, likely }) => ({
    case: child.cases.length === 1 ? (child.cases[0]?.involvementId ?? '') : '',
    minutes: '60',
    with: likely ?? '',
    repeat: 'once',
  }),
  frame: childFrame('contacts'),
  submit: 'Save',
  async check(request, values, { child, places, known }, answers) {
    const series = seriesFrom(values)
    if (!series.ok) return series
    const plan = planFrom(values, answers, { places, known }, request.today)
    if (!plan.ok) return plan
    const { childId } = child
    const half = halfMeant(request, 'time')
    if (!series.value) {
      const clashes = await warnOfClashes(request, { childIds: [childId], plan: plan.value })
      return ok(withHalf(half, clashes))
    }
    const { slots, leftOut } = series.value
    const who = { childIds: [childId], withUser: values.with }
    const clashes = await listClashesAt(
      request.tx,
      who,
      slots.map(({ at }) => at),
      values.minutes,
    )
    const check = {
      body: <SeriesCheck {...{ slots, leftOut, clashes }} whose="this child" />,
      submit: 'Save these appointments',
    }
    return ok(withHalf(half, check))
  },
  async save(request, values, { child, places, known }, answers) {
    const { tx, who, today } = request
    const plan = planFrom(values, answers, { places, known }, today)
    const series = seriesFrom(values)
    if (!plan.ok) return { kind: 'errors', errors: plan.reason }
    if (!series.ok) return { kind: 'errors', errors: series.reason }
    const { childId } = child
    if (series.value) {
      const saved = await saveSeries(request, childId, plan.value, series.value)
      if (!saved.ok) return { kind: 'errors', errors: saved.reason }
      const words = `${saved.value} appointments have been saved.`
      return redirect(contactsPath.to(child), saved.value === 1 ? 'The appointment has been saved.' : words)
    }
    const appointmentId = await insertAppointment(tx, { serviceId: who.serviceId, childId, ...plan.value })
    const clashes = clashWords(await listClashes(tx, appointmentId))
    return redirect(
      appointmentPath.to({ childId, appointmentId }),
      ['The appointment has been saved.', clashes].filter(words => words !== undefined).join(' '),
    )
  },
})

/** Saves those that were chosen. @returns how many */
async function saveSeries(
  { tx, who, now, sent }: Request,
  childId: string,
  plan: Plan,
  { slots, rhythm, skipsBankHolidays }: SeriesPlan,
): Promise<Result<number, FieldError[]>> {
  const { serviceId } = who
  const wanted = new Set(sent.all(chosenDays))
  const chosen = slots.filter(({ day }) => wanted.has(day.toString()))
  const [first] = chosen
  if (!first) return refused([{ field: 'repeat', message: 'Choose at least one of the appointments' }])
  const weekdays = rhythm.weekdays.length > 0 ? rhythm.weekdays : [first.day.dayOfWeek]
  const said = { everyWeeks: rhythm.everyWeeks, weekdays, skipsBankHolidays }
  const seriesId = await insertSeries(tx, { serviceId, childId, ...said, by: who.userId, at: now })
  for (const { at } of chosen)
    await insertAppointment(tx, { serviceId, childId, ...plan, startsAt: at, seriesId })
  return ok(chosen.length)
}
