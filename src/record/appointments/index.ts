import type { SignedInRoute } from '../../platform/http/index.ts'
import { contactsRoutes } from './contacts.page.tsx'
import { planningRoutes } from './plan.page.tsx'
import { recordRoutes } from './record.page.tsx'

export { type Appointment, type AppointmentState, appointmentWords } from './appointment.ts'
export {
  changeAppointment,
  findAppointment,
  giveAppointments,
  insertAppointment,
  listPlannedWith,
  type Plan,
} from './appointmentQueries.ts'

export { appointmentPath, followUpPath, planPath } from './paths.ts'

/** The routes of appointments. */
export const appointmentRoutes: readonly SignedInRoute[] = [
  ...contactsRoutes,
  ...planningRoutes,
  ...recordRoutes,
]
