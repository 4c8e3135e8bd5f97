import { may } from '../../platform/access/index.ts'
import { type Request, route } from '../../platform/http/index.ts'
import { type Omitted, SummaryList, type SummaryListRow } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { birthDateWords, type Child } from './child.ts'
import { codeWords } from './codes.ts'
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
      const names = child ? await listOtherNames(request.tx, child.childId) : []
      return childPage(request, {
        section: 'details',
        title: 'Details',
        body: it => <Details child={it} names={names} request={request} />,
      })
    },
  }),
]

function Details({ child, names, request }: { child: Child; names: OtherName[]; request: Request }) {
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
          row('Interpreter', child.needsInterpreter ? 'Needed' : 'Not needed'),
          row('How to talk with this child', child.howToTalk),
          row('Address', addressWords(child)),
          row('Phone', child.phone),
          row('School, college or work', child.school),
          row('Reference', child.reference),
        ]}
      />
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

/** The address with its postcode; a child without a fixed one may still be found somewhere. */
export function addressWords({
  address,
  postcode,
  hasNoFixedAddress,
}: Pick<Child, 'address' | 'postcode' | 'hasNoFixedAddress'>): string {
  const lines = [address, postcode].filter(line => line !== '').join('\n')
  if (!hasNoFixedAddress) return lines
  return lines === '' ? 'No fixed address' : `No fixed address; may be found at\n${lines}`
}
