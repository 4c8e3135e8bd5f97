import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserFor } from '../../app/testkit/service.ts'
import { type ApiService, makeApiService } from './api.testkit.ts'
import { problems } from './index.ts'

let service: ApiService['service']
let described: ApiService['described']

beforeAll(async () => {
  ;({ service, described } = await makeApiService())
})
afterAll(() => service.close())

describe('the document', () => {
  test('is a good one by the schema of OpenAPI 3.1', async () => {
    const validator = new Validator()
    const checked = await validator.validate(structuredClone(described.document))
    expect(checked.errors ?? []).toEqual([])
    expect(checked.valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  test('needs no key, sets no cookie, and is of the server that was asked', async () => {
    const answer = await service.server.inject('/api/openapi.json')
    expect(answer.headers['content-type']).toMatch(/^application\/json/)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.json().servers).toEqual([{ url: service.running.platform.config.publicUrl }])
  })

  test('names the scope of each operation and every problem that it can answer with', () => {
    for (const methods of Object.values(described.document.paths)) {
      for (const operation of Object.values(methods)) {
        expect(operation.security[0]?.key).toHaveLength(1)
        for (const status of ['400', '401', '403', '405', '429', '500', '503'])
          expect(Object.keys(operation.responses), operation.operationId).toContain(status)
      }
    }
  })

  test('has examples that are as its schemas say', () => {
    const { paths } = described.document
    for (const methods of Object.values(paths)) {
      for (const { operationId, responses } of Object.values(methods)) {
        for (const [status, { content }] of Object.entries(responses)) {
          const example = content['application/json']?.example
          if (example === undefined) continue
          const answer = {
            statusCode: Number(status),
            headers: { 'content-type': 'application/json' },
            json: () => example,
          }
          expect(described.faultsOf(operationId, answer as never), `${operationId} ${status}`).toEqual([])
        }
      }
    }
  })

  test('is the same for people, without scripts from anywhere', async () => {
    const page = await browserFor(service.server).get('/api/docs')
    expect(page.status).toBe(200)
    const { Yot1, EspReferral } = described.document.components.schemas
    const names = Object.keys({ ...Yot1?.properties, ...EspReferral?.properties })
    expect(names).toContain('worried_about_reason_other')
    for (const name of names) expect(page.html).toContain(`<code>${name}</code>`)
    for (const kind of Object.keys(problems)) expect(page.html).toContain(`id="${kind}"`)
    expect(page.text).toContain('curl')
    expect(page.text).toContain('Community resolution')
    const scripts = [...page.html.matchAll(/<script[^>]*src="([^"]*)"/g)].map(([, source]) => source)
    for (const source of scripts) expect(source).toMatch(/^\/assets\//)
  })
})
