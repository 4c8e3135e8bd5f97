import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'

/** What a message says: plain text, since a link that shows where it leads can be trusted. */
export type Words = { subject: string; body: string }

type LinkWords = {
  name: string
  serviceName: string
  /** The whole address. */
  link: string
  until: Temporal.Instant
}

export function invitationWords({ name, serviceName, link, until }: LinkWords): Words {
  return {
    subject: 'Your Throughline account',
    body: `Hello ${name}

You have been given an account on Throughline, the case record of ${serviceName}.

To begin, choose a password:
${link}

The link works once, until ${writeUntil(until)}. After that, ask your administrator to send it again.

If you did not expect this message, tell the administrator of your service. Nobody can use the account until a password has been chosen.
`,
  }
}

export function resetWords({ name, serviceName, link, until }: LinkWords): Words {
  return {
    subject: 'Choose a new Throughline password',
    body: `Hello ${name}

Somebody, probably you, has asked for a new password for your Throughline account at ${serviceName}.

Choose a new password:
${link}

The link works once, until ${writeUntil(until)}. When you use it, you are signed out everywhere.

If it was not you, do nothing: your password has not been changed.
`,
  }
}

/** Tells somebody what was done to the account, in case it was not they who did it. */
export function changeWords(name: string, serviceName: string, what: string): Words {
  return {
    subject: 'Your Throughline account has been changed',
    body: `Hello ${name}

${what}

If you did not expect this, tell the administrator of ${serviceName} at once.
`,
  }
}

/**
 * Tells a manager whose roles now open every child's record, and who gave them; without a giver, whoever runs the
 * program did it on the command line.
 */
export function reachWords(it: {
  to: string
  name: string
  roles: readonly string[]
  giver: string | undefined
}): Words {
  const giver = it.giver ?? 'Whoever runs the program'
  const ask = it.giver ?? 'whoever runs the program'
  return {
    subject: 'Somebody may now open the records of children',
    body: `Hello ${it.to}

${giver} has given ${it.name} roles that open the records of children: ${it.roles.join(', ')}.

If that is not as it should be, speak with ${ask}. An administrator can change it.
`,
  }
}

function writeUntil(until: Temporal.Instant): string {
  return writeMoment(until, ukZone)
}
