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
  /**
   * Set where somebody asks who has no part in the work: up to how many days after its end. What is said stays without a
   * name: those who did the work see that it was said, and not what.
   */
  readonly fromOutside?: { readonly withinDays: number }
  readonly source: string
  readonly file: string
  /** Its wording was not read at any source. */
  readonly unverified?: true
}

/** A form by which somebody asks who had no part in the work. */
export type OutsideForm = FeedbackForm & Required<Pick<FeedbackForm, 'fromOutside'>>

/** Declares a form for feedback. */
export function feedbackForm(declaration: FeedbackForm): FeedbackForm {
  return declaration
}

/** The form by which those who do the work ask a child, a parent or a referrer; undefined where a service has none. */
export function formFrom(forms: readonly FeedbackForm[], from: FeedbackFrom): FeedbackForm | undefined {
  return forms.find(form => form.from === from && !form.fromOutside)
}

/** The form by which somebody asks who had no part in the work. */
export function formFromOutside(forms: readonly FeedbackForm[]): OutsideForm | undefined {
  return forms.find((form): form is OutsideForm => form.fromOutside !== undefined)
}

/** Faults of a form for feedback beside those of its fields: nobody has to answer, and a child always sees where help is. */
export function checkFeedbackForm({
  from,
  fields,
  help,
  title,
  fromOutside,
}: FeedbackForm): readonly string[] {
  return [
    ...(fromOutside && !(Number.isInteger(fromOutside.withinDays) && fromOutside.withinDays > 0)
      ? ['Say within how many whole days after the end of the work somebody from outside asks.']
      : []),
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
