import { practiceInUse } from '../../engine/packs/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { addAction } from './addAction.ts'
import { type ActionImport, markKept } from './importQueries.ts'
import { readActionRows } from './readActionRows.ts'

/**
 * Keeps the rows of a file that can be read. Done twice it adds nothing twice: a row is known by its source and its
 * reference.
 * @returns how many were added, and how many stood in the register already
 */
export async function importActions(
  tx: Work,
  { importId, rows }: Pick<ActionImport, 'importId' | 'rows'>,
  by: { serviceId: string; userId: string; now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<{ added: number; known: number }> {
  const read = readActionRows(rows, practiceInUse().actionSources)
  let [added, known] = [0, 0]
  for (const row of read) {
    if (row.kind === 'refused') continue
    const imported = { importId, fileColour: row.fileColour }
    const { serviceId, userId, now: at, today: givenOn } = by
    const id = await addAction(tx, { ...row.said, serviceId, by: userId, at, givenOn, imported })
    if (id === undefined) known += 1
    else added += 1
  }
  await markKept(tx, importId, by.now)
  return { added, known }
}
