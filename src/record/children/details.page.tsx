import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, type Request, route } from '../../platform/http/index.ts'
import { type Omitted, SummaryList, type SummaryListRow } from '../../ui/govuk/index.ts'
import { PhoneLink } from '../../ui/layout/PhoneLink.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { BackToForm } from './BackToForm.tsx'
import { birthDateWords, type Child } from './child.ts'
import { codeLabel, listCaution } from './codes.ts'
import { disabilityWords } from './details.form.ts'
import { Facts } from './Facts.tsx'
import type { Fact, FactKindName } from './factKinds.ts'
import { listFacts } from './factQueries.ts'
import { childOf, childPage } from './frame.tsx'
import { type ConfirmableFact, type Confirmation, confirmable, listConfirmations } from './knownFacts.ts'
import { listOldReferences } from './mergedQueries.ts'
import { Names } from './Names.tsx'
import { listOtherNames, type OtherName } from './nameQueries.ts'
import { detailsPath, editDetailsPath, sameChildPath } from './paths.ts'
import { talkingWords } from './toldByForm.ts'
import { TalkingAdvice } from './WhatToKnow.tsx'

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
      const { childId } = child
      const [names, oldReferences, addresses, education, care] = await Promise.all([
        listOtherNames(tx, childId),
        listOldReferences(tx, childId),
        listFacts(tx, 'addresses', childId),
        listFacts(tx, 'education', childId),
        listFacts(tx, 'care', childId),
      ])
      const facts: FactsByKind = { addresses, education, care }
      const confirmed = await listConfirmations(tx, childId)
      return childPage(request, {
        above: <BackToForm request={request} />,
        section: 'details',
        title: 'Details',
        body: <Details {...{ child, names, oldReferences, facts, confirmed, request }} />,
      })
    },
  }),
]

type FactsByKind = Record<FactKindName, Fact[]>
type Given = {
  child: Child
  names: OtherName[]
  oldReferences: string[]
  facts: FactsByKind
  confirmed: Confirmation[]
  request: Request
}

function Details({ child, names, oldReferences, facts, confirmed, request }: Given) {
  const maySeeHealth = may('health.see', request.who.roles, child.isRelated)
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
          row('Sex', codeLabel('sex', child.sex, today), listCaution('sex')),
          row(
            'Ethnicity, as the child describes it',
            codeLabel('ethnicity', child.ethnicity, today),
            listCaution('ethnicity'),
          ),
          row('First language', child.language),
          row('Interpreter', interpreterWords(child)),
          row('Religion or belief', child.religion),
          maySeeHealth && row('Disability or long-term condition', disabilityIn(child)),
          row('What helps this child to take part', child.whatHelps),
          talkingRow(child),
          child.phone !== '' && { key: 'Phone', value: <PhoneLink phone={child.phone} /> },
          row('Reference', child.reference),
          oldReferences.length > 0 && row('References of merged records', oldReferences.join('\n')),
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
      <Confirmed confirmed={confirmed} />
      <Names child={child} names={names} canEdit={canEdit} />
    </>
  )
}

/** What was looked at in a form and found right, and when: what has changed since stands there in its former words. */
function Confirmed({ confirmed }: { confirmed: readonly Confirmation[] }) {
  if (confirmed.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Looked at and found right</h2>
      <SummaryList
        rows={confirmed.map(({ fact, words, by, at }) => ({
          key: confirmable[fact as ConfirmableFact] ?? fact,
          value: (
            <>
              <bdi>{words}</bdi>
              <div class="govuk-hint tl-hint-below">
                {writeMoment(at, ukZone)}, {by}
              </div>
            </>
          ),
        }))}
      />
    </>
  )
}

/** How to talk with the child: what was written here, below what a form advises. */
function talkingRow(child: Child): SummaryListRow {
  const key = 'How to talk with this child'
  return {
    key,
    value: (
      <>
        <TalkingAdvice child={child} />
        {child.howToTalk !== '' && <bdi class="tl-keep-lines">{child.howToTalk}</bdi>}
        {talkingWords(child) === '' && <span class="govuk-hint">Not recorded</span>}
      </>
    ),
  }
}

/** @param caution what must be said of the list from which the value is, once beside it */
function row(key: string, value: string, caution?: string): SummaryListRow | Omitted {
  if (value === '') return { key, value: <span class="govuk-hint">Not recorded</span> }
  return {
    key,
    value: (
      <>
        <bdi class="tl-keep-lines">{value}</bdi>
        {caution !== undefined && <div class="govuk-hint tl-hint-below">{caution}</div>}
      </>
    ),
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

/** Whether an interpreter is needed, and which; '' where nobody has said. */
export function interpreterWords({
  needsInterpreter,
  interpreterNote,
}: Pick<Child, 'needsInterpreter' | 'interpreterNote'>): string {
  if (needsInterpreter === null) return ''
  if (!needsInterpreter) return 'Not needed'
  return interpreterNote === '' ? 'Needed' : `Needed: ${interpreterNote}`
}

/** What is known of a disability, in the child's own words; for those who may read of health. */
export function disabilityIn({ disability, disabilityWords: words }: Child): string {
  if (disability === '') return ''
  return words === '' ? disabilityWords[disability] : `${disabilityWords[disability]}: ${words}`
}
