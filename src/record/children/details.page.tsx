import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { type Request, route } from '../../platform/http/index.ts'
import { type Omitted, SummaryList, type SummaryListRow } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { birthDateWords, type Child } from './child.ts'
import { codeWords } from './codes.ts'
import { childOf, childPage } from './frame.tsx'
import { listOldReferences } from './mergedQueries.ts'
import { Names } from './Names.tsx'
import { listOtherNames, type OtherName } from './nameQueries.ts'
import { listPastAddresses, type PastAddress } from './pastAddressQueries.ts'
import { detailsPath, editDetailsPath, sameChildPath } from './paths.ts'

export const detailsRoutes = [
  route({
    method: 'GET',
    path: detailsPath,
    permission: 'child.see',
    about: 'child',
    audit: { kind: 'view', what: 'Looked at the details' },
    async handle(request) {
      const child = await childOf(request)
      const childId = child?.childId ?? ''
      const names = child ? await listOtherNames(request.tx, childId) : []
      const past = child ? await listPastAddresses(request.tx, childId) : []
      const oldReferences = child ? await listOldReferences(request.tx, childId) : []
      return childPage(request, {
        section: 'details',
        title: 'Details',
        body: it => (
          <Details child={it} names={names} past={past} oldReferences={oldReferences} request={request} />
        ),
      })
    },
  }),
]

type Given = {
  child: Child
  names: OtherName[]
  past: PastAddress[]
  oldReferences: string[]
  request: Request
}

function Details({ child, names, past, oldReferences, request }: Given) {
  const canEdit = may('child.edit', request.who.roles, child.isRelated)
  const { today } = request
  return (
    <>
      <PageHeaderActions
        heading="Details"
        actions={[
          ...(canEdit ? [{ href: editDetailsPath.to(child), text: 'Change details' }] : []),
          { href: sameChildPath.to(child), text: 'Same child or siblings?', isSecondary: true },
        ]}
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
          past.length > 0 && row('Earlier addresses', past.map(pastWords).join('\n\n')),
          row('Phone', child.phone),
          row('School, college or work', child.school),
          row('Reference', child.reference),
          oldReferences.length > 0 && row('References of merged records', oldReferences.join('\n')),
        ]}
      />
      <Names child={child} names={names} canEdit={canEdit} />
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

function pastWords({ address, postcode, notedAt }: PastAddress): string {
  const noted = `Noted as earlier on ${writeDate(notedAt.toZonedDateTimeISO(ukZone).toPlainDate())}`
  return [address, postcode, noted].filter(line => line !== '').join('\n')
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
