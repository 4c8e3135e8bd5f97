import { covers, type Period } from '../../kernel/period.ts'
import type { Role } from '../../platform/access/roles.ts'
import type { Clock } from '../clocks/index.ts'
import type { Fields } from '../forms/index.ts'
import type { SecondLook } from './secondLooks.ts'
import type { WorkedOut } from './workedOut.ts'

/** Where something of a form is asked only with some answers to an earlier choice of the same form. */
export type Condition = { readonly field: string; readonly is: readonly string[] }

/** Questions that stand on one page and are saved together. */
export type Section = {
  readonly title: string
  /** The stretch of a long form that it belongs to: a heading above the sections that say the same, which stand together. */
  readonly under?: string
  /** What to know before answering, in a sentence or two. */
  readonly intro?: string
  readonly appliesWhen?: Condition
  /** Who may answer it; without it, whoever may write the form. */
  readonly by?: readonly Role[]
  readonly fields: Fields
  /** What follows from the answers by a rule: shown with the section, and kept with the form when it is signed. */
  readonly workedOut?: Readonly<Record<string, WorkedOut>>
  /** What follows from the answers of earlier sections and stands with this one too: a figure beside the judgement of the same. */
  readonly showsToo?: readonly string[]
}

/** A wording of a form: it is used for what is begun while it is in force, and shows what was begun with it for ever. */
export type FormVersion = {
  readonly inForce: Period
  /** In the order in which they are asked. The names of questions are unique across the sections of a version. */
  readonly sections: Readonly<Record<string, Section>>
  /** Questions back, where answers leave something open that is often missing. */
  readonly secondLooks?: readonly SecondLook[]
}

/** What happens to a form, for its clocks. */
export const formEvents = ['begun', 'signed', 'countersigned', 'returned', 'taken-back', 'set-aside'] as const
export type FormEvent = (typeof formEvents)[number]

/** A long form about a child: an assessment, a screening, a tool, a closing. */
export type AssessmentForm = {
  readonly id: string
  readonly title: string
  /** When it is used, in a sentence. */
  readonly summary: string
  readonly source: string
  readonly file: string
  /** Its questions are of our own making: there was no published list that could be used. */
  readonly ours?: true
  /** Who may begin and answer it. */
  readonly by: readonly Role[]
  /** Who signs it after whoever wrote it; without it nobody does. */
  readonly countersignedBy?: readonly Role[]
  /** How long there is between what happens to it: to be signed, to be countersigned. */
  readonly clocks?: readonly Clock<FormEvent>[]
  /** Wordings by their ids; an id is never used again. */
  readonly versions: Readonly<Record<string, FormVersion>>
}

/** Declares a form. */
export function assessmentForm(declaration: AssessmentForm): AssessmentForm {
  return declaration
}

/** The wording in force on a day, with its id; undefined where none is. */
export function versionOn(
  { versions }: Pick<AssessmentForm, 'versions'>,
  day: Temporal.PlainDate,
): { id: string; version: FormVersion } | undefined {
  const found = Object.entries(versions).find(([, { inForce }]) => covers(inForce, day))
  return found && { id: found[0], version: found[1] }
}

/** Every question of a wording, in the order in which it is asked. */
export function fieldsOf({ sections }: FormVersion): Fields {
  return Object.assign({}, ...Object.values(sections).map(({ fields }) => fields))
}
