import type { JSX } from 'preact'
import { Button, Fieldset } from '../../ui/govuk/index.ts'
import type { CellField, RowsField } from './field.ts'
import type { FieldError, Typed } from './readForm.ts'
import { addRow, cellsIn, removeRow, rowsIn, rowsName } from './rows.ts'

type Given = {
  name: string
  field: RowsField
  label: string
  typed: Typed
  errors: readonly FieldError[]
  /** The row that takes the focus. */
  goTo: string | undefined
  /** Draws the question of a cell. */
  cell: (name: string, cell: CellField) => JSX.Element
}

/** A table of rows: a group of boxes for each, and buttons that send the form to have one row more or one less. Nothing is saved by them. */
export function RowsQuestion({ name, field, label, typed, errors, goTo, cell }: Given) {
  const rows = rowsIn(name, typed)
  const cells = cellsIn(name, field, typed)
  const own = errors.find(error => error.field === name)
  return (
    <div class={own ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'} id={name}>
      <Fieldset legend={{ text: label, classes: 'govuk-fieldset__legend--s' }}>
        {field.hint && <div class="govuk-hint">{field.hint}</div>}
        {own && (
          <p class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {own.message}
          </p>
        )}
        {/* Says that the rows were on the page, even where none is left. */}
        <input type="hidden" name={name} value="" />
        {rows.map((row, index) => (
          <div class="tl-row" key={row} {...(row === goTo ? { tabindex: -1, autofocus: true } : {})}>
            <input type="hidden" name={name} value={row} />
            <Fieldset
              legend={{
                text: `${field.one} ${index + 1}`,
                classes: 'govuk-fieldset__legend--s tl-row__name',
              }}
            >
              <div class="tl-row__cells">
                {cells.filter(({ place }) => place === index + 1).map(each => cell(each.name, each.cell))}
              </div>
              {rows.length > 1 && (
                <Button
                  classes="govuk-button--secondary tl-row__remove"
                  name={rowsName}
                  value={removeRow(name, row)}
                >
                  Take away{' '}
                  <span class="govuk-visually-hidden">{`${field.one.toLowerCase()} ${index + 1}`}</span>
                </Button>
              )}
            </Fieldset>
          </div>
        ))}
        {rows.length < field.most && (
          <Button classes="govuk-button--secondary" name={rowsName} value={addRow(name)}>
            Add another {field.one.toLowerCase()}
          </Button>
        )}
      </Fieldset>
    </div>
  )
}
