import { writeDate } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, type Request, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { type Child, childOf, childPage } from '../children/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { type WholeTime, wholeTime } from './beginning.ts'
import { Drawing, drawingId } from './Drawing.tsx'
import type { Lane } from './lane.ts'
import { lanesOf, lastsWords, whenWords } from './lanes.ts'
import { NotDrawn } from './NotDrawn.tsx'
import { throughlinePath } from './paths.ts'
import { neighbour, placesIn, readZoom, type Span, spanOf, type Zoom, zooms } from './span.ts'
import { readLine } from './throughlineQueries.ts'

/** Under this name an address leads to the table of the drawing. */
export const lineTableId = 'line-table'

/** The whole of a child's time: as near as one likes, with its table. */
export const throughlineRoute = route({
  method: 'GET',
  path: throughlinePath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the throughline' },
  async handle(request) {
    const child = await childOf(request)
    if (!child) return notFound
    const lanes = await lanesFor(request, child)
    const whole = wholeTime(lanes, request.today)
    const zoom = readZoom(request.query.get('zoom'))
    const span = spanOf(zoom, readDay(request.query.get('last')), whole.drawn, request.today)
    return childPage(request, {
      section: 'now',
      title: 'Throughline',
      body: <Throughline request={request} lanes={lanes} zoom={zoom} span={span} whole={whole} />,
    })
  },
})

/** What of a child's time this person may read, as rows of the drawing. */
export async function lanesFor({ tx, who, now }: Request, child: Child): Promise<Lane[]> {
  const facts = await readLine(tx, child.childId, {
    contacts: may('contacts.see', who.roles, child.isRelated),
    notes: may('notes.see', who.roles, child.isRelated),
  })
  return lanesOf(facts, child.childId, now, await practiceFor(tx))
}

function readDay(text: string | null): Temporal.PlainDate | undefined {
  try {
    return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.PlainDate.from(text) : undefined
  } catch {
    return undefined
  }
}

type Given = { request: Request; lanes: readonly Lane[]; zoom: Zoom; span: Span; whole: WholeTime }

function Throughline({ request: { address, now, query }, lanes, zoom, span, whole }: Given) {
  const href = (to: Zoom, last?: Temporal.PlainDate) =>
    `${address}?${new URLSearchParams({ zoom: to, ...(last ? { last: String(last) } : {}) })}`
  const earlier = neighbour(span, whole.recorded, 'earlier')
  const later = neighbour(span, whole.recorded, 'later')
  const asked = readDay(query.get('last'))
  const leftOut = zoom === 'all' ? whole.leftOut : undefined
  /** What a key leads to: so many steps closer, with the same last day, and the focus on the drawing again. */
  const key = (steps: 1 | -1) => {
    const to = order[order.indexOf(zoom) + steps]
    return to && `${href(to, to === 'all' ? undefined : asked)}#${drawingId}`
  }
  if (lanes.length === 0) {
    return (
      <>
        <h1 class="govuk-heading-l">Throughline</h1>
        <EmptyState title="Nothing to draw yet">
          Cases, contacts, notes, offences and alerts are drawn here along the child’s time.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <h1 class="govuk-heading-l">Throughline</h1>
      <nav aria-label="How much is drawn" class="tl-line-zoom">
        <ul>
          {Object.entries(zooms).map(([key, { title }]) => (
            <li key={key}>
              <a class="govuk-link" href={href(key as Zoom)} aria-current={key === zoom ? 'true' : undefined}>
                {title}
              </a>
            </li>
          ))}
          {zoom !== 'all' && earlier && (
            <li>
              <a class="govuk-link" href={href(zoom, earlier)} rel="prev">
                Earlier
              </a>
            </li>
          )}
          {zoom !== 'all' && later && (
            <li>
              <a class="govuk-link" href={href(zoom, later)} rel="next">
                Later
              </a>
            </li>
          )}
        </ul>
      </nav>
      <Drawing
        lanes={lanes}
        span={span}
        now={now}
        skip={{ href: `#${lineTableId}`, words: 'Skip to the table' }}
        keys={{ closer: key(1), farther: key(-1) }}
        closer={at => href(closerThan(zoom), at.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 14 }))}
      />
      {leftOut && (
        <NotDrawn leftOut={leftOut}>
          The table has all of it.{' '}
          <a class="govuk-link tl-no-print" href={href('year', leftOut.first.add({ months: 6 }))}>
            Draw the time around {writeDate(leftOut.first)}
          </a>
        </NotDrawn>
      )}
      <Legend />
      <div id={lineTableId}>
        <LineTable
          lanes={lanes}
          span={leftOut ? whole.recorded : span}
          caption={leftOut ? 'All that is recorded, the latest first' : 'What is drawn, the latest first'}
        />
      </div>
    </>
  )
}

const order = Object.keys(zooms) as Zoom[]

function closerThan(zoom: Zoom): Zoom {
  return order[Math.min(order.indexOf(zoom) + 1, order.length - 1)] ?? zoom
}

function Legend() {
  return (
    <p class="govuk-body tl-line-legend">
      The line dips where a contact was missed. ● a step, or a contact that was kept; ○ planned, or tried in
      vain; ✕ missed; ◆ an offence; ■ the end of a case; ▲ a deadline that was not kept. A number says how
      many stand in one place. While the drawing or a mark in it has the focus, the keys + and − draw less
      time or more.
    </p>
  )
}

type TableRow = { key: string; at: Temporal.Instant; when: string; lane: string; words: string; href: string }

/** The same as the drawing, in words and in the order of time, with what is not drawn because it stands far before. */
function LineTable({ lanes, span, caption }: { lanes: readonly Lane[]; span: Span; caption: string }) {
  const placeOf = placesIn(span)
  const isWithin = (from: Temporal.Instant, to: Temporal.Instant | undefined) =>
    placeOf(from) <= 1 && (to === undefined || placeOf(to) >= 0)
  const rows = lanes.flatMap(({ title, bars, marks }): TableRow[] => [
    ...bars
      .filter(({ from, to }) => isWithin(from, to))
      .map(bar => ({ ...bar, at: bar.from, when: lastsWords(bar), lane: title })),
    ...marks
      .filter(({ at }) => isWithin(at, at))
      .map(mark => ({ ...mark, when: whenWords(mark), lane: title })),
  ])
  rows.sort((a, b) => Temporal.Instant.compare(b.at, a.at))
  return (
    <SortableTable
      id="line"
      caption={caption}
      rows={rows}
      rowKey={({ key, lane }) => `${lane}-${key}`}
      empty={<p class="govuk-body">Nothing was recorded in this time.</p>}
      columns={[
        { key: 'when', heading: 'When', isRowHeader: true, cell: it => it.when },
        { key: 'row', heading: 'Of what', cell: it => it.lane },
        {
          key: 'what',
          heading: 'What',
          cell: it => (
            <a class="govuk-link" href={it.href}>
              {it.words}
            </a>
          ),
        },
      ]}
    />
  )
}
