import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { route } from '../../platform/http/index.ts'
import { SummaryList, type SummaryListRow, WarningText } from '../../ui/govuk/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { childOf, childPage } from './frame.tsx'
import { addPersonPath, peoplePath, personPath } from './paths.ts'
import { listPeople, type Person } from './personQueries.ts'

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
      return childPage(request, {
        section: 'people',
        title: 'People',
        body: it => {
          const canEdit = may('child.edit', request.who.roles, it.isRelated)
          return <People people={people} canEdit={canEdit} addHref={addPersonPath.to(it)} />
        },
      })
    },
  }),
]

type Given = { people: Person[]; canEdit: boolean; addHref: string }

function People({ people, canEdit, addHref }: Given) {
  const now = people.filter(({ endedAt }) => !endedAt)
  const before = people.filter(({ endedAt }) => endedAt)
  return (
    <>
      <PageHeaderActions
        heading="People"
        actions={canEdit ? [{ href: addHref, text: 'Add somebody' }] : []}
      />
      {now.length === 0 && (
        <EmptyState title="Nobody is recorded yet">
          Family, carers and professionals around the child stand here, with who has parental responsibility
          and who must not be contacted.
        </EmptyState>
      )}
      {now.map(person => (
        <PersonCard person={person} canEdit={canEdit} key={person.personId} />
      ))}
      {before.length > 0 && <h2 class="govuk-heading-m">No longer around the child</h2>}
      {before.map(person => (
        <PersonCard person={person} canEdit={canEdit} key={person.personId} />
      ))}
    </>
  )
}

function PersonCard({ person, canEdit }: { person: Person; canEdit: boolean }) {
  const { name, relationship, mustNotBeContacted: isBarred, endedAt } = person
  const ended = endedAt && writeDate(endedAt.toZonedDateTimeISO(ukZone).toPlainDate())
  return (
    <SummaryList
      card={{
        title: { text: <bdi>{name}</bdi>, headingLevel: 2 },
        actions: canEdit ? [{ href: personPath.to(person), text: 'Change' }] : undefined,
      }}
      rows={[
        isBarred && {
          key: 'Contact',
          value: <WarningText classes="govuk-!-margin-bottom-0">Must not be contacted</WarningText>,
        },
        {
          key: 'To the child',
          value: (
            <>
              {relationship}{' '}
              {person.hasParentalResponsibility && <Badge colour="blue">Parental responsibility</Badge>}
            </>
          ),
        },
        fact('Phone', person.phone),
        fact('Email', person.email),
        fact('Note', person.note),
        ended && fact('Until', ended),
      ]}
    />
  )
}

function fact(key: string, value: string): SummaryListRow | false {
  return value !== '' && { key, value: <span class="tl-keep-lines">{value}</span> }
}
