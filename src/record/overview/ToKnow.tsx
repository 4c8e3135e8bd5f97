import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { CaseAlerts } from '../../ui/moj/case-alert/CaseAlert.tsx'
import { alertWords, beforeVisitPath, type Child } from '../children/index.ts'
import type { Now } from './nowQueries.ts'

/** What to know before one meets the child: alerts, and how to talk. */
export function Know({ child }: { child: Child }) {
  return (
    <>
      <p class="govuk-body tl-no-print">
        <a class="govuk-link" href={beforeVisitPath.to(child)}>
          Before a visit
        </a>
      </p>
      <CaseAlerts
        alerts={child.alerts.map(({ kind, text }) => ({
          kind: alertWords(kind).about,
          text: kind === 'other' ? text : `${alertWords(kind).label}. ${text}`,
        }))}
      />
      <h2 class="govuk-heading-s">How to talk with this child</h2>
      <p class="govuk-body tl-keep-lines" dir="auto">
        {child.howToTalk === '' ? 'Nothing is recorded yet.' : child.howToTalk}
      </p>
      {(child.language !== '' || child.needsInterpreter) && (
        <p class="govuk-body">
          {child.language !== '' && (
            <>
              First language: <bdi>{child.language}</bdi>.{' '}
            </>
          )}
          {child.needsInterpreter && <strong>An interpreter is needed.</strong>}
        </p>
      )}
    </>
  )
}

/** Who is involved, and who must not be contacted. */
export function Involved({ known }: { known: Pick<Now, 'involved'> }) {
  return (
    <>
      <h2 class="govuk-heading-s">Who is involved</h2>
      {known.involved.length === 0 && <p class="govuk-body">Nobody is recorded yet.</p>}
      <ul class="govuk-list">
        {known.involved.map(({ name, part, phone, mustNotBeContacted }) => (
          <li key={`${name} ${part}`}>
            <bdi>{name}</bdi>, {part}
            {mustNotBeContacted ? (
              <>
                {' '}
                <Badge colour="red">Must not be contacted</Badge>
              </>
            ) : (
              phone !== '' && `, ${phone}`
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
