import { BarChart } from '../../charts/BarChart.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { LineChart } from '../../charts/LineChart.tsx'
import { ParityChart } from '../../charts/ParityChart.tsx'

const rates = [
  { label: '2021', value: 148, low: 121, high: 179 },
  { label: '2022', value: 126, low: 102, high: 155 },
  { label: '2023', value: 131, low: 106, high: 160 },
  { label: '2024', value: null },
  { label: '2025', value: 118, low: 95, high: 146 },
  { label: '2026', value: 97, low: 76, high: 122 },
]

const groups = [
  { label: 'Asian or Asian British', ratio: 0.62, low: 0.41, high: 0.93 },
  { label: 'Black or Black British', ratio: 1.74, low: 1.31, high: 2.31 },
  { label: 'Mixed', ratio: 1.28, low: 0.94, high: 1.75 },
  { label: 'White', ratio: 0.88, low: 0.74, high: 1.05 },
  { label: 'Other', ratio: 1.9, low: 0.5, high: 7.1, tooSmall: '3 children: too few to compare' },
]

/** The four kinds of chart, as figures, with invented numbers. */
export function ChartPatterns() {
  return (
    <>
      <Figure
        id="entrants"
        title="Fewer children entered the system for the first time than in any year since 2021"
        headline={{
          number: '97',
          unit: 'per 100,000 aged 10 to 17',
          interval: '95% interval 76 to 122',
          target: 'target under 140',
        }}
        chart={
          <LineChart
            id="entrants-chart"
            title="First-time entrants per 100,000, 2021 to 2026"
            description="A line falls from 148 to 97, under the target of 140 since 2022. No figure for 2024."
            points={rates}
            target={{ value: 140, label: 'Target 140' }}
          />
        }
        table={{
          columns: ['Year', 'Rate', '95% interval'],
          rows: rates.map(r => [
            r.label,
            r.value ?? 'not known',
            r.value === null ? '' : `${r.low} to ${r.high}`,
          ]),
        }}
        source="invented numbers, for this page only."
      />
      <Figure
        id="outcomes"
        title="Three in five resolutions were completed, more than in similar services"
        chart={
          <BarChart
            id="outcomes-chart"
            title="Community resolutions completed"
            description="Ours 61%, similar services 54%, England 52%. Others are hatched."
            bars={[
              { label: 'This service', value: 0.61, low: 0.52, high: 0.69 },
              { label: 'Similar services', value: 0.54, isCompared: true },
              { label: 'England', value: 0.52, isCompared: true },
            ]}
            format={value => `${Math.round(value * 100)}%`}
          />
        }
        table={{
          columns: ['Service', 'Completed', 'Of'],
          rows: [
            ['This service', '61%', 118],
            ['Similar services', '54%', '1,204'],
            ['England', '52%', '30,411'],
          ],
        }}
        source="invented numbers, for this page only."
      />
      <Figure
        id="parity"
        title="Black children were nearly twice as likely to be on the caseload as other children"
        chart={
          <ParityChart
            id="parity-chart"
            title="Likelihood of being on the caseload, by ethnicity, against all other children"
            description="Dots with intervals around parity. Black or Black British 1.74, wholly above parity; Asian or Asian British 0.62, wholly below; the others reach it."
            groups={groups}
          />
        }
        table={{
          columns: ['Group', 'Ratio', '95% interval'],
          rows: groups.map(g => [g.label, g.ratio.toFixed(2), `${g.low} to ${g.high}`]),
        }}
        isTableFolded
        source="invented numbers, for this page only."
      />
    </>
  )
}
