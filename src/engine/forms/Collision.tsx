import type { ComponentChildren } from 'preact'
import type { LastChange } from '../../platform/audit/index.ts'
import { Table, WarningText } from '../../ui/govuk/index.ts'
import type { Field, Form } from './field.ts'
import type { Typed } from './readForm.ts'
import { cellsIn } from './rows.ts'

/** Both versions side by side, when two people have changed the same thing at once. Only what differs is shown. */
export function CollisionTable({
  form,
  theirs,
  mine,
  who,
}: {
  form: Form
  theirs: Typed
  mine: Typed
  who: LastChange | undefined
}) {
  const differing = Object.entries(form.fields).filter(
    ([name, field]) => name in theirs && readableIn(name, field, theirs) !== readableIn(name, field, mine),
  )
  return (
    <>
      <WarningText>
        {whoHas(who)} changed this since you opened it. Nothing of what you typed here has been saved yet.
      </WarningText>
      {differing.length > 0 && (
        <Table
          caption="Where the two versions differ"
          captionClasses="govuk-table__caption--s"
          firstCellIsHeader
          head={['Question', 'In the record now', 'What you typed']}
          rows={differing.map(([name, field]) => [
            field.label,
            <span class="tl-keep-lines">{readableIn(name, field, theirs) || 'Nothing'}</span>,
            <span class="tl-keep-lines">{readableIn(name, field, mine) || 'Nothing'}</span>,
          ])}
        />
      )}
      <p class="govuk-body">
        Below stands what you typed. Take over what you want to keep from the record, then save again: what
        stands below then becomes the record.
      </p>
    </>
  )
}

/** Said when somebody else was quicker and what was to be saved can no longer be done. */
export function Overtaken({ who, children }: { who: LastChange | undefined; children: ComponentChildren }) {
  return (
    <>
      <WarningText>
        {whoHas(who)} changed this since you opened it. Nothing of what you typed here has been saved.
      </WarningText>
      {children}
    </>
  )
}

/** Who was quicker: often it is oneself, in another window or on the phone. */
function whoHas(who: LastChange | undefined): string {
  if (who?.isAsking) return 'You have, in another window or on another device,'
  return who ? `${who.name} has` : 'Somebody else has'
}

/** What was typed in answer to a question, in words: of a table, a line for each row. */
function readableIn(name: string, field: Field, typed: Typed): string {
  if (field.kind !== 'rows') return readable(field, typed[name])
  const byRow = Map.groupBy(cellsIn(name, field, typed), ({ place }) => place)
  const lines = [...byRow.values()].map(cells =>
    cells
      .map(({ name: at, cell }) => readable(cell, typed[at]))
      .filter(words => words !== '')
      .join('; '),
  )
  return lines.filter(line => line !== '').join('\n')
}

/** What was typed, in words: the labels of choices instead of their values. */
export function readable(field: Field, typed: string | readonly string[] | undefined): string {
  const values = [typed ?? []].flat()
  if (field.kind === 'choice' || field.kind === 'choices') {
    return values
      .map(value => field.options.find(option => option.value === value)?.label ?? value)
      .join(', ')
  }
  return values.join(', ').replaceAll('\r\n', '\n').trim()
}
