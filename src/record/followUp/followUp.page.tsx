import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { placeOffence } from '../../engine/pathways/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { type Request, route } from '../../platform/http/index.ts'
import { BackLink, SummaryList } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { casePath, childOf, childPage, codeWords } from '../children/index.ts'
import {
  checkResults,
  checkSources,
  type FollowedCase,
  followUpWords,
  placeWords,
  verdicts,
} from './followUp.ts'
import { type Check, type FoundOffence, listChecks, listFound } from './followUpQueries.ts'
import { loadFollowUp } from './loadFollowUp.ts'
import { addCheckPath, followUpPath, judgePath } from './paths.ts'

/** The follow-up of one case: its time, what it found, and who asked when. */
export const followUpRoute = route({
  method: 'GET',
  path: followUpPath,
  permission: 'followUp.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at a follow-up' },
  async handle(request) {
    const followed = await loadFollowUp(request)
    if (!followed.ok) return followed.reason
    const it = followed.value
    const found = await listFound(request.tx, it.involvementId)
    const checks = await listChecks(request.tx, it.involvementId)
    const isRelated = (await childOf(request))?.isRelated ?? false
    const canCheck = may('followUp.check', request.who.roles, isRelated)
    return childPage(request, {
      section: 'cases',
      title: 'Follow-up',
      above: <BackLink href={casePath.to(it)}>The case</BackLink>,
      body: (
        <>
          <PageHeaderActions
            heading="Follow-up"
            actions={canCheck ? [{ href: addCheckPath.to(it), text: 'Record a check' }] : []}
          />
          <Time it={it} today={request.today} />
          <FoundTable it={it} found={found} request={request} isRelated={isRelated} />
          <Checks checks={checks} />
        </>
      ),
    })
  },
})

function Time({ it, today }: { it: FollowedCase; today: Temporal.PlainDate }) {
  const pathway = findPathway(practiceInUse(), it.pathway)
  const { source, unverified } = pathway?.followUp ?? {}
  return (
    <>
      <SummaryList
        rows={[
          { key: 'After', value: pathway?.title ?? it.pathway },
          { key: 'The work ended', value: writeDate(it.from) },
          { key: 'Offences that happen', value: followUpWords(it, today) },
          { key: 'Proof may come', value: `Until ${writeDate(it.proofUntil)}` },
        ]}
      />
      {source !== undefined && (
        <details class="tl-small-details govuk-!-margin-bottom-6">
          <summary>Why this long{unverified && ' (not all of it checked at its source)'}</summary>
          {source}
        </details>
      )}
    </>
  )
}

type FoundGiven = { it: FollowedCase; found: FoundOffence[]; request: Request; isRelated: boolean }

function FoundTable({ it, found, request: { who, today }, isRelated }: FoundGiven) {
  const canJudge = may('followUp.judge', who.roles, isRelated)
  return (
    <section>
      <h2 class="govuk-heading-m">What was found</h2>
      <SortableTable
        id="found"
        caption="Offences found in the follow-up, the latest first"
        isCaptionHidden
        rows={found}
        rowKey={({ offenceId }) => offenceId}
        empty={
          <EmptyState title="Nothing found">
            An offence that the police notify us of, or that somebody enters, stands here by itself if it
            happened within the time.
          </EmptyState>
        }
        columns={[
          {
            key: 'what',
            heading: 'What happened',
            isRowHeader: true,
            cell: one => (
              <>
                {canJudge ? (
                  <a class="govuk-link" href={judgePath.to({ ...it, offenceId: one.offenceId })}>
                    <bdi>{one.description}</bdi>
                  </a>
                ) : (
                  <bdi>{one.description}</bdi>
                )}
                <div class="govuk-hint tl-hint-below">
                  {codeWords('police-outcomes', one.outcome, one.outcomeOn ?? one.committedOn ?? today)}
                </div>
              </>
            ),
          },
          {
            key: 'when',
            heading: 'When',
            cell: one => (one.committedOn ? writeDate(one.committedOn) : 'Not known'),
          },
          {
            key: 'place',
            heading: 'How it stands to the follow-up',
            cell: one => placeWords(placeOffence(it, one, today), it),
          },
          { key: 'verdict', heading: 'What it is', cell: one => <Said one={one} /> },
        ]}
      />
    </section>
  )
}

function Said({ one }: { one: FoundOffence }) {
  if (!one.verdict) return <StatusTag kind="waiting" word="To be looked at" />
  return (
    <>
      {verdicts[one.verdict]}
      {one.provenOn && ` on ${writeDate(one.provenOn)}`}
      <div class="govuk-hint tl-hint-below">
        {one.reason !== null && one.reason !== '' && (
          <>
            <bdi>{one.reason}</bdi>.{' '}
          </>
        )}
        {one.judgedBy}, from: <bdi>{one.source}</bdi>
      </div>
    </>
  )
}

function Checks({ checks }: { checks: Check[] }) {
  return (
    <section>
      <h2 class="govuk-heading-m">Who asked, and when</h2>
      <SortableTable
        id="checks"
        caption="Checks, the latest first"
        isCaptionHidden
        rows={checks}
        rowKey={({ checkId }) => checkId}
        empty={
          <EmptyState title="No checks yet">
            Somebody who asks the police or another service writes down here what came of it.
          </EmptyState>
        }
        columns={[
          { key: 'when', heading: 'When', isRowHeader: true, cell: it => writeDate(it.checkedOn) },
          {
            key: 'where',
            heading: 'Where',
            cell: it => (
              <>
                {checkSources[it.source]}
                {it.asked !== '' && (
                  <>
                    : <bdi>{it.asked}</bdi>
                  </>
                )}
              </>
            ),
          },
          { key: 'result', heading: 'What came of it', cell: it => checkResults[it.result] },
          { key: 'note', heading: 'Note', cell: it => <bdi class="tl-keep-lines">{it.note}</bdi> },
          { key: 'by', heading: 'Recorded by', cell: it => it.recordedBy },
        ]}
      />
    </section>
  )
}
