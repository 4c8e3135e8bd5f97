import { type DaysAsked, isAsSent, ToMend } from '../../engine/lists/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, page, type Request, redirect, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { FilterLayout } from '../../ui/moj/filter/Filter.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { Timeline, type TimelineItem } from '../../ui/moj/timeline/Timeline.tsx'
import { listInvolvements } from '../cases/index.ts'
import {
  birthDateWords,
  type Child,
  childFrame,
  childOf,
  childPage,
  chronologyPath,
  nameOf,
} from '../children/index.ts'
import { ChronologyFilter } from './ChronologyFilter.tsx'
import {
  askedHref,
  type CaseOption,
  type ChronologyAsked,
  readAsked,
  readCursor,
  readTyped,
} from './chronologyAsked.ts'
import { type Happening, type HappeningKind, listHappenings } from './chronologyQueries.ts'
import { happeningKinds, readableKinds, tell } from './happening.tsx'
import { markPath, unmarkPath } from './markEntry.page.tsx'

const onPage = 50
/** All on one page, for printing: as many as a browser lays out without complaint. */
const onPaper = 2_000
/** What asks for that page in its address, by its name alone. */
const askedForPaper = { all: '' }

export const chronologyRoute = route({
  method: 'GET',
  path: chronologyPath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the chronology' },
  async handle(request) {
    const { tx, query, who } = request
    const child = await childOf(request)
    if (!child) return notFound
    const readable = readableKinds(who.roles, child.isRelated)
    const cases = await casesOf(request, child)
    const asked = readAsked(
      query,
      readable,
      cases.map(({ involvementId }) => involvementId),
    )
    const typed = readTyped(query)
    const isForPaper = query.has('all')
    if (typed.faults.length === 0 && isAsSent(withoutPaper(query), typed))
      return redirect(askedHref(request.address, asked, isForPaper ? askedForPaper : {}))
    const most = isForPaper ? onPaper : onPage
    const found = await listHappenings(tx, {
      childId: child.childId,
      kinds: asked.kinds.length > 0 ? asked.kinds : readable,
      most: most + 1,
      after: readCursor(query.get('after'), readable),
      ...momentsOf(asked),
      ...(asked.involvementId === undefined ? {} : { involvementId: asked.involvementId }),
      onlySignificant: asked.onlySignificant,
      maySeeHealth: may('health.see', who.roles, child.isRelated),
    })
    const shown = found.slice(0, most)
    const given = { request, child, readable, cases, asked, typed, shown, hasMore: found.length > most }
    if (typed.faults.length > 0) {
      const filter = <ChronologyFilter {...given} address={request.address} />
      const body = <ToMend title="Chronology" faults={typed.faults} filter={filter} />
      return childFrame('chronology')(request, page('Chronology', body, { status: 422 }))
    }
    return childPage(request, {
      section: 'chronology',
      title: isForPaper ? `Chronology of ${nameOf(child)}` : 'Chronology',
      body: isForPaper ? <OnPaper {...given} /> : <OnScreen {...given} />,
    })
  },
})

/** What the filter’s form sends: whether it is for paper says a link. */
const withoutPaper = (query: URLSearchParams) =>
  new URLSearchParams([...query].filter(([name]) => !(name in askedForPaper)))

/** The first moment of the first day, and the last of the last, by the clocks of the United Kingdom. */
function momentsOf({ from, to }: ChronologyAsked) {
  return {
    ...(from ? { from: from.toZonedDateTime(ukZone).toInstant() } : {}),
    ...(to
      ? { until: to.add({ days: 1 }).toZonedDateTime(ukZone).toInstant().subtract({ microseconds: 1 }) }
      : {}),
  }
}

/** The child's cases, also those that have ended. */
async function casesOf({ tx }: Request, { childId }: Child): Promise<CaseOption[]> {
  const practice = practiceInUse()
  return (await listInvolvements(tx, childId)).map(({ involvementId, pathway, startedAt }) => ({
    involvementId,
    title: `${findPathway(practice, pathway)?.title ?? pathway}, ${writeDate(dayInUk(startedAt))}`,
  }))
}

type Given = {
  request: Request
  child: Child
  readable: readonly HappeningKind[]
  cases: readonly CaseOption[]
  asked: ChronologyAsked
  /** The days as they were typed. */
  typed: DaysAsked
  shown: Happening[]
  hasMore: boolean
}

function OnScreen(given: Given) {
  const { request, child, readable, cases, asked, typed, shown, hasMore } = given
  const { address, who } = request
  const canMark = may('notes.write', who.roles, child.isRelated)
  const last = shown.at(-1)
  return (
    <>
      <PageHeaderActions
        heading="Chronology"
        actions={[
          {
            href: askedHref(address, { ...asked, onlySignificant: !asked.onlySignificant }),
            text: asked.onlySignificant ? 'Show everything' : 'Significant only',
            isSecondary: true,
          },
          {
            href: askedHref(address, asked, askedForPaper),
            text: 'All on one page, to print',
            isSecondary: true,
          },
        ]}
      />
      <FilterLayout filter={<ChronologyFilter {...{ address, readable, cases, asked, typed }} />}>
        {shown.length === 0 ? (
          <EmptyState
            title={asked.onlySignificant ? 'Nothing is marked as significant' : 'Nothing to tell yet'}
          >
            {asked.onlySignificant
              ? 'Whoever works with the child marks an entry and says why; here stand only those.'
              : 'Steps of cases, appointments, notes, offences, alerts, moves and arrivals stand here in the order of time.'}
          </EmptyState>
        ) : (
          <Timeline
            label="What has happened, the newest first"
            headingLevel={2}
            items={shown.map(it => told(it, child, canMark))}
          />
        )}
        {hasMore && last && (
          <p class="govuk-body tl-no-print">
            <a class="govuk-link" href={askedHref(address, asked, { after: `${last.kind}.${last.id}` })}>
              What happened before
            </a>
          </p>
        )}
      </FilterLayout>
    </>
  )
}

/** An entry with why it stands out, and the link by which it is marked or not. */
function told(it: Happening, child: Child, canMark: boolean): TimelineItem {
  const entry = { childId: child.childId, kind: it.kind, entryId: it.id }
  const item = tell(it, child.childId)
  return {
    ...item,
    children: (
      <>
        {item.children}
        {it.mark && (
          <p>
            Significant: <bdi>{it.mark.reason}</bdi> ({it.mark.by}, {writeMoment(it.mark.at, ukZone)})
          </p>
        )}
        {canMark && (
          <p class="tl-no-print tl-entry-mark">
            <a class="govuk-link" href={(it.mark ? unmarkPath : markPath).to(entry)}>
              {it.mark ? 'No longer significant' : 'Mark as significant'}
              <span class="govuk-visually-hidden">
                : {happeningKinds[it.kind].title}, {item.date}
              </span>
            </a>
          </p>
        )}
      </>
    ),
  }
}

/** The whole, to be printed: whose it is, what of it, and where it had to stop. */
function OnPaper({ request, child, cases, asked, shown, hasMore }: Given) {
  const { address } = request
  return (
    <>
      <PageHeaderActions
        heading={
          <>
            Chronology of <bdi>{nameOf(child)}</bdi>
          </>
        }
      >
        <button type="button" class="govuk-button" data-print hidden>
          Print
        </button>
        <a class="govuk-button govuk-button--secondary" href={askedHref(address, asked)}>
          Back to the chronology
        </a>
      </PageHeaderActions>
      <p class="govuk-body">
        Born {birthDateWords(child)}. Reference {child.reference}. {askedWords(asked, cases)} The newest
        stands first.
      </p>
      {hasMore && (
        <p class="govuk-body">
          <strong>
            Only the newest {onPaper.toLocaleString('en-GB')} entries stand here. To print what was before,
            narrow the chronology to a last day.
          </strong>
        </p>
      )}
      {shown.length === 0 ? (
        <p class="govuk-body">There is no such entry.</p>
      ) : (
        <Timeline
          label="What has happened, the newest first"
          headingLevel={2}
          items={shown.map(it => told(it, child, false))}
        />
      )}
    </>
  )
}

/** What a chronology was narrowed to, in a sentence: paper does not show the filter. */
function askedWords(
  { kinds, from, to, involvementId, onlySignificant }: ChronologyAsked,
  cases: Given['cases'],
) {
  const parts = [
    kinds.length === 0
      ? 'everything that you may read'
      : kinds.map(kind => happeningKinds[kind].title).join(', '),
    ...cases
      .filter(each => each.involvementId === involvementId)
      .map(({ title }) => `only of the case “${title}”`),
    ...(from ? [`from ${writeDate(from)}`] : []),
    ...(to ? [`until ${writeDate(to)}`] : []),
    ...(onlySignificant ? ['only what is marked as significant'] : []),
  ]
  return `What stands here: ${parts.join('; ')}.`
}
