import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { BarChart } from './BarChart.tsx'
import { Figure } from './Figure.tsx'
import { LineChart } from './LineChart.tsx'
import { ParityChart } from './ParityChart.tsx'
import { runs } from './runs.ts'

const named = { id: 'f', title: 'Fewer children than last year', description: 'A falling line.' }

describe('a line', () => {
  const points = [
    { label: '2022', value: 10 },
    { label: '2023', value: null },
    { label: '2024', value: 8, low: 6, high: 10 },
    { label: '2025', value: 4, low: 2, high: 6 },
  ]
  const html = renderToString(
    <LineChart {...named} points={points} target={{ value: 5, label: 'Target 5' }} />,
  )
  const wide = half(html)

  it('draws no point and no line where a value is not known', () => {
    expect(elements(wide, 'circle')).toHaveLength(3)
    const lines = elements(wide, 'path').filter(path => attribute(path, 'class') === 'tl-chart__line')
    expect(lines).toHaveLength(2)
  })

  it('starts its axis at nought', () => {
    expect(wide).toContain('>0</text>')
  })

  it('says the finding and how it is drawn to someone who cannot see it', () => {
    const [svg] = elements(wide, 'svg')
    expect(attribute(svg, 'role')).toBe('img')
    expect(attribute(svg, 'aria-labelledby')).toBe('f-wide-title f-wide-desc')
    expect(wide).toContain('Fewer children than last year')
    expect(wide).toContain('A falling line.')
  })

  it('gives every id once, although it is drawn twice', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(found => found[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('bars', () => {
  const bars = [
    { label: 'Ours', value: 60 },
    { label: 'Family', value: 30, isCompared: true },
    { label: 'None', value: 0 },
  ]
  const wide = half(renderToString(<BarChart {...named} bars={bars} />))
  const widths = elements(wide, 'rect').map(rect => Number(attribute(rect, 'width')))

  it('are as long as their values, from nought', () => {
    const [ours = 0, family = 0, none] = widths
    expect(none).toBe(0)
    expect(ours / family).toBeCloseTo(2, 1)
  })

  it('tell ours from others without colour', () => {
    const fills = elements(wide, 'rect').map(rect => attribute(rect, 'fill'))
    expect(fills).toEqual([undefined, 'url(#f-wide-hatch)', undefined])
  })
})

describe('groups around parity', () => {
  const groups = [
    { label: 'Group A', ratio: 2, low: 1.4, high: 2.9 },
    { label: 'Group B', ratio: 3, low: 0.2, high: 40, tooSmall: '4 children' },
  ]
  const wide = half(renderToString(<ParityChart {...named} groups={groups} />))

  it('grey a small group and say why', () => {
    expect(wide).toContain('Group B (4 children)')
    expect(attribute(elements(wide, 'circle')[1], 'class')).toContain('tl-chart__point--hollow')
  })

  it('are not squeezed by the long interval of a small group, which ends in arrows', () => {
    const [, small] = elements(wide, 'path')
    expect(attribute(small, 'd')?.match(/l-?6 5/g)).toHaveLength(2)
  })
})

describe('a figure', () => {
  it('stands with its finding, its table and its source', () => {
    const html = renderToString(
      <Figure
        id="f"
        title="Fewer children"
        chart="chart"
        source="Police, 2025"
        table={{ columns: ['Year', 'n'], rows: [['2025', 4]] }}
      />,
    )
    expect(html).toContain('<th scope="row" class="govuk-table__header">2025</th>')
    expect(html).toContain('Source: Police, 2025')
  })
})

describe('stretches of what is known', () => {
  it('are parted by what is not', () => {
    expect(runs([1, 2, 0, 3, 0, 0, 4], n => n > 0)).toEqual([[1, 2], [3], [4]])
    expect(runs([], Boolean)).toEqual([])
  })
})

/** The wide drawing of the two. */
function half(html: string): string {
  return html.slice(0, html.indexOf('tl-chart--narrow'))
}

function elements(html: string, name: string): Tree.Element[] {
  const found: Tree.Element[] = []
  const visit = (node: Tree.Node) => {
    if ('tagName' in node && node.tagName === name) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return found
}

function attribute(element: Tree.Element | undefined, name: string): string | undefined {
  return element?.attrs.find(attr => attr.name === name)?.value
}
