import { sayingsOf } from '../../engine/arrivals/index.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { findArrivalForm, findRoute, practiceInUse } from '../../engine/packs/index.ts'

/** What somebody sent about a child, as far as they are concerned. */
export type Referral = {
  notificationId: string
  form: string
  routeIn: string
  reference: string | null
  receivedAt: Temporal.Instant
  givenName: string
  familyName: string
  details: Answers
  /** Set once the case has been opened. */
  childId: string | null
  involvementId: string | null
  /** It was added to a case that was open already. */
  hasJoined: boolean
}

/** With the partners' systems that sent it, by name; '' where somebody typed it in, or a file brought it. */
export type ReferralOfCase = Referral & { systems: string }

/** Whoever sent a child, as they said; '' for what they left out. */
export type Sender = { name: string; post: string; email: string; phone: string }

/** Whoever sent a child. A form that is no longer among the definitions says nothing of them. */
export function senderOf({ form, details }: Pick<Referral, 'form' | 'details'>): Sender {
  const found = findArrivalForm(practiceInUse(), form)
  const text = found ? sayingsOf(found, details).text : () => ''
  return {
    name: text('referrer-name'),
    post: text('referrer-post'),
    email: text('referrer-email'),
    phone: text('referrer-phone'),
  }
}

/** Where whoever sent a child can be told what became of it: their address at work; undefined where there is none. */
export function addressToTell(referral: Pick<Referral, 'form' | 'details' | 'routeIn'>): string | undefined {
  const route = findRoute(practiceInUse(), referral.routeIn)
  return (route?.byProfessionals && senderOf(referral).email) || undefined
}
