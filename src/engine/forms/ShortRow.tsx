import type { JSX } from 'preact'
import { Details } from '../../ui/govuk/index.ts'
import type { FoldedUnder, Form } from './field.ts'
import type { FieldError, Typed } from './readForm.ts'

type Folded = FoldedUnder & { name: string }

/** The questions that are folded away under one, in their order. */
export function foldedUnder(form: Form, under: string): Folded[] {
  return Object.entries(form.fields).flatMap(([name, { foldedUnder: fold }]) =>
    fold?.field === under ? [{ ...fold, name }] : [],
  )
}

type Given = {
  name: string
  folded: readonly Folded[]
  typed: Typed
  errors: readonly FieldError[]
  show: (name: string) => JSX.Element | null
}

/** A question in one short row, with what is folded away under it: open where it is needed, or something in it is wrong. */
export function ShortRow({ name, folded, typed, errors, show }: Given) {
  const opensFor = folded[0]?.opensFor ?? []
  const answered = typed[name]
  const isOpen =
    (typeof answered === 'string' && opensFor.includes(answered)) ||
    folded.some(each => errors.some(({ field }) => field === each.name))
  return (
    <div class="tl-short-row">
      {show(name)}
      <Details
        summary={folded[0]?.text}
        open={isOpen}
        attributes={{ 'data-opens-after': name, 'data-opens-for': opensFor.join(' ') }}
      >
        {folded.map(each => show(each.name))}
      </Details>
    </div>
  )
}
