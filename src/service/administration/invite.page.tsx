import { formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { redirect } from '../../platform/http/index.ts'
import { inviteAccount } from '../accounts/index.ts'
import { invitePath, peoplePath, personPath } from './paths.ts'
import { inviteForm } from './person.form.ts'
import { sentFlash } from './words.ts'

export const inviteRoutes = formPage({
  path: invitePath,
  permission: 'accounts.manage',
  change: 'Invited somebody',
  load: async () => ok(undefined),
  form: () => inviteForm,
  title: () => 'Invite somebody',
  intro: () => (
    <p class="govuk-body">
      They get a message with a link, good for a week, with which they choose a password.
    </p>
  ),
  back: () => peoplePath.to(),
  submit: 'Send the invitation',
  async save({ platform, tx, who }, values) {
    const invited = await inviteAccount(platform, tx, { serviceId: who.serviceId, ...values }, who.userId)
    if (!invited.ok) {
      const message = 'Somebody with this email address has an account already. Look among the people'
      return { kind: 'errors', errors: [{ field: 'email', message }] }
    }
    return redirect(personPath.to(invited.value), sentFlash(platform.config))
  },
})
