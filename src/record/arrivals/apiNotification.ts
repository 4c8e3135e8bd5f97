import { z } from 'zod'
import { askedNames, type Form, jsonFields, jsonName } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import {
  type Bodies,
  type BodySchema,
  type FieldProblem,
  pointerTo,
  readBody,
} from '../../platform/api/index.ts'
import { closeReasons } from './closeReasons.ts'
import { type Arriving, type AskedRoute, askedRoutes } from './notification.form.ts'
import { readTyped } from './readRow.ts'

/** The field that says by which way in something comes. */
const routeField = 'route'

/**
 * What a program may send on a day: for each form by which children arrive, its questions under the names that the columns
 * of a file have, and the way in by which it comes.
 */
export const notificationBodies: Bodies = {
  by: routeField,
  of: today =>
    [...Map.groupBy(askedRoutes(today), ({ form }) => form.id).values()].flatMap(ways => {
      const [first] = ways
      return first ? [bodyOf(first, ways)] : []
    }),
}

function bodyOf({ route, form }: AskedRoute, ways: readonly AskedRoute[]): BodySchema {
  return {
    name: pascalCase(form.id),
    is: ways.map(way => way.route.id),
    title: route.form.title,
    of: () => schemaOf(form, ways),
    example: {
      [routeField]: route.id,
      ...Object.fromEntries(
        Object.entries(route.form.example).map(([name, answer]) => [jsonName(name), answer]),
      ),
    },
  }
}

function schemaOf(form: Form, ways: readonly AskedRoute[]) {
  const route = z
    .union(ways.map(way => z.literal(way.route.id).meta({ title: way.route.title })))
    .meta({ title: 'The way in by which it comes' })
  return jsonFields(form, { [routeField]: route })
}

const pascalCase = (id: string) => id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

/** What a program is answered that has sent one. */
export const sentSchema = z.object({
  id: z.uuid().meta({ description: 'The id under which the notification is kept here' }),
  known: z.boolean().meta({
    description:
      'True where it came before: it stays as it was. A notification of the police did with the same reference, name and date of birth; a referral only while the first one waits, or in the same words',
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

/**
 * Reads what a program sent: the way in, each answer by the schema of its form, then all of them as they would have been
 * typed.
 * @returns what arrives, or every field that is wrong, with what to do
 */
export function readNotification(
  json: unknown,
  today: Temporal.PlainDate,
): Result<Arriving, readonly FieldProblem[]> {
  const sent = new Map<string, unknown>(typeof json === 'object' && json !== null ? Object.entries(json) : [])
  const ways = askedRoutes(today)
  const by = ways.find(({ route }) => route.id === sent.get(routeField))
  if (!by) return refused([{ pointer: pointerTo([routeField]), detail: whichRoute(ways) }])
  const shape = readBody(schemaOf(by.form, [by]), json)
  const wrong = shape.ok ? [] : shape.reason
  const isWrong = (pointer: string) =>
    wrong.some(each => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`))
  const typed = askedNames(by.form).map(({ name }) => {
    const value = isWrong(pointerTo([jsonName(name)])) ? undefined : sent.get(jsonName(name))
    return [name, Array.isArray(value) ? value.map(String) : String(value ?? '')]
  })
  const read = readTyped(by, Object.fromEntries(typed), today)
  const found = read.ok ? [] : read.errors.map(({ field, message }) => problemAt(field, message))
  const errors = [...wrong, ...found.filter(({ pointer }) => !isWrong(pointer))]
  return read.ok && errors.length === 0 ? ok(read.arriving) : refused(errors)
}

function whichRoute(ways: readonly AskedRoute[]): string {
  return `Say in “${routeField}” by which way in it comes: ${ways.map(({ route }) => `"${route.id}"`).join(', ')}`
}

function problemAt(field: string, detail: string): FieldProblem {
  return { pointer: pointerTo([jsonName(field)]), detail }
}
