import {
  askingPeople,
  type Field,
  type Fields,
  type Form,
  formPage,
  typedDate,
} from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import {
  availableSteps,
  boundsOf,
  dayKey,
  type OfferedStep,
  type Pathway,
} from '../../engine/pathways/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { type Answer, forbidden, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { childFrame, holdChild } from '../children/index.ts'
import { findInvolvement, type Involvement, listColleagues, listMilestones } from './caseQueries.ts'
import { dayOf, momentOn } from './momentOfStep.ts'
import { casePath, stepPath } from './paths.ts'
import { positionOf } from './position.ts'
import { raisedWords } from './raiseAlerts.ts'
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

/** Asked on the page of every step, and of its correction. */
export const happenedOn = {
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
  const milestones = await listMilestones(tx, involvement.involvementId)
  const notBefore =
    boundsOf(pathway, milestones, milestones.length, step.id).notBefore ?? involvement.startedAt
  return ok({ involvement, pathway, step, fields: askingPeople(step.fields, people), notBefore, today })
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
    fields: { [dayKey]: happenedOn, ...fields },
  }),
  title: ({ step }) => step.title,
  intro: ({ step }) => <>{step.hint && <p class="govuk-body">{step.hint}</p>}</>,
  back: ({ involvement }) => casePath.to(involvement),
  initial: ({ today }) => ({ [dayKey]: typedDate(today) }),
  frame: childFrame('cases'),
  version: ({ involvement }) => involvement.version,
  row: ({ involvement }) => ({ table: 'involvement', key: { involvement_id: involvement.involvementId } }),
  submit: 'Save',
  async save(request, _values, { involvement, pathway, step, fields, notBefore }, answers) {
    const { [dayKey]: day, ...kept } = answers
    const at = momentOn(Temporal.PlainDate.from(String(day)), { notBefore, notAfter: undefined }, request.now)
    if (Temporal.Instant.compare(at, notBefore) < 0) {
      const earliest = writeDate(dayOf(notBefore))
      const message = `It cannot have happened before ${earliest}, when the case came to where it stands`
      return { kind: 'errors', errors: [{ field: dayKey, message }] }
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
    return redirect(casePath.to(involvement), `${step.done}.${raisedWords(taken.value.alerts)}`)
  },
})
