import { sayingsOf } from '../../engine/arrivals/index.ts'
import {
  type FieldError,
  type Fields,
  formPage,
  type Refusal,
  typedAnswers,
  typedDate,
} from '../../engine/forms/index.ts'
import { findRoute, practiceInUse, type Route } from '../../engine/packs/index.ts'
import { parseWhole } from '../../kernel/addresses.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect, type SignedInRoute, turnBack } from '../../platform/http/index.ts'
import { Details, InsetText } from '../../ui/govuk/index.ts'
import { checkNotification, formulaErrors } from './checkNotification.ts'
import { AsItCame } from './ImportRows.tsx'
import { findImport, findRow, settleRow } from './importQueries.ts'
import { type AskedRoute, asked, askedRoute } from './notification.form.ts'
import { findNotification, keepNotification } from './notificationQueries.ts'
import {
  arrivalPath,
  arrivalsPath,
  importResultPath,
  importRowPath,
  newArrivalByPath,
  newArrivalPath,
} from './paths.ts'
import { aboutOf, cellsFrom, typedFromCells, wholeRow } from './readRow.ts'

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

/**
 * The mended answers would be lost: what came before under the reference is not changed by them. What differs is said only
 * of something that the reader may know of.
 */
function differingFrom(by: AskedRoute, names: readonly string[]): FieldError[] {
  const { called } = by.route.form
  const message = `A ${called} about this child with this reference came before, and says something else. Check the reference. If it is right, leave this row out`
  const each = names.flatMap(name => {
    const field = by.form.fields[name]
    return field ? [{ field: name, message: `${field.label}: differs from what came before` }] : []
  })
  return [{ field: wholeRow(by), message }, ...each]
}

/** Nothing of the request is kept: the answer is no success. */
const settledBefore = (by: AskedRoute): Refusal => ({
  kind: 'errors',
  errors: [
    {
      field: wholeRow(by),
      message: 'Somebody else has settled this row in the meantime. Nothing was saved',
    },
  ],
})

/** A row of a file that could not be read, shown as it came, to be mended and taken in. */
const mendRowRoutes = formPage({
  path: importRowPath,
  permission: 'arrivals.work',
  change: 'Mended a row of a file',
  async load({ tx, params, today }) {
    const importId = parseId<'import'>(params.importId ?? '')
    const it = importId && (await findImport(tx, importId))
    const row = it && (await findRow(tx, it.importId, parseWhole(params.row ?? '') ?? 0))
    if (!it || !row) return refused(notFound)
    if (row.state !== 'failed')
      return refused(turnBack(importResultPath.to(it), `Row ${row.rowNumber} is settled already.`))
    const by = askedRoute(it.routeIn, today)
    if (by.isGone)
      return refused(
        turnBack(importResultPath.to(it), 'Nothing comes by this way any more: leave the row out.'),
      )
    return ok({ it, row, by })
  },
  form: ({ by }) => by.form,
  title: ({ row }) => `Mend row ${row.rowNumber}`,
  intro: ({ row, by }) => (
    <InsetText>
      <ul class="govuk-list">
        {row.faults.map(fault => (
          <li key={fault.message}>
            <a class="govuk-link" href={`#${fault.field}`}>
              {fault.message}
            </a>
          </li>
        ))}
      </ul>
      <Details summary="The row as it came">
        <AsItCame cells={row.cells} form={by.form} />
      </Details>
    </InsetText>
  ),
  back: ({ it }) => importResultPath.to(it),
  initial: ({ row, by }) => typedFromCells(by.form, row.cells),
  version: ({ row }) => row.version,
  row: ({ it, row }) => ({ table: 'import_row', key: { import_id: it.importId, row_number: row.rowNumber } }),
  submit: 'Take it in',
  async save({ tx }, _values, { it, row, by }, answers) {
    const arriving = { routeIn: by.route.id, form: by.route.form, answers }
    const errors = [...formulaErrors(by.form, answers), ...checkNotification(arriving)]
    if (errors.length > 0) return { kind: 'errors', errors }
    const { notificationId, differing } = await keepNotification(tx, arriving)
    if (differing && differing.length > 0) {
      const mayKnow = (await findNotification(tx, notificationId)) !== undefined
      return { kind: 'errors', errors: differingFrom(by, mayKnow ? differing : []) }
    }
    const state = differing ? 'known-already' : 'accepted'
    const cells = cellsFrom(by.form, typedAnswers(by.form.fields, answers))
    const mended = { cells, about: aboutOf(by, cells) }
    if (!(await settleRow(tx, it.importId, row, { state, notificationId, mended }))) return settledBefore(by)
    const done = differing ? 'says what came before and is known already' : 'is taken in'
    return redirect(importResultPath.to(it), `Row ${row.rowNumber} ${done}.`)
  },
})

export const typeInRoutes: readonly SignedInRoute[] = [...newArrivalRoutes, ...mendRowRoutes]
