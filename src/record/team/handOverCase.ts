import { type Answers, askingPeople, type Nameable } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Request } from '../../platform/http/index.ts'
import { findInvolvement, type Involvement, takeStep } from '../cases/index.ts'
import { holdChild } from '../children/index.ts'
import { findTaker, type Handable } from './handable.ts'

/** A case that is held on to until the transaction ends, and whoever takes it. */
export type Ready = { handable: Handable; involvement: Involvement; taker: Nameable }

/**
 * Holds on to a case, and sees whether it can still change hands. What was read before may be old: whoever waited here for
 * a colleague to finish finds the case as they left it.
 * @param from who must still hold the case
 * @param to who takes it
 */
export async function holdCase(
  { tx }: Request,
  handable: Handable,
  from: string,
  to: string,
): Promise<Result<Ready, 'moved-on' | 'cannot-take'>> {
  const { it } = handable
  await holdChild(tx, it.childId)
  const involvement = await findInvolvement(tx, it.involvementId, 'to-move')
  if (involvement?.holderId !== from || involvement.endedAt !== null) return refused('moved-on')
  const taker = await findTaker(tx, handable, to)
  return taker ? ok({ handable, involvement, taker }) : refused('cannot-take')
}

/** Hands over a case that is held on to. @returns whether it could be: the step may no longer be offered */
export async function handOver(
  { tx, who, now }: Request,
  { handable: { pathway, step, holder }, involvement, taker }: Ready,
  note: Answers,
): Promise<boolean> {
  const taken = await takeStep(tx, {
    serviceId: who.serviceId,
    pathway,
    involvement,
    step: step.id,
    answers: { ...note, [holder]: taker.userId },
    fields: askingPeople(step.fields, [taker]),
    at: now,
    by: who.userId,
    now,
  })
  return taken.ok
}
