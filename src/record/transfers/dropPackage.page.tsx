import { form, formPage } from '../../engine/forms/index.ts'
import { setReason } from '../../platform/database/index.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { packagesPath } from '../arrivals/index.ts'
import { settleArrived } from './arrivedQueries.ts'
import { loadWaiting } from './loadWaiting.ts'
import { arrivedPackagePath, dropPackagePath } from './paths.ts'

/** Puts aside a package that is not for this service. */
export const dropPackageRoutes = formPage({
  path: dropPackagePath,
  permission: 'transfer.take',
  change: 'Put aside a package from another service',
  load: loadWaiting,
  form: () =>
    form({
      id: 'drop-package',
      fields: {
        reason: {
          kind: 'textarea',
          label: 'Why is it not taken in?',
          hint: 'What is in it is deleted. That it came, from where, and this reason stay. Do not name the child.',
          required: 'Say why it is not taken in',
          maxLength: 500,
          rows: 3,
        },
      },
    }),
  title: () => 'Put the package aside',
  back: arrived => arrivedPackagePath.to(arrived),
  version: ({ version }) => version,
  row: it => ({ table: 'arrived_transfer', key: { arrived_transfer_id: it.arrivedTransferId } }),
  submit: 'Delete what is in it',
  isWarning: true,
  async save({ tx, who, now }, { reason }, arrived) {
    await setReason(tx, reason)
    const isDone = await settleArrived(tx, arrived, { childId: null, by: who.userId, at: now })
    return isDone
      ? redirect(packagesPath.to(), 'The package was put aside. What was in it is deleted.')
      : turnBack(packagesPath.to(), 'Not done: somebody else has dealt with it in the meantime.')
  },
})
