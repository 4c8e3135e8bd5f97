import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { childOf, childPage, notePath } from '../children/index.ts'
import { NoteText } from './NoteText.tsx'
import { noteWords } from './noteKinds.ts'
import { findNote } from './noteQueries.ts'
import { noteVersionsPath } from './paths.ts'
import { listVersions, type NoteVersion, readVersion, type VersionLine } from './versionQueries.ts'
import { whenWords } from './whenWords.ts'

/** What a note said before it was changed: one version at a time, whole, with who made it. */
export const versionsRoute = route({
  method: 'GET',
  path: noteVersionsPath,
  permission: 'notes.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at earlier versions of a note' },
  async handle(request) {
    const { tx, params, query } = request
    const child = await childOf(request)
    const note = child && (await findNote(tx, child.childId, params.noteId ?? ''))
    if (!note) return notFound
    const lines = await listVersions(tx, child.childId, note.noteId)
    const asked = Number(query.get('version') ?? note.version - 1)
    const line = lines.find(({ version }) => version === asked) ?? lines[0]
    const version = line && (await readVersion(tx, child.childId, note.noteId, line.version))
    return childPage(request, {
      section: 'notes',
      title: 'Versions of a note',
      above: <BackLink href={notePath.to(note)}>The note as it is now</BackLink>,
      body: (
        <>
          <h1 class="govuk-heading-l">Versions of a note</h1>
          {!lines.some(each => each.version === 1) && (
            <p class="govuk-body">
              What this note said first is not shown: it was sensitive until then, and is read by those who
              work with the child, seniors, managers and whoever wrote it.
            </p>
          )}
          {lines.length > 0 && <Versions lines={lines} shown={line} address={noteVersionsPath.to(note)} />}
          {line && version && <OneVersion line={line} version={version} />}
        </>
      ),
    })
  },
})

type Given = { lines: VersionLine[]; shown: VersionLine | undefined; address: string }

function Versions({ lines, shown, address }: Given) {
  return (
    <SortableTable
      id="versions"
      caption="Versions, the newest first"
      isCaptionHidden
      rows={lines}
      rowKey={({ version }) => String(version)}
      columns={[
        {
          key: 'version',
          heading: 'Version',
          isRowHeader: true,
          cell: ({ version }) => (
            <a
              class="govuk-link"
              href={`${address}?version=${version}`}
              aria-current={version === shown?.version ? 'true' : undefined}
            >
              Version {version}
            </a>
          ),
        },
        { key: 'at', heading: 'Written', cell: ({ at }) => writeMoment(at, ukZone) },
        { key: 'by', heading: 'By', cell: ({ by }) => by ?? 'the program' },
      ]}
    />
  )
}

function OneVersion({ line, version }: { line: VersionLine; version: NoteVersion }) {
  return (
    <section aria-labelledby="version">
      <h2 class="govuk-heading-m" id="version">
        Version {line.version}: {noteWords(version.kind)}
      </h2>
      <p class="govuk-body">Happened {whenWords(version).date}.</p>
      <NoteText {...version} />
    </section>
  )
}
