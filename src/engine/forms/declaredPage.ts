import type { JSX } from 'preact'
import type { Result } from '../../kernel/result.ts'
import type { Permission } from '../../platform/access/index.ts'
import type { AuditedRow } from '../../platform/audit/index.ts'
import type { Answer, PageAnswer, Path, Request } from '../../platform/http/index.ts'
import type { Answers, Beside, Fields, Form, ValuesOf } from './field.ts'
import type { FieldError, Typed } from './readForm.ts'

/** Saving refused for a reason that the person can mend. */
export type Refusal =
  | {
      kind: 'errors'
      errors: FieldError[]
      /** What is asked has changed since: the page that comes back counts as opened now. */
      isAskedAnew?: true
      /**
       * What is typed is kept as a draft of these too, to be found where the person goes on with them. Whatever this
       * request has written is kept with it: only where that is nothing yet.
       */
      keptFor?: readonly string[]
    }
  /** Somebody else has saved since this form was opened: what the record holds now, and its version. */
  | { kind: 'collision'; theirs: Typed; version: number }

/** Shown before saving. */
export type Check = { body: JSX.Element; submit: string }

/** A form about a child shows whose record it is: opening it is a view, and the audit says which. */
type About = { about: 'child'; view: string } | { about?: never; view?: string }

/** A page that asks a form's questions and saves the answers; both its routes come from this one declaration. */
export type FormPage<F extends Fields, Loaded> = About & {
  path: Path
  permission: Permission
  /** What the audit says of a change made here. */
  change: string
  /** Finds what the page is about, or answers otherwise (not found, forbidden, gone elsewhere). */
  load(request: Request): Promise<Result<Loaded, Answer>>
  form(loaded: Loaded, request: Request): Form<F>
  title(loaded: Loaded): string
  /** What stands between heading and questions. */
  intro?(loaded: Loaded): JSX.Element
  /** What stands below the questions, to look things up in. */
  reference?(loaded: Loaded): JSX.Element
  /** What was answered before, shown beside the questions. */
  beside?(loaded: Loaded): Beside
  /** What stands under a question, by its name: comments on it, say. */
  under?(loaded: Loaded): Readonly<Record<string, JSX.Element>>
  /** What the form sends along unseen: what was chosen on a page before, which its address does not say. */
  carries?(loaded: Loaded): Readonly<Record<string, readonly string[]>>
  /**
   * What is typed here is of these, where the address without its query does not say it: what was chosen on a page before,
   * in an order of its own. A draft of others is not shown. On the page stands a short name for them, not they themselves.
   */
  draftOf?(loaded: Loaded): readonly string[]
  /** Where the back link leads. */
  back?(loaded: Loaded): string
  /** What the questions hold when the page is opened. */
  initial?(loaded: Loaded): Typed
  /** The version of what is edited; a newer one at saving is a collision. */
  version?(loaded: Loaded): number
  /**
   * What to say when somebody else was quicker and this can no longer be done: how the record stands, and what to do
   * first. What was typed stays on the page and is kept as a draft; nothing is saved.
   */
  overtaken?(loaded: Loaded, request: Request): JSX.Element | undefined
  /** The row that is edited: a collision then says who changed it. */
  row?(loaded: Loaded): AuditedRow
  /** Sets the page in the frame of what it is about: a child's identity bar and sections. */
  frame?(request: Request, answer: PageAnswer): Promise<Answer>
  submit: string | ((loaded: Loaded) => string)
  /** A second button that sends the same form with a value of its own, which `save` finds in what was sent. */
  submitAlso?(loaded: Loaded): { name: string; value: string; text: string } | undefined
  /** What the link back says beside the button; “Cancel” where it is not said, which would mislead where the button cancels. */
  leave?: string
  /** True for a button in the colour of danger. */
  isWarning?: boolean
  /**
   * What is to be looked at before these answers are saved, with the button that then saves them: the dates of a series,
   * say. It stands inside the form, and may hold boxes of its own that `save` reads. Other answers are shown anew.
   */
  check?(
    request: Request,
    values: ValuesOf<F>,
    loaded: Loaded,
    answers: Answers,
  ): Promise<Result<Check | undefined, FieldError[]>>
  /** Saves what was answered: typed values, and the answers as they are kept where the form is a definition. */
  save(request: Request, values: ValuesOf<F>, loaded: Loaded, answers: Answers): Promise<Answer | Refusal>
}
