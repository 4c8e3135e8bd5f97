import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { makeTestKey } from '../../app/testkit/apiKey.ts'
import { readDocument } from '../../app/testkit/openApi.ts'
import { notificationBodies } from './apiNotification.ts'
import { makeArrivals, reference, today } from './arrivals.testkit.ts'

/** A service with a key of the police, whose every answer is held against the document. */
export async function makeApi() {
  const { service, officer, arrived } = await makeArrivals()
  const police = await makeTestKey(service)
  const described = await readDocument(service)

  const [notification] = notificationBodies.of(today)
  const child = <More extends object>(more: More = {} as More) => ({
    ...notification?.example,
    police_reference: reference(),
    ...more,
  })

  /** Sends a notification; whatever is answered is as the document says. */
  async function send(body: unknown, { key = police, once = randomUUID() as string } = {}) {
    const answer = await key.ask('POST', '/api/notifications', body, { 'idempotency-key': once })
    expect(described.faultsOf('sendNotification', answer)).toEqual([])
    return answer
  }

  async function ask(id: string, key = police) {
    const answer = await key.ask('GET', `/api/notifications/${id}`)
    expect(described.faultsOf('whatBecameOfIt', answer)).toEqual([])
    return answer
  }

  const errorsOf = (answer: LightMyRequestResponse) =>
    answer.json<{ errors: { pointer: string; detail: string }[] }>().errors
  const countOf = async (policeReference: string) =>
    (await service.asOwner('select count(*) from notification where reference = $1', [policeReference]))[0]
      ?.count

  return { service, officer, arrived, police, described, child, send, ask, errorsOf, countOf }
}

export type Api = Awaited<ReturnType<typeof makeApi>>
