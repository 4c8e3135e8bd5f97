import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeTime } from '../../kernel/writtenDates.ts'
import { reachOf, roleNames } from '../../platform/access/index.ts'
import { notFound, page, type Request, redirect, route } from '../../platform/http/index.ts'
import {
  countFactors,
  endSessions,
  findSecondFactors,
  listSessions,
  type SecondFactors,
  type Session,
} from '../../platform/identity/index.ts'
import { digestPath } from '../../record/digest/index.ts'
import { ownProfilePath } from '../../record/workforce/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { deviceInWords } from './device.ts'
import {
  accountPath,
  changePasswordPath,
  endOtherSessionsPath,
  endSessionPath,
  searchKeyPath,
  secondFactorsPath,
} from './paths.ts'
import { recoveryCodesInWords } from './words.ts'

async function accountPage(request: Request) {
  const { tx, who, now, platform } = request
  const factors = await findSecondFactors(tx, who)
  const sessions = await listSessions(tx, platform.config, who, now)
  return page(
    'My account',
    <>
      <h1 class="govuk-heading-l">My account</h1>
      <SummaryList
        rows={[
          { key: 'Name', value: <span dir="auto">{who.name}</span> },
          { key: 'Email address', value: who.email },
          { key: 'Roles', value: who.roles.map(role => roleNames[role]).join(', ') },
          { key: 'Service', value: who.serviceName },
          {
            key: 'Password',
            value: 'Not shown',
            actions: [{ href: changePasswordPath.to(), text: 'Change', visuallyHiddenText: 'your password' }],
          },
          {
            key: 'Second step',
            value: factorsInWords(factors),
            actions: [
              {
                href: secondFactorsPath.to(),
                text: countFactors(factors) === 0 ? 'Set up' : 'Change',
                visuallyHiddenText: 'your second step',
              },
            ],
          },
          ...(reachOf('profile.own', who.roles)
            ? [
                {
                  key: 'At work',
                  value: 'Hours, languages, skills and leave',
                  actions: [
                    {
                      href: ownProfilePath.to(),
                      text: 'Change',
                      visuallyHiddenText: 'when you are at work and what you bring',
                    },
                  ],
                },
                {
                  key: 'Email about what is due',
                  value: 'Counts what waits for you, and names nobody',
                  actions: [
                    {
                      href: digestPath.to(),
                      text: 'Change',
                      visuallyHiddenText: 'when you are told what is due',
                    },
                  ],
                },
              ]
            : []),
          {
            key: 'Search key',
            value: who.hasSearchKey ? 'Pressing / leads to the search box' : 'Off',
            actions: [{ href: searchKeyPath.to(), text: 'Change', visuallyHiddenText: 'the search key' }],
          },
        ]}
      />
      <p class="govuk-body">
        If your name, your email address or your roles are wrong, tell the administrator of your service.
      </p>
      <Sessions sessions={sessions} request={request} />
    </>,
  )
}

/** "Authenticator app, 2 passkeys, 10 recovery codes left". */
export function factorsInWords(factors: SecondFactors): string {
  if (countFactors(factors) === 0) return 'None: your password alone opens your account'
  const { length } = factors.passkeys
  return [
    factors.authenticatorSince && 'Authenticator app',
    length > 0 && (length === 1 ? '1 passkey' : `${length} passkeys`),
    factors.recoveryCodesLeft > 0
      ? `${recoveryCodesInWords(factors.recoveryCodesLeft)} left`
      : 'no recovery codes',
  ]
    .filter(part => typeof part === 'string')
    .join(', ')
}

function Sessions({ sessions, request }: { sessions: Session[]; request: Request }) {
  const { who, csrfToken } = request
  const here = (session: Session) => session.id === who.sessionId
  return (
    <section>
      <h2 class="govuk-heading-m">Where you are signed in</h2>
      <p class="govuk-body">
        If you do not know one of these, end it and change your password: that ends all the others too.
      </p>
      <SortableTable
        id="sessions"
        caption="Your sessions"
        isCaptionHidden
        rows={sessions}
        rowKey={session => session.id}
        columns={[
          {
            key: 'device',
            heading: 'Device',
            isRowHeader: true,
            cell: session => (
              <>
                {deviceInWords(session.device)}
                {here(session) && ' (this one)'}
              </>
            ),
          },
          { key: 'started', heading: 'Signed in', cell: session => writeWhen(session.startedAt) },
          { key: 'seen', heading: 'Last seen', cell: session => writeWhen(session.seenAt) },
          {
            key: 'end',
            heading: 'End it',
            cell: session =>
              here(session) ? (
                'Sign out, above'
              ) : (
                <form method="post" action={endSessionPath.to({ sessionId: session.id })}>
                  <input type="hidden" name="_csrf" value={csrfToken} />
                  <button type="submit" class="tl-link-button">
                    End
                    <span class="govuk-visually-hidden">
                      {' '}
                      the session in {deviceInWords(session.device)}, signed in {writeWhen(session.startedAt)}
                    </span>
                  </button>
                </form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <form method="post" action={endOtherSessionsPath.to()}>
          <input type="hidden" name="_csrf" value={csrfToken} />
          <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
            End all other sessions
          </button>
        </form>
      )}
    </section>
  )
}

/** "4 March 2025, 4pm", without the day of the week, so that the table fits a phone. */
function writeWhen(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(ukZone)
  return `${writeDate(local.toPlainDate())}, ${writeTime(local.toPlainTime())}`
}

export const ownAccountRoutes = [
  route({
    method: 'GET',
    path: accountPath,
    permission: 'account.own',
    audit: { kind: 'none', why: 'shows people their own account' },
    handle: accountPage,
  }),
  route({
    method: 'POST',
    path: endOtherSessionsPath,
    permission: 'account.own',
    audit: { kind: 'change', what: 'Ended all other sessions' },
    async handle({ tx, who, now }) {
      await endSessions(tx, who, { allBut: who.sessionId }, now)
      return redirect(accountPath.to(), 'All your other sessions have ended.')
    },
  }),
  route({
    method: 'POST',
    path: endSessionPath,
    permission: 'account.own',
    audit: { kind: 'change', what: 'Ended a session' },
    async handle({ tx, who, now, params, platform }) {
      const sessions = await listSessions(tx, platform.config, who, now)
      const session = sessions.find(({ id }) => id === params.sessionId)
      if (!session) return notFound
      await endSessions(tx, who, { only: session.id }, now)
      return redirect(accountPath.to(), 'The session has ended.')
    },
  }),
]
