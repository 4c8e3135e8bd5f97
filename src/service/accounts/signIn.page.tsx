import {
  type FieldError,
  FormErrors,
  FormFields,
  form,
  readForm,
  typedFrom,
} from '../../engine/forms/index.ts'
import { type Answer, page, route, sessionCookie, type Visit } from '../../platform/http/index.ts'
import { checkPassword, endSessions } from '../../platform/identity/index.ts'
import { Button } from '../../ui/govuk/index.ts'
import { PasskeyButton } from './PasskeyButton.tsx'
import { passkeyOptionsPath, passkeySignInPath, resetPasswordPath, signInPath, signOutPath } from './paths.ts'
import { afterPassword, safeNext, signInsPerMinute } from './signInSteps.ts'

const signInForm = form({
  id: 'sign-in',
  fields: {
    email: {
      kind: 'email',
      label: 'Email address',
      required: 'Enter your email address',
      autocomplete: 'username',
    },
    password: {
      kind: 'password',
      label: 'Password',
      required: 'Enter your password',
      autocomplete: 'current-password',
    },
  },
})

function signInPage(visit: Visit, errors: FieldError[] = []): Answer {
  const next = safeNext(visit, visit.query.get('next') ?? visit.sent.one('next'))
  const body = (
    <>
      <FormErrors form={signInForm} errors={errors} />
      <h1 class="govuk-heading-l">Sign in</h1>
      <form method="post" action={signInPath.to()} novalidate>
        <input type="hidden" name="_csrf" value={visit.csrfToken} />
        <input type="hidden" name="next" value={next} />
        <FormFields form={signInForm} typed={typedFrom(signInForm, visit.sent)} errors={errors} />
        <Button preventDoubleClick>Sign in</Button>
      </form>
      <PasskeyButton
        ceremony="signin"
        optionsUrl={passkeyOptionsPath.to()}
        verifyUrl={`${passkeySignInPath.to()}?next=${encodeURIComponent(next)}`}
        csrfToken={visit.csrfToken}
        text="Sign in with a passkey"
        isSecondary
      />
      <p class="govuk-body">
        <a class="govuk-link" href={resetPasswordPath.to()}>
          I have forgotten my password
        </a>
      </p>
    </>
  )
  return page('Sign in', body, { width: 'reading', status: errors.length > 0 ? 422 : 200 })
}

const wrongSignIn =
  'The email address or the password is not right. After five wrong tries an account rests for 15 minutes, or until its password is reset'

async function signIn(visit: Visit): Promise<Answer> {
  const read = readForm(signInForm, visit.sent, visit.today)
  if (!read.ok) return signInPage(visit, read.errors)
  const { platform, now, requestId } = visit
  const check = await checkPassword(platform.db, read.values.email, read.values.password, now, requestId)
  switch (check.outcome) {
    // Said alike, so that nobody learns from it which addresses have an account.
    case 'wrong':
    case 'resting':
      return signInPage(visit, [{ field: 'email', message: wrongSignIn }])
    case 'right':
      return afterPassword(visit, check, safeNext(visit, visit.sent.one('next')))
  }
}

export const signInRoutes = [
  route({
    method: 'GET',
    path: signInPath,
    permission: 'anyone',
    audit: { kind: 'none', why: 'nobody is known yet' },
    handle: async visit => signInPage(visit),
  }),
  route({
    method: 'POST',
    path: signInPath,
    permission: 'anyone',
    perMinute: signInsPerMinute,
    audit: { kind: 'change', what: 'Signed in' },
    handle: signIn,
  }),
  route({
    method: 'POST',
    path: signOutPath,
    permission: 'account.own',
    beforeSecondFactor: true,
    audit: { kind: 'change', what: 'Signed out' },
    async handle({ tx, who, now }) {
      await endSessions(tx, who, { only: who.sessionId }, now)
      return {
        kind: 'redirect',
        to: signInPath.to(),
        flash: 'You have signed out.',
        cookies: [{ name: sessionCookie, value: undefined }],
      }
    },
  }),
]
