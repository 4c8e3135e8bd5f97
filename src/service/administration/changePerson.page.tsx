import { form, formPage, type Refusal } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, forbidden, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { type Account, endSessions, removeAllSecondFactors } from '../../platform/identity/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { seesChildren } from '../../record/children/index.ts'
import {
  changeAccount,
  changeWords,
  setDisabled,
  tellOfReach,
  workHeldBy,
  workHeldWords,
} from '../accounts/index.ts'
import { disablePath, editPersonPath, enablePath, personPath, removeSecondStepPath } from './paths.ts'
import { editPersonForm } from './person.form.ts'
import { findPerson } from './person.page.tsx'
import { keptWords } from './words.ts'

async function load(request: Request): Promise<Result<Account, Answer>> {
  const person = await findPerson(request)
  return person ? ok(person) : refused(notFound)
}

const typed = (person: Account) => ({ name: person.name, roles: person.roles })
const back = (person: Account) => personPath.to({ userId: person.userId })
const nothingAsked = form({ id: 'confirm', fields: {} })

/** Changing a person's name and roles. */
const edit = formPage({
  path: editPersonPath,
  permission: 'accounts.manage',
  change: 'Changed an account',
  load,
  form: () => editPersonForm,
  title: person => `Change the account of ${person.name}`,
  initial: typed,
  version: person => person.version,
  row: person => ({ table: 'person_account', key: { user_id: person.userId } }),
  back,
  submit: 'Save',
  async save(request, values, person): Promise<Answer | Refusal> {
    const owner = { serviceId: request.who.serviceId, userId: person.userId }
    const changed = await changeAccount(
      request.tx,
      owner,
      { ...values, version: person.version },
      request.who.userId,
    )
    if (changed.ok) {
      // While the account is disabled its roles open nothing: the managers hear of it when it is enabled.
      const now = person.disabledAt ? [] : values.roles
      const given = { name: values.name, before: person.roles, now, by: request.who.userId }
      await tellOfReach(request.platform, request.tx, { ...owner, ...given })
      const held = seesChildren(values.roles) ? '' : await heldWords(request, person)
      return redirect(back(person), `The account has been changed.${held}`)
    }
    if (changed.reason === 'changed-meanwhile') {
      const now = await findPerson(request)
      if (now) return { kind: 'collision', theirs: typed(now), version: now.version }
    }
    return { kind: 'errors', errors: [{ field: 'roles', message: keptWords(changed.reason) }] }
  },
})

/** What the person holds that others must take over, as a sentence to follow another. */
async function heldWords({ tx }: Request, { userId }: Account): Promise<string> {
  const words = workHeldWords(await workHeldBy(tx, userId))
  return words === '' ? '' : ` ${words}`
}

async function switchTo(disabled: boolean, request: Request, person: Account): Promise<Answer> {
  const { platform, tx, who, now } = request
  const owner = { serviceId: who.serviceId, userId: person.userId }
  const changed = await setDisabled(tx, owner, disabled, { by: who.userId, now })
  if (!changed.ok) return forbidden(`${keptWords(changed.reason)}.`)
  if (disabled)
    return redirect(back(person), `The account has been disabled.${await heldWords(request, person)}`)
  const { name, roles } = person
  await tellOfReach(platform, tx, { ...owner, name, before: [], now: roles, by: who.userId })
  return redirect(back(person), 'The account has been enabled.')
}

const disable = formPage({
  path: disablePath,
  permission: 'accounts.manage',
  change: 'Disabled an account',
  async load(request) {
    const person = await load(request)
    return person.ok ? ok({ person: person.value, held: await heldWords(request, person.value) }) : person
  },
  form: () => nothingAsked,
  title: ({ person }) => `Disable the account of ${person.name}`,
  intro: ({ held }) => (
    <p class="govuk-body">
      They are signed out at once and cannot sign in again. What they have recorded stays.{held} You can
      enable the account again.
    </p>
  ),
  back: ({ person }) => back(person),
  submit: 'Disable the account',
  isWarning: true,
  save: (request, _values, { person }) => switchTo(true, request, person),
})

const enable = formPage({
  path: enablePath,
  permission: 'accounts.manage',
  change: 'Enabled an account',
  load,
  form: () => nothingAsked,
  title: person => `Enable the account of ${person.name}`,
  intro: person => (
    <p class="govuk-body">
      {person.hasPassword
        ? 'They can sign in again with the password and the second step that they had.'
        : 'They have no password yet: send them the invitation again afterwards.'}
    </p>
  ),
  back,
  submit: 'Enable the account',
  save: (request, _values, person) => switchTo(false, request, person),
})

/** For somebody who has lost the phone and the recovery codes. */
const removeSecondStep = formPage({
  path: removeSecondStepPath,
  permission: 'accounts.manage',
  change: 'Removed a person’s second step',
  async load(request) {
    const person = await load(request)
    if (!person.ok) return person
    // Their own they remove in their own account, with their password and by its rules.
    return person.value.hasSecondFactor && person.value.userId !== request.who.userId
      ? person
      : refused(notFound)
  },
  form: () => nothingAsked,
  title: person => `Remove the second step of ${person.name}`,
  intro: () => (
    <p class="govuk-body">
      Make sure, by voice or face to face, that it is they who ask: afterwards the password alone opens the
      account. Their authenticator app, passkeys and recovery codes are removed, they are signed out, and they
      get a message that says so.
    </p>
  ),
  back,
  submit: 'Remove the second step',
  isWarning: true,
  async save({ platform, tx, who, now }, _values, person) {
    const owner = { serviceId: who.serviceId, userId: person.userId }
    await removeAllSecondFactors(tx, owner)
    await endSessions(tx, owner, { allBut: undefined }, now)
    const what = 'The administrator of your service has removed the second step of your sign-in.'
    const words = changeWords(person.name, who.serviceName, what)
    await queueMessage(platform, tx, { serviceId: who.serviceId, to: person.email, ...words })
    return redirect(back(person), 'The second step has been removed.')
  },
})

export const changePersonRoutes = [...edit, ...disable, ...enable, ...removeSecondStep]
