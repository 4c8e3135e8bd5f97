import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import type { Reopening } from './closingQueries.ts'

type Given = {
  reopenings: readonly Reopening[]
  /** When whoever sent it was told that no case is opened; not given where the page says it elsewhere. */
  toldAt?: Temporal.Instant | undefined
}

/** That something had been closed and was opened again: whoever settles it now knows what was decided before, and why. */
export function EarlierClosings({ reopenings, toldAt }: Given) {
  if (reopenings.length === 0) return null
  return (
    <InsetText>
      {reopenings.map(it => (
        <p class="govuk-body" key={it.reopenedAt.toString()}>
          Closed without a case on {writeMoment(it.closedAt, ukZone)}
          {it.closedBy !== null && (
            <>
              {' '}
              by <bdi>{it.closedBy}</bdi>
            </>
          )}
          : {it.closedReason}.
          <br />
          Opened again on {writeMoment(it.reopenedAt, ukZone)} by <bdi>{it.reopenedBy}</bdi>:{' '}
          <bdi class="tl-keep-lines">{it.reason}</bdi>
        </p>
      ))}
      {toldAt && (
        <p class="govuk-body">
          <strong>
            Whoever sent it was told by e-mail on {writeMoment(toldAt, ukZone)} that no case is opened.
          </strong>{' '}
          Tell them that it is looked at again.
        </p>
      )}
    </InsetText>
  )
}
