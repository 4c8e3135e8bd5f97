import type { Fields } from '../forms/index.ts'

/** Who says how it was. */
export type FeedbackFrom = 'child' | 'parent' | 'referrer'

/** What is always at the foot of a form for children: where help is to be had at once. */
export type HelpNow = { readonly title: string; readonly lines: readonly string[]; readonly source: string }

/**
 * A form by which somebody says how the work was. No question of it is required, and nothing on it says whom it is about
 * or what the service is for: whoever has the link, or looks over a shoulder, learns nothing.
 */
export type FeedbackForm = {
  readonly id: string
  readonly from: FeedbackFrom
  /** The heading of the form, for whoever fills it in. */
  readonly title: string
  /** A few short sentences before the questions. */
  readonly intro: readonly string[]
  readonly thanks: string
  readonly fields: Fields
  readonly help?: HelpNow
  /** How to complain, for whoever has a page of their own. */
  readonly complain?: HelpNow
  /** The name of the service stands on it: only for people at work, who know it already. */
  readonly namesService?: true
  readonly source: string
  readonly file: string
  /** Its wording was not read at any source. */
  readonly unverified?: true
}

/** Declares a form for feedback. */
export function feedbackForm(declaration: FeedbackForm): FeedbackForm {
  return declaration
}

/** Faults of a form for feedback beside those of its fields: nobody has to answer, and a child always sees where help is. */
export function checkFeedbackForm({ from, fields, help, title }: FeedbackForm): readonly string[] {
  return [
    ...(title.trim() === '' ? ['It has no heading.'] : []),
    ...(Object.keys(fields).length === 0 ? ['It asks nothing.'] : []),
    ...(from === 'child' && !help
      ? ['It is for children and does not say where help is to be had now.']
      : []),
    ...Object.entries(fields).flatMap(([name, field]) => [
      ...(field.required === undefined
        ? []
        : [`The question “${name}” must be answered: feedback is never required.`]),
      ...(field.kind === 'person' || field.kind === 'file'
        ? [`The question “${name}” asks for a ${field.kind}, which nobody can give without signing in.`]
        : []),
    ]),
  ]
}
