import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { addChild, addOffence } from '../children/index.ts'
import { openCase } from './openCase.ts'

let service: TestService
beforeAll(async () => {
  service = await makeTestService()
})
afterAll(() => service.close())

test('a case out of court shows how long it took from the offence, and says where that is not known', async () => {
  const officer = await service.person('officer', 'Olive Officer')
  const pathway = findPathway(practiceInUse(), 'out-of-court')
  if (!pathway) throw new Error('no pathway')
  const it = await service.as(officer, async tx => {
    const { serviceId } = service
    const childId = await addChild(tx, { serviceId, givenName: 'Ada', familyName: 'Brook' })
    const begun = await openCase(tx, {
      serviceId,
      childId,
      pathway,
      routeIn: 'police-youth-justice-unit',
      step: 'receive',
      answers: { 'offence-kind': 'other' },
      at: Temporal.Instant.from('2026-10-05T09:00:00Z'),
      by: officer.userId,
    })
    if (!begun.ok) throw new Error(begun.reason.kind)
    return { childId, involvementId: begun.value }
  })
  const at = `/children/${it.childId}/cases/${it.involvementId}`
  expect((await officer.get(at)).text).toContain('The day of the offence is not recorded in this case')
  await service.as(officer, tx =>
    addOffence(tx, {
      at: service.clock.now,
      serviceId: service.serviceId,
      childId: it.childId,
      involvementId: it.involvementId,
      description: 'Took a bicycle',
      committedOn: Temporal.PlainDate.from('2026-09-25'),
    }),
  )
  const { text } = await officer.get(at)
  expect(text).toContain('10 days from the offence to “Referral”')
  expect(text).toContain('Not yet: screening, decision, child told, first panel, first contact.')
})
