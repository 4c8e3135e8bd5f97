import { findAssessmentForm, practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Child } from './child.ts'

/** What a form that was signed says of a field of the record, and whose words they are. */
export type ToldByForm = { field: string; words: string; form: string; by: string; at: string }

/** What the latest signed form says of how to talk with a child; undefined where none does. */
export function adviceOnTalking({ told }: Pick<Child, 'told'>): ToldByForm | undefined {
  return told.find(({ field }) => field === 'how-to-talk')
}

/** From where it is: `From “Speech, language and communication assessment” of 3 March 2026, by Tess Rowan.` */
export function sourceWords({ form, by, at }: ToldByForm): string {
  const title = findAssessmentForm(practiceInUse(), form)?.title ?? form
  return `From “${title}” of ${writeDate(dayInUk(Temporal.Instant.from(at)))}, by ${by}.`
}

/** How to talk with a child, as text: what a form advises with its source, then what stands in Details; '' where nobody has said. */
export function talkingWords(child: Pick<Child, 'told' | 'howToTalk'>): string {
  const advice = adviceOnTalking(child)
  return [advice && `${advice.words}\n(${sourceWords(advice)})`, child.howToTalk].filter(Boolean).join('\n')
}
