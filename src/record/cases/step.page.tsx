import {
  askingPeople,
  type Field,
  type Fields,
  type Form,
  formPage,
  typedDate,
} from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { availableSteps, findStep, type OfferedStep, type Pathway } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { type Answer, forbidden, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { childFrame, holdChild } from '../children/index.ts'
import {
  findInvolvement,
  type Involvement,
  listColleagues,
  listMilestones,
  type RecordedStep,
} from './caseQueries.ts'
import { casePath, stepPath } from './paths.ts'
import { positionOf } from './position.ts'
import { takeStep } from './takeStep.ts'

type Loaded = {
  involvement: Involvement
  pathway: Pathway
  step: OfferedStep<Pathway>
  fields: Fields
  /** Before this it cannot have happened: the case was not there yet, or stood elsewhere. */
  notBefore: Temporal.Instant
  today: Temporal.PlainDate
}

const happenedOn = {
  kind: 'date',
  label: 'When did this happen?',
  required: 'Enter the day on which it happened',
  notAfterToday: 'It cannot have happened in the future',
} as const satisfies Field

/** Finds the step, if it can be taken now by this person; says why if it cannot. */
async function load({ tx, who, params, today }: Request): Promise<Result<Loaded, Answer>> {
  const id = parseId<'involvement'>(params.involvementId ?? '')
  const involvement = id && (await findInvolvement(tx, id))
  const pathway = involvement && findPathway(practiceInUse(), involvement.pathway)
  if (!involvement || !pathway || involvement.childId !== params.childId) return refused(notFound)
  const offered = who.roles.flatMap(role => availableSteps(pathway, positionOf(involvement), role))
  const step = offered.find(({ id }) => id === params.step)
  if (!step) {
    if (!Object.hasOwn(pathway.steps, params.step ?? '')) return refused(notFound)
    const isElsewhere = !pathway.steps[params.step ?? '']?.by.some(role => who.roles.includes(role))
    if (isElsewhere) return refused(forbidden('This step is for another role.'))
    return refused(
      redirect(casePath.to(involvement), 'The case has moved on since. This is where it stands now.'),
    )
  }
  // Nobody is named to work with a child while it is being said that they must not.
  if (step.holder !== undefined) await holdChild(tx, involvement.childId)
  const people = await listColleagues(tx, involvement.childId)
  const notBefore = earliestOf(
    step,
    pathway,
    await listMilestones(tx, involvement.involvementId),
    involvement,
  )
  return ok({ involvement, pathway, step, fields: askingPeople(step.fields, people), notBefore, today })
}

/**
 * A step that moves the case, or names who holds it, comes after the milestone that brought the case where it stands.
 * What leaves the case in its place may have been done earlier and be recorded late.
 */
function earliestOf(
  step: OfferedStep<Pathway>,
  pathway: Pathway,
  milestones: readonly RecordedStep[],
  { startedAt }: Involvement,
): Temporal.Instant {
  if (step.to === 'stay' && step.holder === undefined) return startedAt
  const latest = milestones.findLast(({ step: id }) => {
    const taken = findStep(pathway, id)
    return taken?.to !== 'stay' || taken.holder !== undefined
  })
  return latest?.at ?? startedAt
}

/** Every step of every pathway is recorded on this one page: its questions come from the definition. */
export const stepRoutes = formPage<Fields, Loaded>({
  path: stepPath,
  permission: 'case.move',
  about: 'child',
  change: 'Recorded a step of a case',
  view: 'Opened the form to record a step of a case',
  load,
  form: ({ step, fields }): Form => ({
    id: `step-${step.id}`,
    fields: { 'happened-on': happenedOn, ...fields },
  }),
  title: ({ step }) => step.title,
  intro: ({ step }) => <>{step.hint && <p class="govuk-body">{step.hint}</p>}</>,
  back: ({ involvement }) => casePath.to(involvement),
  initial: ({ today }) => ({ 'happened-on': typedDate(today) }),
  frame: childFrame('cases'),
  version: ({ involvement }) => involvement.version,
  row: ({ involvement }) => ({ table: 'involvement', key: { involvement_id: involvement.involvementId } }),
  submit: 'Save',
  async save(request, _values, { involvement, pathway, step, fields, notBefore }, answers) {
    const { 'happened-on': day, ...kept } = answers
    const at = momentOf(String(day), request, notBefore)
    if (!at) {
      const earliest = writeDate(notBefore.toZonedDateTimeISO(ukZone).toPlainDate())
      const message = `It cannot have happened before ${earliest}, when the case came to where it stands`
      return { kind: 'errors', errors: [{ field: 'happened-on', message }] }
    }
    const { who, tx } = request
    const by = who.userId
    const taken = await takeStep(tx, {
      serviceId: who.serviceId,
      pathway,
      involvement,
      step: step.id,
      answers: kept,
      fields,
      at,
      by,
    })
    if (!taken.ok)
      return redirect(casePath.to(involvement), 'The case has moved on since. This is where it stands now.')
    return redirect(casePath.to(involvement), `${step.done}.`)
  },
})

/**
 * Today is now; another day is its noon, since only the day was asked, but not before the moment that went before it
 * on that day. Undefined for a day before that.
 */
function momentOf(
  day: string,
  { today, now }: Request,
  notBefore: Temporal.Instant,
): Temporal.Instant | undefined {
  const date = Temporal.PlainDate.from(day)
  if (date.equals(today)) return now
  const earliest = notBefore.toZonedDateTimeISO(ukZone).toPlainDate()
  if (Temporal.PlainDate.compare(date, earliest) < 0) return undefined
  const noon = date.toZonedDateTime({ timeZone: ukZone, plainTime: '12:00' }).toInstant()
  return Temporal.Instant.compare(noon, notBefore) < 0 ? notBefore : noon
}
