import type { Answers } from '../forms/index.ts'
import type { ArrivalForm, Topic } from './arrivalForm.ts'

/** What an arrival says, by topic. */
export type Sayings = {
  /** The answer as text; '' where the form does not ask, or nothing was answered. */
  text(topic: Topic): string
  /** The answer as a day; undefined where there is none. */
  day(topic: Topic): Temporal.PlainDate | undefined
  /** The question that asks for it: where a mistake in it stands. */
  question(topic: Topic): string | undefined
}

/** Reads answers by what they say, whatever the form calls its questions. */
export function sayingsOf({ says }: Pick<ArrivalForm, 'says'>, answers: Answers): Sayings {
  const text = (topic: Topic) => {
    const question = says[topic]
    return question === undefined ? '' : String(answers[question] ?? '').trim()
  }
  return {
    text,
    day(topic) {
      const written = text(topic)
      return written === '' ? undefined : Temporal.PlainDate.from(written)
    },
    question: topic => says[topic],
  }
}
