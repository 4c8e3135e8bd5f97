import type { Answers } from '../../engine/forms/index.ts'
import { mayTellReferrer, type Pathway, type Telling, tellingOf } from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/http/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { listArrivalsForNamed } from '../children/index.ts'
import { addressToTell, type Referral } from './referral.ts'
import { insertTold, isRestricted, lastTelling, listReferrals } from './referrerQueries.ts'
import { referrerMessage } from './referrerWords.ts'

type Outbox = Pick<Platform, 'later' | 'now'>

/** Who tells, for which service, and when. */
type Teller = { serviceId: string; serviceName: string; by: string; at: Temporal.Instant }

type StepTaken = {
  pathway: Pathway
  involvementId: string
  /** The milestone that it made. */
  milestoneId: string
  step: string
  /** The answers of every step of the case in order, those of this one last. */
  answers: readonly Answers[]
}

/**
 * Tells everybody who referred a child what the taking of a step means to them, as the pathway declares it: once, and not what
 * they were told last. Nothing is told of a restricted record, or where the child and the family have not agreed.
 * @returns whether anybody was told
 */
export async function tellOfStep(
  outbox: Outbox,
  tx: Work,
  teller: Teller,
  { pathway, involvementId, milestoneId, step, answers }: StepTaken,
): Promise<boolean> {
  const telling = tellingOf(pathway, step, answers.at(-1) ?? {})
  if (telling === undefined || !mayTellReferrer(pathway, answers)) return false
  const referrals = await listReferrals(tx, involvementId)
  const childId = referrals[0]?.childId
  if (!childId || (await isRestricted(tx, childId))) return false
  let isTold = false
  for (const referral of referrals)
    isTold = (await tell(outbox, tx, teller, { referral, telling, milestoneId, more: '' })) || isTold
  return isTold
}

/**
 * Tells whoever sent something that no case was opened; nothing where it comes near a restricted record.
 * @param why a sentence that they may know; '' for none
 * @returns whether they were told
 */
export async function tellOfClosing(
  outbox: Outbox,
  tx: Work,
  teller: Teller,
  referral: Referral,
  why: string,
): Promise<boolean> {
  const forNamed = await listArrivalsForNamed(tx)
  if (forNamed.some(({ notificationId }) => notificationId === referral.notificationId)) return false
  return tell(outbox, tx, teller, { referral, telling: 'closed', milestoneId: undefined, more: why })
}

type Said = { referral: Referral; telling: Telling; milestoneId: string | undefined; more: string }

async function tell(
  outbox: Outbox,
  tx: Work,
  { serviceId, serviceName, by, at }: Teller,
  { referral, telling, milestoneId, more }: Said,
): Promise<boolean> {
  const to = addressToTell(referral)
  if (to === undefined || (await lastTelling(tx, referral.notificationId)) === telling) return false
  const words = referrerMessage(serviceName, referral, telling, more)
  const messageId = await queueMessage(outbox, tx, { serviceId, to, ...words, isAboutChild: true })
  await insertTold(tx, { serviceId, referral, telling, milestoneId, to, messageId, by, at })
  return true
}
