import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { CaseAlerts } from './case-alert/CaseAlert.tsx'
import { DatePicker } from './date-picker/DatePicker.tsx'
import { Filter } from './filter/Filter.tsx'
import { IdentityBar } from './identity-bar/IdentityBar.tsx'
import { NotificationBadge } from './notification-badge/NotificationBadge.tsx'
import { SortableTable } from './sortable-table/SortableTable.tsx'
import { StatusTag } from './status-tag/StatusTag.tsx'

describe('a sortable table', () => {
  const columns = [
    { key: 'name', heading: 'Name', isRowHeader: true, sortHref: '?sort=name', cell: (row: string) => row },
    { key: 'due', heading: 'Due', sortHref: '?sort=-due', cell: () => '3 March' },
    { key: 'next', heading: 'Next', cell: () => 'Screening' },
  ]
  const html = renderToString(
    <SortableTable
      id="t"
      caption="Children"
      columns={columns}
      rows={['Keeley']}
      rowKey={row => row}
      sorting={{ key: 'due', direction: 'ascending' }}
    />,
  )
  const headings = [...html.matchAll(/<th role="columnheader"[^>]*>.*?<\/th>/g)].map(found => found[0])

  it('says which column is sorted on that column alone', () => {
    expect(headings.map(heading => /aria-sort="(\w+)"/.exec(heading)?.[1])).toEqual([
      undefined,
      'ascending',
      undefined,
    ])
  })

  it('reads out nothing in a heading but its words: no arrow, no hidden instruction', () => {
    const read = headings.map(heading =>
      heading.replace(/<svg[^>]*aria-hidden="true".*?<\/svg>/g, '').replace(/<[^>]+>/g, ''),
    )
    expect(read).toEqual(['Name', 'Due', 'Next'])
  })

  it('says once, in the caption, how it is sorted', () => {
    expect(html).toContain(', sorted by Due, ascending (column headings that are links sort the table)')
  })

  it('links only where sorting means something, and comes back to the table', () => {
    expect(headings.map(heading => /href="([^"]+)"/.exec(heading)?.[1])).toEqual([
      '?sort=name#t',
      '?sort=-due#t',
      undefined,
    ])
  })

  it('scrolls in a region of its own, reached by keyboard and named by the caption', () => {
    expect(html).toMatch(/^<section class="tl-table-region" aria-labelledby="t-caption" tabindex="0">/)
  })

  it('carries in each cell the heading of its column, for the cards of a narrow window', () => {
    expect([...html.matchAll(/<td [^>]*data-label="(\w+)"/g)].map(found => found[1])).toEqual(['Due', 'Next'])
  })

  it('stays a table to a screen reader where its rows are laid out as cards', () => {
    const bare = html.match(/<(?:table|thead|tbody|tr|th|td)(?![^>]* role=)[^>]*>/g)
    expect(bare).toBeNull()
    expect([...html.matchAll(/ role="(\w+)"/g)].map(found => found[1])).toEqual([
      ...['table', 'rowgroup', 'row', 'columnheader', 'columnheader', 'columnheader'],
      ...['rowgroup', 'row', 'rowheader', 'cell', 'cell'],
    ])
  })

  it('gives way to words when there is nothing to list', () => {
    const empty = renderToString(
      <SortableTable
        id="t"
        caption="C"
        columns={columns}
        rows={[]}
        rowKey={String}
        empty={<p>Nobody yet.</p>}
      />,
    )
    expect(empty).toBe('<p>Nobody yet.</p>')
  })
})

describe('a status', () => {
  it.each([
    ['overdue', 'Overdue'],
    ['today', 'Due today'],
    ['on-course', 'On course'],
    ['waiting', 'Waiting'],
  ] as const)('%s has a word, a silent shape and a colour of its own', (kind, word) => {
    const html = renderToString(<StatusTag kind={kind} />)
    expect(html).toContain(`<span>${word}</span>`)
    expect(html).toContain('aria-hidden="true"')
    expect(html).toContain(`tl-status--${kind}`)
  })

  it('draws four different shapes', () => {
    const kinds = ['overdue', 'today', 'on-course', 'waiting'] as const
    const shapes = kinds.map(kind => /<svg.*<\/svg>/.exec(renderToString(<StatusTag kind={kind} />))?.[0])
    expect(new Set(shapes).size).toBe(4)
  })
})

describe('an identity bar', () => {
  it('names the child for a screen reader, whichever way the name is written', () => {
    const html = renderToString(<IdentityBar name="أمل" href="/children/1" age="15" />)
    expect(html).toContain('aria-label="Record of أمل"')
    expect(html).toContain('<bdi>أمل</bdi>')
  })

  it('shows neither a fact that is not known nor an empty list of alerts', () => {
    const html = renderToString(<IdentityBar name="A" href="/" age="15" />)
    expect(html).not.toContain('Holder')
    expect(html).not.toContain('<ul')
  })
})

describe('a filter', () => {
  it('is a GET form that keeps the sorting and can be undone one by one', () => {
    const html = renderToString(
      <Filter
        action="/children"
        clearHref="/children"
        selected={[{ heading: 'Team', items: [{ text: 'North', href: '/children?x' }] }]}
        keep={[{ name: 'sort', value: '-due' }]}
      >
        fields
      </Filter>,
    )
    expect(html).toContain('action="/children" method="get"')
    expect(html).toContain('<input type="hidden" name="sort" value="-due"/>')
    expect(html).toContain('<span class="govuk-visually-hidden">Remove this filter: </span>North')
  })
})

describe('a date picker', () => {
  it('ties the hint and the mistake to the field', () => {
    const html = renderToString(<DatePicker id="visit" name="visit" label="Visit" error="Enter a date" />)
    expect(html).toContain('aria-describedby="visit-hint visit-error"')
    expect(html).toContain('<span class="govuk-visually-hidden">Error:</span> Enter a date')
  })
})

describe('counts and alerts', () => {
  it.each([
    [0, ''],
    [3, '(3 unread)'],
    [99, '(99 or more unread)'],
  ])('a badge of %i', (count, expected) => {
    expect(renderToString(<NotificationBadge count={count} meaning="unread" />)).toContain(expected)
  })

  it('draw nothing at all when there is nothing', () => {
    expect(renderToString(<CaseAlerts alerts={[]} />)).toBe('')
    expect(renderToString(<NotificationBadge count={0} meaning="unread" />)).toBe('')
  })
})
