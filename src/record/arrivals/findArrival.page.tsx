import { findDraft, saveDraft } from '../../engine/forms/index.ts'
import { page, redirect, route } from '../../platform/http/index.ts'
import { BackLink, Button, Input } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { readSearch } from '../children/index.ts'
import { becameOf } from './arrivalState.ts'
import { findArrivals, mostArrivals } from './findArrivalsQueries.ts'
import type { Notification } from './notificationQueries.ts'
import { arrivalsPath, findArrivalPath } from './paths.ts'
import { arrivalColumns } from './WaitingTable.tsx'

/**
 * What became of something that arrived: somebody asks by the child's name. That is personal, so it is sent as a form and
 * kept where only its writer reads it, and stands in no address (decision 8).
 */
export const findArrivalRoutes = [
  route({
    method: 'POST',
    path: findArrivalPath,
    permission: 'arrivals.work',
    audit: { kind: 'none', why: 'keeps what was typed for the page of answers, which records who was found' },
    async handle({ tx, who, sent }) {
      await saveDraft(tx, who, findArrivalPath.to(), sent)
      return redirect(findArrivalPath.to())
    },
  }),
  route({
    method: 'GET',
    path: findArrivalPath,
    permission: 'arrivals.work',
    audit: { kind: 'view', what: 'Found by a search among arrivals' },
    async handle(request) {
      const { tx, who, csrfToken } = request
      const typed = (await findDraft(tx, who, findArrivalPath.to()))?.sent.one('q') ?? ''
      const found = await findArrivals(tx, readSearch(typed), 'all')
      const shown = found.slice(0, mostArrivals)
      request.seen(
        shown.flatMap(({ childId }) => childId ?? []),
        'Found by a search among arrivals',
      )
      return page(
        'Find an arrival',
        <>
          <h1 class="govuk-heading-l">Find an arrival</h1>
          <p class="govuk-body">Whatever became of it: also what was closed, and what became a case.</p>
          <FindArrival csrfToken={csrfToken} typed={typed} />
          {typed !== '' && shown.length === 0 && (
            <EmptyState title="Nothing like this has arrived">
              Try another spelling, only one of the names, or the reference of whoever sent it.
            </EmptyState>
          )}
          {shown.length > 0 && <FoundTable found={shown} hasMore={found.length > shown.length} />}
        </>,
        { above: <BackLink href={arrivalsPath.to()}>Back to arrivals</BackLink> },
      )
    },
  }),
]

/** Asks for something that arrived, whatever became of it. */
export function FindArrival({ csrfToken, typed }: { csrfToken: string; typed: string }) {
  return (
    <form method="post" action={findArrivalPath.to()} class="tl-no-print">
      <input type="hidden" name="_csrf" value={csrfToken} />
      <Input
        id="find-arrival"
        name="q"
        label="Find by the child’s name, date of birth or phone number, or the sender’s reference"
        value={typed}
        classes="govuk-input--width-20"
        autocomplete="off"
        spellcheck={false}
        attributes={{ dir: 'auto' }}
        formGroup={{
          afterInput: (
            <Button classes="govuk-button--secondary govuk-!-margin-bottom-0 govuk-!-margin-left-2">
              Find
            </Button>
          ),
        }}
      />
    </form>
  )
}

function FoundTable({ found, hasMore }: { found: readonly Notification[]; hasMore: boolean }) {
  const count = found.length === 1 ? '1 arrival' : `${found.length} arrivals`
  return (
    <SortableTable
      id="found"
      caption={hasMore ? `The ${mostArrivals} likeliest arrivals; add more words to find fewer` : count}
      rows={found}
      rowKey={it => it.notificationId}
      columns={[
        ...arrivalColumns.map(({ exports: _, ...column }) => column),
        { key: 'state', heading: 'How it stands', cell: becameOf },
      ]}
    />
  )
}
