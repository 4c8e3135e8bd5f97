import type { Telling } from '../../engine/pathways/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { type Referral, senderOf } from './referral.ts'

/** What was told, as it stands on the page of a case. */
export const toldWords: Record<Telling, string> = {
  'taken-up': 'That we contact the child and offer help',
  signposted: 'That another service can help better',
  'not-taken-up': 'That nothing more is needed from us',
  accepted: 'That the child has said yes',
  'not-reached': 'That we could not reach the child or the family',
  'not-started': 'That the case was closed before the work began',
  ended: 'That the work has ended',
  closed: 'That no case was opened',
}

const sentences: Record<Telling, string> = {
  'taken-up':
    'We have taken it up. We contact the child and the family and offer help. They may say yes or no.',
  signposted: 'We think that another service can help better. We do not work with the child ourselves.',
  'not-taken-up': 'Nothing more is needed from us at the moment.',
  accepted: 'The child has said yes to our help. A worker will begin with them.',
  'not-reached': 'We have tried several times to reach the child and the family, and have not been able to.',
  'not-started': 'We have closed the case before any work began.',
  ended: 'Our work with the child has ended.',
  closed: 'We have not opened a case.',
}

/** The first letters of a child’s names, as far as a message may name a child: “Z. A.” */
export function initialsOf({ givenName, familyName }: Pick<Referral, 'givenName' | 'familyName'>): string {
  return [givenName, familyName]
    .flatMap(name => [...name.trim()][0] ?? [])
    .map(letter => `${letter.toLocaleUpperCase('en-GB')}.`)
    .join(' ')
}

/**
 * The message that tells whoever referred a child what became of it.
 * @param more a further sentence, such as why no case was opened; '' for none
 */
export function referrerMessage(
  serviceName: string,
  referral: Referral,
  telling: Telling,
  more = '',
): { subject: string; body: string } {
  const { name } = senderOf(referral)
  const day = writeDate(dayInUk(referral.receivedAt))
  const reference = referral.reference === null ? '' : ` Your reference is ${referral.reference}.`
  return {
    subject: `Your referral to ${serviceName}`,
    body: `Dear ${name === '' ? 'colleague' : name},

You sent us a referral for ${initialsOf(referral)}, which we received on ${day}.${reference}

${[sentences[telling], more].filter(sentence => sentence !== '').join(' ')}

We cannot say more by e-mail. If you are worried about the child again, tell us. If somebody is in danger now, ring 999.

${serviceName}
`,
  }
}
