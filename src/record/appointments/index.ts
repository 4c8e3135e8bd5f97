import type { SignedInRoute } from '../../platform/http/index.ts'
import { cancelRoutes } from './cancel.page.tsx'
import { contactsRoutes } from './contacts.page.tsx'
import { followUpRoutes } from './followUp.page.tsx'
import { howItWentRoutes } from './howItWent.page.tsx'
import { missedRoutes } from './missed.page.tsx'
import { moveRoutes } from './move.page.tsx'
import { planRoutes } from './plan.page.tsx'
import { recordRoutes } from './record.page.tsx'

export { type Appointment, type AppointmentState, appointmentKinds, appointmentWords } from './appointment.ts'
export {
  changeAppointment,
  findAppointment,
  insertAppointment,
  type Plan,
} from './appointmentQueries.ts'

export { AppointmentStatus, appointmentState } from './contacts.page.tsx'
export { appointmentPath, followUpPath, howItWentPath, planPath } from './paths.ts'

/** The routes of appointments. */
export const appointmentRoutes: readonly SignedInRoute[] = [
  ...contactsRoutes,
  ...planRoutes,
  ...moveRoutes,
  ...howItWentRoutes,
  ...missedRoutes,
  ...cancelRoutes,
  ...followUpRoutes,
  ...recordRoutes,
]
