import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from './addChild.ts'

let service: TestService
let officer: TestPerson
let manager: TestPerson
let deputy: TestPerson
let admin: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  deputy = await service.person('manager', 'Dev Deputy')
  admin = await service.person('administrator', 'Ada Minster')
})
afterAll(() => service.close())
// Of records with which this test is done nobody is the last.
beforeEach(async () => {
  await service.asOwner('delete from child_restriction')
  manager = await service.person('manager', 'Mara Manager')
})

const aChild = (givenName = 'Tariq', familyName = 'Amin') =>
  service.as(manager, tx => addChild(tx, { serviceId: service.serviceId, givenName, familyName }))

const restrict = (childId: string, people: TestPerson[] = []) =>
  manager.fill(`/children/${childId}/safety/restrict`, {
    reason: 'Family of a colleague',
    people: people.map(({ userId }) => userId),
  })

async function endOf(childId: string, person: TestPerson) {
  const [row] = await service.asOwner(
    'select access_id from child_access where child_id = $1 and user_id = $2 and until is null',
    [childId, person.userId],
  )
  return `/children/${childId}/safety/access/${row?.access_id}/end`
}
const declareOwn = (person: TestPerson, childId: string) =>
  person.fill(`/children/${childId}/safety/conflicts/mine`, { relation: 'Uncle' })
const breakGlass = (person: TestPerson, childId: string) =>
  person.fill(`/children/${childId}/break-glass`, { reason: 'Nobody can open it' })
const opens = async (person: TestPerson, childId: string) =>
  (await person.get(`/children/${childId}/details`)).status === 200

describe('the last who may open a restricted record', () => {
  it('stays, when two managers take each other’s access away at once', async () => {
    const childId = await aChild()
    await restrict(childId, [deputy])
    const [one, other] = [await endOf(childId, deputy), await endOf(childId, manager)]
    const reason = { reason: 'No part in it' }
    await Promise.all([manager.post(one, reason), deputy.post(other, reason)])
    const left = await service.asOwner('select user_id from child_access where child_id = $1', [childId])
    expect(left).toHaveLength(1)
  })

  it('is nobody who cannot sign in, or whose role sees no children', async () => {
    const gone = await service.person('officer', 'Gerd Gone')
    const invited = await service.person('officer', 'Ina Invited')
    const counts = await service.person('analyst', 'Ann Analyst')
    const childId = await aChild()
    await restrict(childId, [gone, invited])
    expect((await manager.get(`/children/${childId}/safety/access/add`)).html).not.toContain(counts.userId)
    await service.asOwner('update person_account set disabled_at = now() where user_id = $1', [gone.userId])
    await service.asOwner('update person_account set password_hash = null where user_id = $1', [
      invited.userId,
    ])
    await service.asOwner('insert into child_access (service_id, child_id, user_id) values ($1, $2, $3)', [
      service.serviceId,
      childId,
      counts.userId,
    ])
    const refused = await manager.get(await endOf(childId, manager))
    expect(refused.location).toBe(`/children/${childId}/safety`)
  })

  it('is nobody with a conflict of interest', async () => {
    const childId = await aChild()
    await restrict(childId, [officer])
    const end = await endOf(childId, manager)
    expect((await declareOwn(officer, childId)).location).toBe('/')
    expect((await manager.get(end)).location).toBe(`/children/${childId}/safety`)
    expect((await manager.post(end, { reason: 'Leaving' })).location).toBe(`/children/${childId}/safety`)
    expect(await opens(manager, childId)).toBe(true)
  })

  it('cannot be shut out by a colleague who is in for a while only', async () => {
    const childId = await aChild()
    await restrict(childId)
    await breakGlass(deputy, childId)
    const declare = () =>
      deputy.fill(`/children/${childId}/safety/conflicts/add`, { person: manager.userId, relation: 'Aunt' })
    const refused = await declare()
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Nobody but Mara Manager could open this restricted record for good')
    await deputy.fill(`/children/${childId}/safety/access/add`, { person: deputy.userId, reason: 'Covers' })
    expect((await declare()).status).toBe(303)
    expect(await opens(manager, childId)).toBe(false)
  })
})

describe('an administrator', () => {
  const words = 'Somebody else must be named for a restricted record first: ask a manager'
  const disable = (person: TestPerson) => admin.fill(`/admin/people/${person.userId}/disable`, {})
  const makeAnalyst = (person: TestPerson) =>
    admin.fill(`/admin/people/${person.userId}/edit`, { name: 'Mara Manager', roles: ['analyst'] })

  it('neither disables the only person who can open a record nor takes the role away, and learns no name', async () => {
    const childId = await aChild('Rex', 'Trict')
    await restrict(childId)
    for (const [refused, status] of [
      [await disable(manager), 403],
      [await makeAnalyst(manager), 422],
    ] as const) {
      expect(refused.status).toBe(status)
      expect(refused.text).toContain(words)
      expect(refused.text).not.toContain('Trict')
    }
    expect(await opens(manager, childId)).toBe(true)
    await manager.fill(`/children/${childId}/safety/access/add`, { person: officer.userId, reason: 'Covers' })
    expect((await makeAnalyst(manager)).status).toBe(303)
    expect((await disable(manager)).status).toBe(303)
  })

  it('is not in the way where the person is no longer needed, or changes to another role that sees children', async () => {
    const childId = await aChild()
    await restrict(childId)
    const officerNow = await admin.fill(`/admin/people/${manager.userId}/edit`, {
      name: 'Mara Manager',
      roles: ['officer'],
    })
    expect(officerNow.status).toBe(303)
    const colleague = await service.person('officer')
    expect((await disable(colleague)).status).toBe(303)
  })

  it('does not leave it to nobody together with a manager who ends the other’s access in the same moment', async () => {
    const childId = await aChild()
    const second = await service.person('manager', 'Sue Second')
    await restrict(childId, [second])
    const reason = { reason: 'No part in it' }
    const end = await endOf(childId, second)
    await Promise.all([admin.post(`/admin/people/${manager.userId}/disable`, {}), manager.post(end, reason)])
    const left = await service.asOwner(
      `select from child_access x join person_account a using (service_id, user_id)
       where x.child_id = $1 and a.disabled_at is null`,
      [childId],
    )
    expect(left.length).toBeGreaterThan(0)
  })
})

describe('the last who can open a record and declares that they know the child', () => {
  beforeEach(() => service.asOwner('delete from message'))

  it('is not refused: the managers are told, and one of them names somebody without being told whose it is', async () => {
    const childId = await aChild('Oriel', 'Unnamed')
    await restrict(childId)
    const family = await service.person('manager', 'Fay Family')
    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
      [service.serviceId, childId, family.userId],
    )
    expect((await declareOwn(manager, childId)).location).toBe('/')
    const sent = await service.asOwner(
      'select m.subject, m.body, a.user_id from message m join person_account a on a.email = m.to_address',
    )
    const told = sent.map(({ user_id }) => user_id)
    expect(told).toContain(deputy.userId)
    for (const person of [manager, family, officer, admin]) expect(told).not.toContain(person.userId)
    for (const { subject, body } of sent) {
      expect(`${subject} ${body}`).not.toMatch(/Oriel|Unnamed|Uncle/)
      expect(body).toContain('/restricted-records')
    }

    expect((await deputy.get('/')).html).toContain('href="/restricted-records"')
    expect((await deputy.get('/admin')).text).toContain('1 record waits')
    for (const person of [manager, family]) {
      expect((await person.get('/')).html).not.toContain('href="/restricted-records"')
      expect((await person.get('/restricted-records')).text).toContain('Nothing waits for you')
    }
    const list = await deputy.get('/restricted-records')
    expect(list.text).toContain('A record restricted on 21 November 2026')
    expect(list.text).not.toMatch(/Oriel|Unnamed/)
    expect(list.html).toContain(`/children/${childId}/break-glass`)

    await breakGlass(deputy, childId)
    expect((await deputy.get('/restricted-records')).html).toContain(childId)
    await deputy.fill(`/children/${childId}/safety/access/add`, {
      person: officer.userId,
      reason: 'Takes over',
    })
    expect((await deputy.get('/restricted-records')).text).toContain('Nothing waits for you')
    expect(await opens(officer, childId)).toBe(true)
  })

  it('says it on the form for others too', async () => {
    const childId = await aChild()
    await restrict(childId)
    const address = `/children/${childId}/safety/conflicts/add`
    const declared = await manager.fill(address, { person: manager.userId, relation: 'Aunt' })
    expect(declared.location).toBe('/')
    expect(await opens(manager, childId)).toBe(false)
    expect(await service.asOwner('select from message')).not.toEqual([])
  })

  it('may be two at once: the managers are told all the same', async () => {
    const childId = await aChild()
    await restrict(childId, [officer])
    const address = `/children/${childId}/safety/conflicts/mine`
    const declared = await Promise.all(
      [manager, officer].map(person => person.post(address, { relation: 'Aunt' })),
    )
    expect(declared.map(({ location }) => location)).toEqual(['/', '/'])
    expect(await service.asOwner('select from message')).not.toEqual([])
  })

  it('tells nobody while somebody else can open the record', async () => {
    const childId = await aChild()
    await restrict(childId, [officer])
    await declareOwn(officer, childId)
    expect(await service.asOwner('select from message')).toEqual([])
  })
})

describe('a case whose holder may not open the restricted record', () => {
  async function held(person: TestPerson, familyName: string) {
    const childId = await aChild('Held', familyName)
    const [row] = await service.asOwner(
      `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at, holder_id)
       values ($1, $2, 'diversion', 'police-notification', 'active', '2026-11-02T09:00Z', $3) returning involvement_id`,
      [service.serviceId, childId, person.userId],
    )
    await service.asOwner(
      `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
       values ($1, $2, $3, $4, 'holder', '2026-11-02T09:00Z')`,
      [service.serviceId, childId, row?.involvement_id, person.userId],
    )
    return childId
  }
  const partsOf = (childId: string) =>
    service.asOwner(
      `select w.user_id, i.holder_id from involvement i left join case_worker w
         on w.service_id = i.service_id and w.involvement_id = i.involvement_id and w.until_at is null
       where i.child_id = $1`,
      [childId],
    )

  it('waits for another worker once the record is restricted without them, and the page says so', async () => {
    const childId = await held(officer, 'Leftout')
    const form = await manager.get(`/children/${childId}/safety/restrict`)
    expect(form.text).toContain('if left out, the case waits for another worker')
    const restricted = await restrict(childId)
    expect(restricted.status).toBe(303)
    expect((await manager.get(restricted.location ?? '')).text).toContain('it waits for another worker')
    expect(await partsOf(childId)).toEqual([{ user_id: null, holder_id: null }])
    expect((await manager.get('/')).text).toContain('Held Leftout')
  })

  it('stays with a holder who is named', async () => {
    const childId = await held(officer, 'Keptin')
    await restrict(childId, [officer])
    expect(await partsOf(childId)).toEqual([{ user_id: officer.userId, holder_id: officer.userId }])
  })

  it('waits for another worker once the holder’s access ends', async () => {
    const childId = await held(officer, 'Ended')
    await restrict(childId, [officer])
    const end = await endOf(childId, officer)
    expect((await manager.get(end)).text).toContain('waits for a senior to name another worker')
    await manager.fill(end, { reason: 'Moves to another team' })
    expect(await partsOf(childId)).toEqual([{ user_id: null, holder_id: null }])
    expect((await manager.get('/')).text).toContain('Held Ended')
  })

  it('waits too where a manager ends their own access', async () => {
    const childId = await held(manager, 'Ownend')
    await restrict(childId, [deputy])
    await manager.fill(await endOf(childId, manager), { reason: 'Leaves' })
    expect(await partsOf(childId)).toEqual([{ user_id: null, holder_id: null }])
  })
})

test('only managers come to the list of records that nobody can open', async () => {
  expect((await officer.get('/restricted-records')).status).toBe(403)
  expect((await admin.get('/restricted-records')).status).toBe(403)
})
