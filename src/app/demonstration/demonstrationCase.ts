import type { Relation } from '../../record/children/index.ts'
import type { NoteDetails, NoteKind, Sensitivity } from '../../record/notes/index.ts'
import type { DemonstrationAround } from './addAround.ts'
import type { DemonstrationEmail } from './people.ts'

/** How a child of the demonstration came, and how far the case has come since, in days before today: it is never stale. */
export type DemonstrationCase = {
  /** A day, where the example file tells of the same child; otherwise an age, so that it fits whatever today is. */
  born: string | readonly [years: number, days: number]
  receivedDaysAgo: number
  /** Steps of the pathway, each so many days ago, with what was typed. */
  steps: readonly { step: string; daysAgo: number; typed: Record<string, string | readonly string[]> }[]
  appointments?: readonly DemonstrationAppointment[]
  notes?: readonly {
    kind: NoteKind
    daysAgo: number
    text: string
    sensitivity?: Sensitivity
    hasThirdParty?: boolean
    details?: NoteDetails
    with?: DemonstrationEmail
    /** Why it stands out in the chronology, where it does. */
    significant?: string
  }[]
  around?: DemonstrationAround
  alert?: { kind: 'dog' | 'two-workers'; text: string }
  /** Somebody has said who it is, although no step has been taken yet. */
  isIdentified?: boolean
  /** Closed without a case: why, and how many days ago. */
  closed?: { why: string; daysAgo: number }
  /** The child of an earlier case, by the key of that case: not somebody new. */
  sameChildAs?: string
  /** Where the child lives since so many days. */
  moved?: { daysAgo: number; address: string; postcode: string }
  /** Another name by which the child is known. */
  otherName?: string
  /** The name under which a later case finds the child. */
  key?: string
  /** Whom the tour tells of most: forms of their own are written about them. */
  told?: 'jay'
  /** The key of an earlier case of the same child: nobody saw it, so that there are two records of one child. */
  unseen?: string
  /** The key of an earlier case of another child who is like this one, and what tells them apart. */
  alike?: { key: string; relation: Relation; note: string }
  /** Where the child lives and learns, for what is planned later. */
  home?: string
  school?: string
}

/** A child of whom the police told, all invented: the cells of the notification, as a file would bring them. */
export type DemonstrationChild = DemonstrationCase & { cells: Record<string, string> }

/** Stands in what is typed for the day on which the step is taken. */
export const onTheDay = 'on the day'

export type DemonstrationAppointment = {
  kind: 'home-visit' | 'school' | 'office'
  /** Negative: still to come. */
  daysAgo: number
  time: string
  /** Other times that would do as well, where the worker is with somebody else. */
  orElse?: readonly string[]
  place: string
  /** How the child gets there, by the codes of the form, and whether that is safe. Who fetches is whom the child meets. */
  way?: { travel?: string; meetsAt?: string; wayIsSafe?: string; safetyNote?: string }
  /** Whom the child meets: left out, the first officer. */
  with?: DemonstrationEmail
  outcome?:
    | { kept: string }
    /** `followedUp`: what was done, so many days after. */
    | { missed: string; isAcceptable: boolean; followedUp?: string; after?: number }
}
