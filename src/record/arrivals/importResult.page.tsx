import { form, formPage } from '../../engine/forms/index.ts'
import { parseWhole } from '../../kernel/addresses.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { notFound, page, type Request, redirect, route, turnBack } from '../../platform/http/index.ts'
import { BackLink, Button, SummaryList } from '../../ui/govuk/index.ts'
import { AsItCame, RowTable } from './ImportRows.tsx'
import {
  findImport,
  findRow,
  type ImportProgress,
  type ImportRow,
  listRows,
  settleRow,
} from './importQueries.ts'
import { type AskedRoute, askedRoute } from './notification.form.ts'
import { arrivalsPath, dropRowPath, importProgressPath, importResultPath, takeBackRowPath } from './paths.ts'

const rowsShown = 100
const settledMeanwhile = 'Somebody else has settled that row in the meantime.'
const shownStates = ['failed', 'known-already', 'dropped'] as const

/** How a file was written, in words that somebody finds again where a spreadsheet is saved. */
const encodingWords: Readonly<Record<string, string>> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16)',
  'windows-1252': 'Western European (Windows-1252)',
}

const importOf = async ({ tx, params }: Request) => {
  const importId = parseId<'import'>(params.importId ?? '')
  return importId ? findImport(tx, importId) : undefined
}

/** How far a file has come, in a sentence that can be read out. */
export function describeProgress(it: ImportProgress): string {
  const done = it.total - it.waiting
  if (it.waiting > 0) return `${done} of ${it.total} rows taken in`
  const rows = it.total === 1 ? '1 row' : `All ${it.total} rows`
  return `${rows} read: ${it.accepted} new, ${it.known} known already, ${it.failed} to mend, ${it.dropped} left out`
}

/** Leaving a row out is said with the reason, and can be taken back. */
const leaveOutRoutes = formPage({
  path: dropRowPath,
  permission: 'arrivals.work',
  change: 'Left out a row of a file of notifications',
  async load(request) {
    const it = await importOf(request)
    const row = it && (await findRow(request.tx, it.importId, parseWhole(request.params.row ?? '') ?? 0))
    if (!it || !row) return refused(notFound)
    if (row.state !== 'failed')
      return refused(turnBack(importResultPath.to(it), `Row ${row.rowNumber} is settled already.`))
    return ok({ it, row, by: askedRoute(it.routeIn, request.today) })
  },
  form: () =>
    form({
      id: 'leave-out-row',
      fields: {
        reason: {
          kind: 'text',
          label: 'Why is it left out?',
          hint: 'For example: it is about nobody, or it has been sent again.',
          required: 'Say why the row is left out',
          maxLength: 500,
        },
      },
    }),
  title: ({ row }) => `Leave out row ${row.rowNumber}`,
  intro: ({ row, by }) => <AsItCame cells={row.cells} form={by.form} />,
  back: ({ it }) => importResultPath.to(it),
  version: ({ row }) => row.version,
  row: ({ it, row }) => ({ table: 'import_row', key: { import_id: it.importId, row_number: row.rowNumber } }),
  submit: 'Leave it out',
  isWarning: true,
  async save({ tx }, { reason }, { it, row }) {
    const outcome = { state: 'dropped', faults: row.faults, droppedReason: reason } as const
    const isDropped = await settleRow(tx, it.importId, row, outcome)
    return isDropped
      ? redirect(importResultPath.to(it), `Row ${row.rowNumber} is left out.`)
      : turnBack(importResultPath.to(it), settledMeanwhile)
  },
})

export const importResultRoutes = [
  route({
    method: 'GET',
    path: importResultPath,
    permission: 'arrivals.work',
    audit: { kind: 'none', why: 'each child who is known and named there is recorded as seen' },
    async handle(request) {
      const it = await importOf(request)
      if (!it) return notFound
      const after = parseWhole(request.query.get('after') ?? '') ?? 0
      const rows = await listRows(request.tx, it.importId, shownStates, after, rowsShown)
      request.seen(
        rows.flatMap(({ childId }) => childId ?? []),
        'Named among the rows of a file that were known already',
      )
      return page(
        `File ${it.fileName}`,
        <ImportResult
          it={it}
          by={askedRoute(it.routeIn, request.today)}
          rows={rows}
          csrfToken={request.csrfToken}
        />,
        {
          above: <BackLink href={arrivalsPath.to()}>Back to arrivals</BackLink>,
        },
      )
    },
  }),
  route({
    method: 'GET',
    path: importProgressPath,
    permission: 'arrivals.work',
    audit: { kind: 'none', why: 'counts of rows only' },
    async handle(request) {
      const it = await importOf(request)
      if (!it) return { kind: 'json', status: 404, body: {} }
      const done = it.total - it.waiting
      return {
        kind: 'json',
        status: 200,
        body: { done, total: it.total, text: describeProgress(it), finished: it.waiting === 0 },
      }
    },
  }),
  ...leaveOutRoutes,
  route({
    method: 'POST',
    path: takeBackRowPath,
    permission: 'arrivals.work',
    audit: { kind: 'change', what: 'Took back a row that had been left out' },
    async handle(request) {
      const it = await importOf(request)
      const row = it && (await findRow(request.tx, it.importId, parseWhole(request.params.row ?? '') ?? 0))
      if (!it || !row) return notFound
      const isBack =
        row.state === 'dropped' &&
        (await settleRow(request.tx, it.importId, row, { state: 'failed', faults: row.faults }))
      return isBack
        ? redirect(importResultPath.to(it), `Row ${row.rowNumber} is to be mended again.`)
        : turnBack(importResultPath.to(it), settledMeanwhile)
    },
  }),
]

type ResultGiven = { it: ImportProgress; by: AskedRoute; rows: ImportRow[]; csrfToken: string }

function ImportResult({ it, by, rows, csrfToken }: ResultGiven) {
  const failed = rows.filter(row => row.state === 'failed')
  const known = rows.filter(row => row.state === 'known-already')
  const dropped = rows.filter(row => row.state === 'dropped')
  const last = rows.at(-1)
  return (
    <>
      <h1 class="govuk-heading-l">{it.fileName}</h1>
      {it.waiting > 0 ? (
        <div data-progress={importProgressPath.to(it)}>
          <p class="govuk-body" role="status" aria-live="polite">
            {describeProgress(it)}
          </p>
          <progress
            class="tl-progress"
            max={it.total}
            value={it.total - it.waiting}
            aria-label="Rows taken in"
          />
          <p class="govuk-body">
            You may leave this page: the work goes on.{' '}
            <a class="govuk-link" href={importResultPath.to(it)}>
              See how far it is
            </a>
          </p>
        </div>
      ) : (
        <p class="govuk-body-l">{describeProgress(it)}.</p>
      )}
      <SummaryList
        rows={[
          { key: 'Who sent it', value: by.route.title },
          { key: 'Brought in by', value: `${it.startedBy}, ${writeMoment(it.startedAt, ukZone)}` },
          { key: 'Written in', value: encodingWords[it.encoding] ?? it.encoding },
          ...(it.leftOut.length > 0
            ? [{ key: 'Columns that are not known and were left out', value: it.leftOut.join(', ') }]
            : []),
        ]}
      />
      {failed.length > 0 && (
        <RowTable title="Rows to mend" rows={failed} it={it} by={by} csrfToken={csrfToken} />
      )}
      {known.length > 0 && (
        <RowTable title="Rows that were known already" rows={known} it={it} by={by} csrfToken={csrfToken} />
      )}
      {dropped.length > 0 && (
        <RowTable title="Rows left out" rows={dropped} it={it} by={by} csrfToken={csrfToken} />
      )}
      {rows.length === rowsShown && last && (
        <p class="govuk-body">
          <a class="govuk-link" href={`?after=${last.rowNumber}`}>
            More rows, after row {last.rowNumber}
          </a>
        </p>
      )}
      {it.waiting === 0 && (
        <Button href={arrivalsPath.to()} classes="govuk-button--secondary">
          Go on to arrivals
        </Button>
      )}
    </>
  )
}
