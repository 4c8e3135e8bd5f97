import { clock, workingDays } from '../../../src/engine/clocks/index.ts'
import { always } from '../../../src/kernel/period.ts'

/** What happens with appointments, for the clock below. */
export const appointmentEvents = {
  'appointment-missed': 'An appointment was missed, and no acceptable reason is known',
  'missed-appointment-followed-up': 'A missed appointment was followed up',
} as const

/** Holds for every programme of the service. */
export const missedAppointment = clock('missed-appointment', {
  title: 'Missed appointment followed up',
  from: 'appointment-missed',
  to: 'missed-appointment-followed-up',
  repeats: true,
  within: workingDays(1),
  policy: 'service',
  source:
    'The service’s own policy, as many services have it. The national standards of 2019 set no number of days.',
  inForce: always,
  unverified: true,
})
