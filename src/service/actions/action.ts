import {
  type ActionColour,
  type ActionState,
  type Coloured,
  colourOf,
  coloursOn,
  type Due,
} from '../../engine/actions/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { reachOf } from '../../platform/access/index.ts'
import type { SignedIn } from '../../platform/http/index.ts'
import type { StatusKind } from '../../ui/moj/status-tag/StatusTag.tsx'

/** An action as the register has it. */
export type Action = {
  actionId: string
  source: string
  sourceReference: string
  sourceTitle: string
  childId: string | null
  childName: string | null
  what: string
  ownerId: string | null
  ownerName: string | null
  /** Owners without an account, as they were written. */
  ownerWords: string
  dueOn: Temporal.PlainDate | null
  dueWords: string
  beginsOn: Temporal.PlainDate | null
  givenOn: Temporal.PlainDate
  progressOn: Temporal.PlainDate | null
  evidence: string
  doneOn: Temporal.PlainDate | null
  doneById: string | null
  doneBy: string | null
  checkedOn: Temporal.PlainDate | null
  checkedBy: string | null
  sentBackAt: Temporal.Instant | null
  givenUpAt: Temporal.Instant | null
  givenUpReason: string
  /** The colour in the file that it came with: history, and never the colour. */
  fileColour: string
  version: number
}

/** What somebody says of an action when it is set or changed. */
export type ActionSaid = Pick<
  Action,
  'source' | 'sourceReference' | 'sourceTitle' | 'childId' | 'what' | 'ownerId' | 'ownerWords'
> & { due: Due }

export const dueOf = ({
  dueOn,
  dueWords,
  beginsOn,
}: Pick<Action, 'dueOn' | 'dueWords' | 'beginsOn'>): Due => ({
  on: dueOn,
  beginsOn,
  words: dueWords,
})

export function stateOf({
  doneOn,
  checkedOn,
  givenUpAt,
}: Pick<Action, 'doneOn' | 'checkedOn' | 'givenUpAt'>): ActionState {
  if (givenUpAt) return 'given-up'
  if (checkedOn) return 'checked'
  return doneOn ? 'done' : 'open'
}

/** What the colour of an action hangs on. */
export type Colourable = Pick<
  Action,
  'dueOn' | 'dueWords' | 'beginsOn' | 'givenOn' | 'progressOn' | 'doneOn' | 'checkedOn' | 'givenUpAt'
>

/** The colour by the definitions in force, and why. Without a definition there is none: it is said. */
export function colouredOn(it: Colourable, today: Temporal.PlainDate): Coloured {
  const by = coloursOn(practiceInUse().actionColours, today)
  if (!by) return { colour: 'grey', reason: 'No days are defined by which a colour could be worked out' }
  return colourOf({ ...it, state: stateOf(it), due: dueOf(it) }, by, today)
}

/** The shape that stands for each colour. */
export const shapeOf: Readonly<Record<ActionColour, StatusKind>> = {
  red: 'overdue',
  amber: 'today',
  green: 'on-course',
  grey: 'waiting',
}

/** Who answers for it, in words. */
export const ownersOf = ({ ownerName, ownerWords }: Pick<Action, 'ownerName' | 'ownerWords'>): string =>
  [ownerName, ownerWords].filter(Boolean).join('; ')

export function sourceTitleOf(id: string): string {
  return practiceInUse().actionSources.find(source => source.id === id)?.title ?? id
}

/** What somebody may do with an action that they can see. */
export type ActionAccess = {
  writes: boolean
  keeps: boolean
  /** Why they cannot check it, as a sentence; '' where they can. Undefined: it is not theirs to check at all. */
  cannotCheck: string | undefined
}

export function accessTo(it: Action, { userId, roles }: Pick<SignedIn, 'userId' | 'roles'>): ActionAccess {
  const keeps = reachOf('actions.keep', roles) !== undefined
  const isOwn = it.ownerId === userId
  return {
    keeps,
    writes: isOwn || keeps,
    cannotCheck: reachOf('actions.check', roles) === undefined ? undefined : ownWork(it, userId),
  }
}

function ownWork({ ownerId, doneById }: Action, userId: string): string {
  if (ownerId === userId) return 'It is yours, so somebody else checks it.'
  return doneById === userId ? 'You wrote that it is done, so somebody else checks it.' : ''
}
