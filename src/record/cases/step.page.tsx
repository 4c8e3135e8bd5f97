import {
  type Answers,
  type Beside,
  type Field,
  type Fields,
  type Form,
  formPage,
  type Refusal,
  typedDate,
} from '../../engine/forms/index.ts'
import { findAssessmentForm, findPathway, practiceInUse } from '../../engine/packs/index.ts'
import {
  availableSteps,
  boundsOf,
  dayKey,
  findStep,
  involvementClocks,
  leadsToEnding,
  movedKey,
  type OfferedStep,
  type Pathway,
} from '../../engine/pathways/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import {
  type Answer,
  forbidden,
  notFound,
  type Request,
  redirect,
  turnBack,
} from '../../platform/http/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { type Appointment, giveAppointments, leftBehindWords, withTicked } from '../appointments/index.ts'
import { assessmentsPath, childFrame, holdChild, raisedWords } from '../children/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import type { Plan } from '../plans/index.ts'
import { tellOfStep } from '../referrers/index.ts'
import { whoCanBeNamed } from '../workforce/index.ts'
import { besideAnswers } from './besideAnswers.ts'
import { ChangesSince } from './Changes.tsx'
import {
  findInvolvement,
  type Involvement,
  listMilestones,
  listMissed,
  type RecordedStep,
} from './caseQueries.ts'
import { sinceWords } from './changes.page.tsx'
import { type FromForm, readFromForm, readFromPlan } from './fromForm.ts'
import { endGoalsOf, isAboutOtherGoals, planToEnd, withGoalsOf, withoutGoals } from './goalsAtEnd.ts'
import { findHolding } from './handOverQueries.ts'
import { askedToMoveAgain, type Holding, heldByKey, moveAgainKey } from './heldMeanwhile.ts'
import { FilledIn, GoalsOfPlan } from './KnownAlready.tsx'
import { momentOn } from './momentOfStep.ts'
import { askingWhyNobody } from './nobodyHarmed.ts'
import { casePath, changesPath, correctStepPath, stepPath } from './paths.ts'
import { positionOf, standing as whereItStands } from './position.ts'
import { type Changes, momentsToLookBackTo, readChanges } from './readChanges.ts'
import { readStanding, type Standing } from './readStanding.ts'
import { StillOpen } from './StillOpen.tsx'
import { takeStep } from './takeStep.ts'
import { askedOf, askedOfMoving, asksForPerson, listMoving } from './whoTakesIt.ts'

type Loaded = {
  involvement: Involvement
  pathway: Pathway
  step: OfferedStep<Pathway>
  fields: Fields
  /** The planned appointments that go with the case unless somebody says otherwise, where the step names another holder. */
  planned: readonly Appointment[]
  /** Those that are asked about: what was ticked stands here though it has begun since. */
  askedToMove: readonly Appointment[]
  /** What was answered before, beside the questions. */
  beside: Beside
  /** In a review: what has changed since the last one. */
  changes: Changes | undefined
  /** Before an ending: what would be left standing. */
  standing: Standing | undefined
  /** Before this it cannot have happened: the case was not there yet, or stood elsewhere. */
  notBefore: Temporal.Instant
  /** What a signed form says to questions of the step: these are not among those asked. */
  from: FromForm | undefined
  /** The questions that are asked, and those that the form has answered. */
  whole: Fields
  /** The plan of the case in force, where the step ends its goals. */
  plan: Plan | undefined
  /** The answers of the steps that were taken, in order. */
  answersBefore: Answers[]
  /** Set where the step cannot be taken any more: what somebody else recorded meanwhile. */
  meanwhile: RecordedStep | undefined
  /** Who held the case when the page was opened; undefined where the step names no holder. */
  heldBy: string | undefined
  /** Set where somebody else has given the case to this worker since then. */
  heldNow: Holding | undefined
  today: Temporal.PlainDate
  now: Temporal.Instant
}

/** Asked on the page of every step, and of its correction. */
export const happenedOn = {
  kind: 'date',
  label: 'When did this happen?',
  required: 'Enter the day on which it happened',
  notAfterToday: 'It cannot have happened in the future',
} as const satisfies Field

/** Finds the step, if it can be taken now by this person; says why if it cannot. */
async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const { tx, who, params, sent, now, today } = request
  const id = parseId<'involvement'>(params.involvementId ?? '')
  const isSent = sent.names().length > 0
  const involvement = id && (await findInvolvement(tx, id, isSent ? 'to-move' : 'to-read'))
  const pathway = involvement && findPathway(practiceInUse(), involvement.pathway)
  if (!involvement || !pathway || involvement.childId !== params.childId) return refused(notFound)
  const offered = who.roles.flatMap(role => availableSteps(pathway, positionOf(involvement), role))
  const stepId = params.step ?? ''
  const defined = findStep(pathway, stepId)
  if (!defined) return refused(notFound)
  if (!defined.by.some(role => who.roles.includes(role)))
    return refused(forbidden('This step is for another role.'))
  const isOffered = offered.some(({ id }) => id === stepId)
  // What somebody typed is not turned away because a colleague was quicker: the page says so and keeps it.
  if (!isOffered && !isSent)
    return refused(
      turnBack(casePath.to(involvement), 'That cannot be recorded now. This is where the case stands.'),
    )
  const step = { id: stepId, ...defined }
  // Nobody is named to work with a child while it is being said that they must not.
  if (step.holder !== undefined) await holdChild(tx, involvement.childId)
  const milestones = await listMilestones(tx, involvement.involvementId)
  const notBefore =
    boundsOf(pathway, milestones, milestones.length, step.id).notBefore ?? involvement.startedAt
  const meanwhile = isOffered ? undefined : milestones.at(-1)
  const people = asksForPerson(step.fields) ? await whoCanBeNamed(request, involvement.childId) : []
  const plan = await planToEnd(tx, step, involvement)
  const looked = await askingWhyNobody(tx, step.fields, involvement.childId)
  const asking = withGoalsOf(plan, step, askedOf(looked, people, involvement))
  const { fields: whole, beside } = besideAnswers(pathway, step.id, asking, milestones)
  const from =
    (await readFromForm(tx, step, involvement, milestones)) ?? (await readFromPlan(tx, step, involvement))
  const fields = Object.fromEntries(
    Object.entries(whole).filter(([name]) => !from || !(name in from.answers)),
  )
  const planned = step.holder === undefined ? [] : await listMoving(tx, involvement, now)
  const { involvementId } = involvement
  const askedToMove = await withTicked(tx, planned, [involvementId], sent.all(movedKey))
  const answersBefore = milestones.map(({ answers }) => answers)
  const [since] = momentsToLookBackTo(pathway, milestones)
  const changes =
    step.reviews && since
      ? await readChanges(request, { involvement, pathway, milestones, since })
      : undefined
  const standing =
    leadsToEnding(step) && involvement.ending === null
      ? await standingOf(request, involvement, pathway, milestones, step.id)
      : undefined
  const before = { notBefore, answersBefore, meanwhile, plan, from, whole }
  const holderNow = involvement.holderId ?? ''
  const heldBy =
    step.holder === undefined ? undefined : sent.names().includes(heldByKey) ? sent.one(heldByKey) : holderNow
  const isHeldAnew = isOffered && heldBy !== undefined && heldBy !== holderNow
  const heldNow = isHeldAnew ? await findHolding(tx, involvementId) : undefined
  const asked = { fields, planned, askedToMove, beside, heldBy, heldNow, now }
  return ok({ involvement, pathway, step, ...asked, changes, standing, ...before, today })
}

/** What an ending would leave standing. */
async function standingOf(
  request: Request,
  involvement: Involvement,
  pathway: Pathway,
  milestones: readonly RecordedStep[],
  step: string,
): Promise<Standing> {
  const { tx, now } = request
  const { calendars, clockOverrides } = await practiceFor(tx)
  const events = await listMissed(tx, involvement.involvementId)
  const clocks = involvementClocks(pathway, milestones, events, now, calendars, clockOverrides)
  // What this very step does is not owed any more once it is recorded.
  const others = clocks.filter(({ clock }) => ![clock.to].flat().includes(step))
  return readStanding(request, involvement, others)
}

const formWasSigned: Refusal = {
  kind: 'errors',
  errors: [
    {
      field: dayKey,
      message:
        'A form or the plan was signed since you opened this page, and answers some of its questions. Look at what it says, then save',
    },
  ],
}

const goalsHaveChanged: Refusal = {
  kind: 'errors',
  errors: [
    {
      field: dayKey,
      message: 'The goals of the plan have changed since you opened this page. Look at them, then save',
    },
  ],
}

/** Every step of every pathway is recorded on this one page: its questions come from the definition. */
export const stepRoutes = formPage<Fields, Loaded>({
  path: stepPath,
  permission: 'case.move',
  about: 'child',
  change: 'Recorded a step of a case',
  view: 'Opened the form to record a step of a case',
  load,
  form: ({ step, fields, askedToMove, heldNow, now }): Form => ({
    id: `step-${step.id}`,
    fields: {
      ...(heldNow && askedToMoveAgain(heldNow, now)),
      [dayKey]: happenedOn,
      ...fields,
      ...askedOfMoving(askedToMove),
    },
  }),
  title: ({ step }) => step.title,
  intro: loaded => <Intro {...loaded} />,
  beside: ({ beside }) => beside,
  carries: ({ heldBy }) => (heldBy === undefined ? {} : { [heldByKey]: [heldBy] }),
  back: ({ involvement }) => casePath.to(involvement),
  initial: ({ today, planned }) => ({
    [dayKey]: typedDate(today),
    ...(planned.length > 0 && { [movedKey]: planned.map(({ appointmentId }) => appointmentId) }),
  }),
  frame: childFrame('cases'),
  version: ({ involvement }) => involvement.version,
  row: ({ involvement }) => ({ table: 'involvement', key: { involvement_id: involvement.involvementId } }),
  overtaken: loaded => loaded.meanwhile && <Meanwhile {...loaded} last={loaded.meanwhile} />,
  submit: 'Save',
  async save(request, _values, loaded, answers) {
    const { involvement, pathway, step, whole, notBefore, answersBefore, heldNow, plan, from } = loaded
    const { [dayKey]: day, [movedKey]: moved = [], [moveAgainKey]: again, ...said } = answers
    const kept = { ...withoutGoals(said), ...from?.answers }
    if (heldNow && again === undefined) {
      const message = 'Say whether the case is to be handed over once more'
      return { kind: 'errors', errors: [{ field: moveAgainKey, message }] }
    }
    if (heldNow && again === 'no')
      return redirect(casePath.to(involvement), `Nothing was changed: the case stays with ${heldNow.name}.`)
    if (from && Object.keys(from.answers).some(name => request.sent.one(name) !== '')) return formWasSigned
    if (isAboutOtherGoals(plan, request.sent.names())) return goalsHaveChanged
    const on = Temporal.PlainDate.from(String(day))
    const at = momentOn(on, { notBefore, notAfter: undefined }, request.now)
    if (Temporal.Instant.compare(at, notBefore) < 0) {
      const earliest = writeDate(dayInUk(notBefore))
      const message = `It cannot have happened before ${earliest}, when the case came to where it stands`
      return { kind: 'errors', errors: [{ field: dayKey, message }] }
    }
    const { who, tx } = request
    const by = who.userId
    const goalsEnded = plan ? await endGoalsOf(tx, plan, said, on) : 0
    // Refused rather than led on: what was written of some goals already is undone with it.
    if (goalsEnded === undefined) return goalsHaveChanged
    const taken = await takeStep(tx, {
      serviceId: who.serviceId,
      pathway,
      involvement,
      step: step.id,
      answers: kept,
      fields: whole,
      at,
      by,
      now: request.now,
    })
    if (!taken.ok) return turnBack(casePath.to(involvement), 'Not saved: the case has moved on meanwhile.')
    const named = step.holder === undefined ? undefined : kept[step.holder]
    const ticked = [moved].flat().map(String)
    const given =
      named !== undefined && involvement.holderId !== null
        ? await giveAppointments(tx, ticked, {
            from: involvement.holderId,
            to: String(named),
            now: request.now,
          })
        : 0
    const teller = { serviceId: who.serviceId, serviceName: who.serviceName, by, at: request.now }
    const isTold = await tellOfStep(request.platform, tx, teller, {
      pathway,
      involvementId: involvement.involvementId,
      milestoneId: taken.value.milestoneId,
      step: step.id,
      answers: [...answersBefore, kept],
    })
    const told = isTold ? ' Whoever sent the child is told by e-mail.' : ''
    const left = leftBehindWords(ticked.length - given)
    const inPlan = goalsEnded > 0 ? ' How the goals ended stands in the plan.' : ''
    const words = `${step.done}.${inPlan}${raisedWords(taken.value.alerts)}${told}`
    return redirect(casePath.to(involvement), [words, left].filter(said => said).join(' '))
  },
})

/** What to know before the questions: of a review, what has changed; of an ending, what still stands open. */
function Intro({ step, involvement, changes, standing, plan, from, whole, today }: Loaded) {
  const byForm = step.byForm === undefined ? undefined : findAssessmentForm(practiceInUse(), step.byForm)
  return (
    <>
      {step.hint && <p class="govuk-body">{step.hint}</p>}
      {byForm && (
        <p class="govuk-body">
          When the form “{byForm.title}” of this case is signed
          {byForm.countersignedBy && ' and countersigned'}, this is recorded from it.{' '}
          <a class="govuk-link" href={assessmentsPath.to(involvement)}>
            To the forms
          </a>
        </p>
      )}
      <FilledIn step={step} of={involvement} from={from} fields={whole} />
      {plan && <GoalsOfPlan plan={plan} />}
      {standing && <StillOpen of={involvement} it={standing} />}
      {changes && (
        <section aria-labelledby="changes">
          <h2 class="govuk-heading-m" id="changes">
            What has changed
          </h2>
          <p class="govuk-body">
            Since: {sinceWords(changes.since)}.{' '}
            <a class="govuk-link" href={changesPath.to(involvement)}>
              On a page of its own, to print
            </a>
          </p>
          <ChangesSince it={changes} today={today} />
        </section>
      )}
    </>
  )
}

/** What a colleague recorded while this was being typed: it stands, and is corrected rather than written over. */
function Meanwhile({ involvement, pathway, last }: Loaded & { last: RecordedStep }) {
  const { childId, involvementId } = involvement
  return (
    <>
      <SummaryList
        rows={[
          { key: 'The case now stands at', value: whereItStands(pathway, involvement) },
          { key: last.words.done, value: `Recorded by ${last.recordedBy}` },
          ...last.words.said.map(({ question, answer }) => ({ key: question, value: answer })),
        ]}
      />
      <p class="govuk-body">
        If that is right, leave it as it is. If it is wrong,{' '}
        <a
          class="govuk-link"
          href={correctStepPath.to({ childId, involvementId, milestoneId: last.milestoneId })}
        >
          correct it
        </a>{' '}
        and say why. What you typed is kept below until you send it or begin afresh.
      </p>
    </>
  )
}
