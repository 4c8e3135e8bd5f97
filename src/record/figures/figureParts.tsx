import type { ComponentChildren } from 'preact'
import { proportion } from '../../kernel/rates.ts'
import type { FigureCell } from '../../ui/charts/Figure.tsx'

/** Where every figure of this page comes from. */
export const source = 'this service’s own record, counted when this page was opened'

/** `12 of 15 (80%)`; a share of nothing is said in words. */
export function share(count: number, of: number): string {
  const counted = proportion(count, of)
  return counted.ok ? `${count} of ${of} (${Math.round(counted.value.value * 100)}%)` : 'None to count'
}

/** `No case`, `1 case`, `12 cases`. */
export const many = (count: number, one: string, more: string) =>
  `${count === 0 ? 'No' : count} ${count === 1 ? one : more}`

/** Which cases a figure counts, in words. */
export function Counts({ children }: { children: ComponentChildren }) {
  return (
    <p class="govuk-body-s">
      <strong>What is counted.</strong> {children}
    </p>
  )
}

/** Nothing to draw: said, in place of an empty picture. */
export function NoneCounted({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3 class="govuk-heading-m">{title}</h3>
      {children}
    </section>
  )
}

/** A number that leads to the list behind it; there is none behind nought. */
export const linked = (count: number, href: string): FigureCell => (count === 0 ? 0 : { text: count, href })
