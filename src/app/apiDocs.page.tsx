import {
  type ApiRoute,
  apiDocsPath,
  type DocumentedOperation,
  type JsonSchema,
  type OpenApiDocument,
  openApiDocument,
  openApiPath,
  problems,
  requestsPerMinute,
} from '../platform/api/index.ts'
import { page, type Route, route } from '../platform/http/index.ts'
import { SummaryList } from '../ui/govuk/index.ts'
import { SortableTable } from '../ui/moj/sortable-table/SortableTable.tsx'
import { ApiFields } from './apiFields.tsx'

/** The documentation of the API for people, drawn from the same document that programs get. */
export function apiDocsRoutes(routes: readonly ApiRoute[]): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: apiDocsPath,
      permission: 'anyone',
      audit: { kind: 'none', why: 'holds nothing about anybody' },
      async handle({ platform, today }) {
        const { publicUrl } = platform.config
        return page(
          'The API',
          <ApiDocs document={openApiDocument(routes, { today, publicUrl, version: '' })} />,
        )
      },
    }),
  ]
}

type Listed = { address: string; method: string; operation: DocumentedOperation }

function operationsOf({ paths }: OpenApiDocument): Listed[] {
  return Object.entries(paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      address,
      method: method.toUpperCase(),
      operation,
    })),
  )
}

function ApiDocs({ document }: { document: OpenApiDocument }) {
  const operations = operationsOf(document)
  const base = document.servers[0]?.url ?? ''
  return (
    <>
      <h1 class="govuk-heading-l">The API</h1>
      <p class="govuk-body-l">For systems of partners that send to a youth justice service by themselves.</p>
      <ul class="govuk-list govuk-list--bullet">
        {operations.map(({ operation }) => (
          <li key={operation.operationId}>
            <a class="govuk-link" href={`#${operation.operationId}`}>
              {operation.summary}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href="#problems">
            What can go wrong
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">Before you begin</h2>
      <p class="govuk-body">
        An administrator of the service makes a key for your system, under Admin, API keys. It is shown once.
        It has a last day, at most a year ahead, and does only what it was made for. Keep it as you keep a
        password, on the server that sends, never in a page or a program that others can open.
      </p>
      <SummaryList
        rows={[
          { key: 'Address', value: <code>{base}</code> },
          { key: 'Key', value: <code>Authorization: Bearer throughline_…</code> },
          { key: 'Bodies', value: 'JSON in UTF-8, as application/json' },
          {
            key: 'How often',
            value: `${requestsPerMinute} requests a minute for each key. The headers RateLimit-Policy and RateLimit say what is left.`,
          },
          {
            key: 'For programs',
            value: (
              <a class="govuk-link" href={openApiPath.to()}>
                The same as a document, in OpenAPI 3.1
              </a>
            ),
          },
        ]}
      />
      {operations.map(listed => (
        <Operation key={listed.operation.operationId} listed={listed} document={document} base={base} />
      ))}
      <Problems />
    </>
  )
}

type OperationGiven = { listed: Listed; document: OpenApiDocument; base: string }

function Operation({ listed, document, base }: OperationGiven) {
  const { address, method, operation } = listed
  const body = operation.requestBody?.content['application/json']
  const schemaOf = ({ $ref = '' }: JsonSchema): JsonSchema =>
    document.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}
  const bodies = Object.entries(body?.examples ?? {}).map(([name, { summary, value }]) => ({
    name,
    title: summary,
    schema: document.components.schemas[name] ?? {},
    example: value,
  }))
  // What is made new stands before what was there already.
  const done = Object.entries(operation.responses)
    .filter(([status]) => status < '300')
    .toReversed()
  return (
    <section aria-labelledby={operation.operationId}>
      <h2 class="govuk-heading-l" id={operation.operationId}>
        {operation.summary}
      </h2>
      <p class="govuk-body">
        <code>
          {method} {address}
        </code>
      </p>
      {operation.description.split('\n\n').map(words => (
        <p class="govuk-body" key={words}>
          {words}
        </p>
      ))}
      <SummaryList
        rows={[
          { key: 'Scope', value: <code>{operation.security.flatMap(({ key }) => key).join(', ')}</code> },
          ...operation.parameters.map(({ name, in: place, description }) => ({
            key: place === 'header' ? `Header ${name}` : `{${name}}`,
            value: description,
          })),
        ]}
      />
      {bodies.map(({ name, title, schema, example }) => (
        <section key={name}>
          <h3 class="govuk-heading-m" id={name}>
            What you send: {title}
          </h3>
          <ApiFields
            id={`${operation.operationId}-${name}`}
            caption={`${title}. Leave out, or send null for, what is not known`}
            schema={schema}
          />
          <h4 class="govuk-heading-s">Example: {title}</h4>
          <Code>{curl(listed, base, { example })}</Code>
        </section>
      ))}
      {bodies.length === 0 && (
        <>
          <h3 class="govuk-heading-m">Example</h3>
          <Code>{curl(listed, base, { answer: done[0]?.[1].content['application/json']?.example })}</Code>
        </>
      )}
      {done.map(([status, response]) => {
        const content = response.content['application/json']
        return (
          content && (
            <section key={status}>
              <h3 class="govuk-heading-m">Answer {status}</h3>
              <p class="govuk-body">{response.description}</p>
              <Code>{JSON.stringify(content.example, null, 2)}</Code>
              <ApiFields
                id={`${operation.operationId}-${status}`}
                caption={`${operation.summary}: what answer ${status} holds`}
                schema={schemaOf(content.schema)}
              />
            </section>
          )
        )
      })}
      <p class="govuk-body">
        It can be refused with {joined(Object.keys(operation.responses).filter(status => status >= '400'))}:
        see{' '}
        <a class="govuk-link" href="#problems">
          what can go wrong
        </a>
        .
      </p>
    </section>
  )
}

function joined(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words)
}

function Code({ children }: { children: string }) {
  return (
    <pre class="tl-code">
      <code>{children}</code>
    </pre>
  )
}

/** The request as somebody would type it; the id in the address is that of the answer's example. */
function curl(
  { address, method }: Listed,
  base: string,
  { example, answer }: { example?: unknown; answer?: unknown },
): string {
  const { id = '' } = (answer ?? {}) as { id?: string }
  const lines = [`curl ${base}${address.replace(/\{\w+\}/, id)}`, "-H 'Authorization: Bearer throughline_…'"]
  if (method === 'POST') {
    lines.push(
      "-H 'Content-Type: application/json'",
      "-H 'Idempotency-Key: 8e03978e-40d5-43e8-bc93-6894a57f9324'",
      `-d '${JSON.stringify(example, null, 2)}'`,
    )
  }
  return lines.join(' \\\n  ')
}

function Problems() {
  return (
    <>
      <h2 class="govuk-heading-l" id="problems">
        What can go wrong
      </h2>
      <p class="govuk-body">
        Every refusal is a problem in the form of RFC 9457, as application/problem+json: its <code>type</code>{' '}
        is the address of one of these, <code>detail</code> says what to do, <code>errors</code> says it for
        each field, and <code>instance</code> is the number of the request, which the service needs to find
        it.
      </p>
      <SortableTable
        id="problem-list"
        caption="Problems"
        rows={Object.entries(problems)}
        rowKey={([kind]) => kind}
        columns={[
          {
            key: 'kind',
            heading: 'Problem',
            isRowHeader: true,
            cell: ([kind, { title }]) => <span id={kind}>{title}</span>,
          },
          { key: 'status', heading: 'Status', cell: ([, { status }]) => status },
          { key: 'type', heading: 'Type', cell: ([kind]) => <code>#{kind}</code> },
          { key: 'what', heading: 'What to do', cell: ([, { words }]) => words },
        ]}
      />
      <h3 class="govuk-heading-m">Example</h3>
      <Code>
        {JSON.stringify(
          {
            type: '…/api/docs#invalid',
            title: problems.invalid.title,
            status: problems.invalid.status,
            detail: problems.invalid.words,
            instance: 'q3J5x0bPz7Ka',
            errors: [
              {
                pointer: '#/date_of_birth',
                detail: 'Date of birth: must be a date that there is, as text like "2026-03-27"',
              },
            ],
          },
          null,
          2,
        )}
      </Code>
    </>
  )
}
