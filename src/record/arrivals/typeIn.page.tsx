import { sayingsOf } from '../../engine/arrivals/index.ts'
import {
  type Answers,
  type FieldError,
  type Fields,
  type Form,
  formPage,
  type Refusal,
  type Typed,
  typedDate,
} from '../../engine/forms/index.ts'
import { findRoute, practiceInUse, type Route } from '../../engine/packs/index.ts'
import { parseWhole } from '../../kernel/addresses.ts'
import { parseId } from '../../kernel/ids.ts'
import { readDate } from '../../kernel/readDates.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect, type SignedInRoute, turnBack } from '../../platform/http/index.ts'
import { Details, InsetText } from '../../ui/govuk/index.ts'
import { checkNotification, formulaErrors } from './checkNotification.ts'
import { AsItCame } from './ImportRows.tsx'
import { findImport, findRow, settleRow } from './importQueries.ts'
import { asked, fromPolice, notificationForm, policeForm } from './notification.form.ts'
import { findNotification, keepNotification } from './notificationQueries.ts'
import {
  arrivalPath,
  arrivalsPath,
  importResultPath,
  importRowPath,
  newArrivalByPath,
  newArrivalPath,
} from './paths.ts'
import { aboutOf } from './readRow.ts'

const aOf = { notification: 'a notification', referral: 'a referral' } as const

/** What came by telephone, letter or e-mail is typed in: the questions are those of the route's form. */
const newArrivalRoutes = formPage<Fields, { route: Route; today: Temporal.PlainDate }>({
  path: newArrivalByPath,
  permission: 'arrivals.work',
  change: 'Recorded a notification or referral',
  async load({ params, today }) {
    const route = findRoute(practiceInUse(), params.route ?? '')
    return route ? ok({ route, today }) : refused(notFound)
  },
  form: ({ route, today }) => asked(route.form, today),
  title: ({ route }) => `Record ${aOf[route.form.called]}`,
  intro: ({ route }) => (
    <p class="govuk-body">
      From: {route.title}.{' '}
      <a class="govuk-link" href={newArrivalPath.to()}>
        Somebody else sent it
      </a>
    </p>
  ),
  back: () => newArrivalPath.to(),
  initial: ({ route, today }) => ({ [route.form.says.received]: typedDate(today) }),
  submit: 'Save and find out who it is',
  async save({ tx, today }, _values, { route }, answers) {
    const { form } = route
    const arriving = { routeIn: route.id, form, answers }
    const errors = [...formulaErrors(asked(form, today), answers), ...checkNotification(arriving)]
    if (errors.length > 0) return { kind: 'errors', errors }
    const kept = await keepNotification(tx, arriving)
    const reference = sayingsOf(form, answers)
    if (kept.differing && reference.text('reference') !== '') {
      const field = reference.question('reference') ?? ''
      const message = `A ${form.called} about this child with this reference is here already. Search for the reference. If it is not found, somebody else sees to it`
      return { kind: 'errors', errors: [{ field, message }] }
    }
    // One that may be about a child hidden from this person waits for somebody who may see that child.
    const isMine = (await findNotification(tx, kept.notificationId)) !== undefined
    const said = kept.differing
      ? `This ${form.called} was here already, in the same words. Nothing was changed.`
      : `The ${form.called} is saved.`
    return redirect(
      isMine ? arrivalPath.to(kept) : arrivalsPath.to(),
      isMine ? said : `The ${form.called} is saved.`,
    )
  },
})

/** What a row's cells say, as the page's questions hold it. */
function typedFromCells(cells: Record<string, string>): Typed {
  return Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => {
      const name = column.replaceAll('_', '-')
      const date = name === 'date-of-birth' ? readDate(cell) : undefined
      return [name, date?.ok ? typedDate(date.value) : cell]
    }),
  )
}

/** The cells of a row as they were mended, in the columns that the file has. */
function cellsFrom(cells: Record<string, string>, answers: Answers): Record<string, string> {
  const columns = Object.keys(cells)
  return Object.fromEntries(
    columns.map(column => [column, String(answers[column.replaceAll('_', '-')] ?? '')]),
  )
}

/**
 * The mended answers would be lost: the notification that came before under the reference is not changed by them.
 * What differs is said only of a notification that the reader may know of.
 */
function differingFrom(names: readonly string[], { fields }: Form): FieldError[] {
  const message =
    'A notification about this child with this police reference came before, and says something else. Check the reference. If it is right, leave this row out'
  const each = names.flatMap(name => {
    const field = fields[name]
    return field ? [{ field: name, message: `${field.label}: differs from what came before` }] : []
  })
  return [{ field: referenceQuestion(), message }, ...each]
}

/** Nothing of the request is kept: the answer is no success. */
const settledBefore = (): Refusal => ({
  kind: 'errors',
  errors: [
    {
      field: referenceQuestion(),
      message: 'Somebody else has settled this row in the meantime. Nothing was saved',
    },
  ],
})

/** The question of the police's form at which a mistake about the whole row stands. */
const referenceQuestion = () => policeForm().says.reference ?? ''

/** A row of a file that could not be read, shown as it came, to be mended and taken in. */
const mendRowRoutes = formPage({
  path: importRowPath,
  permission: 'arrivals.work',
  change: 'Mended a row of a file of notifications',
  async load({ tx, params, today }) {
    const importId = parseId<'import'>(params.importId ?? '')
    const it = importId && (await findImport(tx, importId))
    const row = it && (await findRow(tx, it.importId, parseWhole(params.row ?? '') ?? 0))
    if (!it || !row) return refused(notFound)
    if (row.state !== 'failed')
      return refused(turnBack(importResultPath.to(it), `Row ${row.rowNumber} is settled already.`))
    return ok({ it, row, today })
  },
  form: ({ today }) => notificationForm(today),
  title: ({ row }) => `Mend row ${row.rowNumber}`,
  intro: ({ row, today }) => (
    <InsetText>
      <ul class="govuk-list">
        {row.faults.map(fault => (
          <li key={fault.message}>{fault.message}</li>
        ))}
      </ul>
      <Details summary="The row as it came">
        <AsItCame cells={row.cells} today={today} />
      </Details>
    </InsetText>
  ),
  back: ({ it }) => importResultPath.to(it),
  initial: ({ row }) => typedFromCells(row.cells),
  version: ({ row }) => row.version,
  row: ({ it, row }) => ({ table: 'import_row', key: { import_id: it.importId, row_number: row.rowNumber } }),
  submit: 'Take it in',
  async save({ tx }, _values, { it, row, today }, answers) {
    const errors = [
      ...formulaErrors(notificationForm(today), answers),
      ...checkNotification(fromPolice(answers)),
    ]
    if (errors.length > 0) return { kind: 'errors', errors }
    const { notificationId, differing } = await keepNotification(tx, fromPolice(answers))
    if (differing && differing.length > 0) {
      const mayKnow = (await findNotification(tx, notificationId)) !== undefined
      return { kind: 'errors', errors: differingFrom(mayKnow ? differing : [], notificationForm(today)) }
    }
    const state = differing ? 'known-already' : 'accepted'
    const cells = cellsFrom(row.cells, answers)
    const mended = { cells, about: aboutOf(cells) }
    if (!(await settleRow(tx, it.importId, row, { state, notificationId, mended }))) return settledBefore()
    const done = differing ? 'says what came before and is known already' : 'is taken in'
    return redirect(importResultPath.to(it), `Row ${row.rowNumber} ${done}.`)
  },
})

export const typeInRoutes: readonly SignedInRoute[] = [...newArrivalRoutes, ...mendRowRoutes]
