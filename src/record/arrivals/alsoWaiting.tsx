import { ukZone } from '../../kernel/dutyHours.ts'
import { likeness } from '../../kernel/likeness.ts'
import { foldName } from '../../kernel/names.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import { describedBy } from './identify.ts'
import { type Candidate, explainMatch, likelyWeight } from './matching.ts'
import { listWaitingBeside, type Notification } from './notificationQueries.ts'
import { arrivalPath } from './paths.ts'
import { routeWords } from './whatWasSaid.tsx'

/** Other arrivals that wait and may be about the same child, compared as an arrival is with a child who is known. */
export async function alsoWaiting(tx: Work, notification: Notification): Promise<Notification[]> {
  const described = describedBy(notification)
  return (await listWaitingBeside(tx, notification)).filter(
    other => explainMatch(asCandidate(other, described.names), described).weight >= likelyWeight,
  )
}

function asCandidate(other: Notification, names: readonly string[]): Candidate {
  const { birth, postcode, phone, school } = describedBy(other)
  const name = `${other.givenName} ${other.familyName}`.trim()
  return {
    childId: other.notificationId,
    reference: '',
    givenName: other.givenName,
    familyName: other.familyName,
    birthDate: birth?.date ?? null,
    birthDateBasis: birth ? (birth.basis === 'known' ? 'known' : 'estimated') : 'unknown',
    ...{ postcode, phone, school, openCases: 0, otherNames: [] },
    likeness: Math.max(0, ...names.map(said => likeness(foldName(said), foldName(name)))),
    likestName: name,
  }
}

/** That another arrival waits about what may be the same child, so that one person settles both. */
export function AlsoWaiting({ others }: { others: readonly Notification[] }) {
  if (others.length === 0) return null
  return (
    <InsetText>
      {others.map(it => (
        <p class="govuk-body" key={it.notificationId}>
          Also waiting, perhaps about the same child:{' '}
          <a class="govuk-link" href={arrivalPath.to(it)}>
            <bdi>
              {it.givenName} {it.familyName}
            </bdi>
          </a>
          , {routeWords(it)}, {writeMoment(it.receivedAt, ukZone)}
        </p>
      ))}
    </InsetText>
  )
}
