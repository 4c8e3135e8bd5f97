import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { SummaryList, type SummaryListRow } from '../../ui/govuk/index.ts'
import { Badge, type BadgeColour } from '../../ui/moj/badge/Badge.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { casePath } from '../cases/index.ts'
import { childOf, childPage, codeLabel, listCaution, sharingPath } from '../children/index.ts'
import { type Agreement, lastsWords, parties, type Standing, standingOn } from './agreement.ts'
import { addAgreementPath, addSharedPath, agreementPath, mistakenPath, withdrawPath } from './paths.ts'
import { type Said, saidAboutSharing } from './said.ts'
import { listAgreements, listShared, type Shared } from './sharingQueries.ts'

export const sharingRoute = route({
  method: 'GET',
  path: sharingPath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at consent and sharing' },
  async handle(request) {
    const { tx, who, today } = request
    const child = await childOf(request)
    if (!child) return notFound
    const { childId, isRelated } = child
    const maySeeHealth = may('health.see', who.roles, isRelated)
    const canRecord = may('sharing.record', who.roles, isRelated)
    const agreements = await listAgreements(tx, childId, maySeeHealth)
    const shared = await listShared(tx, childId, maySeeHealth)
    const said = await saidAboutSharing(tx, childId)
    return childPage(request, {
      section: 'sharing',
      title: 'Consent and sharing',
      body: (
        <>
          <PageHeaderActions
            heading="Consent and sharing"
            actions={
              canRecord
                ? [
                    { href: addSharedPath.to(child), text: 'Something was shared' },
                    {
                      href: addAgreementPath.to(child),
                      text: 'Record what may be shared',
                      isSecondary: true,
                    },
                  ]
                : []
            }
          />
          {agreements.length + shared.length > 0 && <BasisCaution />}
          <SaidInCases said={said} childId={childId} canRecord={canRecord} />
          <Agreements agreements={agreements} today={today} canRecord={canRecord} />
          <WasShared shared={shared} today={today} canRecord={canRecord} />
        </>
      ),
    })
  },
})

/** Said once for all the bases that stand below. */
function BasisCaution() {
  return listCaution('sharing-basis') === undefined ? null : (
    <p class="govuk-hint">The words for the bases have not been checked against their source.</p>
  )
}

function SaidInCases({ said, childId, canRecord }: { said: Said[]; childId: string; canRecord: boolean }) {
  if (said.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Said when a programme was offered</h2>
      <SummaryList
        rows={said.map(({ milestoneId, involvementId, at, pathway, question, answer }) => ({
          key: (
            <a class="govuk-link" href={casePath.to({ childId, involvementId })}>
              {pathway}
            </a>
          ),
          value: (
            <>
              {question} <strong>{answer}</strong>
              <br />
              {writeDate(dayInUk(at))}
            </>
          ),
          actions: canRecord
            ? [
                {
                  href: `${addAgreementPath.to({ childId })}?said=${milestoneId}`,
                  text: 'Record what may be shared',
                  visuallyHiddenText: `as said on ${writeDate(dayInUk(at))}`,
                },
              ]
            : undefined,
        }))}
      />
    </>
  )
}

const standings: Readonly<Record<Standing, { words: string; colour: BadgeColour }>> = {
  'in-force': { words: 'May be shared', colour: 'green' },
  'to-come': { words: 'Not yet', colour: 'grey' },
  expired: { words: 'Expired', colour: 'red' },
  withdrawn: { words: 'Withdrawn', colour: 'red' },
}

type Listed = { today: Temporal.PlainDate; canRecord: boolean }

function Agreements({ agreements, today, canRecord }: Listed & { agreements: Agreement[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">What may be shared</h2>
      {agreements.length === 0 && (
        <p class="govuk-body">
          Nothing is recorded. What may be shared about this child stands here: with whom, on what basis, and
          until when.
        </p>
      )}
      {agreements.map(it => (
        <AgreementCard key={it.agreementId} it={it} today={today} canRecord={canRecord} />
      ))}
    </>
  )
}

function AgreementCard({ it, today, canRecord }: Listed & { it: Agreement }) {
  const standing = standingOn(it, today)
  const { words, colour } = standings[standing]
  const canEnd = standing === 'in-force' || standing === 'to-come'
  const isAbout = { visuallyHiddenText: `with ${it.withWhom}` }
  return (
    <SummaryList
      card={{
        title: {
          text: (
            <>
              With <bdi>{it.withWhom}</bdi> <Badge colour={colour}>{words}</Badge>
            </>
          ),
          headingLevel: 3,
        },
        actions: canRecord
          ? [
              ...(canEnd ? [{ href: withdrawPath.to(it), text: 'End', ...isAbout }] : []),
              ...(it.what === null ? [] : [{ href: agreementPath.to(it), text: 'Correct', ...isAbout }]),
            ]
          : undefined,
      }}
      rows={[
        { key: 'What', value: <Guarded words={it.what} hasHealth={it.hasHealth} /> },
        { key: 'On what basis', value: codeLabel('sharing-basis', it.basis, today) },
        it.reason !== null && fact('Why without consent', it.reason),
        it.agreedBy.length > 0 && fact('Who agreed', it.agreedBy.map(who => parties[who] ?? who).join(', ')),
        it.howAsked !== null && fact('How they were asked', it.howAsked),
        fact('How long', lastsWords(it)),
        it.withdrawnOn &&
          fact(
            'Withdrawn',
            [`${writeDate(it.withdrawnOn)}: ${parties[it.withdrawnBy] ?? it.withdrawnBy}`, it.withdrawnReason]
              .filter(part => part !== '')
              .join('\n'),
          ),
        fact('Recorded', `${it.recordedBy}, ${writeMoment(it.recordedAt, ukZone)}`),
      ]}
    />
  )
}

function fact(key: string, value: string): SummaryListRow | false {
  return value !== '' && { key, value: <bdi class="tl-keep-lines">{value}</bdi> }
}

/** What may be or was shared; of health only to those who may read of it. */
function Guarded({ words, hasHealth }: { words: string | null; hasHealth: boolean }) {
  if (words === null) return <span class="govuk-hint">Health information, which your role does not read</span>
  return (
    <>
      <bdi class="tl-keep-lines">{words}</bdi> {hasHealth && <Badge colour="purple">Health</Badge>}
    </>
  )
}

function WasShared({ shared, today, canRecord }: Listed & { shared: Shared[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">What was shared</h2>
      <SortableTable
        id="shared"
        caption="What was shared, the latest first"
        isCaptionHidden
        rows={shared}
        rowKey={({ sharedId }) => sharedId}
        empty={<p class="govuk-body">Nothing has been recorded as shared yet.</p>}
        columns={[
          { key: 'when', heading: 'When', isRowHeader: true, cell: ({ at }) => writeMoment(at, ukZone) },
          {
            key: 'what',
            heading: 'What',
            cell: it =>
              it.mistakenReason === '' ? (
                <Guarded words={it.what} hasHealth={it.hasHealth} />
              ) : (
                <>
                  <s>
                    <Guarded words={it.what} hasHealth={it.hasHealth} />
                  </s>
                  <p>
                    Written by mistake: <bdi>{it.mistakenReason}</bdi>
                  </p>
                </>
              ),
          },
          { key: 'whom', heading: 'With whom', cell: ({ withWhom }) => <bdi>{withWhom}</bdi> },
          { key: 'way', heading: 'How', cell: ({ way }) => way },
          {
            key: 'basis',
            heading: 'On what basis',
            cell: ({ basis, reason, agreementId }) => (
              <>
                {codeLabel('sharing-basis', basis, today)}
                {agreementId === null && reason !== null && (
                  <>
                    . <bdi class="tl-keep-lines">{reason}</bdi>
                  </>
                )}
              </>
            ),
          },
          { key: 'by', heading: 'By', cell: ({ sharedBy }) => sharedBy },
          ...(canRecord
            ? [
                {
                  key: 'act',
                  heading: 'Correct',
                  cell: (it: Shared) =>
                    it.mistakenReason === '' && (
                      <a class="govuk-link tl-no-print" href={mistakenPath.to(it)}>
                        A mistake
                        <span class="govuk-visually-hidden">: shared with {it.withWhom}</span>
                      </a>
                    ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
