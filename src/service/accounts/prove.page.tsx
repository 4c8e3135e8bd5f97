import { type FieldError, FormErrors, FormFields, form, readForm } from '../../engine/forms/index.ts'
import { type Answer, notFound, page, type Request, route } from '../../platform/http/index.ts'
import { checkOwnPassword, openBefore, sealUntil } from '../../platform/identity/index.ts'
import { BackLink, Button } from '../../ui/govuk/index.ts'
import { currentPassword, passwordsPerMinute } from './password.form.ts'
import { authenticatorPath, provePath, secondFactorsPath } from './paths.ts'
import { passwordRefusal } from './words.ts'

const proveForm = form({ id: 'prove', fields: { currentPassword } })

/** Says for some minutes that this session has given the password again; readable by nobody but us. */
const provedCookie = 'throughline-proved'
const minutes = 10
const purpose = 'password given again'

function nextAfter(what: string | undefined) {
  if (what === 'app') return authenticatorPath
  return what === 'passkey' ? secondFactorsPath : undefined
}

/** Whether this session has given the password within the last ten minutes. */
export function hasProved({ platform, cookies, who, now }: Request): boolean {
  return openBefore(platform.secret, purpose, cookies[provedCookie], now)?.sessionId === who.sessionId
}

function askPage(request: Request, errors: FieldError[] = []): Answer {
  const title = 'Give your password'
  const body = (
    <>
      <FormErrors form={proveForm} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        A new second step can open your account, so we make sure that it is you who adds it.
      </p>
      <form method="post" action={request.address} novalidate>
        <input type="hidden" name="_csrf" value={request.csrfToken} />
        <FormFields form={proveForm} typed={{}} errors={errors} />
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

async function prove(request: Request): Promise<Answer> {
  const { platform, params, sent, today, who, now } = request
  const next = nextAfter(params.what)
  if (!next) return notFound
  const read = readForm(proveForm, sent, today)
  if (!read.ok) return askPage(request, read.errors)
  const refusal = passwordRefusal(await checkOwnPassword(request, read.values.currentPassword))
  if (refusal) return askPage(request, [{ field: 'currentPassword', message: refusal }])
  const carried = { sessionId: who.sessionId }
  const value = sealUntil(platform.secret, purpose, carried, now.add({ minutes }))
  return {
    kind: 'redirect',
    to: next.to(),
    cookies: [{ name: provedCookie, value, maxAgeSeconds: minutes * 60 }],
  }
}

export const proveRoutes = [
  route({
    method: 'GET',
    path: provePath,
    permission: 'account.own',
    beforeSecondFactor: true,
    audit: { kind: 'none', why: 'opens a form' },
    handle: async request => (nextAfter(request.params.what) ? askPage(request) : notFound),
  }),
  route({
    method: 'POST',
    path: provePath,
    permission: 'account.own',
    beforeSecondFactor: true,
    perMinute: passwordsPerMinute,
    audit: { kind: 'change', what: 'Gave the password again' },
    handle: prove,
  }),
]
