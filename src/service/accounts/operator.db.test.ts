import { afterAll, beforeAll, expect, test } from 'vitest'
import { addColleague } from '../../app/testkit/colleagues.ts'
import { makeTestService, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../../record/children/index.ts'
import { inviteAccount, setDisabled } from './index.ts'

/** What whoever runs the program does on the command line, where nobody has signed in. */
const nobody = { userId: '' }
let service: TestService

beforeAll(async () => {
  service = await makeTestService()
})
afterAll(() => service.close())

const add = (email: string, role: 'administrator' | 'manager' | 'officer') =>
  service.as(nobody, async tx => {
    const account = { serviceId: service.serviceId, email, name: `New ${role}`, roles: [role] }
    const added = await inviteAccount(service.running.platform, tx, account)
    if (!added.ok) throw new Error(added.reason)
  })

test('the first accounts tell nobody; once there are managers, they hear of whoever may open children’s records', async () => {
  const subjects = async () =>
    (await service.asOwner('select to_address, subject from message order by created_at, subject')).map(
      ({ to_address, subject }) => `${to_address}: ${subject}`,
    )
  await add('first@example.test', 'administrator')
  await add('officer@example.test', 'officer')
  await add('manager@example.test', 'manager')
  expect((await subjects()).filter(words => !words.endsWith('Your Throughline account'))).toEqual([])
  await add('other@example.test', 'administrator')
  await add('second@example.test', 'officer')
  const told = await service.asOwner(
    `select to_address, body from message where subject like 'Somebody may now%'`,
  )
  expect(told).toEqual([
    {
      to_address: 'manager@example.test',
      body: expect.stringContaining(
        'Whoever runs the program has given New officer roles that open the records of children: Youth justice officer',
      ),
    },
  ])
})

test('the only person who can open a restricted record is not disabled there either', async () => {
  const owner = await addColleague(service, 'only@example.test', ['manager'])
  const childId = await service.as(owner, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Rex', familyName: 'Trict' }),
  )
  const named = [service.serviceId, childId, owner.userId]
  await service.asOwner('insert into child_access (service_id, child_id, user_id) values ($1, $2, $3)', named)
  await service.asOwner(
    `insert into child_restriction (service_id, child_id, restricted_by, reason) values ($1, $2, $3, 'Family')`,
    named,
  )
  const disable = () => service.as(nobody, tx => setDisabled(tx, owner, true, { now: service.clock.now }))
  expect(await disable()).toEqual({ ok: false, reason: 'last-to-open' })
  const other = await addColleague(service, 'other.manager@example.test', ['manager'])
  await service.asOwner('insert into child_access (service_id, child_id, user_id) values ($1, $2, $3)', [
    service.serviceId,
    childId,
    other.userId,
  ])
  expect(await disable()).toEqual({ ok: true, value: 'changed' })
})
