import { formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { redirect } from '../../platform/http/index.ts'
import {
  checkOwnPassword,
  endSessions,
  hashPassword,
  passwordFault,
  setPasswordHash,
  spendLinks,
} from '../../platform/identity/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { changeWords } from './messages.ts'
import { changePasswordForm, limited } from './password.form.ts'
import { accountPath, changePasswordPath } from './paths.ts'
import { passwordRefusal } from './words.ts'

export const changePasswordRoutes = limited(
  formPage({
    path: changePasswordPath,
    permission: 'account.own',
    change: 'Changed the password',
    load: async () => ok(undefined),
    form: () => changePasswordForm,
    title: () => 'Change your password',
    intro: () => <p class="govuk-body">You stay signed in here. All your other sessions end.</p>,
    back: () => accountPath.to(),
    submit: 'Change my password',
    async save(request, values) {
      const { platform, tx, who, now } = request
      const check = await checkOwnPassword(request, values.currentPassword)
      const refusal = passwordRefusal(check)
      if (refusal) return { kind: 'errors', errors: [{ field: 'currentPassword', message: refusal }] }
      const fault =
        values.newPassword === values.currentPassword
          ? 'Choose a password that is not the one you have now'
          : await passwordFault(values.newPassword, [who.name, who.email])
      if (fault) return { kind: 'errors', errors: [{ field: 'newPassword', message: fault }] }
      await setPasswordHash(tx, who, await hashPassword(values.newPassword))
      await spendLinks(tx, who, ['invitation', 'reset'], now)
      await endSessions(tx, who, { allBut: who.sessionId }, now)
      const words = changeWords(who.name, who.serviceName, 'Your password has been changed.')
      await queueMessage(platform, tx, { serviceId: who.serviceId, to: who.email, ...words })
      return redirect(accountPath.to(), 'Your password has been changed. All your other sessions have ended.')
    },
  }),
)
