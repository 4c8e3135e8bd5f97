import type { ComponentChildren } from 'preact'

/** One pattern in the gallery: its name, when to use it, and itself. */
export function Example(props: { name: string; use: string; children: ComponentChildren }) {
  return (
    <section class="tl-example">
      <h2 class="govuk-heading-m">{props.name}</h2>
      <p class="govuk-body tl-example__use">{props.use}</p>
      {props.children}
    </section>
  )
}
