import {
  type FieldError,
  FormErrors,
  FormFields,
  form,
  formPage,
  readForm,
} from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { type Answer, notFound, page, type Request, redirect, route } from '../../platform/http/index.ts'
import {
  afterProving,
  authenticatorAddress,
  checkOwnPassword,
  countFactors,
  findSecondFactors,
  keepAuthenticator,
  newSharedSecret,
  openBefore,
  removeSecondFactor,
  sealUntil,
  stepOf,
} from '../../platform/identity/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { BackLink, Button, Details } from '../../ui/govuk/index.ts'
import { QrCode } from '../../ui/qr/QrCode.tsx'
import { changeWords } from './messages.ts'
import { currentPassword, limited } from './password.form.ts'
import {
  authenticatorPath,
  provePath,
  recoveryCodesPath,
  removeAuthenticatorPath,
  secondFactorsPath,
} from './paths.ts'
import { hasProved } from './prove.page.tsx'
import { lastFactorPage } from './removal.tsx'
import { passwordRefusal } from './words.ts'

const codeForm = form({
  id: 'authenticator',
  fields: {
    code: {
      kind: 'text',
      label: 'Code that the app shows now',
      hint: 'Six figures, such as 041 273.',
      required: 'Enter the code that the app shows',
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
      width: 'short',
      maxLength: 20,
    },
  },
})

/**
 * Until the first code proves that the app has it, the shared secret travels in the form, sealed. Only a session that
 * has given the password gets such a form, and only that session may send it.
 */
const purpose = 'authenticator app being set up'
const minutesToSetUp = 30

function setUpPage(request: Request, sharedSecret: string, errors: FieldError[] = []): Answer {
  const { who, platform, now, csrfToken } = request
  const carried = { sharedSecret, sessionId: who.sessionId }
  const sealed = sealUntil(platform.secret, purpose, carried, now.add({ minutes: minutesToSetUp }))
  const title = 'Set up an authenticator app'
  const body = (
    <>
      <FormErrors form={codeForm} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ol class="govuk-list govuk-list--number">
        <li>
          Install an authenticator app on your phone if you have none: Microsoft Authenticator, Google
          Authenticator, 2FAS or another.
        </li>
        <li>In the app, add an account and point the camera at this square.</li>
        <li>Enter the code that the app then shows.</li>
      </ol>
      <QrCode
        text={authenticatorAddress(sharedSecret, who.email)}
        label="QR code for your authenticator app. The key below says the same."
      />
      <Details summary="I cannot point a camera at it">
        <p class="govuk-body">Enter this key in the app by hand; spaces do not matter:</p>
        <p class="govuk-body">
          <strong>{sharedSecret.match(/.{1,4}/g)?.join(' ')}</strong>
        </p>
        <p class="govuk-body">If the app asks: it is based on time, with six figures, every 30 seconds.</p>
      </Details>
      <form method="post" action={authenticatorPath.to()} novalidate>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name="_sealed" value={sealed} />
        <FormFields form={codeForm} typed={{}} errors={errors} />
        <Button preventDoubleClick>Continue</Button>
      </form>
    </>
  )
  return page(title, body, {
    width: 'reading',
    status: errors.length > 0 ? 422 : 200,
    above: <BackLink href={secondFactorsPath.to()} />,
  })
}

async function setUp(request: Request): Promise<Answer> {
  const { platform, tx, who, now, sent } = request
  const carried = openBefore(platform.secret, purpose, sent.one('_sealed'), now)
  if (!carried?.sharedSecret || carried.sessionId !== who.sessionId) {
    return redirect(authenticatorPath.to(), 'Too much time has passed. Here is a new square to point at.')
  }
  const { sharedSecret } = carried
  const read = readForm(codeForm, sent, request.today)
  if (!read.ok) return setUpPage(request, sharedSecret, read.errors)
  const step = stepOf(sharedSecret, read.values.code.replace(/\s/g, ''), now)
  if (step === undefined) {
    const message =
      'This is not the code that the app should show now. Check that the clock of your phone is right, and enter the newest code'
    return setUpPage(request, sharedSecret, [{ field: 'code', message }])
  }
  const before = await findSecondFactors(tx, who)
  await keepAuthenticator(tx, platform.secret, who, { sharedSecret, step }, now)
  const what = before.authenticatorSince
    ? 'Its authenticator app has been replaced by another.'
    : 'An authenticator app has been set up for it.'
  await queueMessage(platform, tx, {
    serviceId: who.serviceId,
    to: who.email,
    ...changeWords(who.name, who.serviceName, what),
  })
  await afterProving(tx, who, countFactors(before) === 0, now)
  const next = before.recoveryCodesLeft === 0 ? recoveryCodesPath : secondFactorsPath
  return redirect(next.to(), 'Your authenticator app has been set up.')
}

export const authenticatorRoutes = [
  route({
    method: 'GET',
    path: authenticatorPath,
    permission: 'account.own',
    beforeSecondFactor: true,
    audit: { kind: 'none', why: 'opens a form' },
    handle: async request =>
      hasProved(request) ? setUpPage(request, newSharedSecret()) : redirect(provePath.to({ what: 'app' })),
  }),
  route({
    method: 'POST',
    path: authenticatorPath,
    hasSecrets: true,
    permission: 'account.own',
    beforeSecondFactor: true,
    audit: { kind: 'change', what: 'Set up an authenticator app' },
    handle: setUp,
  }),
  ...limited(
    formPage({
      path: removeAuthenticatorPath,
      permission: 'account.own',
      change: 'Removed the authenticator app',
      async load({ tx, who }) {
        const factors = await findSecondFactors(tx, who)
        return factors.authenticatorSince ? ok(factors) : refused(notFound)
      },
      form: () => form({ id: 'remove-authenticator', fields: { currentPassword } }),
      title: () => 'Remove your authenticator app',
      intro: () => <p class="govuk-body">Its codes will no longer be taken.</p>,
      back: () => secondFactorsPath.to(),
      submit: 'Remove the app',
      isWarning: true,
      async save(request, values) {
        const { tx, who } = request
        const check = await checkOwnPassword(request, values.currentPassword)
        const refusal = passwordRefusal(check)
        if (refusal) return { kind: 'errors', errors: [{ field: 'currentPassword', message: refusal }] }
        const isRemoved = await removeSecondFactor(tx, who, 'authenticator')
        return isRemoved
          ? redirect(secondFactorsPath.to(), 'Your authenticator app has been removed.')
          : lastFactorPage
      },
    }),
  ),
]
