import type { ComponentChildren } from 'preact'
import { SummaryList } from '../../ui/govuk/index.ts'
import type { OpenedAssessment } from './assessment.ts'
import type { WorkedResult } from './results.ts'

/** What follows from the answers by a rule, each value with what it does not say; nothing where nothing is worked out. */
export function WorkedOut({
  results,
  cautions,
  children,
}: {
  results: readonly WorkedResult[]
  cautions: Readonly<Record<string, string | undefined>>
  children?: ComponentChildren
}) {
  if (results.length === 0) return null
  return (
    <section aria-labelledby="worked-out" class="tl-worked-out">
      <h2 class="govuk-heading-m" id="worked-out">
        Worked out from the answers
      </h2>
      <SummaryList
        rows={results.map(({ name, label, words, whyNone }) => ({
          key: label,
          value: (
            <>
              {words === '' ? `None. ${whyNone}` : <strong>{words}</strong>}
              {cautions[name] && <p class="govuk-hint tl-hint-below">{cautions[name]}</p>}
            </>
          ),
        }))}
      />
      {children}
    </section>
  )
}

/** What each value of a form does not say, by its name. */
export function cautionsOf({ asked }: OpenedAssessment): Readonly<Record<string, string | undefined>> {
  const rules = Object.values(asked.sections).flatMap(({ workedOut = {} }) => Object.entries(workedOut))
  return Object.fromEntries(rules.map(([name, { caution }]) => [name, caution]))
}
