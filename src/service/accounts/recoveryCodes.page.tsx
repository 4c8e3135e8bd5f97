import { FormErrors, FormFields, form, readForm } from '../../engine/forms/index.ts'
import { type Answer, page, type Request, redirect, route } from '../../platform/http/index.ts'
import {
  checkOwnPassword,
  countFactors,
  countRecoveryCodes,
  findSecondFactors,
  makeRecoveryCodes,
} from '../../platform/identity/index.ts'
import { BackLink, Button, WarningText } from '../../ui/govuk/index.ts'
import { currentPassword, passwordsPerMinute } from './password.form.ts'
import { recoveryCodesPath, secondFactorsPath } from './paths.ts'
import { passwordRefusal } from './words.ts'

/** Asked only where codes are replaced: making the first ones follows on having proved a second factor. */
const replaceForm = form({ id: 'replace-recovery-codes', fields: { currentPassword } })

function askPage(request: Request, left: number, message?: string): Answer {
  const title = left === 0 ? 'Make recovery codes' : 'Make new recovery codes'
  const errors = message === undefined ? [] : [{ field: 'currentPassword', message }]
  const body = (
    <>
      <FormErrors form={replaceForm} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        A recovery code lets you in once when you have neither your app nor your passkey, such as when your
        phone is lost. You get ten. They are shown once: print them or write them down, and keep them where
        you keep your passport, not with your computer.
      </p>
      {left > 0 && <p class="govuk-body">The codes that you have now will stop working.</p>}
      <form method="post" action={recoveryCodesPath.to()} novalidate>
        <input type="hidden" name="_csrf" value={request.csrfToken} />
        {left > 0 && <FormFields form={replaceForm} typed={{}} errors={errors} />}
        <Button preventDoubleClick>Make ten recovery codes</Button>
      </form>
    </>
  )
  return page(title, body, {
    width: 'reading',
    status: errors.length > 0 ? 422 : 200,
    above: <BackLink href={secondFactorsPath.to()} />,
  })
}

function codesPage(request: Request, codes: readonly string[]): Answer {
  const title = 'Your recovery codes'
  return page(
    title,
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <div class="tl-no-print">
        <WarningText>They are shown only now. Print them or write them down before you go on.</WarningText>
      </div>
      <p class="govuk-body">
        For {request.who.email} on Throughline. Each code works once, in place of your app or your passkey.
      </p>
      <ul class="govuk-list">
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div class="govuk-button-group">
        <Button href="/">I have kept them: go on</Button>
        <Button
          type="button"
          classes="govuk-button--secondary"
          attributes={{ hidden: true, 'data-print': '' }}
        >
          Print them
        </Button>
      </div>
    </>,
    { width: 'reading' },
  )
}

async function make(request: Request): Promise<Answer> {
  const { tx, who, sent, today } = request
  const left = await countRecoveryCodes(tx, who)
  if (left > 0) {
    const read = readForm(replaceForm, sent, today)
    if (!read.ok) return askPage(request, left, read.errors[0]?.message)
    const check = await checkOwnPassword(request, read.values.currentPassword)
    const refusal = passwordRefusal(check)
    if (refusal) return askPage(request, left, refusal)
  }
  return codesPage(request, await makeRecoveryCodes(tx, who))
}

/** Codes stand in for a second factor, so there must be one first. */
async function withFactor(request: Request, next: () => Promise<Answer>): Promise<Answer> {
  const factors = await findSecondFactors(request.tx, request.who)
  if (countFactors(factors) > 0) return next()
  return redirect(secondFactorsPath.to(), 'Set up an authenticator app or a passkey first.')
}

export const recoveryCodesRoutes = [
  route({
    method: 'GET',
    path: recoveryCodesPath,
    permission: 'account.own',
    audit: { kind: 'none', why: 'opens a form' },
    handle: request =>
      withFactor(request, async () => askPage(request, await countRecoveryCodes(request.tx, request.who))),
  }),
  route({
    method: 'POST',
    path: recoveryCodesPath,
    hasSecrets: true,
    permission: 'account.own',
    perMinute: passwordsPerMinute,
    audit: { kind: 'change', what: 'Made recovery codes' },
    handle: request => withFactor(request, () => make(request)),
  }),
]
