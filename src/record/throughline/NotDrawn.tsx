import type { ComponentChildren } from 'preact'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { LeftOut } from './beginning.ts'

/** Says what stands so far before the first case that it is not drawn, and where it is shown. */
export function NotDrawn({
  leftOut: { count, first },
  children,
}: {
  leftOut: LeftOut
  children: ComponentChildren
}) {
  return (
    <p class="govuk-body">
      {count === 1
        ? `1 entry stands more than a year before the first case and is not drawn: it is of ${writeDate(first)}.`
        : `${count} entries stand more than a year before the first case and are not drawn: the first is of ${writeDate(first)}.`}{' '}
      {children}
    </p>
  )
}
