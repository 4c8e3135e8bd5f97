import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { casePath } from '../cases/index.ts'
import { closedArrival } from './closed.page.tsx'
import { formOf } from './notification.form.ts'
import { findNotification, type Notification } from './notificationQueries.ts'
import { arrivalsPath } from './paths.ts'

const saidMeanwhile =
  'Not saved: somebody else has just said which child it is. This is the case they opened. History says who.'

/** What arrived, if nobody has settled it yet; where it was settled, what became of it: its case, or the page on which a closed one is read. */
export async function loadOpen(request: Request): Promise<Result<Notification, Answer>> {
  const { tx, params, sent } = request
  const id = parseId<'notification'>(params.notificationId ?? '')
  const isSent = sent.names().length > 0
  const notification = id && (await findNotification(tx, id, isSent ? 'to-settle' : 'to-read'))
  if (!notification) return refused(notFound)
  const { childId, involvementId } = notification
  if (childId && involvementId) {
    const there = casePath.to({ childId, involvementId })
    return refused(isSent ? turnBack(there, saidMeanwhile) : redirect(there))
  }
  if (notification.closedAt) {
    if (!isSent) return refused(await closedArrival(request, notification))
    const said = `Not saved: somebody has closed that ${formOf(notification).called} in the meantime, without a case.`
    return refused(turnBack(arrivalsPath.to(), said))
  }
  return ok(notification)
}
