import { DocumentView } from '../../engine/documents/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { sizeWords } from '../../platform/files/index.ts'
import { forbidden, notFound, type Request, route } from '../../platform/http/index.ts'
import { BackLink, SummaryList } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { childPage, readConfidentialHomes } from '../children/index.ts'
import { AddressInCopy } from './ConfidentialHome.tsx'
import { onPaper } from './document.page.tsx'
import { definitionOf, documentTitle, fileNameOf, sendingWays, wordType } from './document.ts'
import { readCopy, readCopyContent, recordDocumentGivenOut } from './documentQueries.ts'
import { pullingOf, readDocument } from './loadDocument.ts'
import { hashOf, makeWord } from './makeWord.ts'
import { copyPath, copyWordPath, documentPath, draftWordPath } from './paths.ts'
import { saysAddress } from './withoutAddress.ts'
import { composeNow } from './writeDocument.ts'

/** Not a view, which would not say which document it was: an event is written that does. */
const downloaded = { kind: 'change', what: 'Downloaded a copy of a document' } as const
const downloadedDraft = { kind: 'change', what: 'Downloaded the draft of a document' } as const

async function copyFor(request: Request) {
  const loaded = await readDocument(request)
  const copy =
    loaded && (await readCopy(request.tx, loaded.document, { copyId: request.params.copyId ?? '' }))
  return loaded && copy && { ...loaded, copy }
}

/** A copy as it was sent, with what is known of it. */
const copyRoute = route({
  method: 'GET',
  path: copyPath,
  permission: 'documents.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at a copy of a document' },
  async handle(request) {
    const found = await copyFor(request)
    if (!found) return notFound
    const { document, copy } = found
    const homes = await readConfidentialHomes(request.tx, copy.childId)
    if (request.query.get('paper') !== null) return onPaper(copy.tree, copyPath.to(copy), { state: 'final' })
    return childPage(request, {
      section: 'documents',
      title: 'A copy as it was sent',
      above: <BackLink href={documentPath.to(document)}>{documentTitle(document.kind)}</BackLink>,
      body: (
        <>
          <PageHeaderActions
            heading="A copy as it was sent"
            actions={[{ href: copyWordPath.to(copy), text: 'Download the Word file' }]}
          />
          {saysAddress(copy.tree, homes) && <AddressInCopy from={homes.from} />}
          <SummaryList
            rows={[
              { key: 'Document', value: `${documentTitle(document.kind)}, version ${copy.number}` },
              { key: 'To', value: <bdi>{copy.sentTo}</bdi> },
              { key: 'How', value: sendingWays[copy.sentHow] },
              { key: 'Sent', value: writeDate(copy.sentOn) },
              { key: 'Kept by', value: `${copy.madeBy}, ${writeMoment(copy.madeAt, ukZone)}` },
              { key: 'File', value: `${copy.name}, ${sizeWords(copy.bytes)}` },
              { key: 'SHA-256', value: <code class="tl-hash">{copy.sha256}</code> },
            ]}
          />
          <p class="govuk-body tl-no-print">
            <a class="govuk-link" href={`${copyPath.to(copy)}?paper=yes`}>
              Show it for printing
            </a>
          </p>
          <div class="tl-document-sheet">
            <h2 class="govuk-heading-l" lang={copy.tree.language} dir={copy.tree.direction}>
              {copy.tree.title}
            </h2>
            <DocumentView tree={copy.tree} isWithin />
          </div>
        </>
      ),
    })
  },
})

/** The Word file of a copy, once it is sure that it is what was kept. */
const copyWordRoute = route({
  method: 'GET',
  path: copyWordPath,
  permission: 'documents.see',
  about: 'child',
  audit: downloaded,
  async handle(request) {
    const found = await copyFor(request)
    const content = found && (await readCopyContent(request.tx, found.copy))
    if (!found || !content) return notFound
    const { copyId, childId, sha256, name } = found.copy
    if (hashOf(content) !== sha256)
      return forbidden(
        'What is kept is not what was sent: the file is damaged or was tampered with. Tell whoever runs the program.',
      )
    await recordDocumentGivenOut(request.tx, childId, downloaded.what, { copy_id: copyId, sha256 })
    return { kind: 'file', name, type: wordType, bytes: content }
  },
})

/** The draft as a Word file, which says on every page that it is one. */
const draftWordRoute = route({
  method: 'GET',
  path: draftWordPath,
  permission: 'documents.see',
  about: 'child',
  audit: downloadedDraft,
  async handle(request) {
    const loaded = await readDocument(request)
    const definition = loaded && definitionOf(loaded.document.kind)
    if (!loaded || !definition || loaded.document.state !== 'draft') return notFound
    const { child, document } = loaded
    const it = pullingOf(request, child, definition, document)
    const tree = await composeNow(request.tx, it, document.own)
    if (!tree) return notFound
    const { projectFolder } = request.platform
    const { serviceName } = request.who
    const bytes = await makeWord({ tree, serviceName, at: request.now, projectFolder, isDraft: true })
    await recordDocumentGivenOut(request.tx, child.childId, downloadedDraft.what, {
      document_id: document.documentId,
      version: String(document.number),
    })
    return { kind: 'file', name: `draft-${fileNameOf(document.kind, request.today)}`, type: wordType, bytes }
  },
})

export const copyRoutes = [copyRoute, copyWordRoute, draftWordRoute]
