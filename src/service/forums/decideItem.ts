import type { Answers } from '../../engine/forms/index.ts'
import { type Forum, findDecision, findSeat } from '../../engine/forums/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { stepsOffered } from '../../engine/pathways/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { addWorkingDays } from '../../kernel/workingDays.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Request } from '../../platform/http/index.ts'
import { findInvolvement, takeStepByDecision } from '../../record/cases/index.ts'
import { addAction } from '../actions/index.ts'
import { changeItem, findFollowing, type Item, insertItem, placeWaiting } from './itemQueries.ts'
import type { Meeting } from './meetingQueries.ts'
import { isHeldOn, listHolders } from './seatQueries.ts'

export type DecisionSaid = {
  decision: string
  answers: Answers
  reasons: string
  dissent: string
  /** Who does what by when: set besides what the decision sets itself. */
  actions: readonly ActionAgreed[]
}

/** Something to do, of whoever holds a seat. */
export type ActionAgreed = { what: string; seat: string; by: Temporal.PlainDate | undefined }

/** Why a decision cannot be written down. */
export type NotDecided =
  /** Somebody else has written something down since. */
  | { kind: 'overtaken' }
  /** The case has moved on by it already: it is put right in the case first. */
  | { kind: 'step-taken' }
  /** What it brought back has been discussed already. */
  | { kind: 'came-back' }

/** What a decision set in motion, for the sentence above the next page. */
export type Motion = { step?: string; stepNotOffered?: true; comesBack: boolean; actions: number }

type Deciding = { forum: Forum; item: Item; meeting: Meeting; said: DecisionSaid }

/**
 * Writes down what was decided, with all that it sets in motion, in one transaction: the step of the case, and the day on which it comes
 * back. Written down anew with other words, nothing is set in motion twice; another decision takes back what the first brought back.
 */
export async function decideItem(request: Request, it: Deciding): Promise<Result<Motion, NotDecided>> {
  const { tx, who, now } = request
  const { item, said } = it
  const isNew = said.decision !== item.decision
  const following = isNew && item.decision !== null ? await findFollowing(tx, item.itemId) : undefined
  if (isNew && item.milestoneId !== null) return refused({ kind: 'step-taken' })
  if (following && following.state !== 'waiting') return refused({ kind: 'came-back' })
  if (following)
    await changeItem(tx, following, {
      state: 'withdrawn',
      withdrawnReason: 'The decision that asked for it was changed.',
    })
  const taken = isNew ? await takeItsStep(request, it) : undefined
  const isChanged = await changeItem(tx, item, {
    state: 'decided',
    decision: said.decision,
    decisionAnswers: said.answers,
    reasons: said.reasons,
    dissent: said.dissent,
    decidedBy: who.userId,
    decidedAt: item.decidedAt ?? now,
    ...(taken?.milestoneId && { milestoneId: taken.milestoneId }),
  })
  if (!isChanged) return refused({ kind: 'overtaken' })
  const comesBack = isNew ? await bringBack(request, it) : false
  const actions = [...(isNew ? actionsOfDecision(request, it) : []), ...said.actions]
  await setActions(request, it, actions)
  return ok({
    comesBack,
    actions: actions.length,
    ...(taken?.done && { step: taken.done }),
    ...(taken && !taken.milestoneId && { stepNotOffered: true }),
  })
}

/** Takes the step that the decision sets in motion; undefined where it sets none. */
async function takeItsStep(request: Request, { forum, item, meeting, said }: Deciding) {
  const step = findDecision(forum, said.decision)?.sets?.step
  if (!step || item.involvementId === null) return undefined
  const involvement = await findInvolvement(request.tx, item.involvementId, 'to-move')
  const pathway = involvement && findPathway(practiceInUse(), involvement.pathway)
  const offered =
    pathway &&
    stepsOffered(pathway, { kind: 'open', stage: involvement.stage }).some(({ id }) => id === step.id)
  if (!involvement || !pathway || involvement.ending !== null || !offered) return {}
  const answers = {
    ...said.answers,
    ...step.answers,
    ...(step.reasons && { [step.reasons]: said.reasons }),
  }
  return takeStepByDecision(request, { involvement, pathway, id: step.id }, answers, {
    by: request.who.userId,
    at: meeting.openedAt ?? request.now,
  })
}

/** Lets it come back: at the next meeting where it was put off, or after so many weeks. @returns whether it does */
async function bringBack(request: Request, { forum, item, meeting, said }: Deciding): Promise<boolean> {
  const { tx, who, now } = request
  const { putsOff, sets } = findDecision(forum, said.decision) ?? {}
  const weeks = sets?.backInWeeks
  if (!putsOff && weeks === undefined) return false
  await insertItem(tx, {
    serviceId: who.serviceId,
    forum: forum.id,
    childId: item.childId ?? undefined,
    involvementId: item.involvementId ?? undefined,
    title: item.title,
    dueOn: weeks === undefined ? meeting.day.add({ days: 1 }) : meeting.day.add({ weeks }),
    referral: item.referral,
    by: who.userId,
    at: now,
    followsId: item.itemId,
  })
  await placeWaiting(tx, forum.id, request.today)
  return true
}

/** What the decision gives somebody to do by itself. */
function actionsOfDecision({ today }: Request, { forum, said }: Deciding): ActionAgreed[] {
  return (findDecision(forum, said.decision)?.sets?.actions ?? []).map(({ what, seat, workingDays }) => {
    const by = addWorkingDays(today, workingDays, practiceInUse().calendars.bankHolidays)
    return { what, seat, by: by.ok ? by.value : undefined }
  })
}

/** Puts actions into the register, in the name of whoever holds the seat on the day of the meeting. */
async function setActions(
  { tx, who, now, today }: Request,
  { forum, item, meeting }: Deciding,
  actions: readonly ActionAgreed[],
): Promise<void> {
  if (actions.length === 0) return
  const holders = await listHolders(tx, forum.id)
  for (const { what, seat, by } of actions) {
    const holder = holders.find(it => it.seat === seat && isHeldOn(it, meeting.day))
    await addAction(tx, {
      serviceId: who.serviceId,
      source: forum.actionsFrom,
      sourceReference: '',
      sourceTitle: `${forum.title}, ${writeDate(meeting.day)}`,
      childId: item.childId,
      what,
      ownerId: holder?.userId ?? null,
      ownerWords: holder?.userId
        ? ''
        : [holder?.name, findSeat(forum, seat)?.title].filter(Boolean).join(', '),
      due: { on: by ?? null, beginsOn: null, words: '' },
      givenOn: today,
      about: { kind: 'forum-item', id: item.itemId },
      by: who.userId,
      at: now,
    })
  }
}
