import { ageWords, aimedAge, readSentences, tipWords } from './readingAge.ts'

/**
 * How easily what stands in a field reads, sentence by sentence: of what was saved, and while it is typed where there are
 * scripts. It advises; whoever writes decides.
 */
export function ReadingAid({ field, text }: { field: string; text: string }) {
  return (
    <div class="tl-reading" data-reading-aid={field}>
      <Reading text={text} />
    </div>
  )
}

/** What the aid says of a text. */
export function Reading({ text }: { text: string }) {
  const read = readSentences(text)
  if (read.length === 0) return null
  return (
    <ul class="govuk-list tl-reading__list">
      {read.map(({ sentence, age, tips }) => (
        <li key={sentence}>
          <strong class={age !== undefined && age > aimedAge ? 'tl-reading__hard' : 'tl-reading__easy'}>
            {age !== undefined && (age > aimedAge ? '▲ ' : '✓ ')}
            {ageWords(age)}
          </strong>
          {read.length > 1 && (
            <>
              : <q>{sentence}</q>
            </>
          )}
          {tips.map(tip => (
            <span key={tip.kind}> {tipWords(tip)}</span>
          ))}
        </li>
      ))}
    </ul>
  )
}
