import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request } from '../../platform/http/index.ts'
import type { Attendance, Group, Session } from './group.ts'
import { findGroup } from './groupQueries.ts'
import { findSession, listAttendance } from './sessionQueries.ts'

/** The group that a page is about. */
export async function loadGroup({ tx, params }: Request): Promise<Result<{ group: Group }, Answer>> {
  const group = await findGroup(tx, params.groupId ?? '')
  return group ? ok({ group }) : refused(notFound)
}

/** The session that a page is about, with the children in it whom one may see: each is written down as seen. */
export async function loadSession(
  request: Request,
): Promise<Result<{ group: Group; session: Session; attendance: Attendance[] }, Answer>> {
  const { tx, params, reach, seen } = request
  const group = await findGroup(tx, params.groupId ?? '')
  const session = group && (await findSession(tx, group.groupId, params.sessionId ?? ''))
  if (!session) return refused(notFound)
  const attendance = await listAttendance(tx, session.sessionId, reach)
  seen(
    attendance.map(({ childId }) => childId),
    'In the session of a group',
  )
  return ok({ group, session, attendance })
}
