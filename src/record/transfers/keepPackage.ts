import { createHash } from 'node:crypto'
import { foldName } from '../../kernel/names.ts'
import type { Work } from '../../platform/database/index.ts'
import { keepArrived } from './arrivedQueries.ts'
import { describedIn } from './describedIn.ts'
import type { TransferPackage } from './package.ts'

/**
 * Keeps a package that was opened until somebody has said which child it is about.
 * @param json the package as it was written: the same text comes in once
 * @returns as `keepArrived`
 */
export function keepPackage(
  tx: Work,
  it: { serviceId: string; content: TransferPackage; json: string; by: string; at: Temporal.Instant },
): ReturnType<typeof keepArrived> {
  const { json, ...kept } = it
  const { names, birthDate, postcode, phone, school } = describedIn(it.content)
  return keepArrived(tx, {
    ...kept,
    hash: createHash('sha256').update(json).digest(),
    foldedNames: [...new Set(names.map(foldName).filter(name => name !== ''))],
    birthDate: birthDate ?? null,
    ...{ postcode, phone, school },
  })
}
