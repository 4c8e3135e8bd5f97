import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment, writeTime } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import { type Request, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { childPage } from './frame.tsx'
import {
  type HistoryEvent,
  type HistoryFilter,
  historyPageSize,
  listHistory,
  namesOfPeople,
} from './historyQueries.ts'
import { foldRuns, type Run } from './historyRuns.ts'
import { changesOf, eventWords, type FieldChange } from './historyWords.ts'
import { historyPath } from './paths.ts'

const filters: Record<HistoryFilter, string> = {
  all: 'Everything',
  changes: 'Changes',
  looks: 'Who looked',
}

export const historyRoutes = [
  route({
    method: 'GET',
    path: historyPath,
    permission: 'child.history',
    about: 'child',
    audit: { kind: 'view', what: 'Looked at the history' },
    async handle(request) {
      const { tx, params, query, today } = request
      const filter = filterOf(query.get('show'))
      const found = await listHistory(tx, {
        childId: params.childId ?? '',
        filter,
        before: cursorOf(query.get('before')),
        withConflicts: reachOf('child.conflict', request.who.roles) !== undefined,
      })
      const events = found.slice(0, historyPageSize)
      const names = await namesOfPeople(tx)
      const last = found.length > historyPageSize ? events.at(-1) : undefined
      return childPage(request, {
        section: 'history',
        title: 'History',
        body: (
          <>
            <h1 class="govuk-heading-l">History</h1>
            <Choices address={request.address} filter={filter} />
            {events.length === 0 && (
              <EmptyState title="Nothing here">
                Every change to this record and everybody who looks at it will stand here.
              </EmptyState>
            )}
            <ol class="govuk-list">
              {foldRuns(events).map(run =>
                run.length > 1 ? (
                  <Looks run={run} key={run[0].id} />
                ) : (
                  <Event event={run[0]} changes={changesOf(run[0], { names, today })} key={run[0].id} />
                ),
              )}
            </ol>
            {last && (
              <p class="govuk-body">
                <a class="govuk-link" href={`?show=${filter}&before=${last.id}`}>
                  Older
                </a>
              </p>
            )}
          </>
        ),
      })
    },
  }),
]

function filterOf(asked: string | null): HistoryFilter {
  return asked === 'changes' || asked === 'looks' ? asked : 'all'
}

function cursorOf(asked: string | null): number | undefined {
  const number = Number(asked)
  return asked !== null && Number.isSafeInteger(number) && number > 0 ? number : undefined
}

function Choices({ address, filter }: { address: Request['address']; filter: HistoryFilter }) {
  return (
    <nav aria-label="What to show">
      <ul class="tl-counts">
        {Object.entries(filters).map(([value, words]) => (
          <li key={value}>
            <a
              class="govuk-link"
              href={`${address}?show=${value}`}
              aria-current={value === filter ? 'true' : undefined}
            >
              {value === filter ? <strong>{words}</strong> : words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Several views by one person in one line, each of them a click away. */
function Looks({ run }: { run: Run }) {
  const [newest] = run
  const oldest = run.at(-1) ?? newest
  return (
    <li class="tl-history__event">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>Looked at {run.length} pages</strong> by {newest.person}
        <br />
        <span class="govuk-hint">
          {writeMoment(oldest.at, ukZone)}
          {oldest.at.until(newest.at).total('minutes') >= 1 && ` to ${timeOf(newest.at)}`}
        </span>
      </p>
      <details class="tl-small-details">
        <summary>What was looked at</summary>
        <ul class="govuk-list govuk-list--bullet">
          {run.map(event => (
            <li key={event.id}>
              {eventWords(event)}, {timeOf(event.at)}
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

function timeOf(at: Temporal.Instant): string {
  return writeTime(at.toZonedDateTimeISO(ukZone).toPlainTime())
}

function Event({ event, changes }: { event: HistoryEvent; changes: FieldChange[] }) {
  const isLook = event.action === 'view' || event.action === 'event'
  return (
    <li class="tl-history__event">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{eventWords(event)}</strong> by {event.person ?? 'the program'}
        <br />
        <span class="govuk-hint">
          {writeMoment(event.at, ukZone)}
          {!isLook && event.purpose && `. ${event.purpose}`}
        </span>
      </p>
      {event.reason && (
        <p class="govuk-body govuk-!-margin-bottom-1">
          Reason: <span class="tl-keep-lines">{event.reason}</span>
        </p>
      )}
      {changes.length > 0 &&
        (event.action === 'update' ? (
          <Changes action={event.action} changes={changes} />
        ) : (
          <details class="tl-small-details">
            <summary>{detailsOf[event.action]}</summary>
            <Changes action={event.action} changes={changes} />
          </details>
        ))}
    </li>
  )
}

/** What stands folded away beneath an event. */
const detailsOf: Readonly<Record<HistoryEvent['action'], string>> = {
  insert: 'What was added',
  update: 'What was changed',
  delete: 'What was removed',
  event: 'More about it',
  view: 'More about it',
}

function Changes({ action, changes }: { action: HistoryEvent['action']; changes: FieldChange[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {field}:{' '}
          {action === 'update' && (
            <>
              was <Value text={before} />, now{' '}
            </>
          )}
          <Value text={action === 'delete' ? before : after} />
        </li>
      ))}
    </ul>
  )
}

function Value({ text }: { text: string }) {
  return text === '' ? <em>nothing</em> : <bdi class="tl-keep-lines">{text}</bdi>
}
