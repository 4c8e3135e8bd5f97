import type { Answers } from '../../engine/forms/index.ts'
import { mayTellReferrer, type Pathway, tellsReferrers } from '../../engine/pathways/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDay } from '../../kernel/writtenDates.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { addressToTell, type ReferralOfCase, senderOf } from './referral.ts'
import type { Told } from './referrerQueries.ts'
import { toldWords } from './referrerWords.ts'

type Given = {
  referral: ReferralOfCase
  told: readonly Told[]
  pathway: Pathway | undefined
  /** The answers of every step of the case, in order. */
  answers: readonly Answers[]
  isRestricted: boolean
}

/** Everybody who sent the child: whose referral opened the case, and whose was added to it since. */
export function Referrers({
  referrals,
  told,
  ...given
}: Omit<Given, 'referral'> & { referrals: readonly ReferralOfCase[] }) {
  return (
    <>
      {referrals.map(referral => (
        <Referrer
          {...{ ...given, referral }}
          told={told.filter(({ notificationId }) => notificationId === referral.notificationId)}
          key={referral.notificationId}
        />
      ))}
    </>
  )
}

/** Who sent the child, how to reach them, and what they were told of what became of it. */
function Referrer(given: Given) {
  const { referral, told, pathway } = given
  const { name, post, email, phone } = senderOf(referral)
  const who = [name, post].filter(text => text !== '').join(', ')
  const { systems } = referral
  if (who === '' && systems === '' && told.length === 0) return null
  const silence = pathway && tellsReferrers(pathway) ? silenceOf(given) : undefined
  return (
    <section aria-labelledby={`referrer-${referral.notificationId}`}>
      <h2 class="govuk-heading-m" id={`referrer-${referral.notificationId}`}>
        {referral.hasJoined
          ? `Who sent the child again, ${dayWords(referral.receivedAt)}`
          : 'Who sent the child'}
      </h2>
      <SummaryList
        rows={[
          ...(who === '' ? [] : [{ key: 'Sent by', value: who }]),
          ...(systems === '' ? [] : [{ key: 'Through the system', value: systems }]),
          ...(email === '' ? [] : [{ key: 'E-mail', value: email }]),
          ...(phone === '' ? [] : [{ key: 'Phone', value: phone }]),
          ...(referral.reference === null ? [] : [{ key: 'Their reference', value: referral.reference }]),
          ...told.map(it => ({
            key: `Told on ${dayWords(it.toldAt)}`,
            value: `${toldWords[it.telling]}${stateWords(it)}`,
          })),
          ...(silence === undefined ? [] : [{ key: 'Not told by e-mail', value: silence }]),
        ]}
      />
    </section>
  )
}

const dayWords = (at: Temporal.Instant) => writeDay(dayInUk(at))

function stateWords({ sentAt, hasFailed }: Told): string {
  if (sentAt) return ''
  return hasFailed ? ' (the message could not be sent yet)' : ' (the message waits to be sent)'
}

/** Why the sender is told nothing from here on; undefined where they are. */
function silenceOf({ referral, pathway, answers, isRestricted }: Given): string | undefined {
  if (addressToTell(referral) === undefined) return 'There is no work e-mail address.'
  if (isRestricted) return 'This record is restricted.'
  if (pathway && !mayTellReferrer(pathway, answers))
    return 'The child and the family have not agreed that we talk with every service.'
  return undefined
}
