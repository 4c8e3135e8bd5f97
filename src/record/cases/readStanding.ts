import type { ClockLine } from '../../engine/pathways/index.ts'
import { may } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { childOf } from '../children/index.ts'
import { type AskedReview, readAskedReviews } from '../events/index.ts'
import { type Exit, listExits } from '../followUp/index.ts'
import { listVoices, type Voice } from '../plans/index.ts'
import type { Involvement } from './caseQueries.ts'
import {
  countToContact,
  countUnheard,
  type LeftStanding,
  listStepsToDo,
  listUnfinishedForms,
  listUnfinishedPlans,
  readLeftStanding,
  type StepToDo,
  type Unfinished,
  type UnfinishedForm,
} from './stillOpenQueries.ts'

/** What an ending leaves standing; of each only what the reader may see. */
export type Standing = LeftStanding & {
  clocks: readonly ClockLine[]
  exits: readonly Exit[]
  reviews: readonly AskedReview[]
  forms: readonly UnfinishedForm[]
  plans: readonly Unfinished[]
  steps: readonly StepToDo[]
  /** Messages of the pages of the child and the parents that nobody has heard. */
  unheard: number
  /** How many of those who were harmed nobody has reached yet. */
  toContact: number
  /** What the child’s side is told of those who were harmed: never who they are. */
  voices: readonly Voice[]
}

/** What an ending would leave standing: of forms, plans, pages of their own and those who were harmed only for whoever may see them. */
export async function readStanding(
  request: Request,
  it: Pick<Involvement, 'childId' | 'involvementId'>,
  clocks: readonly ClockLine[],
): Promise<Standing> {
  const { tx, who } = request
  const isRelated = (await childOf(request))?.isRelated ?? false
  const sees = (permission: Parameters<typeof may>[0]) => may(permission, who.roles, isRelated)
  return {
    ...(await readLeftStanding(tx, it)),
    clocks,
    exits: await listExits(tx, it.involvementId),
    reviews: sees('events.see') ? await readAskedReviews(request, { childId: it.childId }) : [],
    forms: sees('assessments.see') ? await listUnfinishedForms(tx, it) : [],
    plans: sees('plans.see') ? await listUnfinishedPlans(tx, it) : [],
    steps: sees('plans.see') ? await listStepsToDo(tx, it) : [],
    unheard: sees('ownPages.make') ? await countUnheard(tx, it.childId) : 0,
    voices: sees('plans.see') ? await listVoices(tx, it.childId) : [],
    toContact: sees('victims.see') ? await countToContact(tx, it.childId) : 0,
  }
}
