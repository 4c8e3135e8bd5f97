import { form, formPage } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request, redirect, route } from '../../platform/http/index.ts'
import {
  addPasskey,
  afterProving,
  askForNewPasskey,
  checkOwnPassword,
  countFactors,
  findSecondFactors,
  type Passkey,
  removeSecondFactor,
  renamePasskey,
} from '../../platform/identity/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { deviceInWords } from './device.ts'
import { changeWords } from './messages.ts'
import { ask, refusePasskey } from './passkeySignIn.ts'
import { currentPassword, limited } from './password.form.ts'
import {
  newPasskeyOptionsPath,
  newPasskeyPath,
  recoveryCodesPath,
  removePasskeyPath,
  renamePasskeyPath,
  secondFactorsPath,
} from './paths.ts'
import { hasProved } from './prove.page.tsx'
import { lastFactorPage } from './removal.tsx'
import { passkeyReference } from './secondFactors.page.tsx'
import { challengeCookie } from './signInSteps.ts'
import { passwordRefusal } from './words.ts'

const unproved = refusePasskey('Too much time has passed since you gave your password. Load this page again.')

async function add(request: Request): Promise<Answer> {
  const { platform, tx, who, now, device, json, cookies } = request
  if (!hasProved(request)) return unproved
  const before = await findSecondFactors(tx, who)
  const sent = { answer: json, sealed: cookies[challengeCookie], name: deviceInWords(device) }
  if (!(await addPasskey(platform, tx, who, sent, now)))
    return refusePasskey('The passkey could not be checked. Try again.')
  const what = 'A passkey has been added to it: it can open your account.'
  await queueMessage(platform, tx, {
    serviceId: who.serviceId,
    to: who.email,
    ...changeWords(who.name, who.serviceName, what),
  })
  await afterProving(tx, who, countFactors(before) === 0, now)
  const next = before.recoveryCodesLeft === 0 ? recoveryCodesPath : secondFactorsPath
  return {
    kind: 'json',
    status: 200,
    body: { location: next.to() },
    flash: 'Your passkey has been added.',
    cookies: [{ name: challengeCookie, value: undefined }],
  }
}

async function loadPasskey({ tx, who, params }: Request): Promise<Result<Passkey, Answer>> {
  const { passkeys } = await findSecondFactors(tx, who)
  const passkey = passkeys.find(each => passkeyReference(each) === params.passkey)
  return passkey ? ok(passkey) : refused(notFound)
}

export const passkeyRoutes = [
  route({
    method: 'GET',
    path: newPasskeyOptionsPath,
    permission: 'account.own',
    beforeSecondFactor: true,
    audit: { kind: 'none', why: 'asks a question and keeps nothing' },
    async handle(request) {
      const { platform, tx, who, now } = request
      return hasProved(request) ? ask(await askForNewPasskey(platform, tx, who, now)) : unproved
    },
  }),
  route({
    method: 'POST',
    path: newPasskeyPath,
    permission: 'account.own',
    beforeSecondFactor: true,
    audit: { kind: 'change', what: 'Added a passkey' },
    handle: add,
  }),
  ...formPage({
    path: renamePasskeyPath,
    permission: 'account.own',
    change: 'Renamed a passkey',
    load: loadPasskey,
    form: () =>
      form({
        id: 'rename-passkey',
        fields: {
          name: {
            kind: 'text',
            label: 'Name',
            hint: 'Such as the device that holds it: “My work laptop”.',
            required: 'Enter a name for this passkey',
            maxLength: 60,
            width: 'medium',
          },
        },
      }),
    title: () => 'Rename your passkey',
    initial: passkey => ({ name: passkey.name }),
    back: () => secondFactorsPath.to(),
    submit: 'Save the name',
    async save({ tx, who }, values, passkey) {
      const isRenamed = await renamePasskey(tx, who, passkey.id, values.name)
      return isRenamed ? redirect(secondFactorsPath.to(), 'Your passkey has been renamed.') : notFound
    },
  }),
  ...limited(
    formPage({
      path: removePasskeyPath,
      permission: 'account.own',
      change: 'Removed a passkey',
      load: loadPasskey,
      form: () => form({ id: 'remove-passkey', fields: { currentPassword } }),
      title: () => 'Remove your passkey',
      intro: passkey => (
        <p class="govuk-body">
          “<span dir="auto">{passkey.name}</span>” will no longer open your account. The device may go on
          offering it until you delete it there too.
        </p>
      ),
      back: () => secondFactorsPath.to(),
      submit: 'Remove the passkey',
      isWarning: true,
      async save(request, values, passkey) {
        const { tx, who } = request
        const check = await checkOwnPassword(request, values.currentPassword)
        const refusal = passwordRefusal(check)
        if (refusal) return { kind: 'errors', errors: [{ field: 'currentPassword', message: refusal }] }
        const isRemoved = await removeSecondFactor(tx, who, { passkeyId: passkey.id })
        return isRemoved ? redirect(secondFactorsPath.to(), 'Your passkey has been removed.') : lastFactorPage
      },
    }),
  ),
]
