import { createHash } from 'node:crypto'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { page, type Request, route } from '../../platform/http/index.ts'
import {
  countFactors,
  findSecondFactors,
  mustSetUpSecondFactor,
  type Passkey,
  type SecondFactors,
} from '../../platform/identity/index.ts'
import { BackLink, Button, SummaryList, WarningText } from '../../ui/govuk/index.ts'
import { PasskeyButton } from './PasskeyButton.tsx'
import {
  accountPath,
  authenticatorPath,
  newPasskeyOptionsPath,
  newPasskeyPath,
  provePath,
  recoveryCodesPath,
  removeAuthenticatorPath,
  removePasskeyPath,
  renamePasskeyPath,
  secondFactorsPath,
} from './paths.ts'
import { hasProved } from './prove.page.tsx'
import { recoveryCodesInWords } from './words.ts'

/** A passkey's own id can be a thousand letters long; addresses name it by a short hash. */
export function passkeyReference(passkey: Pick<Passkey, 'id'>): string {
  return createHash('sha256').update(passkey.id).digest('base64url').slice(0, 16)
}

async function secondFactorsPage(request: Request) {
  const { tx, who, csrfToken } = request
  const factors = await findSecondFactors(tx, who)
  const must = mustSetUpSecondFactor(who)
  const title = must ? 'Set up a second step' : 'Your second step'
  return page(
    title,
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {must && (
        <WarningText>
          Your role opens much that is personal, so a password alone is not enough. Set up one of these before
          you go on.
        </WarningText>
      )}
      <p class="govuk-body">
        A second step keeps others out even when they know your password: something that you have, such as
        your phone, must say yes as well.
      </p>
      <AuthenticatorApp factors={factors} />
      <Passkeys factors={factors} csrfToken={csrfToken} mayAdd={hasProved(request)} />
      {countFactors(factors) > 0 && <RecoveryCodes left={factors.recoveryCodesLeft} />}
    </>,
    { width: 'reading', ...(must ? {} : { above: <BackLink href={accountPath.to()} /> }) },
  )
}

function AuthenticatorApp({ factors }: { factors: SecondFactors }) {
  const since = factors.authenticatorSince
  return (
    <section>
      <h2 class="govuk-heading-m">Authenticator app</h2>
      {since ? (
        <SummaryList
          rows={[
            {
              key: 'Authenticator app',
              value: `Set up on ${writeOn(since)}`,
              actions: [
                { href: authenticatorPath.to(), text: 'Replace', visuallyHiddenText: 'authenticator app' },
                {
                  href: removeAuthenticatorPath.to(),
                  text: 'Remove',
                  visuallyHiddenText: 'authenticator app',
                },
              ],
            },
          ]}
        />
      ) : (
        <>
          <p class="govuk-body">
            An app on your phone shows a code of six figures that you type after your password. It works on
            every computer.
          </p>
          <Button href={authenticatorPath.to()}>Set up an authenticator app</Button>
        </>
      )}
    </section>
  )
}

function Passkeys({
  factors,
  csrfToken,
  mayAdd,
}: {
  factors: SecondFactors
  csrfToken: string
  mayAdd: boolean
}) {
  return (
    <section>
      <h2 class="govuk-heading-m">Passkeys</h2>
      <p class="govuk-body">
        Your computer, your phone or a security key vouches for you, with your fingerprint, your face or a
        PIN. A passkey cannot be given away by mistake, and most open your account without a password.
      </p>
      {factors.passkeys.length > 0 && (
        <SummaryList
          rows={factors.passkeys.map(passkey => ({
            key: <span dir="auto">{passkey.name}</span>,
            value: `Made on ${writeOn(passkey.createdAt)}${passkey.usedAt ? `, last used on ${writeOn(passkey.usedAt)}` : ''}`,
            actions: [
              {
                href: renamePasskeyPath.to({ passkey: passkeyReference(passkey) }),
                text: 'Rename',
                visuallyHiddenText: passkey.name,
              },
              {
                href: removePasskeyPath.to({ passkey: passkeyReference(passkey) }),
                text: 'Remove',
                visuallyHiddenText: passkey.name,
              },
            ],
          }))}
        />
      )}
      <noscript>
        <p class="govuk-body">Passkeys need a browser that runs scripts.</p>
      </noscript>
      {mayAdd ? (
        <PasskeyButton
          ceremony="register"
          optionsUrl={newPasskeyOptionsPath.to()}
          verifyUrl={newPasskeyPath.to()}
          csrfToken={csrfToken}
          text="Add a passkey on this device"
          isSecondary
        />
      ) : (
        <Button href={provePath.to({ what: 'passkey' })} classes="govuk-button--secondary">
          Add a passkey
        </Button>
      )}
    </section>
  )
}

function RecoveryCodes({ left }: { left: number }) {
  return (
    <section>
      <h2 class="govuk-heading-m">Recovery codes</h2>
      <p class="govuk-body">
        You have {recoveryCodesInWords(left)} left. Each lets you in once when you have neither your app nor
        your passkey.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={recoveryCodesPath.to()}>
          {left === 0 ? 'Make recovery codes' : 'Make new recovery codes'}
        </a>
      </p>
    </section>
  )
}

function writeOn(at: Temporal.Instant): string {
  return writeDate(dayInUk(at))
}

export const secondFactorsRoutes = [
  route({
    method: 'GET',
    path: secondFactorsPath,
    permission: 'account.own',
    beforeSecondFactor: true,
    audit: { kind: 'none', why: 'shows people their own account' },
    handle: secondFactorsPage,
  }),
]
