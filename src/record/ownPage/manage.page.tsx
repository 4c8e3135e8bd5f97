import { form, formPage } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, redirect, route, turnBack } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { appointmentPath } from '../appointments/index.ts'
import { childFrame, childOf, childPage, ownPagesPath, planPath } from '../children/index.ts'
import { findMessage, listMessages, markHeard, markLooked, type OwnMessage } from './messageQueries.ts'
import { type Shared, standingOf, whoseWords } from './ownPage.ts'
import { endOwnPage, listOwnPages, type MadePage } from './ownPageQueries.ts'
import { endOwnPagePath, heardPath, lookedPath, makeOwnPagePath, workerCardPath } from './paths.ts'

/** The pages that were made for a child and the parents, and what was said on them. */
const listRoute = route({
  method: 'GET',
  path: ownPagesPath,
  permission: 'ownPages.make',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the pages of their own of a child and parents' },
  async handle(request) {
    const { tx, now } = request
    const child = await childOf(request)
    if (!child) return notFound
    const [pages, messages] = await Promise.all([
      listOwnPages(tx, child.childId),
      listMessages(tx, child.childId),
    ])
    return childPage(request, {
      section: 'plan',
      title: 'Pages of their own',
      above: <BackLink href={planPath.to(child)}>Plan</BackLink>,
      body: (
        <>
          <PageHeaderActions
            heading="Pages of their own"
            actions={[{ href: makeOwnPagePath.to(child), text: 'Make a page' }]}
          />
          <p class="govuk-body">
            A page shows a child, or a parent, what you choose to share: nothing else. They open it by a link
            and a PIN, without signing in.{' '}
            <a class="govuk-link" href={workerCardPath.to()}>
              Say what they read of you
            </a>
            .
          </p>
          <Messages
            messages={messages}
            childId={child.childId}
            mayLook={may('plans.countersign', request.who.roles, child.isRelated)}
          />
          <Pages pages={pages} now={now} />
        </>
      ),
    })
  },
})

function stateWords(it: MadePage, now: Temporal.Instant): string {
  if (it.endedWhy === 'too-many-tries') return 'Ended after too many wrong PINs'
  if (it.endedAt) return `Ended on ${writeDate(dayInUk(it.endedAt))}`
  // It ends with its last day, at the midnight after.
  const until = writeDate(dayInUk(it.expiresAt.subtract({ seconds: 1 })))
  return standingOf({ ...it, restsUntil: null }, now).kind === 'over'
    ? `Ended by itself on ${until}`
    : `Works until ${until}`
}

function Pages({ pages, now }: { pages: readonly MadePage[]; now: Temporal.Instant }) {
  return (
    <SortableTable
      id="own-pages"
      caption="Pages"
      rows={pages}
      rowKey={({ ownPageId }) => ownPageId}
      empty={
        <EmptyState title="No page yet">
          Make one with the child or the parent beside you: they see what is on it, and learn the PIN.
        </EmptyState>
      }
      columns={[
        { key: 'whose', heading: 'For', isRowHeader: true, cell: it => whoseWords(it) },
        { key: 'shares', heading: 'Shows', cell: it => it.shares.map(each => sharedShort[each]).join(', ') },
        { key: 'made', heading: 'Made', cell: it => `${writeDate(dayInUk(it.madeAt))}, ${it.madeBy}` },
        {
          key: 'used',
          heading: 'Last used',
          cell: it => (it.lastUsedAt ? writeMoment(it.lastUsedAt, ukZone) : 'Not yet'),
        },
        { key: 'wrong', heading: 'Wrong PINs', isNumeric: true, cell: ({ wrongPins }) => String(wrongPins) },
        { key: 'state', heading: 'Stands', cell: it => stateWords(it, now) },
        {
          key: 'end',
          heading: 'End',
          isScreenOnly: true,
          cell: it =>
            standingOf({ ...it, restsUntil: null }, now).kind === 'over' ? null : (
              <a class="govuk-link" href={endOwnPagePath.to(it)}>
                End it
                <span class="govuk-visually-hidden">
                  : {whoseWords(it)}, made {writeMoment(it.madeAt, ukZone)}
                </span>
              </a>
            ),
        },
      ]}
    />
  )
}

const sharedShort: Record<Shared, string> = { plan: 'Plan', meetings: 'Appointments', people: 'People' }

type MessagesGiven = { messages: readonly OwnMessage[]; childId: string; mayLook: boolean }

function Messages({ messages, childId, mayLook }: MessagesGiven) {
  if (messages.length === 0) return null
  return (
    <SortableTable
      id="own-messages"
      caption="What they said there"
      rows={messages}
      rowKey={({ messageId }) => messageId}
      empty={null}
      columns={[
        {
          key: 'said',
          heading: 'Said',
          isRowHeader: true,
          cell: it => (
            <>
              {whoseWords(it)}, {writeMoment(it.saidAt, ukZone)}
            </>
          ),
        },
        {
          key: 'words',
          heading: 'Words',
          cell: it => (
            <>
              {it.appointmentId && it.startsAt && (
                <>
                  Cannot come to the{' '}
                  <a
                    class="govuk-link"
                    href={appointmentPath.to({ childId, appointmentId: it.appointmentId })}
                  >
                    appointment on {writeMoment(it.startsAt, ukZone)}
                  </a>
                  :{' '}
                </>
              )}
              <bdi class="tl-keep-lines">{it.words}</bdi>
            </>
          ),
        },
        {
          key: 'heard',
          heading: 'Heard',
          cell: it =>
            it.heardAt ? (
              <>
                {it.heardBy}, {writeDate(dayInUk(it.heardAt))}
                {it.danger && (
                  <p class="govuk-body govuk-!-margin-bottom-0 tl-keep-lines">
                    {dangerWords[it.danger]} <bdi>{it.doneWords}</bdi>
                  </p>
                )}
                {it.lookedAt && (
                  <p class="govuk-body govuk-!-margin-bottom-0 tl-keep-lines">
                    Looked at by {it.lookedBy}, {writeDate(dayInUk(it.lookedAt))}. <bdi>{it.lookedWords}</bdi>
                  </p>
                )}
                {mayLook && !it.lookedAt && (
                  <p class="govuk-body govuk-!-margin-bottom-0 tl-no-print">
                    <a class="govuk-link" href={lookedPath.to({ childId, messageId: it.messageId })}>
                      Look at what was heard<span class="govuk-visually-hidden">: {it.words}</span>
                    </a>
                  </p>
                )}
              </>
            ) : (
              <a class="govuk-link" href={heardPath.to({ childId, messageId: it.messageId })}>
                Say that you have heard it
                <span class="govuk-visually-hidden">: {it.words}</span>
              </a>
            ),
        },
      ]}
    />
  )
}

const endRoutes = formPage({
  path: endOwnPagePath,
  permission: 'ownPages.make',
  about: 'child',
  change: 'Ended a page of their own',
  view: 'Opened the form to end a page of their own',
  async load(request) {
    const child = await childOf(request)
    const found =
      child &&
      (await listOwnPages(request.tx, child.childId)).find(
        ({ ownPageId }) => ownPageId === request.params.ownPageId,
      )
    if (!child || !found) return refused(notFound)
    return found.endedAt
      ? refused(turnBack(ownPagesPath.to(child), 'The page has ended already.'))
      : ok({ child, found })
  },
  form: () => form({ id: 'end-own-page', fields: {} }),
  title: () => 'End this page?',
  intro: ({ found }) => (
    <p class="govuk-body">
      {whoseWords(found)} can no longer open it: the link leads nowhere. What they said on it stays.
    </p>
  ),
  back: ({ child }) => ownPagesPath.to(child),
  version: ({ found }) => found.version,
  row: ({ found }) => ({ table: 'own_page', key: { own_page_id: found.ownPageId } }),
  frame: childFrame('plan'),
  submit: 'End the page',
  isWarning: true,
  async save({ tx, now }, _values, { child, found }) {
    return (await endOwnPage(tx, found, now))
      ? redirect(ownPagesPath.to(child), 'The page has ended.')
      : turnBack(ownPagesPath.to(child), 'Somebody else has just ended it.')
  },
})

const heardRoutes = formPage({
  path: heardPath,
  permission: 'ownPages.make',
  about: 'child',
  change: 'Said that what was said on a page of their own was heard',
  view: 'Opened what was said on a page of their own',
  async load(request) {
    const child = await childOf(request)
    const message = child && (await findMessage(request.tx, child.childId, request.params.messageId ?? ''))
    if (!child || !message) return refused(notFound)
    return message.heardAt
      ? refused(turnBack(ownPagesPath.to(child), `${message.heardBy} has heard it already.`))
      : ok({ child, message })
  },
  form: () =>
    form({
      id: 'own-message-heard',
      fields: {
        danger: {
          kind: 'choice',
          label: 'Could somebody be in danger, or be hurt?',
          hint: 'The child, somebody at home, or somebody whom the child may hurt. If you are not sure, say yes',
          required: 'Say whether somebody could be in danger',
          options: [
            { value: 'no', label: 'No' },
            { value: 'yes', label: 'Yes, or I am not sure' },
          ],
        },
        done: {
          kind: 'textarea',
          label: 'What have you done about it, and whom have you told?',
          hint: 'Tell a senior at once, and do as your service’s safeguarding procedure says',
          required: 'Say what you have done, and whom you have told',
          appliesWhen: { field: 'danger', is: ['yes'] },
          maxLength: 2_000,
          rows: 4,
        },
      },
    }),
  title: () => 'Have you heard it?',
  intro: ({ message }) => (
    <>
      <p class="govuk-body">
        <bdi class="tl-keep-lines">“{message.words}”</bdi>
      </p>
      <p class="govuk-body">
        It leaves the day of everybody who works with the child.
        {message.appointmentId && ' Move the appointment or call it off first, and tell them.'}
      </p>
    </>
  ),
  back: ({ child }) => ownPagesPath.to(child),
  frame: childFrame('plan'),
  submit: 'I have heard it',
  async save({ tx, now, who }, { danger, done }, { child, message }) {
    return (await markHeard(tx, message, { by: who.userId, at: now, danger, done: done ?? '' }))
      ? redirect(ownPagesPath.to(child), 'Saved.')
      : turnBack(ownPagesPath.to(child), 'Somebody else has just heard it.')
  },
})

const dangerWords = {
  yes: 'Somebody could be in danger.',
  no: 'Nobody was thought to be in danger.',
} as const

/** One of those who answer for the service looks at what was heard and done, and puts it right where they see it otherwise. */
const lookedRoutes = formPage({
  path: lookedPath,
  permission: 'plans.countersign',
  about: 'child',
  change: 'Looked at what was heard on a page of their own',
  view: 'Opened what was heard on a page of their own',
  async load(request) {
    const child = await childOf(request)
    const message = child && (await findMessage(request.tx, child.childId, request.params.messageId ?? ''))
    if (!child || !message) return refused(notFound)
    return message.heardAt
      ? ok({ child, message })
      : refused(turnBack(ownPagesPath.to(child), 'Nobody has heard it yet: hear it first.'))
  },
  form: () =>
    form({
      id: 'own-message-looked',
      fields: {
        danger: {
          kind: 'choice',
          label: 'Could somebody be in danger, or be hurt?',
          hint: 'As you see it now.',
          required: 'Say whether somebody could be in danger',
          options: [
            { value: 'no', label: 'No' },
            { value: 'yes', label: 'Yes, or I am not sure' },
          ],
        },
        words: {
          kind: 'textarea',
          label: 'What has been done, and what is still to be done?',
          required: 'Say what has been done, and what is still to be done',
          maxLength: 2_000,
          rows: 4,
        },
      },
    }),
  title: () => 'Look at what was heard',
  intro: ({ message }) => (
    <>
      <p class="govuk-body">
        <bdi class="tl-keep-lines">“{message.words}”</bdi>
      </p>
      <p class="govuk-body tl-keep-lines">
        Heard by {message.heardBy}. {message.danger && dangerWords[message.danger]}{' '}
        <bdi>{message.doneWords}</bdi>
      </p>
    </>
  ),
  back: ({ child }) => ownPagesPath.to(child),
  initial: ({ message }) => ({ danger: message.danger ?? '' }),
  version: ({ message }) => message.version,
  row: ({ message }) => ({ table: 'own_message', key: { message_id: message.messageId } }),
  frame: childFrame('plan'),
  submit: 'I have looked at it',
  async save({ tx, now, who }, { danger, words }, { child, message }) {
    return (await markLooked(tx, message, { by: who.userId, at: now, danger, words }))
      ? redirect(ownPagesPath.to(child), 'Saved.')
      : turnBack(ownPagesPath.to(child), 'Somebody else has just looked at it.')
  },
})

export const manageRoutes = [listRoute, ...endRoutes, ...heardRoutes, ...lookedRoutes]
