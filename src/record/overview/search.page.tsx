import { findDraft, saveDraft } from '../../engine/forms/index.ts'
import { reachOf } from '../../platform/access/index.ts'
import { page, type Request, redirect, route } from '../../platform/http/index.ts'
import { Button, Input } from '../../ui/govuk/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { findArrivals, findWaiting, type Notification, WaitingTable } from '../arrivals/index.ts'
import {
  ageWords,
  birthDateWords,
  breakGlassPath,
  ChildLink,
  type Found,
  findRestricted,
  hasPartIn,
  type Match,
  mostFound,
  readSearch,
  type SearchTerms,
  sameChildPath,
  searchChildren,
  searchPath,
} from '../children/index.ts'
import { searchNotesPath } from '../notes/index.ts'

/**
 * What is searched for is personal, and addresses are kept in browsers and logs. So the words are sent as a form, kept
 * where only the person who typed them reads them (as their draft), and found again by the page of answers.
 */
export const searchRoutes = [
  route({
    method: 'POST',
    path: searchPath,
    permission: 'children.search',
    audit: { kind: 'none', why: 'keeps what was typed for the page of answers, which records who was found' },
    async handle({ tx, who, sent }) {
      await saveDraft(tx, who, searchPath.to(), sent)
      return redirect(searchPath.to())
    },
  }),
  route({
    method: 'GET',
    path: searchPath,
    permission: 'children.search',
    audit: { kind: 'view', what: 'Found by a search' },
    handle: answer,
  }),
]

/** The restricted record that was named exactly, if this person may break its glass. */
async function findToBreak({ tx, who }: Request, terms: SearchTerms): Promise<string | undefined> {
  const reach = reachOf('glass.break', who.roles)
  const childId = reach && (await findRestricted(tx, terms))
  if (!childId) return undefined
  return reach === 'all' || (await hasPartIn(tx, childId)) ? childId : undefined
}

async function answer(request: Request) {
  const { tx, who, reach, csrfToken } = request
  const draft = await findDraft(tx, who, searchPath.to())
  const typed = draft?.sent.one('q') ?? ''
  const terms = readSearch(typed)
  const all = await searchChildren(tx, terms, reach)
  const found = all.slice(0, mostFound)
  request.seen(
    found.map(({ childId }) => childId),
    'Found by a search',
  )
  const seesArrivals = reachOf('arrivals.work', who.roles) !== undefined
  const waiting = seesArrivals ? await findWaiting(tx, terms) : []
  const closed = seesArrivals ? await findArrivals(tx, terms, 'closed') : []
  const isExact = terms.reference !== undefined || (terms.name !== undefined && terms.birthDate !== undefined)
  const restricted = isExact && found.length === 0 ? await findToBreak(request, terms) : undefined
  return page(
    'Search',
    <>
      <h1 class="govuk-heading-l">Search</h1>
      <form method="post" action={searchPath.to()}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <Input
          id="q"
          name="q"
          label="Name, date of birth, reference (ours, the police’s or a referrer’s) or phone number"
          hint="Other names and spellings are found as well. A name and a date of birth can stand together."
          value={typed}
          classes="govuk-input--width-30"
          autocomplete="off"
          spellcheck={false}
          attributes={{ dir: 'auto' }}
        />
        <Button>Search</Button>
      </form>
      {reachOf('notes.see', who.roles) && (
        <p class="govuk-body">
          <a class="govuk-link" href={searchNotesPath.to()}>
            Search for words in notes
          </a>
        </p>
      )}
      {restricted !== undefined && (
        <EmptyState
          title="This record is restricted"
          action={
            <a class="govuk-link" href={breakGlassPath.to({ childId: restricted })}>
              I must open it in an emergency
            </a>
          }
        >
          Only people named by a manager may open it.
        </EmptyState>
      )}
      {typed !== '' && found.length + waiting.length + closed.length === 0 && restricted === undefined && (
        <EmptyState title="No child was found">
          Try another spelling, only one of the names, or the date of birth, like 27 3 2011. A restricted
          record is found only by its reference, or by the whole name and the date of birth together.
        </EmptyState>
      )}
      {found.length > 0 && (
        <Answers
          found={found}
          hasMore={all.length > mostFound}
          today={request.today}
          canMerge={found.length > 1 && reachOf('child.merge', who.roles) !== undefined}
        />
      )}
      {waiting.length > 0 && <OfWaiting waiting={waiting} />}
      {closed.length > 0 && <OfClosed closed={closed} />}
    </>,
  )
}

type Given = { found: Found[]; hasMore: boolean; today: Temporal.PlainDate; canMerge: boolean }

function Answers({ found, hasMore, today, canMerge }: Given) {
  const count = found.length === 1 ? '1 child' : `${found.length} children`
  return (
    <SortableTable
      id="found"
      caption={hasMore ? `The ${mostFound} likeliest children; add more words to find fewer` : count}
      rows={found}
      rowKey={({ childId }) => childId}
      columns={[
        {
          key: 'name',
          heading: 'Name',
          isRowHeader: true,
          cell: child => (
            <>
              <ChildLink child={child} /> {child.isRestricted && <Badge colour="black">Restricted</Badge>}
            </>
          ),
        },
        { key: 'born', heading: 'Date of birth', cell: birthDateWords },
        { key: 'age', heading: 'Age', cell: child => ageWords(child, today) },
        {
          key: 'reference',
          heading: 'Reference',
          cell: child => <span class="tl-nowrap">{child.reference}</span>,
        },
        { key: 'case', heading: 'Open case', cell: caseWords },
        {
          key: 'why',
          heading: 'Why',
          cell: child => child.matches.map(match => <div key={match.by}>{matchWords(match)}</div>),
        },
        ...(canMerge
          ? [
              {
                key: 'same',
                heading: 'Two records of one?',
                cell: (child: Found) => (
                  <a class="govuk-link" href={sameChildPath.to(child)}>
                    Compare<span class="govuk-visually-hidden"> {child.reference} with others like it</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Arrivals that fit and of which nobody has said yet which child they are about. */
function OfWaiting({ waiting }: { waiting: readonly Notification[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Waiting in Arrivals: nobody has said yet which child it is</h2>
      <WaitingTable open={waiting} />
    </>
  )
}

/** Arrivals that fit and were closed without a case: somebody may ask what became of one. */
function OfClosed({ closed }: { closed: readonly Notification[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Arrived, and closed without a case</h2>
      <WaitingTable id="closed" caption="Closed arrivals" open={closed} />
    </>
  )
}

function caseWords({ openCases, holders }: Found): string {
  if (openCases === 0) return 'None'
  return holders.length > 0 ? holders.join(', ') : 'Not allocated'
}

function matchWords({ by, what }: Match) {
  switch (by) {
    case 'same-name':
      return 'The same name'
    case 'name':
      return 'Name like what was typed'
    case 'other-name':
      return (
        <>
          Other name: <bdi>{what}</bdi>
        </>
      )
    case 'unused-name':
      return 'A former name, which the child does not want used'
    case 'birth-date':
      return 'Same date of birth'
    case 'reference':
      return 'The reference'
    case 'old-reference':
      return `Reference ${what} of a record that was merged into this one`
    case 'police-reference':
      return `Police reference ${what}`
    case 'sent-reference':
      return `Reference ${what} of whoever sent the child`
    case 'phone':
      return what === '' ? (
        'The same phone number'
      ) : (
        <>
          Phone number of <bdi>{what}</bdi>
        </>
      )
  }
}
