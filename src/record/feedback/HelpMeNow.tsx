import type { FeedbackForm } from '../../engine/feedback/index.ts'

/** Always at the foot: where help is to be had at once. */
export function HelpMeNow({ form: { help } }: { form: FeedbackForm }) {
  if (!help) return null
  return (
    <section class="tl-help-now" aria-labelledby="help-now">
      <h2 class="govuk-heading-m" id="help-now">
        {help.title}
      </h2>
      {help.lines.map(line => (
        <p class="govuk-body" key={line}>
          {line}
        </p>
      ))}
    </section>
  )
}
