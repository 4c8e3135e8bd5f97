import { type DocumentTree, DocumentView, missingIn } from '../../engine/documents/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { notFound, page, type Request, route } from '../../platform/http/index.ts'
import { BackLink, InsetText } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { childPage, documentsPath, readConfidentialHomes } from '../children/index.ts'
import { ConfidentialHome } from './ConfidentialHome.tsx'
import {
  type DocumentCopy,
  type DocumentVersion,
  definitionOf,
  documentTitle,
  mayWriteKind,
  type OneDocument,
} from './document.ts'
import { listCopies, listVersions, readCopy, readVersion } from './documentQueries.ts'
import { asking, type Loaded, pullingOf, readDocument } from './loadDocument.ts'
import {
  copyPath,
  documentPath,
  draftWordPath,
  sendDocumentPath,
  setAsideDocumentPath,
  versionPath,
  writeDocumentPath,
} from './paths.ts'
import { DocumentTag } from './StateTag.tsx'
import { composeNow } from './writeDocument.ts'

/** A document as it stands: a draft as it reads now, one that was sent as it was sent. */
export const documentRoute = route({
  method: 'GET',
  path: documentPath,
  permission: 'documents.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at a document' },
  async handle(request) {
    const loaded = await readDocument(request)
    if (!loaded) return notFound
    const { child, document } = loaded
    const [versions, copies, { from: keptFrom }] = await Promise.all([
      listVersions(request.tx, document),
      listCopies(request.tx, document),
      readConfidentialHomes(request.tx, child.childId),
    ])
    const { tree, isLive } = await treeNow(request, loaded)
    if (!tree) return notFound
    if (request.query.get('paper') !== null) return onPaper(tree, documentPath.to(document), document)
    return childPage(request, {
      section: 'documents',
      title: documentTitle(document.kind),
      above: <BackLink href={documentsPath.to(child)}>Documents</BackLink>,
      body: (
        <>
          <PageHeaderActions heading={documentTitle(document.kind)} actions={actionsFor(request, loaded)} />
          <p class="govuk-body">
            <DocumentTag state={document.state} /> Version {document.number}, begun{' '}
            {writeMoment(document.madeAt, ukZone)} by {document.madeBy}.
          </p>
          <Standing document={document} isLive={isLive} open={missingIn(tree).length} />
          <ConfidentialHome from={keptFrom} />
          <ul class="govuk-list tl-links tl-no-print">
            <li>
              <a class="govuk-link" href={`${documentPath.to(document)}?paper=yes`}>
                Show it for printing
              </a>
            </li>
            {document.state === 'draft' && isLive && (
              <li>
                <a class="govuk-link" href={draftWordPath.to(document)} download>
                  The draft as a Word file
                </a>
              </li>
            )}
          </ul>
          <Copies copies={copies} />
          <div class="tl-document-sheet">
            <h2 class="govuk-heading-l" lang={tree.language} dir={tree.direction}>
              {tree.title}
            </h2>
            <DocumentView tree={tree} isDraft={document.state === 'draft'} isWithin />
          </div>
          <Versions document={document} versions={versions} />
        </>
      ),
    })
  },
})

/** A version as it was saved. */
export const versionRoute = route({
  method: 'GET',
  path: versionPath,
  permission: 'documents.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at an earlier version of a document' },
  async handle(request) {
    const loaded = await readDocument(request)
    const { number = '' } = request.params
    const version =
      loaded && isNumber(number) ? await readVersion(request.tx, loaded.document, Number(number)) : undefined
    if (!loaded || !version) return notFound
    const { document } = loaded
    return childPage(request, {
      section: 'documents',
      title: `Version ${version.number}`,
      above: <BackLink href={documentPath.to(document)}>{documentTitle(document.kind)}</BackLink>,
      body: (
        <>
          <h1 class="govuk-heading-l">
            {documentTitle(document.kind)}, version {version.number}
          </h1>
          <p class="govuk-body">
            As it was saved {writeMoment(version.savedAt, ukZone)} by {version.savedBy}.
          </p>
          <div class="tl-document-sheet">
            <h2 class="govuk-heading-l" lang={version.tree.language} dir={version.tree.direction}>
              {version.tree.title}
            </h2>
            <DocumentView tree={version.tree} isDraft isWithin />
          </div>
        </>
      ),
    })
  },
})

/** Whether a word of an address is the number of a version. */
const isNumber = (word: string): boolean => /^[1-9]\d{0,8}$/.test(word)

/**
 * How a document reads: a draft with what the record says now, or as it was saved where what it is about is gone; one that was sent
 * as it was sent last.
 */
async function treeNow(
  request: Request,
  { child, document }: Loaded,
): Promise<{ tree: DocumentTree | undefined; isLive: boolean }> {
  const definition = definitionOf(document.kind)
  const live =
    document.state === 'draft' && definition
      ? await composeNow(request.tx, pullingOf(request, child, definition, document), document.own)
      : undefined
  if (live) return { tree: live, isLive: true }
  const kept = await (document.state === 'final'
    ? readCopy(request.tx, document, 'last')
    : readVersion(request.tx, document, document.number))
  return { tree: kept?.tree, isLive: false }
}

/** A document on paper: nothing but itself. */
export function onPaper(tree: DocumentTree, back: string, { state }: Pick<OneDocument, 'state'>) {
  return page(
    tree.title,
    <>
      <p class="tl-no-print">
        Print this page with the menu of your browser, or <a href={back}>go back</a>.
      </p>
      <div class={`tl-document-paper${state === 'draft' ? ' tl-document-paper--draft' : ''}`}>
        <h1 lang={tree.language} dir={tree.direction}>
          {tree.title}
        </h1>
        {state === 'draft' && <p>Draft. Not sent.</p>}
        <DocumentView tree={tree} />
      </div>
    </>,
    { own: { looks: [] } },
  )
}

type StandingGiven = { document: OneDocument; isLive: boolean; open: number }

/** What has to be known of a document before it is read: why it was set aside, how much of a draft is still open. */
function Standing({ document, isLive, open }: StandingGiven) {
  const definition = definitionOf(document.kind)
  return (
    <>
      {document.state === 'set-aside' && (
        <InsetText>
          Set aside: <bdi>{document.setAsideWhy}</bdi>
        </InsetText>
      )}
      {document.state === 'draft' && !isLive && (
        <InsetText>
          What this document was made from is not there any more, or holds no longer. It stands as it was
          saved last, and cannot be sent.
        </InsetText>
      )}
      {document.state === 'draft' && open > 0 && (
        <p class="govuk-body">
          <strong>{open === 1 ? 'One thing is still open' : `${open} things are still open`}</strong>: marked
          below, each with what to do.
        </p>
      )}
      {document.state === 'draft' && definition?.ours && (
        <p class="govuk-hint">The wording is this service’s own. No published wording was used.</p>
      )}
    </>
  )
}

/** What the reader may do with the document as it stands: the next thing first. */
function actionsFor(request: Request, { child, document }: Loaded) {
  const definition = definitionOf(document.kind)
  if (!definition || document.state === 'set-aside' || !mayWriteKind(document.kind, asking(request, child)))
    return []
  const isSent = document.state === 'final'
  const hasParts = Object.keys(definition.open).length > 0
  return [
    {
      href: sendDocumentPath.to(document),
      text: isSent ? 'Send the same copy to somebody else' : 'Make the copy to send',
    },
    ...(hasParts
      ? [
          {
            href: writeDocumentPath.to(document),
            text: isSent ? 'Write a new version' : 'Write your own words',
            isSecondary: true as const,
          },
        ]
      : []),
    ...(document.copies === 0
      ? [{ href: setAsideDocumentPath.to(document), text: 'Set aside', isSecondary: true as const }]
      : []),
  ]
}

function Copies({ copies }: { copies: readonly DocumentCopy[] }) {
  if (copies.length === 0) return null
  return (
    <SortableTable
      id="copies"
      caption="Copies as they were sent, the latest first"
      rows={copies}
      rowKey={({ copyId }) => copyId}
      columns={[
        {
          key: 'to',
          heading: 'To',
          isRowHeader: true,
          cell: copy => (
            <a class="govuk-link" href={copyPath.to(copy)}>
              <bdi>{copy.sentTo}</bdi>
              <span class="govuk-visually-hidden">, kept {writeMoment(copy.madeAt, ukZone)}</span>
            </a>
          ),
        },
        { key: 'on', heading: 'Sent', cell: copy => writeDate(copy.sentOn) },
        { key: 'by', heading: 'By', cell: copy => <bdi>{copy.madeBy}</bdi> },
        { key: 'version', heading: 'Version', cell: copy => copy.number },
      ]}
    />
  )
}

function Versions({ document, versions }: { document: OneDocument; versions: readonly DocumentVersion[] }) {
  return (
    <section class="tl-no-print" aria-labelledby="versions">
      <h2 class="govuk-heading-m" id="versions">
        Versions
      </h2>
      <ul class="govuk-list">
        {versions.map(({ number, savedAt, savedBy }) => (
          <li key={number}>
            <a class="govuk-link" href={versionPath.to({ ...document, number: String(number) })}>
              Version {number}
            </a>
            , {writeMoment(savedAt, ukZone)}, <bdi>{savedBy}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
