import {
  type Answers,
  askingPeople,
  type FieldError,
  type Fields,
  type Form,
  formPage,
  type Typed,
  typedAnswers,
  typedDate,
} from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import {
  becauseKey,
  boundsOf,
  type CorrectionRefusal,
  dayKey,
  findStep,
  type Pathway,
  type Step,
} from '../../engine/pathways/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { roles as allRoles, may, type Role } from '../../platform/access/index.ts'
import { setContext } from '../../platform/database/index.ts'
import { type Answer, forbidden, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import { childFrame, raisedWords, standWords } from '../children/index.ts'
import { findInvolvement, type Involvement, listMilestones, type RecordedStep } from './caseQueries.ts'
import { namesOf } from './correctionQueries.ts'
import { correctStep } from './correctStep.ts'
import { planToEnd } from './goalsAtEnd.ts'
import { momentOn } from './momentOfStep.ts'
import { askingWhyNobody } from './nobodyHarmed.ts'
import { casePath, correctStepPath } from './paths.ts'
import { happenedOn } from './step.page.tsx'

const change = 'Corrected a step of a case'

type Loaded = {
  involvement: Involvement
  pathway: Pathway
  milestones: readonly RecordedStep[]
  which: RecordedStep
  step: Step
  /** The questions as they are asked today, with the people who were named in the step. */
  fields: Fields
}

/**
 * Whether somebody may correct a step: whoever may take it, and seniors and managers. The step that opened the case
 * holds what was sent, which the offence and the notification were read from: it stays as it came.
 */
export function canCorrect(step: Step | undefined, roles: readonly Role[]): step is Step {
  return (
    step !== undefined &&
    step.from !== 'start' &&
    (step.by.some(role => roles.includes(role)) || may('case.allocate', roles, true))
  )
}

async function load({ tx, who, params }: Request): Promise<Result<Loaded, Answer>> {
  const id = parseId<'involvement'>(params.involvementId ?? '')
  const involvement = id && (await findInvolvement(tx, id))
  const pathway = involvement && findPathway(practiceInUse(), involvement.pathway)
  if (!involvement || !pathway || involvement.childId !== params.childId) return refused(notFound)
  const milestones = await listMilestones(tx, involvement.involvementId)
  const which = milestones.find(({ milestoneId }) => milestoneId === params.milestoneId)
  if (!which) return refused(notFound)
  const step = findStep(pathway, which.step)
  if (!step || step.from === 'start') {
    const why = step
      ? 'The step that opened the case stays as it came. A note can say what is wrong in it.'
      : 'This step is no longer among the definitions, so it stays as it is. A note can say what is wrong in it.'
    return refused(redirect(casePath.to(involvement), why))
  }
  if (!canCorrect(step, who.roles)) return refused(forbidden('This step is for another role.'))
  const people = await namesOf(
    tx,
    peopleIn(step.fields).flatMap(name => String(which.answers[name] ?? '') || []),
  )
  const fields = askingPeople(
    await askingWhyNobody(tx, step.fields, involvement.childId),
    people.map(person => ({ ...person, roles: allRoles })),
  )
  const plan = await planToEnd(tx, step, involvement)
  const isAsked = (name: string) =>
    !plan || !step.endsGoals?.includes(name) || which.answers[name] !== undefined
  const asked = Object.fromEntries(Object.entries(fields).filter(([name]) => isAsked(name)))
  return ok({ involvement, pathway, milestones, which, step, fields: asked })
}

/** The questions that ask for a person. Who was named has had a part in the case since: naming another is a step. */
function peopleIn(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'person' ? [name] : []))
}

/** The questions that can be answered otherwise. */
function askedAgain({ step, fields }: Pick<Loaded, 'step' | 'fields'>): Fields {
  const fixed = peopleIn(step.fields)
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !fixed.includes(name)))
}

function typedOf(loaded: Loaded, which: RecordedStep): Typed {
  return { [dayKey]: typedDate(dayInUk(which.at)), ...typedAnswers(askedAgain(loaded), which.answers) }
}

/** The steps of every pathway are corrected on this one page, which asks what the page of the step asked. */
export const correctStepRoutes = formPage<Fields, Loaded>({
  path: correctStepPath,
  permission: 'case.move',
  about: 'child',
  change,
  view: 'Opened the form to correct a step of a case',
  load,
  form: (loaded): Form => ({
    id: `correct-${loaded.which.step}`,
    fields: {
      [dayKey]: happenedOn,
      ...askedAgain(loaded),
      [becauseKey]: {
        kind: 'textarea',
        label: 'Why is it corrected?',
        hint: 'Say what was wrong. It stands beside the step, and what stood there before stays in the history.',
        required: 'Say why it is corrected',
        maxLength: 2_000,
        rows: 3,
      },
    },
  }),
  title: ({ which }) => `Correct: ${which.words.done}`,
  intro: loaded => <Intro {...loaded} />,
  back: ({ involvement }) => casePath.to(involvement),
  initial: loaded => typedOf(loaded, loaded.which),
  frame: childFrame('cases'),
  version: ({ which }) => which.version,
  row: ({ which }) => ({ table: 'milestone', key: { milestone_id: which.milestoneId } }),
  submit: 'Save correction',
  async save(request, _values, loaded, answers) {
    const { tx, who, now } = request
    const { involvement, pathway, milestones, which, step } = loaded
    const { [dayKey]: day, [becauseKey]: because, ...kept } = answers
    const named = Object.fromEntries(
      Object.entries(which.answers).filter(([name]) => peopleIn(step.fields).includes(name)),
    )
    const reason = String(because)
    const { serviceId, userId } = who
    await setContext(tx, {
      serviceId,
      userId,
      request: request.requestId,
      purpose: change,
      reason,
      today: request.today,
    })
    const corrected = await correctStep(tx, {
      ...loaded,
      serviceId,
      answers: { ...kept, ...named } satisfies Answers,
      at: momentOf(Temporal.PlainDate.from(String(day)), loaded, now),
      by: userId,
      because: reason,
      now,
    })
    if (corrected.ok) {
      const { raised, stand } = corrected.value
      return redirect(
        casePath.to(involvement),
        `The step has been corrected.${raisedWords(raised)}${standWords(stand)}`,
      )
    }
    if (corrected.reason.kind !== 'moved-on') {
      return { kind: 'errors', errors: [refusalWords(corrected.reason, step, milestones)] }
    }
    const fresh = (await listMilestones(tx, involvement.involvementId)).find(
      ({ milestoneId }) => milestoneId === which.milestoneId,
    )
    return fresh && findStep(pathway, fresh.step)
      ? { kind: 'collision', theirs: typedOf(loaded, fresh), version: fresh.version }
      : notFound
  },
})

/** The moment stays as it was recorded unless the day is another. */
function momentOf(
  day: Temporal.PlainDate,
  { pathway, milestones, which }: Loaded,
  now: Temporal.Instant,
): Temporal.Instant {
  if (day.equals(dayInUk(which.at))) return which.at
  return momentOn(day, boundsOf(pathway, milestones, milestones.indexOf(which), which.step), now)
}

function refusalWords(
  refusal: CorrectionRefusal,
  { to }: Step,
  milestones: readonly RecordedStep[],
): FieldError {
  // What follows hangs on the answer on which the way of the step hangs.
  const field = typeof to === 'string' || 'ends' in to ? dayKey : to.field
  switch (refusal.kind) {
    case 'too-early': {
      const isOpening = milestones[0]?.at.equals(refusal.notBefore)
      const then = isOpening ? 'when the case was opened' : 'when the step before it was taken'
      const message = `It cannot have happened before ${writeDate(dayInUk(refusal.notBefore))}, ${then}`
      return { field: dayKey, message }
    }
    case 'too-late': {
      const day = writeDate(dayInUk(refusal.notAfter))
      const message = `It cannot have happened after ${day}, when the next step was taken. If that day is wrong, correct that step first`
      return { field: dayKey, message }
    }
    case 'later-step': {
      const later = milestones[refusal.index]
      const message = `After this correction “${later?.words.done ?? ''}” of ${later ? writeDate(dayInUk(later.at)) : ''} could not have been taken. A step that was taken stays: take one that puts the case where it belongs`
      return { field, message }
    }
    case 'opens-the-case':
    case 'does-not-follow':
      return {
        field,
        message:
          'The steps of this case do not follow from one another as its pathway is defined today, so this one cannot be corrected. A note can say what is wrong in it',
      }
  }
}

function Intro({ pathway, step, fields, which }: Loaded) {
  const named = peopleIn(step.fields).flatMap(name => {
    const field = fields[name]
    const option =
      field?.kind === 'choice' && field.options.find(({ value }) => value === which.answers[name])
    return option ? [option.label] : []
  })
  const naming = Object.values(pathway.steps)
    .filter(({ holder }) => holder !== undefined)
    .map(({ title }) => title)
  return (
    <>
      <p class="govuk-body">
        Recorded by {which.recordedBy} on {writeDate(dayInUk(which.recordedAt))}. Below stands what the step
        holds now. Where the case stands and what is due follow from what you save.
      </p>
      {named.length > 0 && (
        <InsetText>
          {named.join(', ')} was named in this step. That is not corrected here: to name somebody else, take
          the step {naming.map(title => `“${title}”`).join(' or ')}.
        </InsetText>
      )}
    </>
  )
}
