import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { route } from '../../platform/http/index.ts'
import { InsetText, SummaryList, type SummaryListRow, WarningText } from '../../ui/govuk/index.ts'
import { PhoneLink } from '../../ui/layout/PhoneLink.tsx'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { BackToForm } from './BackToForm.tsx'
import { sharesBarredName } from './barred.ts'
import { childOf, childPage } from './frame.tsx'
import {
  addPersonPath,
  beforeVisitPath,
  onePersonPath,
  peoplePath,
  personPath,
  twoPeoplePath,
} from './paths.ts'
import { personKindOrder, personKinds } from './personKinds.ts'
import { listPeople, type Person } from './personQueries.ts'
import { SameNameMark } from './SameName.tsx'
import { alikePeople } from './samePerson.ts'
import { listOtherEntries, type OtherEntry } from './samePersonQueries.ts'

export const peopleRoutes = [
  route({
    method: 'GET',
    path: peoplePath,
    permission: 'child.see',
    about: 'child',
    audit: { kind: 'view', what: 'Looked at the people around the child' },
    async handle(request) {
      const child = await childOf(request)
      const people = child ? await listPeople(request.tx, child.childId) : []
      const others = child ? await listOtherEntries(request.tx, child.childId) : []
      return childPage(request, {
        above: <BackToForm request={request} />,
        section: 'people',
        title: 'People',
        body: it => {
          const canEdit = may('child.edit', request.who.roles, it.isRelated)
          const hrefs = { addHref: addPersonPath.to(it), visitHref: beforeVisitPath.to(it) }
          return <People {...{ people, others, canEdit, ...hrefs }} />
        },
      })
    },
  }),
]

type Given = {
  people: Person[]
  others: readonly OtherEntry[]
  canEdit: boolean
  addHref: string
  visitHref: string
}

function People({ people, others, canEdit, addHref, visitHref }: Given) {
  const now = people.filter(({ endedAt }) => !endedAt)
  const before = people.filter(({ endedAt }) => endedAt)
  return (
    <>
      <PageHeaderActions
        heading="People"
        actions={[
          ...(canEdit ? [{ href: addHref, text: 'Add somebody' }] : []),
          { href: visitHref, text: 'Before a visit', isSecondary: true },
        ]}
      />
      {canEdit && <StandTwice people={people} />}
      {now.length === 0 && (
        <EmptyState title="Nobody is recorded yet">
          Family, carers and professionals around the child stand here, with who has parental responsibility
          and who must not be contacted.
        </EmptyState>
      )}
      {personKindOrder.map(kind => {
        const these = now.filter(person => person.kind === kind)
        if (these.length === 0) return null
        return (
          <section key={kind} aria-labelledby={`people-${kind}`}>
            <h2 class="govuk-heading-m" id={`people-${kind}`}>
              {personKinds[kind].heading}
            </h2>
            {these.map(person => (
              <PersonCard
                isInDoubt={sharesBarredName(person, people)}
                {...{ person, others, canEdit }}
                key={person.personId}
              />
            ))}
          </section>
        )
      })}
      {before.length > 0 && <h2 class="govuk-heading-m">No longer around the child</h2>}
      {before.map(person => (
        <PersonCard
          isInDoubt={sharesBarredName(person, people)}
          {...{ person, others, canEdit }}
          key={person.personId}
        />
      ))}
    </>
  )
}

/** Offers to make one of two entries that may be one person, as after two records were merged. */
function StandTwice({ people }: { people: readonly Person[] }) {
  const pairs = alikePeople(people)
  if (pairs.length === 0) return null
  return (
    <InsetText>
      {pairs.map(([first, other]) => (
        <p class="govuk-body" key={other.personId}>
          <bdi>{first.name}</bdi> stands here twice.{' '}
          <a class="govuk-link" href={onePersonPath.to({ ...first, otherId: other.personId })}>
            Compare the two, and make one entry of them
          </a>
        </p>
      ))}
    </InsetText>
  )
}

type CardGiven = { person: Person; others: readonly OtherEntry[]; canEdit: boolean; isInDoubt: boolean }

function PersonCard({ person, others, canEdit, isInDoubt }: CardGiven) {
  const { name, relationship, organisation, mustNotBeContacted: isBarred, endedAt } = person
  const ended = endedAt && writeDate(dayInUk(endedAt))
  return (
    <SummaryList
      card={{
        title: { text: <bdi>{name}</bdi>, headingLevel: 3 },
        actions: canEdit ? [{ href: personPath.to(person), text: 'Change' }] : undefined,
      }}
      rows={[
        isBarred && {
          key: 'Contact',
          value: (
            <>
              <WarningText classes="govuk-!-margin-bottom-0">Must not be contacted</WarningText>
              {person.barredReason !== '' && <bdi class="tl-keep-lines">{person.barredReason}</bdi>}
            </>
          ),
        },
        isInDoubt && { key: 'Contact', value: <SameNameMark /> },
        {
          key: 'To the child',
          value: (
            <>
              {organisation === '' ? relationship : `${relationship}, ${organisation}`}{' '}
              {person.hasParentalResponsibility && <Badge colour="blue">Parental responsibility</Badge>}{' '}
              {person.livesWithChild && <Badge colour="green">Lives with the child</Badge>}
            </>
          ),
        },
        // A number that nobody may ring, or of which that is in doubt, is not offered to be tapped.
        isBarred || isInDoubt
          ? fact('Phone', person.phone)
          : person.phone !== '' && { key: 'Phone', value: <PhoneLink phone={person.phone} /> },
        fact('Email', person.email),
        !isBarred && fact('Best way and time', person.bestWay),
        fact('Preferred language', languageOf(person)),
        fact('Note', person.note),
        ended && fact('Until', ended),
        ...others
          .filter(({ sameAs }) => sameAs === person.personId)
          .map(other => ({
            key: 'One of two entries',
            value: (
              <>
                <bdi>
                  {[other.name, other.relationship, other.phone].filter(said => said !== '').join(', ')}
                </bdi>
                {canEdit && (
                  <>
                    {'. '}
                    <a class="govuk-link" href={twoPeoplePath.to({ ...person, otherId: other.personId })}>
                      Part them again
                    </a>
                  </>
                )}
              </>
            ),
          })),
      ]}
    />
  )
}

/** The language that somebody prefers, and whether an interpreter is needed. */
export function languageOf({
  language,
  needsInterpreter,
}: Pick<Person, 'language' | 'needsInterpreter'>): string {
  return [language, needsInterpreter ? 'an interpreter is needed' : ''].filter(part => part !== '').join(', ')
}

function fact(key: string, value: string): SummaryListRow | false {
  return value !== '' && { key, value: <span class="tl-keep-lines">{value}</span> }
}
