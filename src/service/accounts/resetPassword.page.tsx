import { type FieldError, FormErrors, FormFields, readForm, typedFrom } from '../../engine/forms/index.ts'
import { type Answer, page, route, type Visit } from '../../platform/http/index.ts'
import { BackLink, Button } from '../../ui/govuk/index.ts'
import { askForReset } from './askForReset.ts'
import { resetForm } from './password.form.ts'
import { resetPasswordPath, signInPath } from './paths.ts'

function resetPage(visit: Visit, errors: FieldError[] = []): Answer {
  const body = (
    <>
      <FormErrors form={resetForm} errors={errors} />
      <h1 class="govuk-heading-l">Ask for a new password</h1>
      <form method="post" action={resetPasswordPath.to()} novalidate>
        <input type="hidden" name="_csrf" value={visit.csrfToken} />
        <FormFields form={resetForm} typed={typedFrom(resetForm, visit.sent)} errors={errors} />
        <Button preventDoubleClick>Send me a link</Button>
      </form>
    </>
  )
  return page('Ask for a new password', body, {
    width: 'reading',
    status: errors.length > 0 ? 422 : 200,
    above: <BackLink href={signInPath.to()} />,
  })
}

/** The same words for every address, and where no mail server is set: who has an account is nobody's business. */
const askedPage: Answer = page(
  'Check your email',
  <>
    <h1 class="govuk-heading-l">Check your email</h1>
    <p class="govuk-body">
      If the address belongs to an account, a message with a link is on its way. The link can be used for 2
      hours.
    </p>
    <p class="govuk-body">
      If nothing comes within a few minutes, look among unwanted messages, check the address, or ask the
      administrator of your service: where Throughline sends no email itself, they hand the link on.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={signInPath.to()}>
        Go to sign in
      </a>
    </p>
  </>,
  { width: 'reading' },
)

export const resetPasswordRoutes = [
  route({
    method: 'GET',
    path: resetPasswordPath,
    permission: 'anyone',
    audit: { kind: 'none', why: 'opens a form' },
    handle: async visit => resetPage(visit),
  }),
  route({
    method: 'POST',
    path: resetPasswordPath,
    permission: 'anyone',
    perMinute: 5,
    audit: { kind: 'change', what: 'Asked for a new password' },
    async handle(visit) {
      const read = readForm(resetForm, visit.sent, visit.today)
      if (!read.ok) return resetPage(visit, read.errors)
      await askForReset(visit.platform, read.values.email, visit.requestId)
      return askedPage
    },
  }),
]
