import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { type Scope, scopes } from '../../platform/access/index.ts'
import { addPartnerSystem, makeApiKey } from '../../platform/api/index.ts'
import { addAccount } from '../../platform/identity/index.ts'
import type { TestService } from './service.ts'

export const allScopes = Object.keys(scopes) as Scope[]

/** A partner's system with a key, as a test sees it. */
export type TestKey = {
  key: string
  systemId: string
  /** Sends a request with the key; a body goes as JSON, with an idempotency key of its own unless one is given. */
  ask(
    method: 'GET' | 'POST',
    address: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
}

type Made = { scopes?: readonly Scope[]; ways?: readonly string[]; systemId?: string; days?: number }

let made = 0

/** Makes a key for a system of its own, or for another key's. */
export async function makeTestKey(
  service: Pick<TestService, 'serviceId' | 'as' | 'clock' | 'server'>,
  { scopes: may = allScopes, ways, systemId: given, days = 30 }: Made = {},
): Promise<TestKey> {
  const { serviceId, clock, server } = service
  const { key, systemId } = await service.as(
    { userId: '' },
    async tx => {
      const email = `${randomUUID()}@example.test`
      const madeBy = await addAccount(tx, { serviceId, email, name: 'Key Maker', roles: ['administrator'] })
      const systemId = given ?? (await addPartnerSystem(tx, serviceId, `System ${randomUUID()}`))
      if (!madeBy || !systemId) throw new Error('the account or the system was there already')
      const its = {
        serviceId,
        systemId,
        name: 'Test',
        scopes: may,
        ways: ways ?? null,
        madeBy,
        madeAt: clock.now,
      }
      return {
        systemId,
        key: await makeApiKey(tx, { ...its, expiresAt: clock.now.add({ hours: 24 * days }) }),
      }
    },
    { serviceId },
  )
  made += 1
  const remoteAddress = `10.9.${made >> 8}.${made & 255}`
  return {
    key,
    systemId,
    ask: (method, url, body, headers = {}) =>
      server.inject({
        method,
        url,
        remoteAddress,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      }),
  }
}
