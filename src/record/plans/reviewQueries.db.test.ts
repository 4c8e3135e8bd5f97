import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion } from '../cases/cases.testkit.ts'
import type { Involvement } from '../cases/index.ts'

let service: TestService
let officer: TestPerson
let colleague: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  colleague = await service.person('officer', 'Otto Officer')
})
afterAll(() => service.close())

const today = () => service.clock.now.toZonedDateTimeISO('Europe/London').toPlainDate()

/** A case of Olive’s with a plan in force that is to be reviewed so many days from today. */
async function planned(days: number): Promise<{ it: Involvement; name: string }> {
  const by = { serviceId: service.serviceId, userId: officer.userId }
  const it = await service.as(officer, tx => caseAfter(tx, by, diversion(), []))
  await service.asOwner('update involvement set holder_id = $1 where involvement_id = $2', [
    officer.userId,
    it.involvementId,
  ])
  await service.asOwner(
    `insert into plan (service_id, child_id, involvement_id, state, starts_on, review_on, begun_by, begun_at)
     values ($1, $2, $3, 'signed', '2026-01-01', $4, $5, now())`,
    [service.serviceId, it.childId, it.involvementId, today().add({ days }).toString(), officer.userId],
  )
  const [row] = await service.asOwner('select given_name from child where child_id = $1', [it.childId])
  return { it, name: `${row?.given_name} Stepwise` }
}

const day = async (person: TestPerson) => (await person.get('/')).text

/** The table of the plans, as it is read. */
const plansOn = (text: string) =>
  text.slice(text.indexOf('Plans to be reviewed'), text.indexOf('You have no appointments today'))

test('the review of a plan stands on the day of whoever holds the case from two weeks before', async () => {
  const [far, near, due, late] = [await planned(15), await planned(14), await planned(0), await planned(-3)]
  const plans = plansOn(await day(officer))
  expect(plans).not.toContain(far.name)
  expect(plans).toMatch(
    new RegExp(`${late.name}.*Overdue by 3 days.*${due.name}.*Due today.*${near.name}.*In 14 days`, 's'),
  )
  expect(await day(colleague)).not.toContain('Plans to be reviewed')
})

test('not once the case has ended or the plan has been replaced, and for whoever covers', async () => {
  const [ended, replaced, left] = [await planned(1), await planned(1), await planned(1)]
  await service.asOwner(
    `update involvement set ended_at = started_at, ending = 'completed' where involvement_id = $1`,
    [ended.it.involvementId],
  )
  await service.asOwner(`update plan set state = 'replaced' where child_id = $1`, [replaced.it.childId])
  const plans = plansOn(await day(officer))
  expect(plans).not.toMatch(new RegExp(`${ended.name}|${replaced.name}`))
  expect(plans).toContain(left.name)
  await service.asOwner(
    `insert into worker_leave (service_id, user_id, from_on, until_on, covered_by) values ($1, $2, $3, $3, $4)`,
    [service.serviceId, officer.userId, today().toString(), colleague.userId],
  )
  expect(plansOn(await day(colleague))).toContain(left.name)
})

test('what changes for somebody who was harmed after the plan was signed stands on the day of whoever holds the case', async () => {
  const { it, name } = await planned(60)
  const told = async (hours: number) => {
    const worker = await service.person('victim-worker')
    await service.asOwner(
      `insert into victim_voice (service_id, child_id, victim_id, known_as, safety_words, recorded_by, recorded_at)
       values ($1, $2, uuidv7(), 'the neighbour', 'Must not come near number 9', $3, $4)`,
      [service.serviceId, it.childId, worker.userId, service.clock.now.add({ hours }).toString()],
    )
  }
  await service.asOwner(
    `insert into plan_signing (service_id, plan_id, child_id, kind, signed_by, signed_at)
     select service_id, plan_id, child_id, 'signed', $2, $3 from plan where child_id = $1`,
    [it.childId, officer.userId, service.clock.now.subtract({ hours: 24 }).toString()],
  )
  const isTold = async (person: TestPerson) =>
    new RegExp(`What is known of the neighbour has changed since the plan with ${name}`).test(
      await day(person),
    )
  await told(-48)
  expect(await isTold(officer)).toBe(false)
  await told(-2)
  expect(await isTold(officer)).toBe(true)
  expect(await isTold(await service.person('officer'))).toBe(false)
})
