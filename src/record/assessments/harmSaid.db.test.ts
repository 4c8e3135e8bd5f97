import { sql } from 'kysely'
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

/** A case whose first step says this of whoever was harmed, which is open. @returns the child, and what the record says */
async function saidFirst(consent: string) {
  const by = { serviceId: service.serviceId, userId: officer.userId }
  const it = await service.as(officer, tx => caseAfter(tx, by, diversion(), []))
  await service.asOwner(
    `update milestone set answers = jsonb_build_object('victim-consent', $2::text) where involvement_id = $1`,
    [it.involvementId, consent],
  )
  const read = () =>
    service.as(officer, tx => readHarmSaid(tx, it.childId, { caseId: sql`${it.involvementId}` }))
  return { childId: it.childId, read }
}

test('what came with the case says that somebody was harmed, whether they agreed to be contacted or not', async () => {
  for (const consent of ['yes', 'no', 'not-asked'])
    expect(await (await saidFirst(consent)).read()).toMatch(/^“.+” of the case, \d+ October 2026,$/)
  expect(await (await saidFirst('no-victim')).read()).toBe('')
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

test('a signed “no” in one form does not take back what the case says', async () => {
  const { childId, read } = await saidFirst('yes')
  const begun = await officer.fill(`/children/${childId}/assessments/begin/prevention-diversion`, {
    case: 'none',
  })
  const id = begun.location?.split('/').at(-1)
  await service.asOwner(
    `insert into assessment_section (service_id, assessment_id, section, child_id, answers, saved_by, saved_at, written_by)
     values ($1, $2, 'behaviour', $3, '{"harmed": "no"}', $4, $5, array[$4::uuid])`,
    [service.serviceId, id, childId, officer.userId, service.clock.now.toString()],
  )
  await service.asOwner(`update assessment set state = 'signed' where assessment_id = $1`, [id])
  expect(await read()).toContain('of the case')
})

test('a form that says “no” is asked back while a victim is known, and not once that was a mistake', async () => {
  const { childId } = await saidFirst('no-victim')
  const begun = await officer.fill(`/children/${childId}/assessments/begin/prevention-diversion`, {
    case: 'none',
  })
  const id = begun.location?.split('/').at(-1)
  await service.asOwner(
    `insert into assessment_section (service_id, assessment_id, section, child_id, answers, saved_by, saved_at, written_by)
     values ($1, $2, 'behaviour', $3, '{"harmed": "no"}', $4, $5, array[$4::uuid])`,
    [service.serviceId, id, childId, officer.userId, service.clock.now.toString()],
  )
  const asks = async () => (await officer.get(begun.location ?? '')).text
  expect(await asks()).not.toContain('says that somebody was harmed')
  const tell = (isWithdrawn: boolean, at: string) =>
    service.asOwner(
      `insert into victim_voice (service_id, child_id, victim_id, known_as, is_withdrawn, recorded_by, recorded_at)
       values ($1, $2, '0197a000-0000-7000-8000-000000000001', 'the shop', $3, $4, $5)`,
      [service.serviceId, childId, isWithdrawn, officer.userId, at],
    )
  await tell(false, '2026-11-20T10:00Z')
  expect(await asks()).toContain('The plan’s box of those who were harmed says that somebody was harmed')
  await tell(true, '2026-11-20T11:00Z')
  expect(await asks()).not.toContain('says that somebody was harmed')
})
