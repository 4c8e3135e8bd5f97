import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { Timeline } from '../../ui/moj/timeline/Timeline.tsx'
import { type Attachment, addFileToNotePath, FileTable, listFiles } from '../attachments/index.ts'
import { type Child, childOf, childPage, notePath, notesPath } from '../children/index.ts'
import { NoteBadges } from './NoteBadges.tsx'
import { NoteText } from './NoteText.tsx'
import { noteWords } from './noteKinds.ts'
import { findNote, listNotes, type Note, type NoteInList, notesOnPage } from './noteQueries.ts'
import { addNotePath, editNotePath, noteVersionsPath, searchNotesOfChildPath } from './paths.ts'
import { whenWords } from './whenWords.ts'

const listRoute = route({
  method: 'GET',
  path: notesPath,
  permission: 'notes.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the notes' },
  async handle(request) {
    const { tx, params, query, who } = request
    const all = await listNotes(tx, params.childId ?? '', query.get('after'))
    return childPage(request, {
      section: 'notes',
      title: 'Notes',
      body: child => {
        const canWrite = may('notes.write', who.roles, child.isRelated)
        return (
          <NoteList
            notes={all.slice(0, notesOnPage)}
            hasMore={all.length > notesOnPage}
            {...{ child, canWrite }}
          />
        )
      },
    })
  },
})

type ListGiven = { child: Child; notes: NoteInList[]; hasMore: boolean; canWrite: boolean }

function NoteList({ child, notes, hasMore, canWrite }: ListGiven) {
  const last = notes.at(-1)
  return (
    <>
      <PageHeaderActions
        heading="Notes"
        actions={[
          ...(canWrite ? [{ href: addNotePath.to(child), text: 'Write a note' }] : []),
          { href: searchNotesOfChildPath.to(child), text: 'Search in notes', isSecondary: true },
        ]}
      />
      {notes.length === 0 && (
        <EmptyState title="No notes yet">
          What workers wrote down about this child stands here, the newest first.
        </EmptyState>
      )}
      <Timeline
        label="Notes, the newest first"
        headingLevel={2}
        items={notes.map(note => ({
          key: note.noteId,
          title: (
            <>
              <a class="govuk-link" href={notePath.to(note)}>
                {noteWords(note.kind)}
              </a>{' '}
              <NoteBadges {...note} />
            </>
          ),
          by: note.writtenBy,
          ...whenWords(note),
          children: (
            <p class="tl-keep-lines" dir="auto">
              {note.beginning}
              {note.length > note.beginning.length && ' …'}
            </p>
          ),
        }))}
      />
      {hasMore && last && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${notesPath.to(child)}?after=${last.noteId}`}>
            Older notes
          </a>
        </p>
      )}
    </>
  )
}

const noteRoute = route({
  method: 'GET',
  path: notePath,
  permission: 'notes.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at a note' },
  async handle(request) {
    const { tx, params, who } = request
    const child = await childOf(request)
    const note = child && (await findNote(tx, child.childId, params.noteId ?? ''))
    if (!note) return notFound
    const canWrite = may('notes.write', who.roles, child.isRelated)
    const canAdd = may('files.add', who.roles, child.isRelated)
    const all = may('files.see', who.roles, child.isRelated)
      ? await listFiles(tx, child.childId, { withNotes: true })
      : []
    const files = all.filter(({ noteId }) => noteId === note.noteId)
    return childPage(request, {
      section: 'notes',
      title: noteWords(note.kind),
      above: <BackLink href={notesPath.to(child)}>Notes</BackLink>,
      body: <WholeNote note={note} files={files} canWrite={canWrite} canAdd={canAdd} />,
    })
  },
})

type NoteGiven = { note: Note; files: Attachment[]; canWrite: boolean; canAdd: boolean }

function WholeNote({ note, files, canWrite, canAdd }: NoteGiven) {
  return (
    <>
      <PageHeaderActions
        heading={noteWords(note.kind)}
        actions={[
          ...(canWrite ? [{ href: editNotePath.to(note), text: 'Change', isSecondary: true }] : []),
          ...(canAdd ? [{ href: addFileToNotePath.to(note), text: 'Add a file', isSecondary: true }] : []),
        ]}
      />
      <p class="govuk-body">
        Happened {whenWords(note).date}.
        <br />
        Written by {note.writtenBy}, {writeMoment(note.writtenAt, ukZone)}
        {note.version === 1 ? (
          '.'
        ) : (
          <>
            . Changed since:{' '}
            <a class="govuk-link" href={noteVersionsPath.to(note)}>
              what it said before
            </a>
            .
          </>
        )}
      </p>
      <NoteText {...note} />
      {files.length > 0 && <FileTable id="files" caption="Files with this note" files={files} />}
    </>
  )
}

export const readRoutes = [listRoute, noteRoute]
