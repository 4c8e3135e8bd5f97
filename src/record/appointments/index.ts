import type { SignedInRoute } from '../../platform/http/index.ts'
import { addContactRoutes } from './addContact.page.tsx'
import { cancelRoutes } from './cancel.page.tsx'
import { contactsRoutes } from './contacts.page.tsx'
import { followUpRoutes } from './followUp.page.tsx'
import { howItWentRoutes } from './howItWent.page.tsx'
import { missedRoutes } from './missed.page.tsx'
import { moveRoutes } from './move.page.tsx'
import { planRoutes } from './plan.page.tsx'
import { recordRoutes } from './record.page.tsx'

export {
  type Appointment,
  type AppointmentState,
  appointmentKinds,
  appointmentWords,
  kindInSentence,
  leftBehindWords,
  placeWords,
  stateWords,
  travelWays,
  wordsOf,
} from './appointment.ts'
export {
  type AppointmentChange,
  changeAppointment,
  findAppointment,
  giveAppointments,
  insertAppointment,
  listPast,
  listPlanned,
  listPlannedWith,
  type Plan,
  whoFollowsUp,
  withTicked,
} from './appointmentQueries.ts'
export { halfMeant, withHalf } from './askHalf.tsx'
export { AppointmentStatus, appointmentState } from './contacts.page.tsx'
export { overdueAtOnce } from './followUpDue.ts'
export { placeFields, placeFrom, placeTyped } from './journey.form.ts'
export { lookFirst, standsAlready } from './lookFirst.tsx'
export { codeLabel, missedCodes } from './missed.form.ts'
export {
  addContactPath,
  appointmentPath,
  appointmentsPath,
  followUpPath,
  howItWentPath,
  planPath,
} from './paths.ts'
export { withoutEmptyPlaces } from './plan.form.ts'
export { chosenDays, clashWords, SeriesCheck } from './SeriesCheck.tsx'
export { rhythmFields, seriesFrom } from './series.form.ts'
export { listClashesAt, type SlotClash } from './seriesQueries.ts'
export { listStandingThen, type StandingThen } from './standingQueries.ts'
export { WhomToReach } from './WhomToReach.tsx'
export { warnOfClashes } from './warnOfClashes.tsx'
export { whenFields, whenFrom, whenTyped } from './when.form.ts'

/** The routes of appointments. */
export const appointmentRoutes: readonly SignedInRoute[] = [
  ...contactsRoutes,
  ...planRoutes,
  ...addContactRoutes,
  ...moveRoutes,
  ...howItWentRoutes,
  ...missedRoutes,
  ...cancelRoutes,
  ...followUpRoutes,
  ...recordRoutes,
]
