import { findDraft, saveDraft } from '../../engine/forms/index.ts'
import { may } from '../../platform/access/index.ts'
import { page, type Request, redirect, route } from '../../platform/http/index.ts'
import { BackLink, Button, Input } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { Timeline } from '../../ui/moj/timeline/Timeline.tsx'
import { type FoundSection, findSections } from '../assessments/index.ts'
import { ChildLink, childOf, childPage, nameOf, notePath, notesPath } from '../children/index.ts'
import { FoundInForms } from './FoundInForms.tsx'
import { NoteBadges } from './NoteBadges.tsx'
import { noteWords } from './noteKinds.ts'
import { foundMarks, noteQuery, piecesOf } from './noteSearch.ts'
import { type FoundNote, findNotes, foundOnPage } from './noteSearchQueries.ts'
import { searchNotesOfChildPath, searchNotesPath } from './paths.ts'
import { whenWords } from './whenWords.ts'

/**
 * The words typed hold what is most private in the record. As with the search for children they are sent as a form, kept
 * where only their writer reads them, and found again by the page of answers (decision 8). There is one such place for all
 * searches in notes, so that they can be cleared together; it says about which child the search was.
 */
export const searchNotesRoutes = [
  route({
    method: 'POST',
    path: searchNotesPath,
    permission: 'notes.see',
    audit: { kind: 'none', why: 'keeps what was typed for the page of answers, which records who was found' },
    async handle({ tx, who, sent }) {
      await saveDraft(tx, who, searchNotesPath.to(), sent)
      return redirect(searchNotesPath.to())
    },
  }),
  route({
    method: 'GET',
    path: searchNotesPath,
    permission: 'notes.see',
    audit: { kind: 'view', what: 'Found by a search in notes' },
    async handle(request) {
      const { typed, found, inForms } = await search(request, null)
      request.seen(
        [...found, ...inForms].map(({ childId }) => childId),
        'Found by a search in notes',
      )
      const body = (
        <SearchNotes
          heading="Search in notes"
          hint="Notes and assessments of every child that you may read"
          address={searchNotesPath.to()}
          childId=""
          csrfToken={request.csrfToken}
          typed={typed}
          found={found}
          inForms={inForms}
        />
      )
      return page('Search in notes', body)
    },
  }),
  route({
    method: 'POST',
    path: searchNotesOfChildPath,
    permission: 'notes.see',
    about: 'child',
    audit: { kind: 'change', what: 'Asked for words in the notes' },
    async handle({ tx, who, sent, params }) {
      await saveDraft(tx, who, searchNotesPath.to(), sent)
      return redirect(searchNotesOfChildPath.to({ childId: params.childId ?? '' }))
    },
  }),
  route({
    method: 'GET',
    path: searchNotesOfChildPath,
    permission: 'notes.see',
    about: 'child',
    audit: { kind: 'view', what: 'Searched in the notes' },
    async handle(request) {
      const childId = request.params.childId ?? ''
      const { typed, found, inForms } = await search(request, childId)
      return childPage(request, {
        section: 'notes',
        title: 'Search in notes',
        above: <BackLink href={notesPath.to({ childId })}>Notes</BackLink>,
        body: (
          <SearchNotes
            heading="Search in notes about this child"
            hint="Every form of a word is found, and longer words that begin with it"
            address={searchNotesOfChildPath.to({ childId })}
            childId={childId}
            csrfToken={request.csrfToken}
            typed={typed}
            found={found}
            inForms={inForms}
          />
        ),
      })
    },
  }),
]

async function search(request: Request, childId: string | null) {
  const { tx, who, reach, query } = request
  const draft = await findDraft(tx, who, searchNotesPath.to())
  // What was searched for elsewhere is not what is asked here.
  const typed = draft?.sent.one('child') === (childId ?? '') ? draft.sent.one('q').slice(0, 200) : ''
  const asked = noteQuery(typed)
  const onlyOwn = childId === null && reach === 'related'
  const found =
    asked.length === 0
      ? []
      : await findNotes(tx, { query: asked, childId, onlyOwn, after: query.get('after') })
  const isRelated = childId === null ? reach === 'related' : ((await childOf(request))?.isRelated ?? false)
  const inForms =
    asked.length === 0 || query.has('after') || !may('assessments.see', who.roles, isRelated)
      ? []
      : await findSections(tx, { query: asked, childId, onlyOwn, marks: foundMarks })
  return { typed, found, inForms }
}

type Given = {
  heading: string
  hint: string
  address: string
  /** '' for all. */
  childId: string
  csrfToken: string
  typed: string
  found: FoundNote[]
  inForms: FoundSection[]
}

function SearchNotes({ heading, hint, address, childId, csrfToken, typed, found, inForms }: Given) {
  const shown = found.slice(0, foundOnPage)
  const last = shown.at(-1)
  return (
    <>
      <h1 class="govuk-heading-l">{heading}</h1>
      <SearchBox {...{ address, childId, csrfToken, typed, hint }} />
      {typed !== '' && shown.length + inForms.length === 0 && (
        <EmptyState title="Nothing was found">
          Try fewer or other words. Small words, like “the” and “about”, are not searched for.
        </EmptyState>
      )}
      <Timeline
        label="What was found, the newest first"
        headingLevel={2}
        items={shown.map(note => ({
          key: note.noteId,
          title: (
            <>
              <a class="govuk-link" href={notePath.to(note)}>
                {noteWords(note.kind)}
                {childId === '' && <span class="govuk-visually-hidden"> about {nameOf(note)}</span>}
              </a>{' '}
              <NoteBadges {...note} />
            </>
          ),
          by: note.writtenBy,
          ...whenWords(note),
          children: (
            <>
              {childId === '' && (
                <p>
                  <ChildLink child={note} />
                </p>
              )}
              <p class="tl-keep-lines" dir="auto">
                {piecesOf(note.fragment).map(({ text, isFound }, index) =>
                  isFound ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
                )}
              </p>
            </>
          ),
        }))}
      />
      <FoundInForms found={inForms} isOfOne={childId !== ''} />
      {found.length > foundOnPage && last && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${address}?after=${last.noteId}`}>
            Older notes
          </a>
        </p>
      )}
    </>
  )
}

type Box = Pick<Given, 'address' | 'childId' | 'csrfToken' | 'typed' | 'hint'>

/** Where the words are typed. */
function SearchBox({ address, childId, csrfToken, typed, hint }: Box) {
  return (
    <form method="post" action={address} class="tl-no-print">
      <input type="hidden" name="_csrf" value={csrfToken} />
      <input type="hidden" name="child" value={childId} />
      <Input
        id="q"
        name="q"
        label="Words in notes"
        hint={`${hint}. “Quotation marks” find words that stand together.`}
        value={typed}
        classes="govuk-input--width-30"
        autocomplete="off"
        attributes={{ dir: 'auto' }}
      />
      <Button>Search in notes</Button>
    </form>
  )
}
