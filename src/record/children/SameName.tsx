import { WarningText } from '../../ui/govuk/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { personPath } from './paths.ts'
import type { Person } from './personQueries.ts'

/** Stands beside the name of whoever has that of somebody who must not be contacted. */
export function SameNameMark() {
  return <Badge colour="red">Same name as somebody who must not be contacted</Badge>
}

/** Said before somebody of that name is saved as one who may be contacted. */
export function SameNameWarning({ barred }: { barred: readonly Person[] }) {
  return (
    <>
      <WarningText>Somebody of this name must not be contacted</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {barred.map(person => (
          <li key={person.personId}>
            <a class="govuk-link" href={personPath.to(person)}>
              <bdi>{person.name}</bdi>
            </a>
            , {person.relationship}
            {person.barredReason !== '' && (
              <>
                : <bdi>{person.barredReason}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        If it is the same person, do not save this: change the entry that is there. If it is another person,
        say so in the note, so that nobody takes one for the other.
      </p>
    </>
  )
}
