import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** What somebody holds that others must take over when they leave. */
export type WorkHeld = { cases: number; appointments: number }

/** How many open cases and planned appointments somebody has, those with hidden children too: numbers, and no child. */
export async function workHeldBy(tx: Work, userId: string): Promise<WorkHeld> {
  const { rows } = await sql<WorkHeld>`select cases, appointments from work_held_by(${userId})`.execute(tx)
  return rows[0] ?? { cases: 0, appointments: 0 }
}

/** "They hold 2 open cases and 1 planned appointment: a senior or a manager must give them to others."; '' for none. */
export function workHeldWords({ cases, appointments }: WorkHeld): string {
  const parts = [
    ...(cases > 0 ? [cases === 1 ? '1 open case' : `${cases} open cases`] : []),
    ...(appointments > 0
      ? [appointments === 1 ? '1 planned appointment' : `${appointments} planned appointments`]
      : []),
  ]
  if (parts.length === 0) return ''
  return `They hold ${parts.join(' and ')}: a senior or a manager must give them to others, and finds them on My day.`
}
