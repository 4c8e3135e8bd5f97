import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { fileKindOf, sizeWords } from '../../platform/files/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import type { Attachment } from './attachmentQueries.ts'
import { filePath } from './paths.ts'

type Given = { id: string; caption: string; files: readonly Attachment[] }

/** Files in a table: what each is, how it stands, who added it. */
export function FileTable({ id, caption, files }: Given) {
  return (
    <SortableTable
      id={id}
      caption={caption}
      rows={files}
      rowKey={({ fileId }) => fileId}
      columns={[
        {
          key: 'what',
          heading: 'What it is',
          isRowHeader: true,
          cell: file => (
            <>
              <a class="govuk-link" href={filePath.to(file)}>
                <bdi>{file.description}</bdi>
              </a>{' '}
              <FileBadges file={file} />
            </>
          ),
        },
        { key: 'kind', heading: 'Kind', cell: ({ type }) => fileKindOf(type)?.title ?? type },
        { key: 'size', heading: 'Size', isNumeric: true, cell: ({ bytes }) => sizeWords(bytes) },
        { key: 'by', heading: 'Added by', cell: ({ addedBy }) => addedBy },
        { key: 'at', heading: 'Added', cell: ({ addedAt }) => writeMoment(addedAt, ukZone) },
      ]}
    />
  )
}

/** How a file stands, where it is not as one would think. */
export function FileBadges({ file }: { file: Attachment }) {
  return (
    <>
      {file.isSensitive && <Badge colour="black">Sensitive</Badge>}{' '}
      {file.removedAt && <Badge colour="grey">Removed</Badge>}{' '}
      {file.scan === 'infected' && <Badge colour="red">Infected: not kept</Badge>}
      {file.scan === 'not-scanned' && !file.removedAt && (
        <Badge colour="purple">Not scanned for viruses</Badge>
      )}
    </>
  )
}
