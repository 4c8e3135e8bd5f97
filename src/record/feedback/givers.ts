import type { FeedbackFrom } from '../../engine/feedback/index.ts'

/** Who says how it was, in a sentence. */
export const givers: Readonly<Record<FeedbackFrom, string>> = {
  child: 'the child',
  parent: 'the parent or carer',
  referrer: 'the referrer',
}
