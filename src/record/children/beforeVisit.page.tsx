import { notFound, route } from '../../platform/http/index.ts'
import { PhoneLink } from '../../ui/layout/PhoneLink.tsx'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { sharesBarredName } from './barred.ts'
import type { Child } from './child.ts'
import { FactWords } from './Facts.tsx'
import type { Fact } from './factKinds.ts'
import { listFacts } from './factQueries.ts'
import { childOf, childPage } from './frame.tsx'

import { beforeVisitPath } from './paths.ts'
import { languageOf } from './people.page.tsx'
import { listPeople, type Person } from './personQueries.ts'
import { SameNameMark } from './SameName.tsx'
import { visitAdvice } from './visitAdvice.ts'
import { ChildAlerts, HowToTalk } from './WhatToKnow.tsx'

/** What somebody must know who goes to a child's home, on one screen of a phone or one sheet of paper. */
export const beforeVisitRoute = route({
  method: 'GET',
  path: beforeVisitPath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at what to know before a visit' },
  async handle(request) {
    const child = await childOf(request)
    if (!child) return notFound
    const addresses = await listFacts(request.tx, 'addresses', child.childId)
    const people = await listPeople(request.tx, child.childId)
    const known = {
      addresses: addresses.filter(({ until }) => !until),
      people: people.filter(({ endedAt }) => !endedAt),
    }
    return childPage(request, {
      section: 'people',
      title: 'Before a visit',
      body: <BeforeVisit child={child} {...known} everybody={people} today={request.today} />,
    })
  },
})

type Given = {
  child: Child
  addresses: Fact[]
  /** Those around the child now. */
  people: Person[]
  /** Also those of the past: whom nobody may contact stays so. */
  everybody: Person[]
  today: Temporal.PlainDate
}

function BeforeVisit({ child, addresses, people, everybody, today }: Given) {
  const advice = visitAdvice({ child, people, everybody })
  const barred = people.filter(({ mustNotBeContacted }) => mustNotBeContacted)
  const there = people.filter(
    ({ livesWithChild, mustNotBeContacted }) => livesWithChild && !mustNotBeContacted,
  )
  return (
    <div class="tl-visit">
      <PageHeaderActions heading="Before a visit">
        <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>
          Print
        </button>
      </PageHeaderActions>
      <ChildAlerts alerts={child.alerts} />
      <h2 class="govuk-heading-s">Must not be contacted</h2>
      {barred.length === 0 && <p class="govuk-body">Nobody is recorded.</p>}
      <Names people={barred} everybody={everybody} />
      <h2 class="govuk-heading-s">Where</h2>
      <Where addresses={addresses} today={today} phone={child.phone} />
      <h2 class="govuk-heading-s">Who may be there</h2>
      {there.length === 0 && <p class="govuk-body">Nobody is recorded who lives with the child.</p>}
      <Names people={there} everybody={everybody} />
      <HowToTalk child={child} />
      {advice.length > 0 && (
        <>
          <h2 class="govuk-heading-s">What to arrange</h2>
          <ul class="govuk-list govuk-list--bullet">
            {advice.map(line => (
              <li key={line}>
                <bdi>{line}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Where({
  addresses,
  phone,
  today,
}: {
  addresses: readonly Fact[]
  phone: string
  today: Given['today']
}) {
  return (
    <>
      {addresses.length === 0 && <p class="govuk-body">No address is recorded.</p>}
      {addresses.map(fact => (
        <div class="govuk-body" key={fact.factId}>
          <FactWords name="addresses" fact={fact} today={today} />
        </div>
      ))}
      {phone !== '' && (
        <p class="govuk-body">
          Phone of the child: <PhoneLink phone={phone} />
        </p>
      )}
    </>
  )
}

function Names({ people, everybody }: { people: readonly Person[]; everybody: readonly Person[] }) {
  if (people.length === 0) return null
  return (
    <ul class="govuk-list">
      {people.map(person => {
        const { personId, name, relationship, mustNotBeContacted, barredReason, phone, bestWay } = person
        const isInDoubt = sharesBarredName(person, everybody)
        const mayRing = !isInDoubt && !mustNotBeContacted && phone !== ''
        const ways = isInDoubt ? [] : [bestWay]
        const more = (mustNotBeContacted ? [barredReason] : [...ways, languageOf(person)])
          .filter(words => words !== '')
          .join('. ')
        return (
          <li key={personId}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            , {relationship}{' '}
            {person.hasParentalResponsibility && <Badge colour="blue">Parental responsibility</Badge>}{' '}
            {isInDoubt && <SameNameMark />}
            {(mayRing || more !== '') && <br />}
            {mayRing && <PhoneLink phone={phone} />}
            {mayRing && more !== '' && '. '}
            {more}
          </li>
        )
      })}
    </ul>
  )
}
