import { z } from 'zod'
import { type Answers, jsonFields, jsonName } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type FieldProblem, pointerTo, readBody } from '../../platform/api/index.ts'
import { closeReasons } from './closeReasons.ts'
import { notificationForm } from './notification.form.ts'
import { readRow } from './readRow.ts'

/** A notification as a program sends it: the questions of the form, under the names that the columns of a file have. */
export const notificationSchema = (today: Temporal.PlainDate) => jsonFields(notificationForm(today))

/** What a program is answered that has sent one. */
export const sentSchema = z.object({
  id: z.uuid().meta({ description: 'The id under which the notification is kept here' }),
  known: z.boolean().meta({
    description:
      'True where a notification with this police reference, name and date of birth came before: it stays as it was',
  }),
  differs: z.array(z.string()).meta({
    description:
      'The fields that say something else than what this system itself sent before; otherwise empty',
  }),
})

/** What a program is answered that asks what became of one. */
export const stateSchema = z.object({
  id: z.uuid().meta({ description: 'The id of the notification' }),
  sent_at: z.iso.datetime({ offset: true }).meta({ description: 'When this system sent it first' }),
  state: z.enum(['waiting', 'case-opened', 'closed']).meta({
    description:
      'waiting: nobody has said yet which child it is about, or no more can be told. case-opened: it was identified and a case is open. closed: no case was opened',
  }),
  reason: z
    .enum(closeReasons.map(({ told }) => told))
    .optional()
    .meta({ description: 'Why it was closed without a case' }),
})

/** A notification of an invented child, as the documentation shows it. */
export const exampleNotification = {
  police_reference: '43/123456/26',
  received: '2026-11-20',
  first_name: 'Imani',
  family_name: 'Okafor-Reed',
  date_of_birth: '2011-05-14',
  sex: '2',
  address: '12 Quarry Lane',
  postcode: 'MK9 3AA',
  school: 'Brookside Academy',
  parent_name: 'Ruth Reed',
  offence: 'Broke a window of an empty shop',
  offence_date: '2026-11-15',
  outcome: '8',
  resolution_date: '2026-11-19',
  victim_consent: 'not-asked',
}

/**
 * Reads what a program sent: each answer by the schema, then all of them as a row of a file is read.
 * @returns the answers, or every field that is wrong, with what to do
 */
export function readNotification(
  json: unknown,
  today: Temporal.PlainDate,
): Result<{ answers: Answers }, readonly FieldProblem[]> {
  const form = notificationForm(today)
  const shape = readBody(notificationSchema(today), json)
  const wrong = shape.ok ? [] : shape.reason
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refused(wrong)
  const isWrong = (pointer: string) => wrong.some(each => each.pointer === pointer)
  const sent = new Map<string, unknown>(Object.entries(json))
  const cells = Object.fromEntries(
    Object.keys(form.fields).map(field => {
      const name = jsonName(field)
      const value = isWrong(pointerTo([name])) ? undefined : sent.get(name)
      return [name, typeof value === 'string' ? value : '']
    }),
  )
  const row = readRow(form, cells, today)
  const found = row.ok ? [] : row.errors.map(({ field, message }) => problemAt(field, message))
  const errors = [...wrong, ...found.filter(({ pointer }) => !isWrong(pointer))]
  return row.ok && errors.length === 0 ? ok(row) : refused(errors)
}

function problemAt(field: string, detail: string): FieldProblem {
  return { pointer: pointerTo([jsonName(field)]), detail }
}
