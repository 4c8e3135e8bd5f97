import { type Permission, type Role, reachOf } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { appointmentsPath } from '../appointments/index.ts'
import { arrivalsPath } from '../arrivals/index.ts'
import { toAskPath } from '../asking/index.ts'
import { allFormsPath } from '../assessments/index.ts'
import { childrenPath } from '../children/index.ts'
import { deadlinesPath } from '../deadlines/index.ts'
import { summaryPath } from '../feedback/index.ts'
import { followUpsPath } from '../followUp/index.ts'
import { placesPath } from '../places/index.ts'

type Place = { title: string; href: string; words: string }

/**
 * Where somebody can go from here, by what they may do: the words fit how far the permission reaches. What stands in
 * `harm` and `service` is written out: nothing in the record may import it.
 */
const places: readonly { permission: Permission; all: Place; related?: Place }[] = [
  {
    permission: 'child.see',
    all: {
      title: 'Children',
      href: childrenPath.to(),
      words: 'Find a child and open the record. Every look is written down.',
    },
    related: {
      title: 'Children',
      href: childrenPath.to(),
      words: 'Open the records of children in whose cases you have a part. Every look is written down.',
    },
  },
  {
    permission: 'victims.see',
    all: {
      title: 'Victims',
      href: '/victims',
      words: 'See who was harmed, what they wish, and what keeps them safe.',
    },
  },
  {
    permission: 'arrivals.work',
    all: {
      title: 'Arrivals',
      href: arrivalsPath.to(),
      words: 'Say which child a notification or a referral is about.',
    },
  },
  {
    permission: 'contacts.see',
    all: { title: 'Appointments', href: appointmentsPath.to(), words: 'See who meets whom, when and where.' },
  },
  {
    permission: 'places.manage',
    all: { title: 'Places', href: placesPath.to(), words: 'Keep the list of places where children are met.' },
  },
  {
    permission: 'followUp.see',
    all: {
      title: 'Follow-up',
      href: followUpsPath.to(),
      words: 'See which children are followed after the work, and what was found.',
    },
  },
  {
    permission: 'assessments.see',
    all: {
      title: 'All assessments',
      href: allFormsPath.to(),
      words: 'See the forms about all children, and what they judge.',
    },
    related: {
      title: 'All assessments',
      href: allFormsPath.to(),
      words: 'See the forms about children in whose cases you have a part.',
    },
  },
  {
    permission: 'feedback.ask',
    all: {
      title: 'Who to ask',
      href: toAskPath.to(),
      words: 'Ask children how it was, after the work has ended.',
    },
  },
  {
    permission: 'feedback.summary',
    all: {
      title: 'What they say',
      href: summaryPath.to(),
      words: 'Read what children, families and referrers say of the work, without names.',
    },
  },
  {
    permission: 'deadlines.see',
    all: {
      title: 'Deadlines',
      href: deadlinesPath.to(),
      words: 'Read what has to be done by when, and by which rule.',
    },
  },
  {
    permission: 'accounts.manage',
    all: {
      title: 'Admin',
      href: '/admin',
      words: 'Let people in and out, and look after keys, messages and jobs.',
    },
  },
  {
    permission: 'account.own',
    all: { title: 'My account', href: '/account', words: 'Change your password and your second step.' },
  },
]

/** What a role will have here and has not yet; undefined where its work stands here already. */
const stillToCome: Readonly<Record<Role, string | undefined>> = {
  officer: undefined,
  senior: undefined,
  manager: undefined,
  'business-support': undefined,
  'health-worker': undefined,
  'speech-therapist': undefined,
  administrator: undefined,
  'police-officer': undefined,
  'victim-worker':
    'Restorative work, and the whole service for those who were harmed, are still to be built.',
  'participation-worker': undefined,
  'volunteer-coordinator': 'Volunteers, their training and their rota are still to be built.',
  analyst: 'Figures for analysts are still to be built; today seniors and managers see them.',
  'board-member': 'The pack of figures for the board is still to be built.',
  inspector: 'Case audits and inspection are still to be built.',
}

/** For those whose working day does not stand on this page: what they can do, and where. */
export function WhatIsHere({ who: { name, roles } }: Pick<Request, 'who'>) {
  const open = places.flatMap(({ permission, all, related }) => {
    const reach = reachOf(permission, roles)
    if (reach === undefined) return []
    return [reach === 'related' && related ? related : all]
  })
  const missing = roles.map(role => stillToCome[role]).filter(words => words !== undefined)
  return (
    <section aria-labelledby="what-is-here">
      <h2 class="govuk-heading-m" id="what-is-here">
        What you can do here, {name}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {open.map(({ title, href, words }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {title}
            </a>
            : {words}
          </li>
        ))}
      </ul>
      {missing.map(words => (
        <p class="govuk-body" key={words}>
          {words}
        </p>
      ))}
    </section>
  )
}
