import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { type FollowedCase, followUpWords } from './followUp.ts'
import type { FoundOffence } from './followUpQueries.ts'
import { followUpPath } from './paths.ts'

type Given = { it: FollowedCase; found: readonly FoundOffence[]; today: Temporal.PlainDate }

/** The follow-up on the page of its case: until when, and what it found. */
export function FollowUpSummary({ it, found, today }: Given) {
  const further = found.filter(({ verdict }) => verdict !== null && verdict !== 'not-further').length
  const waiting = found.filter(({ verdict }) => verdict === null).length
  return (
    <section>
      <h2 class="govuk-heading-m">Follow-up</h2>
      <p class="govuk-body">
        Further offences are looked for. {followUpWords(it, today)}.{' '}
        {waiting > 0 && <StatusTag kind="waiting" word="Found, to be looked at" detail={waiting} />}{' '}
        {further > 0 && `${further === 1 ? '1 further offence' : `${further} further offences`}. `}
        {found.length === 0 && 'No further offence is on this record. '}
        <a class="govuk-link" href={followUpPath.to(it)}>
          Open the follow-up
        </a>
      </p>
    </section>
  )
}
