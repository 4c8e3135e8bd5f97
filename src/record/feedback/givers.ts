import type { FeedbackFrom } from '../../engine/feedback/index.ts'

/** Who says how it was, in a sentence. */
export const givers: Readonly<Record<FeedbackFrom, string>> = {
  child: 'the child',
  parent: 'the parent or carer',
  referrer: 'the referrer',
}

/** The same as a heading over what several say. */
export const giversTogether: Readonly<Record<FeedbackFrom, string>> = {
  child: 'Children',
  parent: 'Parents and carers',
  referrer: 'Those who refer children',
}
