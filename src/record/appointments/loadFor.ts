import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request, turnBack } from '../../platform/http/index.ts'
import { type Child, childOf } from '../children/index.ts'
import { type Appointment, type AppointmentAct, availableActs } from './appointment.ts'
import { findAppointment } from './appointmentQueries.ts'
import { appointmentPath } from './paths.ts'

/**
 * The appointment that a page is about, if this can be done about it now; otherwise where it stands. What has been typed
 * is not turned away because somebody else was quicker: the page then says so and keeps it.
 */
export async function loadFor(
  request: Request,
  act: AppointmentAct,
): Promise<Result<{ child: Child; appointment: Appointment }, Answer>> {
  const child = await childOf(request)
  const appointment =
    child && (await findAppointment(request.tx, child.childId, request.params.appointmentId ?? ''))
  if (!child || !appointment) return refused(notFound)
  const isSent = request.sent.names().length > 0
  return isSent || availableActs(appointment, request.now).includes(act)
    ? ok({ child, appointment })
    : refused(
        turnBack(
          appointmentPath.to(appointment),
          'That cannot be done now. This is how the appointment stands.',
        ),
      )
}
