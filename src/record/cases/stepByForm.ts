import { type Answers, chosenIn, reasonKey } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { boundsOf, findStep, type Pathway, type Step, stepsOffered } from '../../engine/pathways/index.ts'
import { parseId } from '../../kernel/ids.ts'
import type { Request } from '../../platform/http/index.ts'
import { tellOfStep } from '../referrers/index.ts'
import { findInvolvement, type Involvement, listMilestones } from './caseQueries.ts'
import { positionOf } from './position.ts'
import { takeStep } from './takeStep.ts'

/** Whoever records a step, for which service and when; and how messages about it go out. */
export type StepRecorder = Pick<Request, 'tx' | 'now'> & {
  who: Pick<Request['who'], 'serviceId' | 'serviceName' | 'userId'>
  platform: Pick<Request['platform'], 'later' | 'now'>
}

/** A step of a case that a long form takes, where it is offered now. The case is held until the request is done. */
export type StepByForm = { involvement: Involvement; pathway: Pathway; id: string; step: Step }

/**
 * Finds the step that a form of a case takes, and holds the case; undefined where there is none, or where the case stands elsewhere:
 * somebody may have recorded it by hand. Asked before the form itself is written to, in the order in which all hold a case.
 */
export async function holdStepByForm(
  { tx }: Pick<Request, 'tx'>,
  involvementId: string,
  form: string,
): Promise<StepByForm | undefined> {
  const id = parseId<'involvement'>(involvementId)
  const involvement = id && (await findInvolvement(tx, id, 'to-move'))
  const pathway = involvement && findPathway(practiceInUse(), involvement.pathway)
  if (!pathway) return undefined
  const found = stepsOffered(pathway, positionOf(involvement)).find(({ byForm }) => byForm === form)
  return found && { involvement, pathway, id: found.id, step: found }
}

/**
 * Takes the step with what the form says under the names of its questions, in the transaction that signs it. Its milestone is that of
 * whoever wrote and signed the form, from when they did: whoever countersigns stands with the form. Alerts are raised by the form and
 * not once more.
 * @param signed who wrote and signed the form, and when
 * @returns what the milestone says, for the sentence above the next page; undefined where the answers do not suffice
 */
export async function takeStepByForm(
  request: StepRecorder,
  { involvement, pathway, id, step }: StepByForm,
  form: Answers,
  signed: { by: string; at: Temporal.Instant },
): Promise<string | undefined> {
  const taken = await takeAnswered(request, { involvement, pathway, id, step }, form, signed, {
    hasRaisedAlerts: true,
  })
  return taken?.done
}

/**
 * Takes the step that a meeting has decided on, with what was said there under the names of its questions, from when it met. Its alerts
 * are raised by it.
 * @returns the milestone and what it says; nothing in it where the answers do not suffice
 */
export async function takeStepByDecision(
  request: StepRecorder,
  { involvement, pathway, id }: Pick<StepByForm, 'involvement' | 'pathway' | 'id'>,
  said: Answers,
  met: { by: string; at: Temporal.Instant },
): Promise<{ milestoneId?: string; done?: string }> {
  const step = findStep(pathway, id)
  return (step && (await takeAnswered(request, { involvement, pathway, id, step }, said, met))) ?? {}
}

/** Takes a step with answers that were given elsewhere; undefined where they do not suffice. */
async function takeAnswered(
  request: StepRecorder,
  { involvement, pathway, id, step }: StepByForm,
  said: Answers,
  from: { by: string; at: Temporal.Instant },
  more: { hasRaisedAlerts?: true } = {},
): Promise<{ milestoneId: string; done: string } | undefined> {
  const { tx, who, now } = request
  const answers = answersOf(step, said)
  if (!answers) return undefined
  const milestones = await listMilestones(tx, involvement.involvementId)
  const notBefore = boundsOf(pathway, milestones, milestones.length, id).notBefore ?? involvement.startedAt
  const taken = await takeStep(tx, {
    serviceId: who.serviceId,
    pathway,
    involvement,
    step: id,
    answers,
    fields: step.fields,
    at: Temporal.Instant.compare(from.at, notBefore) < 0 ? notBefore : from.at,
    by: from.by,
    now,
    ...more,
  })
  if (!taken.ok) return undefined
  const { milestoneId } = taken.value
  const teller = { serviceId: who.serviceId, serviceName: who.serviceName, by: who.userId, at: now }
  await tellOfStep(request.platform, tx, teller, {
    pathway,
    involvementId: involvement.involvementId,
    milestoneId,
    step: id,
    answers: [...milestones.map(each => each.answers), answers],
  })
  return { milestoneId, done: step.done }
}

/** What a form says to the questions of a step, with the reasons; undefined where one that must be answered is not. */
function answersOf({ fields }: Step, form: Answers): Answers | undefined {
  const answers: Record<string, Answers[string]> = {}
  for (const [name, { required, appliesWhen }] of Object.entries(fields)) {
    const isAsked =
      !appliesWhen || chosenIn(answers[appliesWhen.field]).some(value => appliesWhen.is.includes(value))
    if (!isAsked) continue
    const [answer, reason] = [form[name], form[reasonKey(name)]]
    if (answer === undefined && required !== undefined) return undefined
    if (answer !== undefined) answers[name] = answer
    if (reason !== undefined) answers[reasonKey(name)] = reason
  }
  return answers
}
