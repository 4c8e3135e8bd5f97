import { formPage, typedDate } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { childFrame, childOf, loadOfForm, notePath, notesPath } from '../children/index.ts'
import { happenedAt, noteForm, noteFrom, noteTyped } from './note.form.ts'
import { changeNote, findNote, insertNote } from './noteQueries.ts'
import { addNotePath, editNotePath } from './paths.ts'

const addNoteRoutes = formPage({
  path: addNotePath,
  permission: 'notes.write',
  about: 'child',
  change: 'Wrote a note',
  view: 'Opened the form to write a note',
  async load(request) {
    const loaded = await loadOfForm(request)
    return loaded.ok ? ok({ child: loaded.value, today: request.today }) : loaded
  },
  form: ({ child }) => noteForm(child, { maySeeSensitive: true }),
  title: () => 'Write a note',
  back: ({ child }) => notesPath.to(child),
  initial: ({ child, today }) => ({
    day: typedDate(today),
    sensitivity: 'ordinary',
    case: child.cases.length === 1 ? (child.cases[0]?.involvementId ?? '') : '',
  }),
  frame: childFrame('notes'),
  submit: 'Save note',
  async save({ tx, who, now }, values, { child }) {
    const at = happenedAt(values, child, now)
    if (!at.ok) return { kind: 'errors', errors: at.reason }
    const { serviceId, userId: by } = who
    const { childId } = child
    const note = { ...noteFrom(values), ...at.value }
    const noteId = await insertNote(tx, { serviceId, childId, ...note, by, at: now })
    return redirect(notePath.to({ childId, noteId }), 'The note has been saved.')
  },
})

const editNoteRoutes = formPage({
  path: editNotePath,
  permission: 'notes.write',
  about: 'child',
  change: 'Changed a note',
  view: 'Opened the form to change a note',
  async load(request) {
    const { tx, params, who } = request
    const child = await childOf(request)
    const note = child && (await findNote(tx, child.childId, params.noteId ?? ''))
    if (!note) return refused(notFound)
    const isMine = note.writtenById === who.userId
    const maySeeSensitive = isMine || may('notes.sensitive', who.roles, child.isRelated)
    return ok({ child, note, maySeeSensitive })
  },
  form: ({ child, note, maySeeSensitive }) => noteForm(child, { held: note.involvementId, maySeeSensitive }),
  title: () => 'Change a note',
  back: ({ note }) => notePath.to(note),
  initial: ({ note }) => noteTyped(note),
  version: ({ note }) => note.version,
  row: ({ note }) => ({ table: 'note', key: { note_id: note.noteId } }),
  frame: childFrame('notes'),
  submit: 'Save note',
  async save({ tx, now }, values, { child, note }) {
    const at = happenedAt(values, child, now, { happenedAt: note.happenedAt, isDay: note.isDay })
    if (!at.ok) return { kind: 'errors', errors: at.reason }
    if (await changeNote(tx, note, { ...noteFrom(values), ...at.value }))
      return redirect(notePath.to(note), 'The note has been saved.')
    const theirs = await findNote(tx, note.childId, note.noteId)
    if (!theirs) return notFound
    return { kind: 'collision', theirs: noteTyped(theirs), version: theirs.version }
  },
})

export const writeRoutes = [...addNoteRoutes, ...editNoteRoutes]
