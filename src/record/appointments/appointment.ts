/** How an appointment stands. */
export type AppointmentState = 'planned' | 'kept' | 'missed' | 'cancelled'

/** What can be done about an appointment. */
export type AppointmentAct = 'kept' | 'missed' | 'move' | 'cancel' | 'follow-up' | 'take-back'

/** A meeting with a child, as the record holds it. */
export type Appointment = {
  appointmentId: string
  childId: string
  involvementId: string
  withUser: string
  withName: string
  kind: string
  startsAt: Temporal.Instant
  minutes: number
  place: string
  state: AppointmentState
  missedReason: string
  reasonIsAcceptable: boolean | null
  whatHappened: string
  followedUpAt: Temporal.Instant | null
  followUp: string
  version: number
}

/** The kinds of appointment, in the order in which they are offered. */
export const appointmentKinds = {
  'home-visit': 'Home visit',
  office: 'At the office',
  school: 'At school or college',
  community: 'Elsewhere',
  telephone: 'Telephone',
  video: 'Video call',
  reparation: 'Reparation',
  review: 'Review meeting',
} as const

/** The words of a kind of appointment; one that is no longer offered is shown as it stands. */
export function appointmentWords(kind: string): string {
  return isAppointmentKind(kind) ? appointmentKinds[kind] : kind
}

function isAppointmentKind(kind: string): kind is keyof typeof appointmentKinds {
  return Object.hasOwn(appointmentKinds, kind)
}

/** What can be done from each state. What was written down wrongly can be taken back, with a reason. */
const actsFrom = {
  planned: ['kept', 'missed', 'move', 'cancel'],
  kept: ['take-back'],
  missed: ['follow-up', 'take-back'],
  cancelled: ['take-back'],
} as const satisfies Record<AppointmentState, readonly AppointmentAct[]>

/**
 * What can be done about an appointment now. Nobody can say how it went before it has begun; a missed one is followed up
 * once, and not at all where the reason was acceptable: nothing is owed then.
 */
export function availableActs(
  it: Pick<Appointment, 'state' | 'startsAt' | 'reasonIsAcceptable' | 'followedUpAt'>,
  now: Temporal.Instant,
): readonly AppointmentAct[] {
  const hasBegun = Temporal.Instant.compare(it.startsAt, now) <= 0
  return actsFrom[it.state].filter(act => {
    if (act === 'kept' || act === 'missed') return hasBegun
    return act !== 'follow-up' || (it.followedUpAt === null && !it.reasonIsAcceptable)
  })
}

/** How an appointment stands, in words. */
export function stateWords({
  state,
  reasonIsAcceptable,
}: Pick<Appointment, 'state' | 'reasonIsAcceptable'>): string {
  switch (state) {
    case 'planned':
      return 'Planned'
    case 'kept':
      return 'Kept'
    case 'cancelled':
      return 'Cancelled'
    case 'missed':
      return reasonIsAcceptable ? 'Missed, with an acceptable reason' : 'Missed'
  }
}
