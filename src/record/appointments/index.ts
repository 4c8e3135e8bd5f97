import type { SignedInRoute } from '../../platform/http/index.ts'
import { contactsRoutes } from './contacts.page.tsx'
import { planningRoutes } from './plan.page.tsx'
import { recordRoutes } from './record.page.tsx'

export { type Appointment, type AppointmentState, appointmentKinds, appointmentWords } from './appointment.ts'
export {
  type AppointmentChange,
  changeAppointment,
  findAppointment,
  giveAppointments,
  insertAppointment,
  listPlannedWith,
  type Plan,
} from './appointmentQueries.ts'

export { AppointmentStatus, appointmentState } from './contacts.page.tsx'
export { appointmentPath, followUpPath, planPath } from './paths.ts'

/** The routes of appointments. */
export const appointmentRoutes: readonly SignedInRoute[] = [
  ...contactsRoutes,
  ...planningRoutes,
  ...recordRoutes,
]
