import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import type { Comment } from './comment.ts'

type Given = {
  comments: readonly Comment[]
  /** Where the reader says what was done about one; left out where they may not. */
  settle?: ((comment: Comment) => string) | undefined
}

/** Comments where they belong, each with what was done about it; nothing where there is none. */
export function Comments({ comments, settle }: Given) {
  if (comments.length === 0) return null
  return (
    <ul class="govuk-list tl-comments">
      {comments.map(it => (
        <li class="tl-last tl-comment" key={it.commentId}>
          <p class="govuk-hint">
            {it.writtenBy}, {writeMoment(it.writtenAt, ukZone)}
          </p>
          <p class="govuk-body tl-keep-lines" dir="auto">
            {it.words}
          </p>
          {it.outcome === null ? (
            settle && (
              <p class="govuk-body tl-no-print">
                <a class="govuk-link" href={settle(it)}>
                  Answer, or say that it is dealt with
                </a>
              </p>
            )
          ) : (
            <Settled it={it} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Settled({ it: { outcome, answer, answeredBy, answeredAt } }: { it: Comment }) {
  return (
    <>
      <p class="govuk-hint">
        {outcome === 'answered' ? 'Answered' : 'Dealt with'} by {answeredBy}
        {answeredAt && `, ${writeMoment(answeredAt, ukZone)}`}
      </p>
      {answer !== '' && (
        <p class="govuk-body tl-keep-lines" dir="auto">
          {answer}
        </p>
      )}
    </>
  )
}
