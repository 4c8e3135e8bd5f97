import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import type { Assessment } from './assessment.ts'
import type { Comment } from './comment.ts'
import { settleCommentPath } from './paths.ts'

type Given = {
  of: Pick<Assessment, 'childId' | 'assessmentId'>
  comments: readonly Comment[]
  /** Whether the reader may say what was done about them. */
  maySettle: boolean
}

/** Comments where they belong, each with what was done about it; nothing where there is none. */
export function Comments({ of, comments, maySettle }: Given) {
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
            maySettle && (
              <p class="govuk-body tl-no-print">
                <a class="govuk-link" href={settleCommentPath.to({ ...of, commentId: it.commentId })}>
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
