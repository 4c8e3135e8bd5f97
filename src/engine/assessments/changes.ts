import { type Answers, answerWords, reasonKey } from '../forms/index.ts'
import { type FormVersion, fieldsOf } from './assessmentForm.ts'

/** A question whose answer differs between two times, in the words of each; '' where it was not answered. */
export type Change = { name: string; question: string; was: string; is: string }

/** A form's answers at some time, with the wording in which they were given. */
export type Answered = { version: FormVersion; answers: Answers }

/**
 * What changed between two times, in the order of the later wording; then what is no longer asked. A question is the same
 * while it has the same name, whatever its words.
 */
export function changesSince(before: Answered, after: Answered): Change[] {
  const [was, is] = [wordsBy(before), wordsBy(after)]
  const names = new Set([...is.keys(), ...was.keys()])
  return [...names].flatMap(name => {
    const [old, now] = [was.get(name), is.get(name)]
    if (old?.said === now?.said) return []
    const question = now?.question ?? old?.question ?? name
    return [{ name, question, was: old?.said ?? '', is: now?.said ?? '' }]
  })
}

/** Each answer in words by the name of its question, the reason with it. */
function wordsBy({ version, answers }: Answered): Map<string, { question: string; said: string }> {
  const fields = Object.entries(fieldsOf(version))
  return new Map(
    fields.flatMap(([name, field]) => {
      const own = Object.fromEntries(
        [name, reasonKey(name)].flatMap(key => (answers[key] === undefined ? [] : [[key, answers[key]]])),
      )
      const said = answerWords({ [name]: field }, own).map(({ answer }) => answer)
      return said.length === 0 ? [] : [[name, { question: field.label, said: said.join(': ') }]]
    }),
  )
}
