import type { AskedBack as Asked } from '../../engine/assessments/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'

/** Questions back to whoever writes; nothing where none is asked. They stop nobody. */
export function AskedBack({ asked }: { asked: readonly Asked[] }) {
  if (asked.length === 0) return null
  return (
    <InsetText>
      <p class="govuk-body">Think once more about:</p>
      <ul class="govuk-list govuk-list--bullet">
        {asked.map(({ id, question }) => (
          <li key={id}>{question}</li>
        ))}
      </ul>
    </InsetText>
  )
}
