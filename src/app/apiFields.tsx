import type { JsonSchema } from '../platform/api/index.ts'
import { Details } from '../ui/govuk/index.ts'
import { type Column, SortableTable } from '../ui/moj/sortable-table/SortableTable.tsx'

type Row = { name: string; isNeeded: boolean; schema: JsonSchema }

/** The fields of an object in JSON, from its schema: what each is called, whether it is needed, and what stands in it. */
export function ApiFields({ id, caption, schema }: { id: string; caption: string; schema: JsonSchema }) {
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]): Row => {
    return { name, isNeeded: schema.required?.includes(name) ?? false, schema: answered(field) }
  })
  const columns: Column<Row>[] = [
    { key: 'name', heading: 'Field', isRowHeader: true, cell: ({ name }) => <code>{name}</code> },
    { key: 'needed', heading: 'Needed', cell: ({ isNeeded }) => (isNeeded ? 'Yes' : 'No') },
    { key: 'what', heading: 'What stands in it', cell: row => <What schema={row.schema} /> },
  ]
  return <SortableTable id={id} caption={caption} columns={columns} rows={rows} rowKey={({ name }) => name} />
}

/** A field that may also be null is one that need not be answered: what matters is the other. */
function answered(schema: JsonSchema): JsonSchema {
  const [only, ...more] = schema.anyOf?.filter(({ type }) => type !== 'null') ?? []
  return only && more.length === 0 && schema.anyOf?.length === 2 ? only : schema
}

function What({ schema }: { schema: JsonSchema }) {
  const words = [schema.title, schema.description, kindInWords(schema)].filter(part => part)
  return (
    <>
      {words.map(asSentence).join(' ')}
      <Codes schema={schema} />
    </>
  )
}

function asSentence(words = ''): string {
  return /[.?]$/.test(words) ? words : `${words}.`
}

const formats: Readonly<Record<string, string>> = {
  date: 'A date, yyyy-mm-dd.',
  'date-time': 'A moment, as in RFC 3339.',
  uuid: 'A UUID.',
  uri: 'An address.',
}

function kindInWords({ type, format, maxLength, enum: values }: JsonSchema): string {
  if (format) return formats[format] ?? ''
  if (values) return `One of ${values.map(value => `“${value}”`).join(', ')}.`
  if (type === 'string' && maxLength) return `Text, up to ${maxLength.toLocaleString('en-GB')} characters.`
  if (type === 'boolean') return 'true or false.'
  if (type === 'integer') return 'A whole number.'
  return type === 'array' ? 'A list.' : ''
}

/** The codes of a choice, each with what it means. */
function Codes({ schema }: { schema: JsonSchema }) {
  const codes = (schema.items ?? schema).anyOf?.filter(each => each.const !== undefined) ?? []
  if (codes.length === 0) return null
  const list = (
    <ul class="govuk-list">
      {codes.map(code => (
        <li key={String(code.const)}>
          <code>{`"${code.const}"`}</code> {code.title}
        </li>
      ))}
    </ul>
  )
  return codes.length > 6 ? <Details summary={`The ${codes.length} codes`}>{list}</Details> : list
}
