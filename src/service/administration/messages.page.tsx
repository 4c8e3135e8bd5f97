import { SendingMarks } from '../../engine/forms/index.ts'
import { type ListColumn, type ListFilters, listPage } from '../../engine/lists/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import type { Config } from '../../platform/config/index.ts'
import { notFound, page, type Request, redirect, route } from '../../platform/http/index.ts'
import {
  findMessage,
  type Message,
  type MessageSummary,
  recordReading,
  sendLater,
} from '../../platform/mail/index.ts'
import { Button, InsetText, SummaryList } from '../../ui/govuk/index.ts'
import { Above } from './Above.tsx'
import { messageConditions, messageSource } from './messageListQueries.ts'
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

const filters = {
  state: {
    kind: 'choice',
    label: 'State',
    any: 'Any',
    options: [
      { value: 'waiting', label: 'Waiting' },
      { value: 'failed', label: 'Could not be sent' },
      { value: 'sent', label: 'Sent' },
    ],
  },
  written: { kind: 'days', label: 'Written' },
} as const satisfies ListFilters

function columns({ platform: { config } }: Request): ListColumn<MessageSummary>[] {
  return [
    {
      key: 'subject',
      heading: 'Message',
      isRowHeader: true,
      cell: message => (
        <a class="govuk-link" href={messagePath.to({ messageId: message.id })}>
          {message.subject}
        </a>
      ),
      exports: message => message.subject,
    },
    { key: 'to', heading: 'To', cell: message => message.to, exports: message => message.to },
    {
      key: 'written',
      heading: 'Written',
      cell: message => writeMoment(message.createdAt, ukZone),
      exports: message => message.createdAt.toZonedDateTimeISO(ukZone).toPlainDateTime(),
    },
    {
      key: 'state',
      heading: 'State',
      cell: message => stateOf(message, config),
      exports: message => stateOf(message, config),
    },
  ]
}

/** The outbox, the newest first. */
const listRoutes = listPage({
  path: messagesPath,
  permission: 'messages.read',
  title: 'Messages',
  caption: 'Messages',
  counted: ['message', 'messages'],
  filters: () => filters,
  columns,
  source: messageSource,
  sorting: { key: 'written', direction: 'descending' },
  narrow: ({ state, written }) =>
    messageConditions({
      state: state === 'waiting' || state === 'failed' || state === 'sent' ? state : undefined,
      days: written,
    }),
  why: 'shows to whom messages went, not what they say',
  empty: {
    title: 'No messages',
    words: 'Invitations and links for new passwords come here when somebody is invited or asks for one.',
  },
  intro: async ({ platform }) => <HowSent config={platform.config} />,
  above: <Above />,
})

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

async function messagePage(request: Request) {
  const { tx, who, platform, params } = request
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
          <SendingMarks request={request} />
          <Button preventDoubleClick>Try to send it now</Button>
        </form>
      )}
    </>,
    { width: 'reading', above: <Above pages={[{ text: 'Messages', href: messagesPath.to() }]} /> },
  )
}

export const messagesRoutes = [
  ...listRoutes,
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
