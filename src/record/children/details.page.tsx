import { may } from '../../platform/access/index.ts'
import { notFound, type Request, route } from '../../platform/http/index.ts'
import { type Omitted, SummaryList, type SummaryListRow } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { birthDateWords, type Child } from './child.ts'
import { codeWords } from './codes.ts'
import { disabilityWords } from './details.form.ts'
import { Facts } from './Facts.tsx'
import type { Fact, FactKindName } from './factKinds.ts'
import { listFacts } from './factQueries.ts'
import { childOf, childPage } from './frame.tsx'
import { listOtherNames, nameKindWords, type OtherName } from './nameQueries.ts'
import { addNamePath, detailsPath, editDetailsPath, removeNamePath } from './paths.ts'

export const detailsRoutes = [
  route({
    method: 'GET',
    path: detailsPath,
    permission: 'child.see',
    about: 'child',
    audit: { kind: 'view', what: 'Looked at the details' },
    async handle(request) {
      const child = await childOf(request)
      if (!child) return notFound
      const { tx } = request
      const names = await listOtherNames(tx, child.childId)
      const facts: FactsByKind = {
        addresses: await listFacts(tx, 'addresses', child.childId),
        education: await listFacts(tx, 'education', child.childId),
        care: await listFacts(tx, 'care', child.childId),
      }
      return childPage(request, {
        section: 'details',
        title: 'Details',
        body: <Details child={child} names={names} facts={facts} request={request} />,
      })
    },
  }),
]

type FactsByKind = Record<FactKindName, Fact[]>
type Given = { child: Child; names: OtherName[]; facts: FactsByKind; request: Request }

function Details({ child, names, facts, request }: Given) {
  const maySeeHealth = may('health.see', request.who.roles, child.isRelated)
  const canEdit = may('child.edit', request.who.roles, child.isRelated)
  const { today } = request
  return (
    <>
      <PageHeaderActions
        heading="Details"
        actions={canEdit ? [{ href: editDetailsPath.to(child), text: 'Change details' }] : []}
      />
      <SummaryList
        rows={[
          row('First name', child.givenName),
          row('Family name', child.familyName),
          row('Known as', child.knownAs),
          row('How the name is said', child.saidAs),
          row('Pronouns', child.pronouns),
          row('Date of birth', birthDateWords(child)),
          row('Sex', codeWords('sex', child.sex, today)),
          row('Ethnicity, as the child describes it', codeWords('ethnicity', child.ethnicity, today)),
          row('First language', child.language),
          row('Interpreter', interpreterWords(child)),
          row('Religion or belief', child.religion),
          maySeeHealth && row('Disability or long-term condition', disabilityIn(child)),
          row('What helps this child to take part', child.whatHelps),
          row('How to talk with this child', child.howToTalk),
          row('Phone', child.phone),
          row('Reference', child.reference),
        ]}
      />
      {Object.entries(facts).map(([name, known]) => (
        <Facts
          key={name}
          name={name as FactKindName}
          childId={child.childId}
          facts={known}
          canEdit={canEdit}
          today={today}
        />
      ))}
      <PageHeaderActions
        heading="Other names"
        headingLevel={2}
        actions={canEdit ? [{ href: addNamePath.to(child), text: 'Add a name', isSecondary: true }] : []}
      />
      {names.length === 0 ? (
        <p class="govuk-body">
          No other name or spelling is known. A search finds the child by those as well.
        </p>
      ) : (
        <SummaryList
          rows={names.map(({ nameId, name, kind }) => ({
            key: nameKindWords[kind],
            value: <bdi>{name}</bdi>,
            actions: canEdit
              ? [
                  {
                    href: removeNamePath.to({ childId: child.childId, nameId }),
                    text: 'Remove',
                    visuallyHiddenText: name,
                  },
                ]
              : undefined,
          }))}
        />
      )}
    </>
  )
}

function row(key: string, value: string): SummaryListRow | Omitted {
  return {
    key,
    value:
      value === '' ? <span class="govuk-hint">Not recorded</span> : <bdi class="tl-keep-lines">{value}</bdi>,
  }
}

/** Whether an interpreter is needed, and which. */
export function interpreterWords({
  needsInterpreter,
  interpreterNote,
}: Pick<Child, 'needsInterpreter' | 'interpreterNote'>): string {
  if (!needsInterpreter) return 'Not needed'
  return interpreterNote === '' ? 'Needed' : `Needed: ${interpreterNote}`
}

function disabilityIn({ disability, disabilityWords: words }: Child): string {
  if (disability === '') return ''
  return words === '' ? disabilityWords[disability] : `${disabilityWords[disability]}: ${words}`
}
