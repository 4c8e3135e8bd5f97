import type { Check } from '../../engine/forms/index.ts'
import { otherHalf } from '../../kernel/readDates.ts'
import { writeTime } from '../../kernel/writtenDates.ts'
import type { Request } from '../../platform/http/index.ts'
import { WarningText } from '../../ui/govuk/index.ts'

/**
 * Asks which half of the day is meant, where a time was typed that says neither and would lie at night; undefined where
 * there is nothing to ask.
 * @param field the name of the question for the time
 */
export function halfMeant({ sent }: Pick<Request, 'sent'>, field: string) {
  const typed = sent.one(field)
  const later = otherHalf(typed)
  if (later === undefined) return undefined
  return (
    <p class="govuk-body" key="half">
      Did you mean {writeTime(later)}? You typed <bdi>{typed.trim()}</bdi>, which is{' '}
      {writeTime(later.subtract({ hours: 12 }))}, at night. If you meant {writeTime(later)},{' '}
      <a class="govuk-link" href={`#${field}`}>
        write that as the time
      </a>
      .
    </p>
  )
}

/** What is looked at before saving, with the question of the half of the day where that is to be asked. */
export function withHalf(asked: ReturnType<typeof halfMeant>, check: Check | undefined): Check | undefined {
  if (asked === undefined) return check
  if (check !== undefined)
    return {
      body: (
        <>
          {asked}
          {check.body}
        </>
      ),
      submit: check.submit,
    }
  const body = (
    <>
      <WarningText>Nothing is saved yet. Look at this first.</WarningText>
      {asked}
    </>
  )
  return { body, submit: 'Save all the same' }
}
