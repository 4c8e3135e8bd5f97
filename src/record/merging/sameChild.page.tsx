import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { type Request, route } from '../../platform/http/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import type { Match } from '../arrivals/index.ts'
import {
  birthDateWords,
  type Child,
  childOf,
  childPage,
  childPath,
  listPairs,
  mergePath,
  notSamePath,
  otherRecordPath,
  type Pair,
  relationWords,
  sameChildPath,
  takeBackNotSamePath,
  unmergePath,
} from '../children/index.ts'
import { listAlike } from './alike.ts'
import { listMerges, type Merge } from './mergingQueries.ts'

type Given = { child: Child; canMerge: boolean; canEdit: boolean }

/** Records that look like this one, children said not to be this one, and what was merged into this record. */
export const sameChildRoute = route({
  method: 'GET',
  path: sameChildPath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at records that may be of the same child' },
  async handle(request: Request) {
    const { tx, who } = request
    const child = await childOf(request)
    const pairs = child ? await listPairs(tx, child.childId) : []
    const merges = child ? await listMerges(tx, child.childId) : []
    const canEdit = may('child.edit', who.roles, child?.isRelated ?? false)
    const canMerge = may('child.merge', who.roles, child?.isRelated ?? false)
    const said = new Set(pairs.map(({ otherId }) => otherId))
    const alike = child && canEdit ? await listAlike(tx, child, said) : []
    request.seen([...said, ...alike.map(({ candidate }) => candidate.childId)], 'Shown as like another child')
    return childPage(request, {
      section: 'details',
      title: 'Same child, siblings and merges',
      body: it => {
        const given = { child: it, canMerge, canEdit }
        return (
          <>
            <PageHeaderActions
              heading="Same child, siblings and merges"
              actions={canEdit ? [{ href: otherRecordPath.to(it), text: 'Compare with another record' }] : []}
            />
            {canEdit && <Alike {...given} alike={alike} />}
            <Pairs {...given} pairs={pairs} />
            <Merges {...given} merges={merges} />
          </>
        )
      },
    })
  },
})

function Alike({ child, canMerge, alike }: Given & { alike: readonly Match[] }) {
  if (alike.length === 0)
    return (
      <EmptyState title="No record looks like this one">
        A record with the same name would stand here where nothing speaks against it, such as another date of
        birth; and one with the same date of birth and something more.
      </EmptyState>
    )
  return (
    <>
      <SortableTable
        id="alike"
        caption="Records that look like this one"
        rows={alike}
        rowKey={({ candidate }) => candidate.childId}
        columns={[
          {
            key: 'name',
            heading: 'Name',
            isRowHeader: true,
            cell: ({ candidate }) => (
              <a class="govuk-link" href={childPath.to(candidate)}>
                <bdi>{`${candidate.givenName} ${candidate.familyName}`.trim()}</bdi>
              </a>
            ),
          },
          { key: 'born', heading: 'Date of birth', cell: ({ candidate }) => birthDateWords(candidate) },
          {
            key: 'reference',
            heading: 'Reference',
            isOneLine: true,
            cell: ({ candidate }) => candidate.reference,
          },
          {
            key: 'why',
            heading: 'Why',
            cell: ({ reasons, against }) =>
              [...reasons, ...against.map(it => `But: ${it.toLowerCase()}`)].join('. '),
          },
          {
            key: 'what',
            heading: 'What to do',
            cell: ({ candidate: { childId, reference } }) => (
              <>
                {canMerge && (
                  <>
                    <a class="govuk-link" href={mergePath.to({ childId: child.childId, otherId: childId })}>
                      Compare and merge<span class="govuk-visually-hidden"> with {reference}</span>
                    </a>
                    <br />
                  </>
                )}
                <a class="govuk-link" href={notSamePath.to({ childId: child.childId, otherId: childId })}>
                  Say that they are two children<span class="govuk-visually-hidden">: {reference}</span>
                </a>
              </>
            ),
          },
        ]}
      />
      {!canMerge && <p class="govuk-body">A senior or a manager can merge two records of one child.</p>}
    </>
  )
}

function Pairs({ child, canEdit, pairs }: Given & { pairs: readonly Pair[] }) {
  return (
    <section>
      <h2 class="govuk-heading-m">Brothers, sisters and others who are alike</h2>
      {pairs.length === 0 ? (
        <p class="govuk-body">
          Nobody has been said to be another child who is like this one. Once it is said, they are no longer
          offered as one child.
        </p>
      ) : (
        <SummaryList
          rows={pairs.map(pair => ({
            key: relationWords[pair.relation],
            value: (
              <>
                <a class="govuk-link" href={childPath.to({ childId: pair.otherId })}>
                  <bdi>{pair.name}</bdi> ({pair.reference})
                </a>
                <p class="govuk-body tl-keep-lines">{pair.note}</p>
                <span class="govuk-hint">
                  Said by {pair.by}, {writeMoment(pair.at, ukZone)}
                </span>
              </>
            ),
            actions: canEdit
              ? [
                  {
                    href: takeBackNotSamePath.to({ childId: child.childId, otherId: pair.otherId }),
                    text: 'Take back',
                    visuallyHiddenText: `that ${pair.reference} is another child`,
                  },
                ]
              : undefined,
          }))}
        />
      )}
    </section>
  )
}

function Merges({ child, canMerge, merges }: Given & { merges: readonly Merge[] }) {
  if (merges.length === 0) return null
  const latest = merges.find(({ unmergedAt }) => unmergedAt === null)
  return (
    <section>
      <h2 class="govuk-heading-m">Merged records</h2>
      <SummaryList
        rows={merges.map(merge => ({
          key: merge.goneReference,
          value: (
            <>
              <bdi>{merge.goneName}</bdi>
              <p class="govuk-body tl-keep-lines">{merge.reason}</p>
              <span class="govuk-hint">
                Merged by {merge.by}, {writeMoment(merge.at, ukZone)}
                {merge.unmergedAt &&
                  `. Taken back by ${merge.unmergedBy ?? 'somebody'}, ${writeMoment(merge.unmergedAt, ukZone)}: ${merge.unmergedBecause}`}
              </span>
            </>
          ),
          actions:
            canMerge && merge === latest
              ? [
                  {
                    href: unmergePath.to({ childId: child.childId, mergeId: merge.mergeId }),
                    text: 'Take apart again',
                    visuallyHiddenText: merge.goneReference,
                  },
                ]
              : undefined,
        }))}
      />
      {canMerge && merges.filter(({ unmergedAt }) => unmergedAt === null).length > 1 && (
        <p class="govuk-body">Merges are taken apart from the latest to the earliest.</p>
      )}
    </section>
  )
}
