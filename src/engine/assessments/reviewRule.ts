import type { Clock } from '../clocks/index.ts'

/** What happens to a child, and what answers it, for the clock of a review. */
type ReviewEvent = 'happened' | 'reviewed'

/** Something in a child’s life after which what was assessed is looked at again. */
export type EventKind = {
  readonly title: string
  /** What belongs to it, where the title alone could be misread. */
  readonly hint?: string
  /** The record tells of it by itself, too: a home that began, an offence that was committed. Nobody writes that twice. */
  readonly alsoFrom?: 'addresses' | 'offences'
}

/** After which events a service reviews what it has assessed, by which forms, and within which time. */
export type ReviewRule = {
  readonly file: string
  readonly kinds: Readonly<Record<string, EventKind>>
  /** The forms that are a review: signed after an event that they take up, they answer it. A new plan does so, too. */
  readonly forms: readonly string[]
  /** Further forms that say how things stand: one of these, of `forms`, or a plan in force, signed before, may no longer fit. */
  readonly assessed: readonly string[]
  readonly clock: Clock<ReviewEvent>
}

/** Declares the rule. */
export function reviewRule(declaration: ReviewRule): ReviewRule {
  return declaration
}

/** Faults of a rule: a form that does not exist, nothing that asks for a review, words that are missing. */
export function checkReviewRule(rule: ReviewRule, forms: readonly string[]): readonly string[] {
  return [
    ...rule.forms
      .filter(form => !forms.includes(form))
      .map(form => `A review is made by the form “${form}”, which does not exist.`),
    ...rule.assessed
      .filter(form => !forms.includes(form))
      .map(form => `What the form “${form}” says is reviewed, and it does not exist.`),
    ...(rule.forms.length === 0 ? ['No form is a review.'] : []),
    ...(Object.keys(rule.kinds).length === 0 ? ['Nothing asks for a review.'] : []),
    ...Object.entries(rule.kinds)
      .filter(([, { title }]) => title.trim() === '')
      .map(([id]) => `The event “${id}” has no words.`),
  ]
}
