import { type Fields, form, formPage } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { childFrame } from '../children/index.ts'
import { findDocumentOf } from './documentQueries.ts'
import { loadToWrite, pullingOf, writingOf } from './loadDocument.ts'
import { documentPath, writeDocumentPath } from './paths.ts'
import { saveWords } from './writeDocument.ts'

const gone =
  'What this document was made from is not there any more. Begin another, and copy your words into it'

/** The parts that the worker writes. They may be saved with some still empty: the draft says which. */
export const writeDocumentRoutes = formPage({
  path: writeDocumentPath,
  permission: 'documents.write',
  about: 'child',
  change: 'Wrote in a document',
  view: 'Opened the form to write in a document',
  async load(request) {
    const loaded = await loadToWrite(request)
    if (!loaded.ok) return loaded
    return Object.keys(loaded.value.definition.open).length > 0
      ? ok(loaded.value)
      : refused(
          turnBack(documentPath.to(loaded.value.document), 'Nothing has to be written in this document.'),
        )
  },
  form: ({ definition }) =>
    form<Fields>({
      id: 'write-document',
      isPartial: true,
      fields: Object.fromEntries(
        Object.entries(definition.open).map(([part, { label, hint, readByChild }]) => [
          part,
          {
            kind: 'textarea' as const,
            label,
            ...(hint === undefined ? {} : { hint }),
            ...(readByChild ? { readByChild } : {}),
            maxLength: 20_000,
            rows: 5,
          },
        ]),
      ),
    }),
  title: () => 'Your own words',
  intro: ({ document, definition }) => (
    <>
      <p class="govuk-body">
        {definition.title}. An empty line begins a new paragraph. What is saved here is a new version; those
        before stay.
      </p>
      {document.state === 'final' && (
        <p class="govuk-body">
          A copy of this document was sent. It stays as it was; what you write now is not in it.
        </p>
      )}
    </>
  ),
  back: ({ document }) => documentPath.to(document),
  initial: ({ document }) => document.own,
  version: ({ document }) => document.version,
  row: ({ document }) => ({ table: 'document', key: { document_id: document.documentId } }),
  frame: childFrame('documents'),
  submit: 'Save',
  async save(request, values, { child, document, definition }) {
    const own = Object.fromEntries(
      Object.keys(definition.open).flatMap(part => {
        const words = values[part]
        return typeof words === 'string' && words.trim() !== '' ? [[part, words.trim()]] : []
      }),
    )
    const it = pullingOf(request, child, definition, document)
    if (await saveWords(request.tx, it, document, own, writingOf(request)))
      return redirect(documentPath.to(document), 'Saved as a new version.')
    const theirs = await findDocumentOf(request.tx, child.childId, document.documentId)
    return theirs && theirs.version !== document.version
      ? { kind: 'collision', theirs: theirs.own, version: theirs.version }
      : { kind: 'errors', errors: [{ field: Object.keys(definition.open)[0] ?? '', message: gone }] }
  },
})
