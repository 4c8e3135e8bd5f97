import { PhoneLink } from '../../ui/layout/PhoneLink.tsx'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import {
  beforeVisitPath,
  type Child,
  ChildAlerts,
  HowToTalk,
  SameNameMark,
  sharesBarredName,
} from '../children/index.ts'
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
      <ChildAlerts alerts={child.alerts} />
      <HowToTalk child={child} />
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
            {sharesBarredName({ name, mustNotBeContacted }, known.involved) ? (
              <>
                {' '}
                <SameNameMark />
              </>
            ) : mustNotBeContacted ? (
              <>
                {' '}
                <Badge colour="red">Must not be contacted</Badge>
              </>
            ) : (
              phone !== '' && (
                <>
                  , <PhoneLink phone={phone} />
                </>
              )
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
