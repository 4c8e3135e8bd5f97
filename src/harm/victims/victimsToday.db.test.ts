import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../../record/children/index.ts'

let service: TestService

beforeAll(async () => {
  service = await makeTestService()
})
afterAll(() => service.close())

test('who waits to be contacted stands on the day of a victim worker, counted and not named, and on no other', async () => {
  const officer = await service.person('officer')
  const worker = await service.person('victim-worker')
  expect((await worker.get('/')).text).not.toContain('waits to be contacted')
  for (const name of ['Parveen Shah', 'Corner shop']) {
    const childId = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName: name, familyName: 'Amin' }),
    )
    await officer.fill(`/children/${childId}/pass-on-victim`, {
      ...{ 'what-happened': 'Took something', kind: 'person', name, 'known-as': 'the neighbour' },
      ...{ 'safe-contact': 'Text first', agrees: 'not-asked' },
    })
  }
  const { text } = await worker.get('/')
  expect(text).toContain('2 people who were harmed wait to be contacted , the first since 21 November 2026.')
  expect(text).not.toContain('Parveen')
  expect((await officer.get('/')).text).not.toContain('wait to be contacted')
})
