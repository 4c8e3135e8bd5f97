import { audiences } from '../../engine/documents/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { beginDocumentPath, childOf, childPage, documentsPath } from '../children/index.ts'
import { type DocumentHead, documentTitle, mayReadKind, mayWriteKind } from './document.ts'
import { listDocuments } from './documentQueries.ts'
import { asking } from './loadDocument.ts'
import { documentPath } from './paths.ts'
import { DocumentTag } from './StateTag.tsx'

/** What was written about a child, and what can be made. */
export const documentsRoute = route({
  method: 'GET',
  path: documentsPath,
  permission: 'documents.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the list of documents' },
  async handle(request) {
    const child = await childOf(request)
    if (!child) return notFound
    const who = asking(request, child)
    const documents = (await listDocuments(request.tx, child.childId)).filter(({ kind }) =>
      mayReadKind(kind, who),
    )
    const offered = practiceInUse().documents.filter(({ id }) => mayWriteKind(id, who))
    return childPage(request, {
      section: 'documents',
      title: 'Documents',
      body: (
        <>
          <h1 class="govuk-heading-l">Documents</h1>
          {documents.length === 0 ? (
            <EmptyState title="No documents yet">
              Letters, reports and copies of plans and assessments stand here, with the copies that were sent.
            </EmptyState>
          ) : (
            <Documents documents={documents} />
          )}
          {offered.length > 0 && (
            <section class="tl-no-print" aria-labelledby="make">
              <h2 class="govuk-heading-m" id="make">
                Make a document
              </h2>
              <dl class="tl-document-kinds">
                {offered.map(({ id, title, summary, for: reader }) => (
                  <div key={id}>
                    <dt>
                      <a class="govuk-link" href={beginDocumentPath.to({ childId: child.childId, kind: id })}>
                        {title}
                      </a>
                    </dt>
                    <dd>
                      {audiences[reader]}. {summary}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
        </>
      ),
    })
  },
})

function Documents({ documents }: { documents: readonly DocumentHead[] }) {
  return (
    <SortableTable
      id="documents"
      caption="Documents, the latest first"
      isCaptionHidden
      rows={documents}
      rowKey={({ documentId }) => documentId}
      columns={[
        {
          key: 'what',
          heading: 'Document',
          isRowHeader: true,
          cell: it => (
            <a class="govuk-link" href={documentPath.to(it)}>
              {documentTitle(it.kind)}
              <span class="govuk-visually-hidden">, begun {writeMoment(it.madeAt, ukZone)}</span>
            </a>
          ),
        },
        { key: 'state', heading: 'How it stands', cell: it => <DocumentTag state={it.state} /> },
        { key: 'begun', heading: 'Begun', cell: it => writeMoment(it.madeAt, ukZone) },
        { key: 'by', heading: 'By', cell: it => <bdi>{it.madeBy}</bdi> },
        { key: 'version', heading: 'Version', cell: it => it.number },
        { key: 'copies', heading: 'Copies sent', cell: it => it.copies },
      ]}
    />
  )
}
