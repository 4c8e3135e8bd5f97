import { type FieldError, FormErrors, FormFields, readForm } from '../../engine/forms/index.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { type Answer, page, redirect, route, type Visit } from '../../platform/http/index.ts'
import {
  type AccountLink,
  countFactors,
  findAccountLink,
  findSecondFactors,
  hashPassword,
  passwordFault,
  setPasswordByLink,
} from '../../platform/identity/index.ts'
import { Button } from '../../ui/govuk/index.ts'
import { setPasswordForm } from './password.form.ts'
import { resetPasswordPath, secondFactorsPath, setPasswordPath, signInPath } from './paths.ts'

const titles = { invitation: 'Choose your password', reset: 'Choose a new password' } as const

function setPasswordPage(visit: Visit, link: AccountLink, errors: FieldError[] = []): Answer {
  const title = titles[link.purpose]
  const body = (
    <>
      <FormErrors form={setPasswordForm} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        For {link.name}, who signs in as <strong>{link.email}</strong>.
      </p>
      <form method="post" action={visit.address} novalidate>
        <input type="hidden" name="_csrf" value={visit.csrfToken} />
        <input type="text" name="username" value={link.email} autocomplete="username" readonly hidden />
        <FormFields form={setPasswordForm} typed={{}} errors={errors} />
        <Button preventDoubleClick>Save the password</Button>
      </form>
    </>
  )
  return page(title, body, { width: 'reading', status: errors.length > 0 ? 422 : 200 })
}

const spentPage: Answer = page(
  'This link can no longer be used',
  <>
    <h1 class="govuk-heading-l">This link can no longer be used</h1>
    <p class="govuk-body">Each link works once and for a limited time, and a newer one replaces it.</p>
    <p class="govuk-body">
      If you have a password already,{' '}
      <a class="govuk-link" href={signInPath.to()}>
        sign in
      </a>
      . If you have forgotten it,{' '}
      <a class="govuk-link" href={resetPasswordPath.to()}>
        ask for a new link
      </a>
      . If you were invited and have not chosen a password yet, ask the administrator of your service to send
      the invitation again.
    </p>
  </>,
  { status: 410, width: 'reading' },
)

async function setPassword(visit: Visit): Promise<Answer> {
  const { platform, now, requestId } = visit
  const link = await findAccountLink(platform.db, visit.params.token ?? '', now)
  if (!link) return spentPage
  const read = readForm(setPasswordForm, visit.sent, visit.today)
  if (!read.ok) return setPasswordPage(visit, link, read.errors)
  const { newPassword } = read.values
  const fault = await passwordFault(newPassword, [link.name, link.email])
  if (fault) return setPasswordPage(visit, link, [{ field: 'newPassword', message: fault }])
  const isSet = await setPasswordByLink(platform.db, link, await hashPassword(newPassword), now, requestId)
  if (!isSet) return spentPage
  const factors = await inTransaction(platform.db, link, tx => findSecondFactors(tx, link))
  if (link.purpose === 'invitation' || countFactors(factors) === 0)
    return redirect(signInPath.to(), 'Your password has been saved. Sign in with it.')
  // Whoever had the account before may have left a way in: a new password takes none away.
  return redirect(
    `${signInPath.to()}?next=${encodeURIComponent(secondFactorsPath.to())}`,
    'Your password has been saved. Sign in with it, then remove any passkey or authenticator app that is not yours.',
  )
}

export const setPasswordRoutes = [
  route({
    method: 'GET',
    path: setPasswordPath,
    permission: 'anyone',
    perMinute: 60,
    audit: { kind: 'none', why: 'opens a form' },
    async handle(visit) {
      const link = await findAccountLink(visit.platform.db, visit.params.token ?? '', visit.now)
      return link ? setPasswordPage(visit, link) : spentPage
    },
  }),
  route({
    method: 'POST',
    path: setPasswordPath,
    permission: 'anyone',
    perMinute: 20,
    audit: { kind: 'change', what: 'Chose a password' },
    handle: setPassword,
  }),
]
