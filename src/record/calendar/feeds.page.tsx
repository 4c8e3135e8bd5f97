import { form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { hashOfForm, notFound, page, type Request, redirect, route } from '../../platform/http/index.ts'
import { newToken } from '../../platform/identity/index.ts'
import { BackLink, Button, WarningText } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { endFeed, findFeed, keepFeed, listFeeds } from './feedQueries.ts'
import { addFeedPath, endFeedPath, feedPath, feedsPath, weekPath } from './paths.ts'

const feedsRoute = route({
  method: 'GET',
  path: feedsPath,
  permission: 'contacts.record',
  audit: { kind: 'none', why: 'shows a person’s own addresses, and nothing about a child' },
  async handle({ tx, who }) {
    const feeds = await listFeeds(tx, who.userId)
    return page(
      'Calendars',
      <>
        <h1 class="govuk-heading-l">My appointments in other calendars</h1>
        <p class="govuk-body">
          A calendar program, at your desk or on your phone, can show your appointments from here. It reads
          them at an address that only you have, and cannot change them.
        </p>
        <Button href={addFeedPath.to()}>Make an address</Button>
        <SortableTable
          id="feeds"
          caption={feeds.length === 1 ? '1 address' : `${feeds.length} addresses`}
          rows={feeds}
          rowKey={({ feedId }) => feedId}
          empty={
            <EmptyState title="No addresses">
              An address stands here from when you make it until you end it.
            </EmptyState>
          }
          columns={[
            { key: 'name', heading: 'For', isRowHeader: true, cell: ({ name }) => <bdi>{name}</bdi> },
            {
              key: 'says',
              heading: 'Says',
              cell: ({ withInitials }) =>
                withInitials ? 'What, when, and the child’s initials' : 'What and when',
            },
            { key: 'made', heading: 'Made', cell: ({ madeAt }) => writeDate(dayInUk(madeAt)) },
            {
              key: 'asked',
              heading: 'Last read',
              cell: ({ askedOn }) => (askedOn ? writeDate(askedOn) : 'Never'),
            },
            {
              key: 'end',
              heading: 'End it',
              cell: it => (
                <a class="govuk-link" href={endFeedPath.to(it)}>
                  End<span class="govuk-visually-hidden"> the address for {it.name}</span>
                </a>
              ),
            },
          ]}
        />
      </>,
      { above: <BackLink href={weekPath.to()}>My week</BackLink> },
    )
  },
})

const addRoutes = formPage({
  path: addFeedPath,
  permission: 'contacts.record',
  change: 'Made an address for a calendar',
  load: async ({ who }) => ok(who),
  form: () =>
    form({
      id: 'calendar',
      fields: {
        name: {
          kind: 'text',
          label: 'Which calendar is it for?',
          hint: 'For example: work phone',
          required: 'Say which calendar it is for',
          maxLength: 60,
          width: 'medium',
        },
        initials: {
          kind: 'choice',
          label: 'May it say the initials of the child?',
          hint: 'Whoever sees that calendar sees them. A place is never said.',
          required: 'Choose whether it may say the initials of the child',
          options: [
            { value: 'no', label: 'No, only what and when' },
            { value: 'yes', label: 'Yes, nobody but me sees that calendar' },
          ],
        },
      },
    }),
  title: () => 'Make an address for a calendar',
  back: () => feedsPath.to(),
  submit: 'Make the address',
  async save(request, values) {
    const { tx, who, now, platform } = request
    const { token, hash } = newToken()
    const isAgain = await keepFeed(tx, {
      serviceId: who.serviceId,
      userId: who.userId,
      name: values.name,
      tokenHash: hash,
      withInitials: values.initials === 'yes',
      at: now,
      madeByForm: hashOfForm(request),
    })
    const address = `${platform.config.publicUrl}${feedPath.to({ token: `${token}.ics` })}`
    return madePage(address, values.name, isAgain)
  },
})

/** Shown once: afterwards nobody can know the address but whoever has kept it. */
function madePage(address: string, name: string, isAgain: boolean) {
  return page(
    'The address is made',
    <>
      <h1 class="govuk-heading-l">The address is made</h1>
      <WarningText>It is shown only now. Copy it before you go on.</WarningText>
      {isAgain && (
        <p class="govuk-body">
          You sent the form before. If you have seen another address for it, that one does not work any more.
        </p>
      )}
      <p class="govuk-body">
        Add it to {name} as a calendar from the internet, or a calendar that you subscribe to:
      </p>
      <pre class="tl-code">
        <code>{address}</code>
      </pre>
      <p class="govuk-body">
        Whoever has this address sees when you have appointments. If you lose a device or anybody else may
        have seen it, end it and make another.
      </p>
      <Button href={feedsPath.to()}>I have copied it: go on</Button>
    </>,
    { width: 'reading' },
  )
}

const endRoutes = formPage({
  path: endFeedPath,
  permission: 'contacts.record',
  change: 'Ended an address for a calendar',
  async load({ tx, who, params }: Request) {
    const feed = await findFeed(tx, who.userId, params.feedId ?? '')
    return feed ? ok(feed) : refused(notFound)
  },
  form: () => form({ id: 'end-calendar', fields: {} }),
  title: ({ name }) => `End the address for ${name}`,
  intro: () => (
    <p class="govuk-body">
      The calendar finds nothing there from now on. What it has read already it may keep for a while.
    </p>
  ),
  back: () => feedsPath.to(),
  submit: 'End the address',
  isWarning: true,
  async save({ tx, now }, _values, { feedId }) {
    await endFeed(tx, feedId, now)
    return redirect(feedsPath.to(), 'The address has been ended.')
  },
})

export const feedRoutes = [feedsRoute, ...addRoutes, ...endRoutes]
