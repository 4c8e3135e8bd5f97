import type { LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import { expect } from 'vitest'
import { z } from 'zod'
import { makeTestKey } from '../../app/testkit/apiKey.ts'
import { readDocument } from '../../app/testkit/openApi.ts'
import { makeTestService } from '../../app/testkit/service.ts'
import { path } from '../http/index.ts'
import { type ApiRoute, apiRoute, problems } from './index.ts'

const words = z.object({ words: z.string() })
const answers = { 200: { name: 'Said', of: () => words, words: 'Done.', example: { words: 'x' } } }
const failing = (name: string, fault: () => unknown): ApiRoute =>
  apiRoute({
    method: 'GET',
    path: path(`/api/test/${name}`),
    scope: 'notifications:read',
    audit: { kind: 'none', why: 'a test' },
    operation: { id: name, title: name, words: [], answers },
    handle: () => Promise.reject(fault()),
  })

/** Routes that go wrong in the ways that routes do. */
const routes: ApiRoute[] = [
  failing('bug', () => new Error('a plain bug')),
  failing('refused', () => Object.assign(new Error('Key (name)=(Ruth Secret) exists'), { code: '23505' })),
  failing('gone', () => Object.assign(new Error('terminated'), { code: '57P01' })),
  apiRoute({
    method: 'POST',
    path: path('/api/test/echo'),
    scope: 'notifications:write',
    audit: { kind: 'none', why: 'a test' },
    maxBytes: 1_000,
    operation: {
      id: 'echo',
      title: 'Echo',
      words: [],
      bodies: {
        by: 'words',
        of: () => [
          { name: 'Words', is: ['x'], title: 'Some words', of: () => words, example: { words: 'x' } },
        ],
      },
      answers,
    },
    handle: async ({ json }) => ({ kind: 'done', status: 200, body: words.parse(json) }),
  }),
]

/** A service with these routes beside its own, a key with every scope, its document, and what stands in its log. */
export async function makeApiService() {
  const logged: string[] = []
  const logger = pino({ level: 'info' }, { write: line => logged.push(line) })
  const service = await makeTestService('Milton Brook', { routes, logger })
  const key = await makeTestKey(service)
  const described = await readDocument(service)
  return { service, key, described, logged }
}

export type ApiService = Awaited<ReturnType<typeof makeApiService>>

/** That an answer is this problem, in the form of RFC 9457, and nothing that a browser would keep. */
export function expectProblem(answer: LightMyRequestResponse, kind: keyof typeof problems): void {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.headers['cache-control']).toBe('no-store')
  const { status, title } = problems[kind]
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toMatchObject({
    type: `http://localhost:0/api/docs#${kind}`,
    title,
    status,
    instance: answer.headers['x-request-id'],
  })
}

/** A route that this fails at: for whatever is decided before it is reached. */
export const failingAddress = '/api/test/bug'
