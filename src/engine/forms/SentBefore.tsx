import { ukZone } from '../../kernel/dutyHours.ts'
import { writeTime } from '../../kernel/writtenDates.ts'
import type { SentBefore } from '../../platform/http/index.ts'
import { WarningText } from '../../ui/govuk/index.ts'

/** Said when a form was saved, its answer was lost, and what is sent now differs: a person says whether both are meant. */
export function AlreadySaved({ ledTo, at }: SentBefore) {
  return (
    <>
      <WarningText>
        What you sent from this page before was saved at{' '}
        {writeTime(at.toZonedDateTimeISO(ukZone).toPlainTime())}. What stands below differs from it and has
        not been saved.
      </WarningText>
      <p class="govuk-body">
        <a class="govuk-link" href={ledTo}>
          See what was saved
        </a>{' '}
        and change it there. Save what stands below only if you want it saved as well.
      </p>
    </>
  )
}
