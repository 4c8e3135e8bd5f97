import { CaseAlerts } from '../../moj/case-alert/CaseAlert.tsx'
import { EmptyState } from '../../moj/empty-state/EmptyState.tsx'
import { IdentityBar } from '../../moj/identity-bar/IdentityBar.tsx'
import { NotificationBadge } from '../../moj/notification-badge/NotificationBadge.tsx'
import { SideNavigation } from '../../moj/side-navigation/SideNavigation.tsx'
import { StatusTag } from '../../moj/status-tag/StatusTag.tsx'
import { Timeline } from '../../moj/timeline/Timeline.tsx'
import { Example } from './Example.tsx'

/** A child who exists only here. */
export function InventedIdentityBar() {
  return (
    <IdentityBar
      name="Tariq Almond"
      href="/design"
      said="TAH-rik"
      age="15"
      dateOfBirth="4 March 2011"
      legalStatus="Community resolution"
      holder="Sam Okoro"
      alerts={['Two workers visit']}
      isRestricted
    />
  )
}

/** The sections of a child's record, as they stand beside it. */
export function InventedSections() {
  return (
    <SideNavigation
      label="Sections of this record"
      sections={[
        {
          items: [
            { href: '/design', text: 'Now', current: true },
            { href: '/design?s=plan', text: 'Plan' },
            { href: '/design?s=assessments', text: 'Assessments' },
            {
              href: '/design?s=contacts',
              text: 'Contacts',
              after: <NotificationBadge count={2} meaning="missed" />,
            },
            { href: '/design?s=offences', text: 'Offences and outcomes' },
            { href: '/design?s=education', text: 'Education' },
            { href: '/design?s=health', text: 'Health and communication' },
          ],
        },
        {
          heading: 'Record',
          items: [
            { href: '/design?s=documents', text: 'Documents' },
            { href: '/design?s=history', text: 'History' },
          ],
        },
      ]}
    />
  )
}

/** How things stand, what to know, what has happened, and nothing yet. */
export function WorkPatterns() {
  return (
    <>
      <Example
        name="Status"
        use="How something stands against its clock, by word, shape and colour together."
      >
        <ul class="tl-counts">
          <li>
            <StatusTag kind="overdue" detail="2" />
          </li>
          <li>
            <StatusTag kind="today" detail="4" />
          </li>
          <li>
            <StatusTag kind="on-course" detail="11" />
          </li>
          <li>
            <StatusTag kind="waiting" word="To sign" detail="1" />
          </li>
        </ul>
      </Example>
      <Example
        name="Alerts on a case"
        use="What a worker must know before acting. Keep each to one line and one action."
      >
        <CaseAlerts
          alerts={[
            {
              kind: 'safety',
              text: 'Dog in the house: two workers visit.',
              since: 'Since 3 March 2026, Sam Okoro. Look again by 3 June.',
            },
            { kind: 'child', text: 'Missing twice since August. Ring his aunt first.' },
            { kind: 'approach', text: 'Short sentences. Check he has understood. Drawings help.' },
          ]}
        />
      </Example>
      <Example name="Timeline" use="What happened, latest first, with who recorded it.">
        <Timeline
          label="What has happened"
          items={[
            {
              key: '3',
              title: 'Home visit missed',
              by: 'Sam Okoro',
              datetime: '2026-11-20T17:00+00:00',
              date: '20 November 2026 at 5pm',
              children: (
                <p class="govuk-body">
                  Nobody in. His aunt says he was at the dentist: an acceptable reason.
                </p>
              ),
            },
            {
              key: '2',
              title: 'Offer accepted',
              by: 'Sam Okoro',
              datetime: '2026-11-12',
              date: '12 November 2026',
              children: (
                <p class="govuk-body">
                  Tariq chose boxing coaching and two sessions on carrying and consequences.
                </p>
              ),
            },
            {
              key: '1',
              title: 'Notification received',
              datetime: '2026-11-03T16:12+00:00',
              date: '3 November 2026 at 4:12pm',
            },
          ]}
        />
      </Example>
      <Example name="Nothing yet" use="An empty list says what would be here and how it comes.">
        <EmptyState
          title="No contacts recorded yet"
          action={
            <a class="govuk-link" href="/design">
              Plan the first contact
            </a>
          }
        >
          Visits, calls and meetings with Tariq and his family appear here once they are planned or recorded.
        </EmptyState>
      </Example>
    </>
  )
}
