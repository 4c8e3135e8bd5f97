import {
  type Clock,
  canBeSetOtherwise,
  lengthFor,
  overrideFor,
  stopsOf,
  writeAllowed,
} from '../../engine/clocks/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { type Pathway, saidOf } from '../../engine/pathways/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import { notFound, page, type Request, route } from '../../platform/http/index.ts'
import { BackLink, SummaryList, WarningText } from '../../ui/govuk/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { clockOverrides, everHeld, listOwnLengths, type OwnLength } from './overrideQueries.ts'
import { deadlinePath, deadlinesPath, endLengthPath, setLengthPath } from './paths.ts'

/** Who set a deadline, in words. */
const policies = {
  statutory: 'The law',
  national: 'A national standard',
  service: 'The service’s own policy',
}

/** Every deadline of every pathway with its rule, and what this service has set otherwise. */
const deadlinesRoute = route({
  method: 'GET',
  path: deadlinesPath,
  permission: 'deadlines.see',
  audit: { kind: 'none', why: 'shows rules, and nothing about a child' },
  async handle({ tx, today }) {
    const overrides = await clockOverrides(tx)
    const rows = practiceInUse().pathways.flatMap(pathway =>
      pathway.clocks.map(clock => ({ pathway, clock })),
    )
    return page(
      'Deadlines',
      <>
        <h1 class="govuk-heading-l">Deadlines</h1>
        <p class="govuk-body">
          How long each thing may take, and the rule that says so. A manager can set the service’s own length
          where the law does not set it.
        </p>
        <SortableTable
          id="deadlines"
          caption="Deadlines"
          isCaptionHidden
          rows={rows}
          rowKey={({ pathway, clock }) => `${pathway.id} ${clock.id}`}
          empty={<EmptyState title="No deadlines">The pathways in use set none.</EmptyState>}
          columns={[
            {
              key: 'what',
              heading: 'What',
              isRowHeader: true,
              cell: ({ pathway, clock }) => (
                <a class="govuk-link" href={deadlinePath.to({ pathway: pathway.id, clock: clock.id })}>
                  {clock.title}
                </a>
              ),
            },
            { key: 'pathway', heading: 'Pathway', cell: ({ pathway }) => pathway.title },
            {
              key: 'within',
              heading: 'How long',
              cell: ({ pathway, clock }) => {
                const own = overrides.filter(it => it.pathway === pathway.id)
                return (
                  <>
                    {clock.dueOn === undefined
                      ? writeAllowed(clock, lengthFor(clock, own, today))
                      : writeAllowed(clock)}{' '}
                    {overrideFor(clock, own, today) && <Badge colour="blue">Our own</Badge>}
                  </>
                )
              },
            },
            {
              key: 'whose',
              heading: 'Who set it',
              cell: ({ clock }) =>
                `${policies[clock.policy]}${clock.unverified ? ', not checked at its source' : ''}`,
            },
          ]}
        />
      </>,
    )
  },
})

const deadlineRoute = route({
  method: 'GET',
  path: deadlinePath,
  permission: 'deadlines.see',
  audit: { kind: 'none', why: 'shows a rule, and nothing about a child' },
  async handle(request) {
    const found = clockOf(request)
    if (!found) return notFound
    const { pathway, clock } = found
    const lengths = (await listOwnLengths(request.tx)).filter(
      it => it.pathway === pathway.id && it.clock === clock.id,
    )
    return page(
      clock.title,
      <Deadline pathway={pathway} clock={clock} lengths={lengths} request={request} />,
      {
        above: <BackLink href={deadlinesPath.to()}>All deadlines</BackLink>,
      },
    )
  },
})

/** The clock that the address names; undefined where no pathway has it. */
export function clockOf({ params }: Pick<Request, 'params'>): { pathway: Pathway; clock: Clock } | undefined {
  return clockNamed({ pathway: params.pathway ?? '', clock: params.clock ?? '' })
}

/** The clock of this name of the pathway of this name. */
export function clockNamed(named: Pick<OwnLength, 'pathway' | 'clock'>): ReturnType<typeof clockOf> {
  const pathway = findPathway(practiceInUse(), named.pathway)
  const clock = pathway?.clocks.find(({ id }) => id === named.clock)
  return pathway && clock ? { pathway, clock } : undefined
}

type Given = { pathway: Pathway; clock: Clock; lengths: readonly OwnLength[]; request: Request }

function Deadline({ pathway, clock, lengths, request: { who } }: Given) {
  const isByLaw = clock.policy === 'statutory'
  const maySet = reachOf('deadlines.set', who.roles) !== undefined && canBeSetOtherwise(clock)
  const happened = (step: string) => saidOf(pathway, step)
  return (
    <>
      <PageHeaderActions
        heading={clock.title}
        actions={
          maySet
            ? [
                {
                  href: setLengthPath.to({ pathway: pathway.id, clock: clock.id }),
                  text: 'Set our own length',
                },
              ]
            : []
        }
      />
      {clock.unverified && (
        <WarningText>
          This rule has not been checked at its source. Whoever relies on it should check it first.
        </WarningText>
      )}
      <SummaryList
        rows={[
          { key: 'Pathway', value: pathway.title },
          { key: 'It runs from', value: happened(clock.from) },
          { key: 'Until', value: stopsOf(clock).map(happened).join(', or ') },
          { key: 'The rule allows', value: writeAllowed(clock) },
          { key: 'Who set the rule', value: policies[clock.policy] },
          { key: 'Where it stands', value: clock.source },
        ]}
      />
      {isByLaw && <p class="govuk-body">The law sets this length: no service can set another.</p>}
      {clock.dueOn !== undefined && (
        <p class="govuk-body">The day is agreed in each case: there is no length that a service could set.</p>
      )}
      {canBeSetOtherwise(clock) && <Lengths clock={clock} lengths={lengths} maySet={maySet} />}
    </>
  )
}

function Lengths({
  clock,
  lengths,
  maySet,
}: {
  clock: Clock
  lengths: readonly OwnLength[]
  maySet: boolean
}) {
  return (
    <SortableTable
      id="lengths"
      caption="Our own lengths"
      rows={lengths.toReversed()}
      rowKey={({ overrideId }) => overrideId}
      empty={
        <EmptyState title="No length of our own">
          The rule’s own length holds. A length that the service sets stands here for ever, so that what was
          due then can be worked out.
        </EmptyState>
      }
      columns={[
        {
          key: 'within',
          heading: 'Within',
          isRowHeader: true,
          cell: ({ unit, count }) => writeAllowed(clock, { unit, count }),
        },
        { key: 'days', heading: 'What starts', cell: daysWords },
        {
          key: 'why',
          heading: 'Why, and who decided',
          cell: ({ reason, source, endedBecause }) => (
            <>
              <div class="tl-keep-lines">{reason}</div>
              <div class="govuk-hint tl-hint-below">{source}</div>
              {endedBecause !== '' && <div class="govuk-hint tl-hint-below">Ended: {endedBecause}</div>}
            </>
          ),
        },
        {
          key: 'by',
          heading: 'Set by',
          cell: ({ setBy, setAt }) => `${setBy}, ${writeDate(dayInUk(setAt))}`,
        },
        ...(maySet
          ? [
              {
                key: 'end',
                heading: 'End it',
                cell: (it: OwnLength) =>
                  everHeld(it) && it.until === null ? (
                    <a class="govuk-link" href={endLengthPath.to(it)}>
                      End<span class="govuk-visually-hidden"> the length set on {writeDate(it.from)}</span>
                    </a>
                  ) : (
                    ''
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function daysWords(it: OwnLength): string {
  if (!everHeld(it)) return 'Set by mistake: it never held'
  return it.until === null
    ? `from ${writeDate(it.from)}`
    : `from ${writeDate(it.from)} to ${writeDate(it.until)}`
}

export const deadlinesRoutes = [deadlinesRoute, deadlineRoute]
