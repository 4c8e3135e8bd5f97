import type { Nameable } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { availableSteps, type OfferedStep, type Pathway } from '../../engine/pathways/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Answer, notFound, type Request, turnBack } from '../../platform/http/index.ts'
import { findInvolvements, type Involvement, listColleagues, standing } from '../cases/index.ts'
import { findProfile, type Profile, workerPath } from '../workforce/index.ts'
import { type HeldCase, listHeld, listNamed } from './teamQueries.ts'

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
  return handing(
    pathway,
    who.roles.flatMap(role => availableSteps(pathway, position, role)),
  )
}

/** The step by which a case of its pathway changed hands before it moved on: it is asked about as it was. */
function stepBefore(
  involvement: Involvement,
  { who }: Request,
): Omit<Handable, 'it' | 'involvement'> | undefined {
  const pathway = findPathway(practiceInUse(), involvement.pathway)
  if (!pathway) return undefined
  const steps = Object.entries(pathway.steps).map(([id, step]) => ({ id, ...step }))
  return handing(
    pathway,
    steps.filter(({ by }) => by.some(role => who.roles.includes(role))),
  )
}

function handing(pathway: Pathway, steps: readonly OfferedStep<Pathway>[]) {
  const step = steps.find(({ holder, to }) => holder !== undefined && to === 'stay')
  return step?.holder === undefined ? undefined : { pathway, step, holder: step.holder }
}

/** The open cases of the worker whom the address names, and which of them can be handed over. */
export async function loadHeld(request: Request): Promise<Result<Held, Answer>> {
  const { tx, params } = request
  const worker = await findProfile(tx, params.userId ?? '')
  if (!worker) return refused(notFound)
  const held = await listHeld(tx, worker.userId)
  return ok({ worker, ...(await parted(request, held, stepOf)) })
}

/**
 * Cases that were chosen and can no longer be handed over by this worker: they have changed hands, ended or gone on to
 * where no step does it. Those that the person who asks may not know of are not among them.
 */
export async function loadMoved(
  request: Request,
  involvementIds: readonly string[],
): Promise<readonly Handable[]> {
  const ids = involvementIds.flatMap(id => parseId<'involvement'>(id) ?? [])
  const found = await listNamed(request.tx, ids)
  const before: typeof stepOf = (involvement, asked) =>
    stepOf(involvement, asked) ?? stepBefore(involvement, asked)
  return (await parted(request, found, before)).cases
}

/** Parts cases by whether a step hands them over. */
async function parted(
  request: Request,
  all: readonly HeldCase[],
  by: typeof stepOf,
): Promise<Pick<Held, 'cases' | 'others'>> {
  const found = await findInvolvements(
    request.tx,
    all.map(({ involvementId }) => involvementId),
  )
  const byId = new Map(found.map(each => [each.involvementId, each]))
  const cases: Handable[] = []
  const others: HeldCase[] = []
  for (const it of all) {
    const involvement = byId.get(it.involvementId)
    const step = involvement && by(involvement, request)
    if (involvement && step) cases.push({ it, involvement, ...step })
    else others.push(it)
  }
  return { cases, others }
}

/** Leads back where a worker has no case that can be handed over. */
export const noneToHandOver = (worker: Profile): Answer =>
  turnBack(workerPath.to(worker), 'There is no case here that can be handed over where it stands now.')

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
export const cannotTake = ({ it }: Handable) => `${it.childName}: whoever you chose cannot take this case`
