import { form, formPage } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { setReason } from '../../platform/database/index.ts'
import {
  notFound,
  type PageAnswer,
  page,
  type Request,
  redirect,
  turnBack,
} from '../../platform/http/index.ts'
import { BackLink, SummaryList } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { wasTold } from '../referrers/index.ts'
import { formOf } from './notification.form.ts'
import { findCloser, findNotification, type Notification, openAgain } from './notificationQueries.ts'
import { arrivalPath, arrivalsPath, reopenArrivalPath } from './paths.ts'
import { routeWords, summaryRows } from './whatWasSaid.tsx'

const nameOf = ({ givenName, familyName }: Notification) => `${givenName} ${familyName}`.trim()

/** What arrived and was closed without a case, to be read: why, when and by whom, and all that it says. */
export async function closedArrival({ tx, today }: Request, notification: Notification): Promise<PageAnswer> {
  const { called } = formOf(notification)
  const { notificationId, closedAt, closedReason } = notification
  const [who, isTold] = await Promise.all([findCloser(tx, notificationId), wasTold(tx, notificationId)])
  return page(
    `Closed: ${nameOf(notification)}`,
    <>
      <PageHeaderActions
        heading={`${nameOf(notification)}: closed without a case`}
        actions={[{ href: reopenArrivalPath.to(notification), text: 'Open it again', isSecondary: true }]}
      />
      <SummaryList
        rows={[
          { key: 'Why', value: closedReason ?? '' },
          ...(closedAt ? [{ key: 'When', value: writeMoment(closedAt, ukZone) }] : []),
          ...(who === undefined ? [] : [{ key: 'By', value: who }]),
          { key: 'Was whoever sent it told?', value: isTold ? 'Yes, by e-mail' : 'Not by e-mail' },
          { key: 'Sent by', value: routeWords(notification) },
        ]}
      />
      <h2 class="govuk-heading-m">All that the {called} says</h2>
      <SummaryList rows={summaryRows(notification, today)} />
    </>,
    { above: <BackLink href={arrivalsPath.to()}>Back to arrivals</BackLink> },
  )
}

type Loaded = { notification: Notification; isTold: boolean }

/** What was closed by mistake, or about which more is known now, waits again. */
export const reopenRoutes = formPage({
  path: reopenArrivalPath,
  permission: 'arrivals.work',
  change: 'Opened a closed arrival again',
  async load({ tx, params }) {
    const id = parseId<'notification'>(params.notificationId ?? '')
    const notification = id && (await findNotification(tx, id, 'to-settle'))
    if (!notification) return refused(notFound)
    if (!notification.closedAt) return refused(turnBack(arrivalPath.to(notification), 'It is open already.'))
    return ok({ notification, isTold: await wasTold(tx, notification.notificationId) })
  },
  form: () =>
    form({
      id: 'reopen-arrival',
      fields: {
        reason: {
          kind: 'textarea',
          label: 'Why is it opened again?',
          hint: 'It stands in the audit, with why it had been closed.',
          required: 'Say why it is opened again',
          maxLength: 500,
          rows: 3,
        },
      },
    }),
  title: ({ notification }: Loaded) => `Open again: ${nameOf(notification)}`,
  intro: ({ notification, isTold }) => (
    <p class="govuk-body">
      It was closed: {notification.closedReason}. Opened again, it waits under Arrivals.
      {isTold && ' Whoever sent it was told that no case is opened: tell them that it is looked at again.'}
    </p>
  ),
  back: ({ notification }) => arrivalPath.to(notification),
  version: ({ notification }) => notification.version,
  submit: 'Open it again',
  async save({ tx }, { reason }, { notification }) {
    await setReason(tx, reason)
    return (await openAgain(tx, notification))
      ? redirect(arrivalPath.to(notification), `The ${formOf(notification).called} waits again.`)
      : turnBack(arrivalsPath.to(), 'Not saved: somebody else has dealt with it in the meantime.')
  },
})
