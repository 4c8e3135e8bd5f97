import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import type { Config } from '../../platform/config/index.ts'
import { notFound, page, type Request, redirect, route } from '../../platform/http/index.ts'
import {
  countMessages,
  findMessage,
  listMessages,
  type Message,
  type MessageSummary,
  mostMessages,
  recordReading,
  sendLater,
} from '../../platform/mail/index.ts'
import { Button, InsetText, SummaryList } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { Above } from './Above.tsx'
import { messagePath, messagesPath, sendMessagePath } from './paths.ts'

function HowSent({ config }: { config: Config }) {
  return (
    <InsetText>
      {config.smtpUrl
        ? `Messages are sent by the mail server ${new URL(config.smtpUrl).hostname}, and their texts are removed once they are sent. Nothing needs to be done here unless one could not be sent.`
        : 'No mail server is set, so nothing is sent. Open each message, and hand its link on yourself by a way that reaches that person and nobody else.'}
    </InsetText>
  )
}

function stateOf(message: MessageSummary, config: Config): string {
  if (message.sentAt) return `Sent on ${writeMoment(message.sentAt, ukZone)}`
  if (!config.smtpUrl) return message.aboutChild ? 'Waits for a mail server' : 'For you to hand on'
  return message.failure ?? 'Waiting to be sent'
}

async function messagesPage({ tx, who, platform }: Request) {
  const messages = await listMessages(tx, who.serviceId)
  const { all } = await countMessages(tx, who.serviceId)
  return page(
    'Messages',
    <>
      <h1 class="govuk-heading-l">Messages</h1>
      <HowSent config={platform.config} />
      <SortableTable
        id="messages"
        caption={
          all > messages.length
            ? `The newest ${mostMessages} of ${all.toLocaleString('en-GB')} messages`
            : 'The newest messages first'
        }
        rows={messages}
        rowKey={message => message.id}
        columns={[
          {
            key: 'subject',
            heading: 'Message',
            isRowHeader: true,
            cell: message => (
              <a class="govuk-link" href={messagePath.to({ messageId: message.id })}>
                {message.subject}
              </a>
            ),
          },
          { key: 'to', heading: 'To', cell: message => message.to },
          {
            key: 'written',
            heading: 'Written',
            cell: message => writeMoment(message.createdAt, ukZone),
          },
          { key: 'state', heading: 'State', cell: message => stateOf(message, platform.config) },
        ]}
        empty={
          <EmptyState title="No messages yet">
            Invitations and links for new passwords come here when somebody is invited or asks for one.
          </EmptyState>
        }
      />
    </>,
    { above: <Above /> },
  )
}

/** A text with its addresses made into links. */
function WithLinks({ text }: { text: string }) {
  return (
    <div class="govuk-body tl-keep-lines">
      {text.split(/(https?:\/\/\S+)/).map(part =>
        /^https?:\/\//.test(part) ? (
          <a class="govuk-link govuk-!-text-break-word" href={part} key={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  )
}

function Text({ message }: { message: Message }) {
  if (message.aboutChild)
    return (
      <p class="govuk-body">
        This message tells of a child. Its text is not shown here: whoever works in the case sees there what
        was told.
      </p>
    )
  if (message.body !== '') return <WithLinks text={message.body} />
  return (
    <p class="govuk-body">
      {message.sentAt
        ? 'The text was removed when the message was sent.'
        : 'The text has been removed, because its link is out of date.'}
    </p>
  )
}

async function messagePage({ tx, who, platform, params, csrfToken }: Request) {
  const message = await findMessage(tx, who.serviceId, params.messageId ?? '')
  if (!message) return notFound
  if (message.body !== '' && !message.aboutChild) await recordReading(tx, message.id)
  const maySend = platform.config.smtpUrl && !message.sentAt && message.body !== ''
  return page(
    message.subject,
    <>
      <h1 class="govuk-heading-l">{message.subject}</h1>
      <SummaryList
        rows={[
          { key: 'To', value: message.to },
          { key: 'Written', value: writeMoment(message.createdAt, ukZone) },
          { key: 'State', value: stateOf(message, platform.config) },
        ]}
      />
      <h2 class="govuk-heading-m">Text</h2>
      <Text message={message} />
      {maySend && (
        <form method="post" action={sendMessagePath.to({ messageId: message.id })}>
          <input type="hidden" name="_csrf" value={csrfToken} />
          <Button preventDoubleClick>Try to send it now</Button>
        </form>
      )}
    </>,
    { width: 'reading', above: <Above pages={[{ text: 'Messages', href: messagesPath.to() }]} /> },
  )
}

export const messagesRoutes = [
  route({
    method: 'GET',
    path: messagesPath,
    permission: 'messages.read',
    audit: { kind: 'none', why: 'shows to whom messages went, not what they say' },
    handle: messagesPage,
  }),
  route({
    method: 'GET',
    path: messagePath,
    permission: 'messages.read',
    audit: { kind: 'change', what: 'Read a message in the outbox' },
    handle: messagePage,
  }),
  route({
    method: 'POST',
    path: sendMessagePath,
    permission: 'messages.read',
    audit: { kind: 'change', what: 'Asked for a message to be sent' },
    async handle({ tx, who, platform, params }) {
      const message = await findMessage(tx, who.serviceId, params.messageId ?? '')
      if (!message || message.sentAt || !platform.config.smtpUrl) return notFound
      await sendLater(platform, tx, who.serviceId, message.id)
      return redirect(messagesPath.to(), 'The message is being sent.')
    },
  }),
]
