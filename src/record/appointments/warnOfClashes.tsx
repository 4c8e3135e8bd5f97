import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import type { Request } from '../../platform/http/index.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import type { Plan } from './appointmentQueries.ts'
import { bewareWords } from './SeriesCheck.tsx'
import { listClashesAt } from './seriesQueries.ts'

type Asked = {
  childIds: readonly string[]
  plan: Pick<Plan, 'withUser' | 'minutes' | 'startsAt'>
  /** Those that are moved, or the session of a group that is: they do not clash with themselves. */
  anew?: readonly string[]
  session?: string
  /** What a child is called who has something else then. */
  whose?: string
  /** When those begin that are moved together with it. */
  following?: readonly Temporal.Instant[]
}

/**
 * What to look at before appointments are saved: what else is planned then for the worker or the children, leave of the
 * worker, and bank holidays. Undefined where there is nothing to warn of, and for times that are past: nothing can be
 * planned otherwise then.
 */
export async function warnOfClashes(
  { tx, now }: Pick<Request, 'tx' | 'now'>,
  { childIds, plan, anew = [], session, whose, following = [] }: Asked,
) {
  const slots = [plan.startsAt, ...following].filter(at => Temporal.Instant.compare(at, now) > 0)
  const who = { childIds, withUser: plan.withUser, anew, ...(session === undefined ? {} : { session }) }
  const clashes = await listClashesAt(tx, who, slots, plan.minutes)
  const warned = slots.flatMap(at => {
    const said = bewareWords(
      clashes.filter(clash => clash.at.equals(at)),
      at,
      whose,
    )
    return said === undefined ? [] : [{ at, said }]
  })
  if (warned.length === 0) return undefined
  const body = (
    <>
      <WarningText>Nothing is saved yet. Look at this first.</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {warned.map(({ at, said }) => (
          <li key={String(at)}>
            {writeMoment(at, ukZone)}. {said}
          </li>
        ))}
      </ul>
    </>
  )
  return { body, submit: 'Save all the same' }
}
