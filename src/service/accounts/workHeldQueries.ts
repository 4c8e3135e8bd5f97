import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** What somebody holds that others must take over when they leave. */
export type WorkHeld = { cases: number; appointments: number }

/** How many open cases and planned appointments somebody has, those with hidden children too: numbers, and no child. */
export async function workHeldBy(tx: Work, userId: string): Promise<WorkHeld> {
  const { rows } = await sql<WorkHeld>`select cases, appointments from work_held_by(${userId})`.execute(tx)
  return rows[0] ?? { cases: 0, appointments: 0 }
}
