import { answerWords } from '../../engine/forms/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import type { OpenedAssessment } from './assessment.ts'

/** A form as it is read: each section with its questions and answers in words. */
export function ReadView({ it }: { it: OpenedAssessment }) {
  return (
    <>
      {it.progress.map(({ id, section }) => {
        const words = answerWords(section.fields, it.saved.get(id)?.answers ?? {})
        return (
          <section key={id} aria-labelledby={`part-${id}`}>
            <h2 class="govuk-heading-m" id={`part-${id}`}>
              {section.title}
            </h2>
            {words.length === 0 ? (
              <p class="govuk-hint">Nothing was written here.</p>
            ) : (
              <SummaryList
                rows={words.map(({ question, answer }) => ({
                  key: question,
                  value: (
                    <span class="tl-keep-lines" dir="auto">
                      {answer}
                    </span>
                  ),
                }))}
              />
            )}
          </section>
        )
      })}
    </>
  )
}
