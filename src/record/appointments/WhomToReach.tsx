import { PhoneLink } from '../../ui/layout/PhoneLink.tsx'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { type Child, ChildAlerts, type Person, SameNameMark, sharesBarredName } from '../children/index.ts'

type Given = {
  child: Pick<Child, 'alerts' | 'phone'>
  /** Everybody around the child, also those of the past: whom nobody may contact stays so. */
  everybody: readonly Person[]
  /** Who of them is listed; without it, all. Names are compared with those of everybody. */
  isListed?: (person: Person) => boolean
}

/**
 * Whom to ring about a missed appointment, and whom not: the child and those around the child now, with their numbers, after
 * the alerts and those who must not be contacted, whose numbers are not shown.
 */
export function WhomToReach({ child, everybody, isListed = () => true }: Given) {
  const barred = everybody.filter(person => person.mustNotBeContacted && isListed(person))
  const others = everybody.filter(person => !person.mustNotBeContacted && !person.endedAt && isListed(person))
  return (
    <>
      <ChildAlerts alerts={child.alerts} />
      {barred.length > 0 && (
        <>
          <h2 class="govuk-heading-s">Must not be contacted</h2>
          <ul class="govuk-list">
            {barred.map(({ personId, name, relationship, barredReason }) => (
              <li key={personId}>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                , {relationship}
                {barredReason !== '' && (
                  <>
                    : <bdi>{barredReason}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-s">Whom to reach</h2>
      <ul class="govuk-list">
        <li>
          <strong>The child</strong>,{' '}
          {child.phone === '' ? 'no number is recorded' : <PhoneLink phone={child.phone} />}
        </li>
        {others.map(person => (
          <Reachable key={person.personId} {...{ person, everybody }} />
        ))}
      </ul>
    </>
  )
}

/** One of them: nobody rings whoever has the name of somebody barred before it is known who that is. */
function Reachable({ person, everybody }: { person: Person; everybody: Given['everybody'] }) {
  const { name, relationship, organisation, phone, bestWay, language, needsInterpreter } = person
  const isInDoubt = sharesBarredName(person, everybody)
  const spoken = [language, needsInterpreter ? 'an interpreter is needed' : ''].filter(said => said !== '')
  return (
    <li>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      , {[relationship, organisation].filter(said => said !== '').join(', ')}{' '}
      {person.hasParentalResponsibility && <Badge colour="blue">Parental responsibility</Badge>}{' '}
      {isInDoubt ? (
        <SameNameMark />
      ) : (
        <>
          <br />
          {phone === '' ? 'No number is recorded' : <PhoneLink phone={phone} />}
          {[bestWay, ...spoken].filter(said => said !== '').map(said => `. ${said}`)}
        </>
      )}
    </li>
  )
}
