import { practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { type Feedback, type Invitation, ways } from './feedbackQueries.ts'
import { findFeedbackForm } from './give.page.tsx'
import { givers } from './givers.ts'
import { endInvitationPath, invitePath, paperPath, takeBackPath, writePath } from './paths.ts'

const dayWords = (at: Temporal.Instant) => writeDate(dayInUk(at))

type Given = {
  of: { childId: string; involvementId: string }
  given: readonly Feedback[]
  invitations: readonly Invitation[]
  now: Temporal.Instant
  canRecord: boolean
}

/** What child, parent and referrer say of the work, and how they are invited to. */
export function FeedbackGiven({ of, given, invitations, now, canRecord }: Given) {
  const open = invitations.filter(
    ({ withdrawnAt, isUsed, expiresAt }) =>
      !withdrawnAt && !isUsed && Temporal.Instant.compare(expiresAt, now) > 0,
  )
  return (
    <section>
      <h2 class="govuk-heading-m">What they say of the work</h2>
      {given.length === 0 && (
        <EmptyState title="Nothing yet">
          What the child, the family and the referrer say stands here. Nobody has to say anything.
        </EmptyState>
      )}
      {given.map(it => (
        <article key={it.feedbackId} class="tl-feedback">
          <h3 class="govuk-heading-s">
            {nameOf(it.form)}, {dayWords(it.givenAt)}
          </h3>
          {it.withdrawnAt ? (
            <p class="govuk-body">Taken back on {dayWords(it.withdrawnAt)}, and deleted.</p>
          ) : isFromOutside(it.form) ? (
            <p class="govuk-body">
              Somebody asked who had no part in the work. What was said stands in “What they say”, without a
              name.
            </p>
          ) : (
            <dl class="tl-answers">
              {it.words.map(({ question, answer }) => (
                <div key={question}>
                  <dt>{question}</dt>
                  <dd class="tl-keep-lines" dir="auto">
                    {answer}
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <p class="govuk-hint">
            {ways[it.way]}
            {it.recordedBy && `, typed in by ${it.recordedBy}`}.{' '}
            {canRecord && !it.withdrawnAt && !isFromOutside(it.form) && (
              <a class="govuk-link tl-no-print" href={takeBackPath.to({ ...of, feedbackId: it.feedbackId })}>
                Take it back, if they want that
              </a>
            )}
          </p>
        </article>
      ))}
      {open.length > 0 && (
        <ul class="govuk-list">
          {open.map(({ invitationId, form, madeBy, madeAt, expiresAt }) => (
            <li key={invitationId}>
              {nameOf(form)} was invited on {dayWords(madeAt)} by {madeBy}. The link works until{' '}
              {dayWords(expiresAt)}.{' '}
              {canRecord && !isFromOutside(form) && (
                <a class="govuk-link" href={endInvitationPath.to({ ...of, invitationId })}>
                  Withdraw it
                  <span class="govuk-visually-hidden">
                    : {nameOf(form)}, {dayWords(madeAt)}
                  </span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {canRecord && (
        <ul class="govuk-list tl-no-print">
          {practiceInUse()
            .feedback.filter(({ fromOutside }) => !fromOutside)
            .map(({ id, from }) => (
              <li key={id}>
                Ask {givers[from]}:{' '}
                <a class="govuk-link" href={invitePath.to({ ...of, form: id })}>
                  by a link<span class="govuk-visually-hidden"> for {givers[from]}</span>
                </a>
                {', '}
                <a class="govuk-link" href={paperPath.to({ form: id })}>
                  on paper<span class="govuk-visually-hidden"> for {givers[from]}</span>
                </a>
                {', or '}
                <a class="govuk-link" href={writePath.to({ ...of, form: id })}>
                  type in what they say<span class="govuk-visually-hidden"> ({givers[from]})</span>
                </a>
              </li>
            ))}
        </ul>
      )}
    </section>
  )
}

/** Whether a form is asked by somebody who had no part in the work: what is said by it is not for those who had. */
const isFromOutside = (form: string) => findFeedbackForm(form)?.fromOutside !== undefined

function nameOf(form: string): string {
  const from = findFeedbackForm(form)?.from
  const words = from ? givers[from] : form
  return words.charAt(0).toUpperCase() + words.slice(1)
}
