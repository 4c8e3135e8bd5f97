import type { ComponentChildren } from 'preact'
import { TableRegion } from '../moj/sortable-table/TableRegion.tsx'

/** The numbers behind a chart. The first column names the row. */
export interface FigureTable {
  columns: readonly string[]
  rows: readonly (readonly [string, ...FigureCell[]])[]
}

/** A number or a word, or one that leads to what is behind it. */
export type FigureCell = string | number | { text: string | number; href: string }

interface FigureProps {
  /** Unique on the page. */
  id: string
  /** A sentence that says the finding, not the subject. */
  title: string
  headingLevel?: 2 | 3
  /** The number with its unit, interval and target, all as words. */
  headline?: { number: string; unit: string; interval?: string; target?: string }
  chart: ComponentChildren
  table: FigureTable
  /** Folds a long table under one line. */
  isTableFolded?: boolean
  /** Where it comes from, of what date. */
  source: string
  /** The definition in force, the way to the children behind it. */
  children?: ComponentChildren
}

/**
 * A figure as it must always stand: the finding as a sentence, the number with its interval, the chart, its
 * table beside it, and the source. A chart without its table cannot be made with it.
 */
export function Figure(props: FigureProps) {
  const { id, title, headingLevel = 2, headline, chart, table, isTableFolded = false, source } = props
  const Heading = `h${headingLevel}` as const
  return (
    <figure class="tl-figure" aria-labelledby={`${id}-heading`}>
      <Heading class="tl-figure__title" id={`${id}-heading`}>
        {title}
      </Heading>
      {headline && <Headline {...headline} />}
      <div class={`tl-figure__body${isTableFolded ? ' tl-figure__body--folded' : ''}`}>
        <div>{chart}</div>
        <div>
          {isTableFolded ? (
            <details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">The numbers as a table</span>
              </summary>
              <div class="govuk-details__text">
                <Numbers id={id} title={title} table={table} />
              </div>
            </details>
          ) : (
            <Numbers id={id} title={title} table={table} />
          )}
        </div>
      </div>
      <figcaption class="tl-figure__source">Source: {source}</figcaption>
      {props.children}
    </figure>
  )
}

function Headline({ number, unit, interval, target }: NonNullable<FigureProps['headline']>) {
  return (
    <p class="tl-figure__headline">
      <span class="tl-figure__number">{number}</span> <span>{unit}</span>{' '}
      {interval && <span class="tl-figure__interval">{interval}</span>}{' '}
      {target && <span class="tl-figure__interval">{target}</span>}
    </p>
  )
}

function Numbers({ id, title, table }: { id: string; title: string; table: FigureTable }) {
  return (
    <TableRegion labelledBy={`${id}-caption`}>
      <table class="govuk-table tl-table">
        <caption class="govuk-table__caption govuk-visually-hidden" id={`${id}-caption`}>
          The numbers: {title}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {table.columns.map((column, index) => (
              <th
                scope="col"
                class={`govuk-table__header${index > 0 ? ' govuk-table__header--numeric' : ''}`}
                key={column}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {table.rows.map(row => (
            <tr class="govuk-table__row" key={row[0]}>
              {row.map((cell: FigureCell, index) =>
                index === 0 ? (
                  <th scope="row" class="govuk-table__header" key="name">
                    {row[0]}
                  </th>
                ) : (
                  <td class="govuk-table__cell govuk-table__cell--numeric" key={table.columns[index]}>
                    {typeof cell === 'object' ? (
                      <a class="govuk-link" href={cell.href}>
                        {cell.text}
                      </a>
                    ) : (
                      cell
                    )}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}
