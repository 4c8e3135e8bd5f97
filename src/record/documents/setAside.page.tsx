import { form, formPage } from '../../engine/forms/index.ts'
import { refused } from '../../kernel/result.ts'
import { redirect, turnBack } from '../../platform/http/index.ts'
import { childFrame, documentsPath } from '../children/index.ts'
import { setState } from './documentQueries.ts'
import { loadToWrite } from './loadDocument.ts'
import { documentPath, setAsideDocumentPath } from './paths.ts'

/** Puts away a draft that is not used. One that was sent stays as it is. */
export const setAsideDocumentRoutes = formPage({
  path: setAsideDocumentPath,
  permission: 'documents.write',
  about: 'child',
  change: 'Set a document aside',
  view: 'Opened the form to set a document aside',
  async load(request) {
    const loaded = await loadToWrite(request)
    if (!loaded.ok || loaded.value.document.copies === 0) return loaded
    return refused(turnBack(documentPath.to(loaded.value.document), 'A copy of it was sent: it stays.'))
  },
  form: () =>
    form({
      id: 'set-aside-document',
      fields: {
        why: {
          kind: 'text',
          label: 'Why is it not used?',
          required: 'Say why it is not used',
          maxLength: 500,
        },
      },
    }),
  title: () => 'Set the document aside',
  back: ({ document }) => documentPath.to(document),
  version: ({ document }) => document.version,
  row: ({ document }) => ({ table: 'document', key: { document_id: document.documentId } }),
  frame: childFrame('documents'),
  submit: 'Set aside',
  isWarning: true,
  async save({ tx }, { why }, { child, document }) {
    const isDone = await setState(tx, document, 'set-aside', why)
    return isDone
      ? redirect(documentsPath.to(child), 'It has been set aside.')
      : turnBack(documentPath.to(document), 'Somebody else has just changed this document. Look at it again.')
  },
})
