import { type AskedName, askedNames, form, formPage, jsonName, optionsOf } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { notFound, redirect, route } from '../../platform/http/index.ts'
import { type Sheet, writeSheet } from '../../platform/sheets/index.ts'
import { Details, Table } from '../../ui/govuk/index.ts'
import { type AskedRoute, askedRoutes } from './notification.form.ts'
import { arrivalsPath, exampleFilePath, importPath, importResultPath } from './paths.ts'
import { cellsFrom } from './readRow.ts'
import { takeInFile } from './takeInFile.ts'

/** The name under which a file waits to be worked through in the background. */
export const importJobName = 'work-through-file'

/** What is asked of a file: by which way it came, since its columns are the questions of that way's form. */
const importForm = (routes: readonly AskedRoute[]) =>
  form({
    id: 'import-file',
    fields: {
      route: {
        kind: 'choice',
        label: 'Who sent it?',
        as: 'select',
        required: 'Choose who sent the file',
        options: routes.map(({ route: { id, title } }) => ({ value: id, label: title })),
      },
      file: {
        kind: 'file',
        label: 'The file',
        hint: 'A CSV file, up to 20 MB. The first line names the columns.',
        required: 'Choose the file',
        accept: '.csv,text/csv,text/plain',
      },
    },
  })

const [shows, takes] = formPage({
  path: importPath,
  permission: 'arrivals.work',
  change: 'Sent a file of notifications or referrals',
  load: async ({ today }) => ok({ routes: askedRoutes(today) }),
  form: ({ routes }) => importForm(routes),
  title: () => 'Import a file',
  intro: ({ routes }) => <FileHelp routes={routes} />,
  back: () => arrivalsPath.to(),
  submit: 'Import',
  async save({ tx, who: { serviceId, userId }, now, today, platform }, { route, file }) {
    const { name, bytes } = file
    const sent = { serviceId, routeIn: route, name, bytes, by: userId, now, today }
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
    await platform.later(tx, importJobName, { serviceId, importId })
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
    async handle({ params, today }) {
      const by = askedRoutes(today).find(({ form }) => form.id === params.form)
      if (!by) return notFound
      return {
        kind: 'file',
        name: `${by.form.id}-example.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: (await writeSheet(exampleFile(by), 'csv')).bytes,
      }
    },
  }),
]

/** A file with the columns of a form and one invented child. */
function exampleFile({ route, form }: AskedRoute): Sheet {
  const cells = cellsFrom(form, route.form.example)
  return { title: route.form.title, headings: Object.keys(cells), rows: [Object.values(cells)] }
}

function FileHelp({ routes }: { routes: readonly AskedRoute[] }) {
  const forms = Map.groupBy(routes, ({ form }) => form.id)
  return (
    <>
      <p class="govuk-body">
        Each row is about one child. Rows that cannot be read are kept for you to mend; the others go in.
        Sending a file twice changes nothing.
      </p>
      {[...forms.values()].map(
        ([by, ...others]) =>
          by && (
            <Details key={by.form.id} summary={`The columns: ${by.route.form.title}`}>
              <p class="govuk-body">
                Sent by: {[by, ...others].map(({ route: { title } }) => title).join('; ')}.
              </p>
              <Columns by={by} />
            </Details>
          ),
      )}
    </>
  )
}

function Columns({ by: { route, form } }: { by: AskedRoute }) {
  const caption = `The columns: ${route.form.title}`
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={exampleFilePath.to({ form: form.id })}>
          Download an example file<span class="govuk-visually-hidden"> for: {route.form.title}</span>
        </a>
        . Where a cell holds several answers, put semicolons between them.
      </p>
      <Table
        caption={caption}
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Column', 'What stands in it', 'Needed']}
        rows={askedNames(form).map(asked => [
          jsonName(asked.name),
          whatStandsIn(asked),
          asked.isNeeded ? 'Yes' : 'No',
        ])}
      />
    </>
  )
}

/** So many answers are listed; a longer list of codes would hide what else there is to know. */
const mostAnswers = 30

function whatStandsIn({ label, field, reasonFor }: AskedName): string {
  if (reasonFor !== undefined) return `${label} (needed with “${reasonFor}”)`
  const answers = optionsOf(field)
  if (field.kind === 'date') return `${label} (a date, such as 27/3/2026)`
  if (answers.length === 0 || answers.length > mostAnswers) return label
  return `${label} (${answers.map(answer => `“${answer.label}”`).join(', ')})`
}
