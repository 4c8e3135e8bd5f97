import { sql } from 'kysely'
import { page, path, route } from '../platform/http/index.ts'

const nothing = { kind: 'none', why: 'holds nothing about anybody' } as const

/** Pages that belong to no slice: the start page, help, and what machines ask to know whether the server is well. */
export const generalRoutes = [
  route({
    method: 'GET',
    path: path('/'),
    permission: 'account.own',
    audit: nothing,
    handle: async ({ who }) => page('My day', <h1 class="govuk-heading-l">Good day, {who.name}</h1>),
  }),
  route({
    method: 'GET',
    path: path('/health/live'),
    permission: 'anyone',
    audit: nothing,
    handle: async () => ({ kind: 'json', status: 200, body: { status: 'live' } }),
  }),
  route({
    method: 'GET',
    path: path('/health/ready'),
    permission: 'anyone',
    audit: nothing,
    async handle({ platform }) {
      try {
        await sql`select list_services() limit 1`.execute(platform.db)
        return { kind: 'json', status: 200, body: { status: 'ready' } }
      } catch {
        return { kind: 'json', status: 503, body: { status: 'the database does not answer' } }
      }
    },
  }),
]
