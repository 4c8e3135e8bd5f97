import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request, turnBack } from '../../platform/http/index.ts'
import { victimPath } from './paths.ts'
import type { Victim } from './victim.ts'
import { findVictim, recordVictimView } from './victimQueries.ts'

/** The record of an address; opening it is written to the audit. */
export async function loadVictim(
  { tx, params }: Request,
  { isOpen }: { isOpen?: boolean } = {},
): Promise<Result<{ victim: Victim }, Answer>> {
  const victim = await findVictim(tx, params.victimId ?? '')
  if (!victim) return refused(notFound)
  await recordVictimView(tx, victim.victimId)
  if (isOpen !== undefined && (victim.closedOn === null) !== isOpen)
    return refused(
      turnBack(
        victimPath.to(victim),
        isOpen ? 'This record is closed. Open it again first.' : 'This record is open.',
      ),
    )
  return ok({ victim })
}
