import { readFileSync } from 'node:fs'
import { form, formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { redirect, route } from '../../platform/http/index.ts'
import { Details, Table } from '../../ui/govuk/index.ts'
import { notificationForm } from './notification.form.ts'
import { arrivalsPath, exampleFilePath, importPath, importResultPath } from './paths.ts'
import { takeInFile } from './takeInFile.ts'

/** The name under which a file waits to be worked through in the background. */
export const importJobName = 'work-through-file'

const importForm = form({
  id: 'import-notifications',
  fields: {
    file: {
      kind: 'file',
      label: 'File of police notifications',
      hint: 'A CSV file, up to 20 MB. The first line names the columns.',
      required: 'Choose the file',
      accept: '.csv,text/csv,text/plain',
    },
  },
})

const [shows, takes] = formPage({
  path: importPath,
  permission: 'arrivals.work',
  change: 'Sent a file of police notifications',
  load: async ({ today }) => ok({ today }),
  form: () => importForm,
  title: () => 'Import police notifications',
  intro: ({ today }) => <FileHelp today={today} />,
  back: () => arrivalsPath.to(),
  submit: 'Import',
  async save({ tx, who, now, today, platform }, { file }) {
    const sent = { serviceId: who.serviceId, name: file.name, bytes: file.bytes, by: who.userId, now, today }
    const taken = await takeInFile(tx, sent)
    if (!taken.ok) return { kind: 'errors', errors: [{ field: 'file', message: taken.reason }] }
    if (taken.value.kind === 'again') {
      const { importId } = taken.value.earlier
      return redirect(
        importResultPath.to({ importId }),
        'This file has been taken in before. Nothing was changed.',
      )
    }
    const { importId, unknown } = taken.value
    await platform.later(tx, importJobName, { serviceId: who.serviceId, importId })
    const left =
      unknown.length > 0 ? ` These columns are not known and were left out: ${unknown.join(', ')}.` : ''
    return redirect(
      importResultPath.to({ importId }),
      `The file has arrived. Its rows are being taken in.${left}`,
    )
  },
})

export const importFileRoutes = [
  shows,
  { ...takes, maxBytes: 22 * 1024 * 1024 },
  route({
    method: 'GET',
    path: exampleFilePath,
    permission: 'arrivals.work',
    audit: { kind: 'none', why: 'an example with invented people' },
    handle: async ({ platform }) => ({
      kind: 'file',
      name: 'police-notifications-example.csv',
      type: 'text/csv; charset=utf-8',
      bytes: readFileSync(`${platform.projectFolder}/docs/police-notifications-example.csv`),
    }),
  }),
]

function FileHelp({ today }: { today: Temporal.PlainDate }) {
  const fields = Object.entries(notificationForm(today).fields)
  return (
    <>
      <p class="govuk-body">
        Each row is one notification. Rows that cannot be read are kept for you to mend; the others go in.
        Sending a file twice changes nothing.{' '}
        <a class="govuk-link" href={exampleFilePath.to()}>
          Download an example file
        </a>
        .
      </p>
      <Details summary="The columns of the file">
        <Table
          caption="The columns of the file"
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={['Column', 'What stands in it', 'Needed']}
          rows={fields.map(([name, field]) => [
            name.replaceAll('-', '_'),
            field.label,
            field.required === undefined ? 'No' : 'Yes',
          ])}
        />
      </Details>
    </>
  )
}
