import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'
import { contentOf, type Omitted, optionsOf, type Rich } from '../content.ts'

export type TableCellOptions = {
  /** `numeric` sets figures to the right, of one width. */
  format?: 'numeric' | undefined
  classes?: string | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
  attributes?: Attributes | undefined
}

/** A cell: its content, or `{ text, format, … }`. An empty string or null is an empty cell. */
export type TableCell = Rich<TableCellOptions>

export type TableProps = {
  rows: readonly (readonly TableCell[] | Omitted)[]
  head?: readonly TableCell[] | undefined
  caption?: ComponentChildren
  /** For example `govuk-table__caption--m`. */
  captionClasses?: string | undefined
  /** Makes the first cell of each row its heading. */
  firstCellIsHeader?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** Figures and facts to look up and compare. */
export function Table(props: TableProps) {
  const { firstCellIsHeader } = props
  return (
    <table class={classList('govuk-table', props.classes)} {...props.attributes}>
      {props.caption && (
        <caption class={classList('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{props.head.map(columnHeading)}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.map(
          row =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) =>
                  index === 0 && firstCellIsHeader ? rowHeading(cell) : dataCell(cell),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

function columnHeading(cell: TableCell) {
  const options = optionsOf(cell)
  return (
    <th
      scope="col"
      class={classList(
        'govuk-table__header',
        options?.format && `govuk-table__header--${options.format}`,
        options?.classes,
      )}
      colspan={options?.colspan}
      rowspan={options?.rowspan}
      {...options?.attributes}
    >
      {contentOf(cell)}
    </th>
  )
}

function rowHeading(cell: TableCell) {
  const options = optionsOf(cell)
  return (
    <th
      scope="row"
      class={classList('govuk-table__header', options?.classes)}
      colspan={options?.colspan}
      rowspan={options?.rowspan}
      {...options?.attributes}
    >
      {contentOf(cell)}
    </th>
  )
}

/** Most cells of most tables have no options: they take the short way. */
function dataCell(cell: TableCell) {
  const options = optionsOf(cell)
  if (!options) return <td class="govuk-table__cell">{contentOf(cell)}</td>
  return (
    <td
      class={classList(
        'govuk-table__cell',
        options.format && `govuk-table__cell--${options.format}`,
        options.classes,
      )}
      colspan={options.colspan}
      rowspan={options.rowspan}
      {...options.attributes}
    >
      {options.text}
    </td>
  )
}
