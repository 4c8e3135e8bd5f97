import { type Field, form, formPage, yesNo } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { addressToTell, tellOfClosing, wasTold } from '../referrers/index.ts'
import { closeReasons, toldSentence } from './closeReasons.ts'
import { loadOpen } from './loadOpen.ts'
import { formOf } from './notification.form.ts'
import { type Notification, settleNotification } from './notificationQueries.ts'
import { arrivalPath, arrivalsPath, closeArrivalPath } from './paths.ts'

const whyClosed = {
  kind: 'choice',
  label: 'Why is no case opened?',
  required: 'Choose why no case is opened',
  options: closeReasons,
} as const satisfies Field

/** Asked where whoever sent it gave an address at work. */
const tellThem = {
  kind: 'choice',
  label: 'Tell whoever sent it by e-mail that no case is opened?',
  hint: 'The message gives the child’s initials. What you write in your own words is not passed on.',
  required: 'Choose whether to tell whoever sent it',
  options: yesNo,
} as const satisfies Field

type Loaded = { notification: Notification; wasTold: boolean }

function closeForm({ notification, wasTold }: Loaded) {
  // Of one that was opened again they were told already.
  const canBeTold = addressToTell(notification) !== undefined && !wasTold
  return form({ id: 'close-arrival', fields: { why: whyClosed, ...(canBeTold && { tell: tellThem }) } })
}

/** What is about no child of ours, or was sent in error, is closed with the reason. */
export const closeRoutes = formPage({
  path: closeArrivalPath,
  permission: 'arrivals.work',
  change: 'Closed an arrival without a case',
  async load(request) {
    const open = await loadOpen(request)
    if (!open.ok) return open
    return ok({ notification: open.value, wasTold: await wasTold(request.tx, open.value.notificationId) })
  },
  form: closeForm,
  title: ({ notification }) => `Close this ${formOf(notification).called} without a case`,
  back: ({ notification }) => arrivalPath.to(notification),
  version: ({ notification }) => notification.version,
  submit: 'Close it',
  isWarning: true,
  async save({ tx, now, who, platform }, { why }, { notification }, answers) {
    const closedReason = answers['why-reason'] ? `${why}: ${answers['why-reason']}` : why
    const closed = await settleNotification(tx, notification, {
      closedAt: now,
      closedReason,
      closedBy: who.userId,
    })
    if (!closed)
      return turnBack(arrivalsPath.to(), 'Not saved: somebody else has dealt with it in the meantime.')
    const { serviceId, serviceName, userId: by } = who
    const teller = { serviceId, serviceName, by, at: now }
    const isTold =
      answers.tell === 'yes' &&
      (await tellOfClosing(platform, tx, teller, notification, toldSentence(closedReason)))
    const told = isTold ? ' Whoever sent it is told by e-mail.' : ''
    return redirect(arrivalsPath.to(), `The ${formOf(notification).called} is closed.${told}`)
  },
})
