import type { Nameable } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { availableSteps, type OfferedStep, type Pathway } from '../../engine/pathways/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Answer, notFound, type Request, turnBack } from '../../platform/http/index.ts'
import { findInvolvements, type Involvement, listColleagues, standing } from '../cases/index.ts'
import { findProfile, type Profile, workerPath } from '../workforce/index.ts'
import { type HeldCase, listHeld } from './teamQueries.ts'

/** A case that can be handed over now, by the step of its pathway that names another holder. */
export type Handable = {
  it: HeldCase
  involvement: Involvement
  pathway: Pathway
  step: OfferedStep<Pathway>
  /** The question of the step that asks for the next holder. */
  holder: string
}

export type Held = {
  worker: Profile
  cases: readonly Handable[]
  /** Cases that no step hands over where they stand. */
  others: readonly HeldCase[]
}

/** The step by which a case changes hands where it stands, by somebody in one of these roles. */
function stepOf(
  involvement: Involvement,
  { who }: Request,
): Omit<Handable, 'it' | 'involvement'> | undefined {
  const pathway = findPathway(practiceInUse(), involvement.pathway)
  if (!pathway || involvement.endedAt) return undefined
  const position = { kind: 'open', stage: involvement.stage } as const
  const step = who.roles
    .flatMap(role => availableSteps(pathway, position, role))
    .find(({ holder, to }) => holder !== undefined && to === 'stay')
  return step?.holder === undefined ? undefined : { pathway, step, holder: step.holder }
}

/** The open cases of the worker whom the address names, and which of them can be handed over. */
export async function loadHeld(request: Request): Promise<Result<Held, Answer>> {
  const { tx, params } = request
  const worker = await findProfile(tx, params.userId ?? '')
  if (!worker) return refused(notFound)
  const held = await listHeld(tx, worker.userId)
  const found = await findInvolvements(
    tx,
    held.map(({ involvementId }) => involvementId),
  )
  const byId = new Map(found.map(each => [each.involvementId, each]))
  const cases: Handable[] = []
  const others: HeldCase[] = []
  for (const it of held) {
    const involvement = byId.get(it.involvementId)
    const by = involvement && stepOf(involvement, request)
    if (involvement && by) cases.push({ it, involvement, ...by })
    else others.push(it)
  }
  if (cases.length === 0)
    return refused(
      turnBack(workerPath.to(worker), 'There is no case here that can be handed over where it stands now.'),
    )
  return ok({ worker, cases, others })
}

/** The child, the pathway and where the case stands, in a line. */
export const caseWords = ({ it, involvement, pathway }: Handable) =>
  `${it.childName}: ${pathway.title}, ${standing(pathway, involvement)}`

/** Somebody whom a case can be handed to; undefined where they may not work with the child, or not in this part. */
export async function findTaker(
  tx: Work,
  { it, step, holder }: Handable,
  to: string,
): Promise<Nameable | undefined> {
  const field = step.fields[holder]
  const person = (await listColleagues(tx, it.childId)).find(({ userId }) => userId === to)
  const canHold = field?.kind === 'person' && person?.roles.some(role => field.roles.includes(role))
  return canHold ? person : undefined
}

/** Why a case cannot go to whoever was chosen: no more than that, since the reason may be for nobody to know. */
export const cannotTake = ({ it }: Handable) =>
  `${it.childName}: whoever you chose cannot take this case. Take it out of the list, and hand it to somebody else`
