import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import type { Child } from '../children/index.ts'
import { listFromServices } from './entryQueries.ts'
import { makeTransferPath, otherServicesPath } from './paths.ts'
import { listTransfers } from './transferQueries.ts'

/** What the child’s first page says of other services: to whom the record was handed, and from whom something came. */
export async function otherServices(request: Request, child: Child) {
  const { tx, who } = request
  const [transfers, from] = await Promise.all([
    listTransfers(tx, child.childId),
    listFromServices(tx, child.childId),
  ])
  const canMake = may('transfer.make', who.roles, child.isRelated)
  if (transfers.length === 0 && from.length === 0 && !canMake) return null
  return (
    <>
      <h2 class="govuk-heading-s">Other services</h2>
      <ul class="govuk-list">
        {transfers.map(it => (
          <li key={it.transferId}>
            Handed to <bdi>{it.toService}</bdi> on {writeDate(dayInUk(it.madeAt))}
            {it.handedOutAt === null && ' (never downloaded)'}
          </li>
        ))}
        {from.map(name => (
          <li key={name}>
            A record has come from <bdi>{name}</bdi>
          </li>
        ))}
        {(transfers.length > 0 || from.length > 0) && (
          <li>
            <a class="govuk-link" href={otherServicesPath.to(child)}>
              What went and what came
            </a>
          </li>
        )}
        {canMake && (
          <li class="tl-no-print">
            <a class="govuk-link" href={makeTransferPath.to(child)}>
              Hand the record to another service
            </a>
          </li>
        )}
      </ul>
    </>
  )
}
