import { ErrorSummary } from '../../ui/govuk/index.ts'
import { type Form, optionsOf, reasonName } from './field.ts'
import type { FieldError, Typed } from './readForm.ts'
import { cellsIn } from './rows.ts'

/** Everything that is wrong, in the order of the questions, each leading to its question, or to where it is put right. */
export function FormErrors({
  form,
  errors,
  typed = {},
}: {
  form: Form
  errors: readonly FieldError[]
  /** What was typed: a table of rows has as many boxes as were on the page. */
  typed?: Typed
}) {
  if (errors.length === 0) return null
  const names = Object.entries(form.fields).flatMap(([name, field]) => [
    name,
    ...optionsOf(field).map(option => reasonName(name, option.value)),
    ...(field.kind === 'rows' ? cellsIn(name, field, typed).map(cell => cell.name) : []),
  ])
  const inOrder = [...errors].sort((a, b) => names.indexOf(a.field) - names.indexOf(b.field))
  return (
    <ErrorSummary
      errorList={inOrder.map(({ field, message, href }) => {
        const declared = form.fields[field]
        const isParts = declared?.kind === 'date' && declared.known
        return {
          text: message,
          href: href ?? (names.includes(field) ? `#${field}${isParts ? '-day' : ''}` : undefined),
        }
      })}
    />
  )
}
