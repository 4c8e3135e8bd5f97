import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request, turnBack } from '../../platform/http/index.ts'
import { holdIdentifying, packagesPath } from '../arrivals/index.ts'
import { type Arrived, findArrived } from './arrivedQueries.ts'
import type { TransferPackage } from './package.ts'
import { otherServicesPath } from './paths.ts'

/** A package that nobody has taken in or put aside yet: what is in it is still there. */
export type Waiting = Arrived & { content: TransferPackage }

/** A package that waits; one that is settled leads to where it is. */
export async function loadWaiting({ tx, params, sent }: Request): Promise<Result<Waiting, Answer>> {
  const id = parseId<'arrived-transfer'>(params.arrivedTransferId ?? '')
  const isSent = sent.names().length > 0
  // One after the other: the second of two packages about one child finds the record that the first has made.
  if (isSent) await holdIdentifying(tx)
  const found = id && (await findArrived(tx, id, isSent ? 'to-settle' : 'to-read'))
  if (!found) return refused(notFound)
  const { childId, content } = found
  if (childId !== null)
    return refused(turnBack(otherServicesPath.to({ childId }), 'This package has been taken in.'))
  if (content === null) return refused(turnBack(packagesPath.to(), 'This package was put aside.'))
  return ok({ ...found, content })
}
