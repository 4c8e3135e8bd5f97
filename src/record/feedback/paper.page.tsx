import { type Field, optionsOf } from '../../engine/forms/index.ts'
import { notFound, page, route } from '../../platform/http/index.ts'
import { Face } from '../../ui/faces/Face.tsx'
import { InsetText } from '../../ui/govuk/index.ts'
import { findFeedbackForm } from './give.page.tsx'
import { HelpMeNow } from './HelpMeNow.tsx'
import { paperPath } from './paths.ts'

/** A form for feedback to print: nothing on it says whom it is about. */
export const paperRoute = route({
  method: 'GET',
  path: paperPath,
  permission: 'account.own',
  audit: { kind: 'none', why: 'an empty form, about nobody' },
  async handle({ params }) {
    const asked = findFeedbackForm(params.form ?? '')
    if (!asked) return notFound
    return page(
      asked.title,
      <div class="tl-easy">
        <div class="tl-no-print">
          <InsetText>
            Print this page and hand it out. Type in what comes back from the page of the case. {asked.source}
            {asked.unverified && ' (unverified)'}.
          </InsetText>
        </div>
        <h1 class="govuk-heading-l">{asked.title}</h1>
        {asked.intro.map(line => (
          <p class="govuk-body" key={line}>
            {line}
          </p>
        ))}
        {Object.entries(asked.fields).map(([name, field]) => (
          <OnPaper key={name} field={field} />
        ))}
        <HelpMeNow form={asked} />
      </div>,
      { width: 'reading' },
    )
  },
})

function OnPaper({ field }: { field: Field }) {
  const options = optionsOf(field)
  return (
    <section class="tl-paper-question">
      <h2 class="govuk-heading-s">{field.label}</h2>
      {options.length > 0 ? (
        <ul class="govuk-list tl-paper-answers">
          {options.map(({ value, label, face }) => (
            <li key={value}>
              <span class="tl-paper-box" /> {face !== undefined && <Face mood={face} />} {label}
            </li>
          ))}
        </ul>
      ) : (
        <div class="tl-paper-lines" />
      )}
    </section>
  )
}
