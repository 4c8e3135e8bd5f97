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
import { whenToldOfClosing } from '../referrers/index.ts'
import { findCloser, listReopenings, openAgain } from './closingQueries.ts'
import { EarlierClosings } from './EarlierClosings.tsx'
import { formOf } from './notification.form.ts'
import { findNotification, type Notification } from './notificationQueries.ts'
import { arrivalPath, arrivalsPath, reopenArrivalPath } from './paths.ts'
import { routeWords, summaryRows } from './whatWasSaid.tsx'

const nameOf = ({ givenName, familyName }: Notification) => `${givenName} ${familyName}`.trim()

/** What arrived and was closed without a case, to be read: why, when and by whom, and all that it says. */
export async function closedArrival({ tx, today }: Request, notification: Notification): Promise<PageAnswer> {
  const { called } = formOf(notification)
  const { notificationId, closedAt, closedReason } = notification
  const [who, toldAt, reopenings] = await Promise.all([
    findCloser(tx, notificationId),
    whenToldOfClosing(tx, notificationId),
    listReopenings(tx, notificationId),
  ])
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
          {
            key: 'Was whoever sent it told?',
            value: toldAt ? `Yes, by e-mail on ${writeMoment(toldAt, ukZone)}` : 'Not by e-mail',
          },
          { key: 'Sent by', value: routeWords(notification) },
        ]}
      />
      <EarlierClosings reopenings={reopenings} />
      <h2 class="govuk-heading-m">All that the {called} says</h2>
      <SummaryList rows={summaryRows(notification, today)} />
    </>,
    { above: <BackLink href={arrivalsPath.to()}>Back to arrivals</BackLink> },
  )
}

type Loaded = { notification: Notification; toldAt: Temporal.Instant | undefined }

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
    return ok({ notification, toldAt: await whenToldOfClosing(tx, notification.notificationId) })
  },
  form: () =>
    form({
      id: 'reopen-arrival',
      fields: {
        reason: {
          kind: 'textarea',
          label: 'Why is it opened again?',
          hint: 'It stands with the arrival and in the audit, with why it had been closed.',
          required: 'Say why it is opened again',
          maxLength: 500,
          rows: 3,
        },
      },
    }),
  title: ({ notification }: Loaded) => `Open again: ${nameOf(notification)}`,
  intro: ({ notification, toldAt }) => (
    <p class="govuk-body">
      It was closed: {notification.closedReason}. Opened again, it waits under Arrivals.
      {toldAt && ' Whoever sent it was told that no case is opened: tell them that it is looked at again.'}
    </p>
  ),
  back: ({ notification }) => arrivalPath.to(notification),
  version: ({ notification }) => notification.version,
  submit: 'Open it again',
  async save({ tx, who, now }, { reason }, { notification }) {
    await setReason(tx, reason)
    return (await openAgain(tx, notification, { by: who.userId, at: now, reason }))
      ? redirect(arrivalPath.to(notification), `The ${formOf(notification).called} waits again.`)
      : turnBack(arrivalsPath.to(), 'Not saved: somebody else has dealt with it in the meantime.')
  },
})
