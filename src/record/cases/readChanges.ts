import { type ClockLine, findStep, involvementClocks, type Pathway } from '../../engine/pathways/index.ts'
import { may } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { childOf, type FactChange, listFactChanges } from '../children/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { type Involvement, listMissed, type RecordedStep } from './caseQueries.ts'
import {
  type AlertSince,
  type ContactSince,
  type HolderSince,
  listAlertsSince,
  listContactsSince,
  listHoldersSince,
  listNotesSince,
  listOffencesSince,
  listStepsSince,
  type NoteSince,
  type OffenceSince,
  type StepSince,
} from './changesQueries.ts'

/** A moment from which a case can be looked back on: its start, or a review. */
export type Since = { milestoneId: string; at: Temporal.Instant; words: string }

/** What has changed with a child since then. What the reader may not know of is undefined. */
export type Changes = {
  childId: string
  /** The pathway of the case that is looked back on. */
  pathway: string
  since: Since
  contacts: readonly ContactSince[] | undefined
  notes: readonly NoteSince[] | undefined
  alerts: readonly AlertSince[]
  facts: readonly FactChange[]
  holders: readonly HolderSince[]
  offences: readonly OffenceSince[]
  steps: readonly StepSince[]
  /** Clocks of this case that were met late since then, or are late now. */
  late: readonly ClockLine[]
}

/** From when a case can be looked back on, the latest review first and its start last. */
export function momentsToLookBackTo(
  pathway: Pathway,
  milestones: readonly Pick<RecordedStep, 'milestoneId' | 'step' | 'at' | 'words'>[],
): Since[] {
  const [opening, ...later] = milestones
  const reviews = later.filter(({ step }) => findStep(pathway, step)?.reviews)
  const all = opening ? [...reviews.toReversed(), opening] : []
  return all.map(({ milestoneId, at, words }) => ({ milestoneId, at, words: words.done }))
}

/** Reads what has changed since a moment, within what the reader may see. */
export async function readChanges(
  request: Request,
  of: { involvement: Involvement; pathway: Pathway; milestones: readonly RecordedStep[]; since: Since },
): Promise<Changes> {
  const { tx, who, now, today } = request
  const { involvement, pathway, milestones, since } = of
  const { childId, involvementId } = involvement
  const isRelated = (await childOf(request))?.isRelated ?? false
  const which = { childId, since: since.at, now }
  const practice = await practiceFor(tx)
  const clocks = involvementClocks(
    pathway,
    milestones,
    await listMissed(tx, involvementId),
    now,
    practice.calendars,
    practice.clockOverrides,
  )
  return {
    childId,
    pathway: pathway.id,
    since,
    contacts: may('contacts.see', who.roles, isRelated) ? await listContactsSince(tx, which) : undefined,
    notes: may('notes.see', who.roles, isRelated) ? await listNotesSince(tx, which) : undefined,
    alerts: await listAlertsSince(tx, which),
    facts: await listFactChanges(
      tx,
      { childId, since: since.at, maySeeHealth: may('health.see', who.roles, isRelated) },
      today,
    ),
    holders: await listHoldersSince(tx, which, involvementId),
    offences: await listOffencesSince(tx, which),
    steps: (await listStepsSince(tx, which)).filter(({ milestoneId }) => milestoneId !== since.milestoneId),
    late: clocks.filter(
      ({ state }) =>
        state.kind === 'overdue' ||
        (state.kind === 'late' && Temporal.Instant.compare(state.at, since.at) > 0),
    ),
  }
}
