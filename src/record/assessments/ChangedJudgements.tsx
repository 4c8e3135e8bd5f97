import type { JudgementChange } from '../../engine/assessments/index.ts'
import { Tag } from '../../ui/govuk/index.ts'

/** The judgements that are at another level than the last time, a line each; nothing where none is. */
export function ChangedJudgements({ changes }: { changes: readonly JudgementChange[] }) {
  if (changes.length === 0) return null
  return (
    <ul class="govuk-list tl-changed-judgements">
      {changes.map(({ name, of, was, is, isHigher }) => (
        <li key={name}>
          <Tag classes={isHigher ? 'govuk-tag--red' : 'govuk-tag--blue'}>
            {isHigher ? '▲ Higher' : '▼ Lower'}
          </Tag>{' '}
          {sentence(of)}: {was} the last time, {is} now
        </li>
      ))}
    </ul>
  )
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
