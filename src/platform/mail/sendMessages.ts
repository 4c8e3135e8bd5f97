import { createTransport } from 'nodemailer'
import { inTransaction, listServices } from '../database/index.ts'
import { type Job, JobFault } from '../jobs/index.ts'
import { emptyOldMessages, findMessage, markFailed, markSent } from './messageQueries.ts'

/** Patience with a mail server, in milliseconds; the job is tried again later. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * Sends one message of the outbox. A server that dies between sending and noting it sends the message twice; both
 * carry the same Message-ID, so that mail programs show it once.
 */
export const sendMessages: Job = {
  name: 'send-messages',
  title: 'Send messages by email',
  async run({ serviceId = '', messageId = '' }, { config, db, now }) {
    if (!config.smtpUrl) return
    const context = { serviceId, purpose: 'Sent a message' }
    const message = await inTransaction(db, context, tx => findMessage(tx, serviceId, messageId))
    if (!message || message.sentAt || message.body === '') return
    const transport = createTransport({ url: config.smtpUrl, ...patience })
    try {
      await transport.sendMail({
        from: config.mailFrom,
        to: { name: '', address: message.to },
        subject: message.subject,
        text: message.body,
        messageId: `<${messageId}@throughline>`,
        headers: { 'auto-submitted': 'auto-generated' },
      })
    } catch (fault) {
      const why = faultInWords(fault)
      await inTransaction(db, context, tx => markFailed(tx, serviceId, messageId, why))
      throw new JobFault(why)
    } finally {
      transport.close()
    }
    await inTransaction(db, context, tx => markSent(tx, serviceId, messageId, now()))
  },
}

/** Every link in a message is out of date after a week, so its text is of no more use to anybody. */
const keptFor = { hours: 8 * 24 }

/** Empties the texts of old messages. */
export const emptyMessages: Job = {
  name: 'empty-messages',
  title: 'Empty the texts of old messages',
  every: '20 3 * * *',
  async run(_data, { db, now }) {
    for (const id of await listServices(db)) {
      await inTransaction(db, { serviceId: id, purpose: 'Emptied old messages' }, tx =>
        emptyOldMessages(tx, id, now().subtract(keptFor)),
      )
    }
  },
}

/** Why a mail server did not take a message, without its own words: they often hold the address. */
export function faultInWords(fault: unknown): string {
  const { code, responseCode } = fault as { code?: unknown; responseCode?: unknown }
  switch (code) {
    case 'EAUTH':
      return 'The mail server did not accept the user name or the password'
    case 'ETLS':
      return 'No safe connection to the mail server could be made'
    case 'EENVELOPE':
      return `The mail server did not accept the sender or the recipient${withCode(responseCode)}`
    case 'EMESSAGE':
      return `The mail server did not accept the message${withCode(responseCode)}`
    case 'ECONNECTION':
    case 'ESOCKET':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EDNS':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return 'The mail server could not be reached'
    default:
      return `The message could not be sent${withCode(responseCode ?? code)}`
  }
}

function withCode(code: unknown): string {
  return typeof code === 'number' || typeof code === 'string' ? ` (${code})` : ''
}
