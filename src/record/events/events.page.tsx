import { findAssessmentForm, practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { beginPath } from '../assessments/index.ts'
import { ClockRule, ClockStanding } from '../cases/index.ts'
import { childOf, childPage } from '../children/index.ts'
import { eventTitle, happenedWords, readAskedReviews } from './AskedReviews.tsx'
import { listEvents, listNotReviewed, type NotReviewed, type SignificantEvent } from './eventQueries.ts'
import { addEventPath, eventsPath, mistakenEventPath } from './paths.ts'

/** What has happened in a child’s life that asks for a review, and whether one is due. */
export const eventsRoute = route({
  method: 'GET',
  path: eventsPath,
  permission: 'events.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at what has happened' },
  async handle(request) {
    const { tx, who, today } = request
    const child = await childOf(request)
    const [rule] = practiceInUse().reviewRules
    if (!child || !rule) return notFound
    const { childId, isRelated } = child
    const [events, [asked], notReviewed] = await Promise.all([
      listEvents(tx, childId),
      readAskedReviews(request, { childId }),
      listNotReviewed(tx, childId, rule, today),
    ])
    const mayRecord = may('events.record', who.roles, isRelated)
    const first = findAssessmentForm(practiceInUse(), rule.forms[0] ?? '')
    const mayBegin = may('assessments.write', who.roles, isRelated) && first !== undefined
    return childPage(request, {
      section: 'chronology',
      title: 'What has happened',
      body: (
        <>
          <PageHeaderActions
            heading="What has happened"
            actions={mayRecord ? [{ href: addEventPath.to(child), text: 'Write down what happened' }] : []}
          />
          {asked ? (
            <>
              <h2 class="govuk-heading-m">A review is due</h2>
              <p class="govuk-body">{happenedWords(rule, asked.happened)}</p>
              <div class="govuk-body">
                <ClockStanding state={asked.state} />
                <ClockRule clock={rule.clock} own={undefined} />
              </div>
              {mayBegin && (
                <p class="govuk-body tl-no-print">
                  <a class="govuk-link" href={beginPath.to({ childId, form: first.id })}>
                    Begin: {first.title}
                  </a>
                </p>
              )}
            </>
          ) : (
            <p class="govuk-body">
              No review is due. One is asked for when something happens after an assessment was signed, while
              a case is open.
            </p>
          )}
          <EndedWithout notReviewed={notReviewed} />
          <EventTable events={events} mayRecord={mayRecord} />
        </>
      ),
    })
  },
})

/** Reviews that were asked for and not done when the case ended: they do not vanish with it. */
function EndedWithout({ notReviewed }: { notReviewed: readonly NotReviewed[] }) {
  const [rule] = practiceInUse().reviewRules
  if (!rule || notReviewed.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Ended without a review</h2>
      <ul class="govuk-list govuk-list--bullet">
        {notReviewed.map(it => (
          <li key={`${it.kind} ${it.from}`}>
            {happenedWords(rule, [it])}. The case ended on {writeDate(dayInUk(it.endedAt))} with the review
            not done.
          </li>
        ))}
      </ul>
    </>
  )
}

function EventTable({ events, mayRecord }: { events: readonly SignificantEvent[]; mayRecord: boolean }) {
  const [rule] = practiceInUse().reviewRules
  if (!rule) return null
  return (
    <SortableTable
      id="events"
      caption="What was written down"
      rows={events}
      rowKey={({ eventId }) => eventId}
      empty={
        <EmptyState title="Nothing has been written down">
          An arrest, a missing episode or an exclusion stands here. Moves and offences of the record count by
          themselves.
        </EmptyState>
      }
      columns={[
        {
          key: 'what',
          heading: 'What',
          isRowHeader: true,
          cell: ({ kind, words, mistakenReason }) => (
            <>
              {eventTitle(rule, kind)}
              <div class="govuk-body tl-keep-lines" dir="auto">
                {words}
              </div>
              {mistakenReason !== '' && (
                <p class="govuk-hint">
                  Written by mistake: <bdi>{mistakenReason}</bdi>
                </p>
              )}
            </>
          ),
        },
        { key: 'day', heading: 'When', cell: ({ happenedOn }) => writeDate(happenedOn) },
        {
          key: 'told',
          heading: 'Who told us',
          cell: ({ toldBy, recordedBy, recordedAt }) => (
            <>
              <bdi>{toldBy}</bdi>
              <div class="govuk-hint tl-hint-below">
                Written down by {recordedBy}, {writeMoment(recordedAt, ukZone)}
              </div>
            </>
          ),
        },
        ...(mayRecord
          ? [
              {
                key: 'do',
                heading: 'Put right',
                cell: (it: SignificantEvent) =>
                  it.mistakenReason === '' && (
                    <a class="govuk-link" href={mistakenEventPath.to(it)}>
                      A mistake<span class="govuk-visually-hidden">: {eventTitle(rule, it.kind)}</span>
                    </a>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
