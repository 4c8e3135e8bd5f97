import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { fileKindOf, sizeWords } from '../../platform/files/index.ts'
import { notFound, type Request, route } from '../../platform/http/index.ts'
import { BackLink, Button, SummaryList, type SummaryListRow, WarningText } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { childOf, childPage, filesPath, notePath } from '../children/index.ts'
import { type Attachment, listFiles } from './attachmentQueries.ts'
import { FileBadges, FileTable } from './FileTable.tsx'
import { fileOf, readingOf } from './fileOf.ts'
import { addFilePath, downloadPath, filePath, picturePath, removeFilePath, scanPath } from './paths.ts'

const listRoute = route({
  method: 'GET',
  path: filesPath,
  permission: 'files.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the list of files' },
  async handle(request) {
    const child = await childOf(request)
    if (!child) return notFound
    const files = await listFiles(request.tx, child.childId, await readingOf(request))
    const here = files.filter(({ removedAt, scan }) => !removedAt && scan !== 'infected')
    const gone = files.filter(file => !here.includes(file))
    const canAdd = may('files.add', request.who.roles, child.isRelated)
    return childPage(request, {
      section: 'files',
      title: 'Files',
      body: (
        <>
          <PageHeaderActions
            heading="Files"
            actions={canAdd ? [{ href: addFilePath.to(child), text: 'Add a file' }] : []}
          />
          {here.length === 0 && (
            <EmptyState title="No files yet">
              Letters, reports and pictures about this child stand here, and those that were added to a note.
            </EmptyState>
          )}
          {here.length > 0 && <FileTable id="files" caption="The latest first" files={here} />}
          {gone.length > 0 && <FileTable id="gone" caption="Not kept, or removed since" files={gone} />}
        </>
      ),
    })
  },
})

const fileRoute = route({
  method: 'GET',
  path: filePath,
  permission: 'files.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at what is known of a file' },
  async handle(request) {
    const child = await childOf(request)
    const file = child && (await fileOf(request))
    if (!file) return notFound
    const canChange = may('files.add', request.who.roles, child.isRelated) && !file.removedAt
    return childPage(request, {
      section: 'files',
      title: 'A file',
      above: <BackLink href={filesPath.to(child)}>Files</BackLink>,
      body: <OneFile file={file} canChange={canChange} request={request} />,
    })
  },
})

type Given = { file: Attachment; canChange: boolean; request: Request }

function OneFile({ file, canChange, request }: Given) {
  const kind = fileKindOf(file.type)
  const hasScanner = request.platform.config.clamdAddress !== undefined
  const isHere = !file.removedAt && file.scan !== 'infected'
  return (
    <>
      <PageHeaderActions
        heading={<bdi>{file.description}</bdi>}
        actions={[
          ...(isHere ? [{ href: downloadPath.to(file), text: 'Download' }] : []),
          ...(canChange ? [{ href: removeFilePath.to(file), text: 'Remove', isSecondary: true }] : []),
        ]}
      />
      <p class="govuk-body">
        <FileBadges file={file} />
      </p>
      {file.scan === 'infected' && (
        <WarningText>
          The virus scanner found “{file.scanWords}”. The file was not kept. Tell whoever sent it, and those
          who look after your computers.
        </WarningText>
      )}
      {isHere && kind?.isPicture && (
        <p>
          <img class="tl-picture" src={picturePath.to(file)} alt={file.description} />
        </p>
      )}
      <SummaryList rows={rowsOf(file)} />
      {isHere && canChange && file.scan === 'not-scanned' && hasScanner && (
        <form method="post" action={scanPath.to(file)}>
          <input type="hidden" name="_csrf" value={request.csrfToken} />
          <Button classes="govuk-button--secondary">Scan for viruses now</Button>
        </form>
      )}
    </>
  )
}

const scans = { clean: 'Nothing was found', infected: 'Infected', 'not-scanned': 'Not scanned' } as const

function rowsOf(file: Attachment): (SummaryListRow | false)[] {
  const { noteId, removedAt, removedBy } = file
  const scan = [scans[file.scan], file.scanWords].filter(words => words !== '').join(': ')
  return [
    { key: 'Name', value: <bdi>{file.name}</bdi> },
    { key: 'Kind', value: `${fileKindOf(file.type)?.title ?? file.type}, ${sizeWords(file.bytes)}` },
    { key: 'Added', value: `${file.addedBy}, ${writeMoment(file.addedAt, ukZone)}` },
    noteId !== null && {
      key: 'With',
      value: (
        <a class="govuk-link" href={notePath.to({ ...file, noteId })}>
          a note
        </a>
      ),
    },
    { key: 'Virus scan', value: scan },
    removedAt !== null && {
      key: 'Removed',
      value: (
        <>
          {removedBy}, {writeMoment(removedAt, ukZone)}
          <br />
          <bdi>{file.removedReason}</bdi>
        </>
      ),
    },
    { key: 'SHA-256', value: <code class="tl-hash">{file.sha256}</code> },
  ]
}

export const fileRoutes = [listRoute, fileRoute]
