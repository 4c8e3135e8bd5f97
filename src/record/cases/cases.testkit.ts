import type { TestService } from '../../app/testkit/service.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { findStep, involvementState, type Pathway, stepsOffered } from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { addChild } from '../children/index.ts'
import { findInvolvement, type Involvement } from './caseQueries.ts'
import { openCase } from './openCase.ts'
import { takeStep } from './takeStep.ts'

/** A step as a test takes it, by the rule and not by a page. */
export type Taken = { step: string; answers: Answers; at?: Temporal.Instant }

/** When every case of a test was opened. */
export const opened = Temporal.Instant.from('2026-10-05T09:00:00Z')

let children = 0

/** The pathway of the worked local pack that tests walk. */
export function diversion(): Pathway {
  const found = findPathway(practiceInUse(), 'diversion')
  if (!found) throw new Error('no pathway')
  return found
}

/** Takes a step in a case. */
export async function take(
  tx: Work,
  by: { serviceId: string; userId: string },
  which: { pathway: Pathway; involvementId: string },
  { step, answers, at = opened }: Taken,
): Promise<void> {
  const taken = await takeStep(tx, {
    serviceId: by.serviceId,
    pathway: which.pathway,
    involvement: await rowOf(tx, which.involvementId),
    step,
    answers,
    fields: findStep(which.pathway, step)?.fields ?? {},
    at,
    by: by.userId,
  })
  if (!taken.ok) throw new Error(`${step}: ${taken.reason.kind}`)
}

/** A case after these steps, one an hour. */
export async function caseAfter(
  tx: Work,
  by: { serviceId: string; userId: string },
  pathway: Pathway,
  steps: readonly Taken[] & { opening?: Answers },
): Promise<Involvement> {
  const { serviceId } = by
  children += 1
  const childId = await addChild(tx, { serviceId, givenName: `Child ${children}`, familyName: 'Stepwise' })
  const begun = await openCase(tx, {
    serviceId,
    childId,
    pathway,
    routeIn: Object.keys(pathway.routesIn)[0] ?? '',
    step: startOf(pathway),
    answers: steps.opening ?? {},
    at: opened,
    by: by.userId,
  })
  if (!begun.ok) throw new Error(begun.reason.kind)
  for (const [index, taken] of steps.entries()) {
    const at = opened.add({ hours: index + 1 })
    await take(tx, by, { pathway, involvementId: begun.value }, { at, ...taken })
  }
  return rowOf(tx, begun.value)
}

/** A case as its row has it. */
export async function rowOf(tx: Work, involvementId: string): Promise<Involvement> {
  const row = await findInvolvement(tx, involvementId)
  if (!row) throw new Error('the case is not there')
  return row
}

function startOf(pathway: Pathway): string {
  return Object.entries(pathway.steps).find(([, { from }]) => from === 'start')?.[0] ?? ''
}

/** Each way of taking a step: once for every answer on which its way hangs. */
function waysOf(pathway: Pathway, step: string, worker: string): Taken[] {
  const definition = findStep(pathway, step)
  const holder: Answers = definition?.holder ? { [definition.holder]: worker } : {}
  const to = definition?.to ?? 'stay'
  if (typeof to === 'string' || 'ends' in to) return [{ step, answers: holder }]
  return Object.keys(to.goes).map(answer => ({ step, answers: { ...holder, [to.field]: answer } }))
}

/** Steps that are taken one after the other, and what is answered when the case is opened. */
export type Walk = Taken[] & { opening: Answers }

const walkOf = (opening: Answers, steps: Taken[]): Walk => Object.assign(steps, { opening })

/**
 * Every step from every place of a pathway, each with the shortest way there.
 * @param worker who is named wherever a step names the holder
 */
export function walks(pathway: Pathway, worker: string): Walk[] {
  const found: Walk[] = []
  const seen = new Set<string>()
  const start = startOf(pathway)
  const ways = waysOf(pathway, start, worker).map(({ answers }) => walkOf(answers, []))
  for (const way of ways) {
    const { opening } = way
    const milestones = [{ step: start, answers: opening }, ...way].map(it => ({ ...it, at: opened }))
    const state = involvementState(pathway, milestones, opened)
    if (!state.ok || state.value.kind === 'notStarted') throw new Error('a walk that leads nowhere')
    const place = state.value.kind === 'open' ? state.value.stage : `ended ${state.value.ending}`
    if (seen.has(place)) continue
    seen.add(place)
    for (const { id } of stepsOffered(pathway, state.value)) {
      for (const taken of waysOf(pathway, id, worker)) {
        found.push(walkOf(opening, [...way, taken]))
        ways.push(walkOf(opening, [...way, taken]))
      }
    }
  }
  return found
}

/** The shortest walk that finishes with a step. */
export function walkTo(pathway: Pathway, step: string, worker: string): Taken[] {
  return walks(pathway, worker).find(way => way.at(-1)?.step === step) ?? []
}

/** Who has an open part in a case, and who is said to hold it. */
export async function partsOf(
  service: TestService,
  involvementId: string,
): Promise<{ holder: unknown; parts: unknown[] }> {
  const rows = await service.asOwner(
    'select user_id from case_worker where involvement_id = $1 and until_at is null order by from_at',
    [involvementId],
  )
  const [row] = await service.asOwner(
    'select case when ended_at is null then holder_id end as holder from involvement where involvement_id = $1',
    [involvementId],
  )
  return { holder: row?.holder ?? undefined, parts: rows.map(({ user_id }) => user_id) }
}
