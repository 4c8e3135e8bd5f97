import { type FieldError, FormErrors, FormFields, form, readForm } from '../../engine/forms/index.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { type Answer, page, redirect, route, type Visit } from '../../platform/http/index.ts'
import { checkCode } from '../../platform/identity/index.ts'
import { BackLink, Button } from '../../ui/govuk/index.ts'
import { PasskeyButton } from './PasskeyButton.tsx'
import { secondFactorPath, secondPasskeyOptionsPath, secondPasskeyPath, signInPath } from './paths.ts'
import { type AtSecondStep, beginAndGo, findSecondStep, signInsPerMinute } from './signInSteps.ts'
import { recoveryCodesInWords, restWords } from './words.ts'

const appForm = form({
  id: 'code-of-app',
  fields: {
    code: {
      kind: 'text',
      label: 'Code from your authenticator app',
      hint: 'Six figures, such as 041 273. They change every half minute.',
      required: 'Enter the code that your authenticator app shows',
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
      width: 'short',
      maxLength: 40,
    },
  },
})

const recoveryForm = form({
  id: 'recovery-code',
  fields: {
    code: {
      kind: 'text',
      label: 'Recovery code',
      hint: 'One of the ten codes that you were given, such as k7dm2-xqp9r-tw3hj. Each works once.',
      required: 'Enter one of your recovery codes',
      width: 'medium',
      maxLength: 40,
    },
  },
})

const startAgain = redirect(
  signInPath.to(),
  'Too much time has passed since you gave your password. Sign in again.',
)

function stepPage(visit: Visit, step: AtSecondStep, errors: FieldError[] = []): Answer {
  const { factors } = step
  const hasApp = factors.authenticatorSince !== undefined
  const byRecovery = visit.query.has('recovery') || visit.sent.one('by') === 'recovery'
  const asked = byRecovery ? recoveryForm : appForm
  const body = (
    <>
      <FormErrors form={asked} errors={errors} />
      <h1 class="govuk-heading-l">Show that it is you</h1>
      {factors.passkeys.length > 0 && !byRecovery && (
        <>
          <noscript>
            <p class="govuk-body">Passkeys need a browser that runs scripts.</p>
          </noscript>
          <PasskeyButton
            ceremony="signin"
            optionsUrl={secondPasskeyOptionsPath.to()}
            verifyUrl={secondPasskeyPath.to()}
            csrfToken={visit.csrfToken}
            text="Use a passkey"
          />
        </>
      )}
      {(hasApp || byRecovery) && (
        <form method="post" action={secondFactorPath.to()} novalidate>
          <input type="hidden" name="_csrf" value={visit.csrfToken} />
          {byRecovery && <input type="hidden" name="by" value="recovery" />}
          <FormFields form={asked} typed={{}} errors={errors} />
          <Button preventDoubleClick>Continue</Button>
        </form>
      )}
      <OtherWays byRecovery={byRecovery} hasRecoveryCodes={factors.recoveryCodesLeft > 0} />
    </>
  )
  return page('Show that it is you', body, {
    width: 'reading',
    status: errors.length > 0 ? 422 : 200,
    above: <BackLink href={signInPath.to()} />,
  })
}

function OtherWays({ byRecovery, hasRecoveryCodes }: { byRecovery: boolean; hasRecoveryCodes: boolean }) {
  if (byRecovery) {
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={secondFactorPath.to()}>
          Use your passkey or authenticator app
        </a>
      </p>
    )
  }
  return (
    <>
      {hasRecoveryCodes && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${secondFactorPath.to()}?recovery`}>
            Use a recovery code
          </a>
        </p>
      )}
      <p class="govuk-body">
        If you can do none of this, ask the administrator of your service: they can remove your second step,
        once they have made sure that it is you who asks.
      </p>
    </>
  )
}

async function takeCode(visit: Visit): Promise<Answer> {
  const step = await findSecondStep(visit)
  if (!step) return startAgain
  const { sent, today } = visit
  const read =
    sent.one('by') === 'recovery' ? readForm(recoveryForm, sent, today) : readForm(appForm, sent, today)
  if (!read.ok) return stepPage(visit, step, read.errors)
  const { platform, now, requestId } = visit
  const context = { ...step.owner, request: requestId, purpose: 'Gave a code at sign-in' }
  const check = await inTransaction(platform.db, context, tx =>
    checkCode(tx, platform.secret, step.owner, read.values.code, now),
  )
  switch (check.outcome) {
    case 'gone':
      return startAgain
    case 'resting':
      return stepPage(visit, step, [{ field: 'code', message: restWords(check.minutes) }])
    case 'wrong':
      return stepPage(visit, step, [
        { field: 'code', message: 'This code is not right, or it has been used. Enter a new one' },
      ])
    case 'right': {
      const how = { passedSecondFactor: true, next: step.next }
      if (check.with === 'app') return beginAndGo(visit, step.owner, how)
      const flash = `You have ${recoveryCodesInWords(check.left)} left. You can make new ones in your account.`
      return beginAndGo(visit, step.owner, { ...how, flash })
    }
  }
}

export const secondStepRoutes = [
  route({
    method: 'GET',
    path: secondFactorPath,
    permission: 'anyone',
    audit: { kind: 'none', why: 'the person is not signed in yet' },
    async handle(visit) {
      const step = await findSecondStep(visit)
      return step ? stepPage(visit, step) : startAgain
    },
  }),
  route({
    method: 'POST',
    path: secondFactorPath,
    permission: 'anyone',
    perMinute: signInsPerMinute,
    audit: { kind: 'change', what: 'Signed in' },
    handle: takeCode,
  }),
]
