import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion } from '../cases/cases.testkit.ts'
import { readHarmSaid } from './harmSaid.ts'

let service: TestService
let officer: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
})
afterAll(() => service.close())

/** A case whose first step says this of whoever was harmed, with a plan. @returns the child, and what the record says */
async function saidFirst(consent: string) {
  const by = { serviceId: service.serviceId, userId: officer.userId }
  const it = await service.as(officer, tx => caseAfter(tx, by, diversion(), []))
  await service.asOwner(
    `update milestone set answers = jsonb_build_object('victim-consent', $2::text) where involvement_id = $1`,
    [it.involvementId, consent],
  )
  const [plan] = await service.asOwner(
    `insert into plan (service_id, child_id, involvement_id, begun_by, begun_at) values ($1, $2, $3, $4, now()) returning plan_id`,
    [service.serviceId, it.childId, it.involvementId, officer.userId],
  )
  const read = () => service.as(officer, tx => readHarmSaid(tx, it.childId, String(plan?.plan_id)))
  return { childId: it.childId, read }
}

test('what came with the case says that somebody was harmed, whether they agreed to be contacted or not', async () => {
  for (const consent of ['yes', 'no'])
    expect(await (await saidFirst(consent)).read()).toMatch(/^“.+” of the case, \d+ October 2026,$/)
  for (const consent of ['no-victim', 'not-asked']) expect(await (await saidFirst(consent)).read()).toBe('')
})

test('a signed form says it too, one that is being written does not, and the latest holds', async () => {
  const { childId, read } = await saidFirst('no-victim')
  const begun = await officer.fill(`/children/${childId}/assessments/begin/prevention-diversion`, {
    case: 'none',
  })
  const id = begun.location?.split('/').at(-1)
  await service.asOwner(
    `insert into assessment_section (service_id, assessment_id, section, child_id, answers, saved_by, saved_at, written_by)
     values ($1, $2, 'behaviour', $3, '{"harmed": "yes"}', $4, $5, array[$4::uuid])`,
    [service.serviceId, id, childId, officer.userId, service.clock.now.toString()],
  )
  expect(await read()).toBe('')
  await service.asOwner(`update assessment set state = 'signed' where assessment_id = $1`, [id])
  expect(await read()).toMatch(/^Prevention and diversion assessment, 21 November 2026,$/)
  await service.asOwner(
    `update assessment_section set answers = '{"harmed": "no"}' where assessment_id = $1`,
    [id],
  )
  expect(await read()).toBe('')
})
