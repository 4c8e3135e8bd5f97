import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { addChild } from '../children/index.ts'
import { openCase } from './openCase.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let childId: string
let involvementId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer')
  senior = await service.person('senior')
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  await service.as(senior, async tx => {
    childId = await addChild(tx, { serviceId, givenName: 'Tariq', familyName: 'Amin' })
    const opened = await openCase(tx, {
      serviceId,
      childId,
      pathway,
      routeIn: 'police-notification',
      step: 'receive',
      answers: {},
      at: service.clock.now.subtract({ hours: 48 }),
      by: senior.userId,
    })
    if (!opened.ok) throw new Error(opened.reason.kind)
    involvementId = opened.value
  })
})
afterAll(() => service.close())

/** What the audit says that somebody saw of the child. */
const viewsBy = (person: TestPerson) => service.viewsOf(childId, person)

test('opening the form of a step is written down as a view', async () => {
  await officer.get(`/children/${childId}/cases/${involvementId}/steps/screen`)
  expect(await viewsBy(officer)).toEqual(['Opened the form to record a step of a case'])
})

test('every list that names a child is written down as a view of that child', async () => {
  const manager = await service.person('manager')
  await manager.get('/')
  await manager.get('/children')
  expect(await viewsBy(manager)).toEqual(['On the page My day', 'In the list of cases'])
})

test('being shown as one whom an arrival may be about is written down', async () => {
  const support = await service.person('business-support')
  const sent = await support.fill('/arrivals/new/police-notification', {
    'police-reference': 'V-1',
    received: '20/11/2026',
    'first-name': 'Tariq',
    'family-name': 'Amin',
    'date-of-birth': '2/1/2011',
    offence: 'Theft',
    outcome: '8',
  })
  expect((await support.get(sent.location ?? '')).text).toContain('Tariq Amin')
  expect(await viewsBy(support)).toEqual(['Shown as a child whom an arrival may be about'])
})
