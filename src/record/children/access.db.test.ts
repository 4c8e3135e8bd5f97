import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { addService, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild, addOtherName } from './addChild.ts'
import { loadChild } from './childQueries.ts'

let service: TestService
let officer: TestPerson
let other: TestPerson
let manager: TestPerson
let deputy: TestPerson
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  other = await service.person('officer', 'Otto Officer')
  manager = await service.person('manager', 'Mara Manager')
  deputy = await service.person('manager', 'Dev Deputy')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

const aChild = (givenName = 'Tariq', familyName = 'Amin') =>
  service.as(manager, tx => addChild(tx, { serviceId: service.serviceId, givenName, familyName }))

const restrict = (childId: string, people: TestPerson[] = []) =>
  manager.fill(`/children/${childId}/safety/restrict`, {
    reason: 'Family of a colleague',
    people: people.map(({ userId }) => userId),
  })

const referenceOf = async (childId: string) =>
  String((await service.asOwner('select reference from child where child_id = $1', [childId]))[0]?.reference)

async function makeRelated(childId: string, person: TestPerson) {
  const [row] = await service.asOwner(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
     values ($1, $2, 'diversion', 'police-notification', 'active', now()) returning involvement_id`,
    [service.serviceId, childId],
  )
  await service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     values ($1, $2, $3, $4, 'co-worker', now())`,
    [service.serviceId, childId, row?.involvement_id, person.userId],
  )
}

describe('a speech therapist', () => {
  it('opens the record of a child only while she has a part in the case', async () => {
    const therapist = await service.person('speech-therapist')
    const childId = await aChild()
    expect((await therapist.get(`/children/${childId}/details`)).status).toBe(404)
    await makeRelated(childId, therapist)
    expect((await therapist.get(`/children/${childId}/details`)).status).toBe(200)
    await service.asOwner('update case_worker set until_at = now() where user_id = $1', [therapist.userId])
    expect((await therapist.get(`/children/${childId}/details`)).status).toBe(404)
  })

  it('may not change details', async () => {
    const therapist = await service.person('speech-therapist')
    const childId = await aChild()
    await makeRelated(childId, therapist)
    expect((await therapist.get(`/children/${childId}/details/edit`)).status).toBe(403)
    expect((await therapist.get(`/children/${childId}/details`)).text).not.toContain('Change details')
  })
})

test('a child of another service is not there', async () => {
  const elsewhere = await addService(service, 'Another service')
  const [row] = await service.asOwner(
    `insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
     values ($1, 'X', 'Elsa', 'Where', 'elsa where', 'unknown') returning child_id`,
    [elsewhere],
  )
  expect((await manager.get(`/children/${row?.child_id}/details`)).status).toBe(404)
  expect((await manager.get(`/children/${row?.child_id}/break-glass`)).status).toBe(404)
})

test('an address that is no id is not there', async () => {
  for (const id of ['nobody', '1', "'; drop table child", '00000000-0000-4000-8000-000000000000'])
    expect((await officer.get(`/children/${encodeURIComponent(id)}/details`)).status).toBe(404)
})

describe('a restricted record', () => {
  it('is there for those who are named and nobody else', async () => {
    const childId = await aChild()
    expect((await restrict(childId, [officer])).location).toBe(`/children/${childId}/safety`)
    expect((await officer.get(`/children/${childId}/details`)).text).toContain('Restricted')
    expect((await other.get(`/children/${childId}/details`)).status).toBe(404)
    expect((await deputy.get(`/children/${childId}/details`)).status).toBe(404)
    expect(await service.as(other, tx => loadChild(tx, childId))).toBeUndefined()
  })

  it('can be opened to one more person, and closed to them again', async () => {
    const childId = await aChild()
    await restrict(childId)
    await manager.fill(`/children/${childId}/safety/access/add`, { person: other.userId, reason: 'Covers' })
    expect((await other.get(`/children/${childId}/details`)).status).toBe(200)
    const safety = await manager.get(`/children/${childId}/safety`)
    const ends = [...safety.html.matchAll(/href="([^"]+\/access\/[^"]+\/end)"/g)].map(match =>
      String(match[1]),
    )
    const texts = await Promise.all(ends.map(async href => ({ href, text: (await manager.get(href)).text })))
    const href = texts.find(({ text }) => text.includes('Otto Officer will no longer'))?.href ?? ''
    await manager.fill(href, { reason: 'Cover is over' })
    expect((await other.get(`/children/${childId}/details`)).status).toBe(404)
  })

  it('stays open to at least one person', async () => {
    const childId = await aChild()
    await restrict(childId)
    const safety = await manager.get(`/children/${childId}/safety`)
    const end = /href="([^"]+\/access\/[^"]+\/end)"/.exec(safety.html)?.[1] ?? ''
    expect((await manager.get(end)).location).toBe(`/children/${childId}/safety`)
  })

  it('is open to everybody again once a manager has lifted the restriction', async () => {
    const childId = await aChild()
    await restrict(childId)
    await manager.fill(`/children/${childId}/safety/lift`, { reason: 'No longer needed' })
    expect((await other.get(`/children/${childId}/details`)).status).toBe(200)
    const [event] = await service.asOwner(
      `select reason from audit_event where child_id = $1 and table_name = 'child_restriction' and action = 'delete'`,
      [childId],
    )
    expect(event?.reason).toBe('No longer needed')
  })

  it('is restricted by managers only', async () => {
    expect((await senior.get(`/children/${await aChild()}/safety/restrict`)).status).toBe(403)
  })
})

describe('breaking the glass', () => {
  const breakIt = (person: TestPerson, childId: string) =>
    person.fill(`/children/${childId}/break-glass`, { reason: 'The child is at the police station' })

  it('opens the record at once, and asks why', async () => {
    const childId = await aChild('Mina', 'Osei')
    await restrict(childId)
    const asked = await other.get(`/children/${childId}/break-glass`)
    expect(asked.text).toContain('This record is restricted')
    expect(asked.text).not.toContain('Osei')
    expect((await other.fill(`/children/${childId}/break-glass`, { reason: ' ' })).status).toBe(422)
    expect((await breakIt(other, childId)).location).toBe(`/children/${childId}`)
    expect((await other.get(`/children/${childId}/details`)).status).toBe(200)
  })

  it('lasts four hours', async () => {
    const childId = await aChild()
    await restrict(childId)
    await breakIt(other, childId)
    const [row] = await service.asOwner(
      `select until - granted_at = interval '4 hours' as lasts from child_access where child_id = $1 and broke_glass`,
      [childId],
    )
    expect(row?.lasts).toBe(true)
    await service.asOwner(
      `update child_access set until = now() - interval '1 second' where child_id = $1 and broke_glass`,
      [childId],
    )
    expect((await other.get(`/children/${childId}/details`)).status).toBe(404)
  })

  it('opens it to a therapist who has a part in the case', async () => {
    const therapist = await service.person('speech-therapist')
    const childId = await aChild()
    await makeRelated(childId, therapist)
    await restrict(childId)
    await breakIt(therapist, childId)
    expect((await therapist.get(`/children/${childId}/details`)).status).toBe(200)
  })

  it('is told to the other managers in a message that names nobody', async () => {
    const childId = await aChild('Oriel', 'Unnamed')
    await restrict(childId)
    const family = await service.person('manager', 'Fay Family')
    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
      [service.serviceId, childId, family.userId],
    )
    await service.asOwner('delete from message')
    await breakIt(deputy, childId)
    const sent = await service.asOwner(
      'select m.subject, m.body, a.user_id from message m join person_account a on a.email = m.to_address',
    )
    const told = sent.map(({ user_id }) => user_id)
    expect(told).toContain(manager.userId)
    for (const person of [deputy, family, senior, officer]) expect(told).not.toContain(person.userId)
    for (const { subject, body } of sent) {
      expect(`${subject} ${body}`).not.toMatch(/Oriel|Unnamed|police station|Dev Deputy/)
      expect(body).toContain('/break-glass')
    }
  })

  it('is not for business support', async () => {
    const support = await service.person('business-support')
    const childId = await aChild()
    await restrict(childId)
    expect((await support.get(`/children/${childId}/break-glass`)).status).toBe(403)
  })

  it('leads straight to a record that is open', async () => {
    const childId = await aChild()
    expect((await other.get(`/children/${childId}/break-glass`)).location).toBe(`/children/${childId}`)
  })

  it('is reviewed by a manager, with a note, and never by oneself', async () => {
    const childId = await aChild('Nadia', 'Review')
    await restrict(childId)
    await breakIt(deputy, childId)
    expect((await deputy.get('/break-glass')).text).toContain('Somebody else must review this')
    const [row] = await service.asOwner(
      'select access_id from child_access where child_id = $1 and broke_glass',
      [childId],
    )
    const address = `/break-glass/${row?.access_id}`
    expect((await deputy.get(address)).location).toBe('/break-glass')
    expect((await manager.get('/break-glass')).text).toContain('The child is at the police station')
    expect((await manager.fill(address, { note: '' })).status).toBe(422)
    expect((await manager.fill(address, { note: 'Needed, and used well' })).location).toBe('/break-glass')
    expect((await manager.get(address)).status).toBe(404)
    expect((await officer.get('/break-glass')).status).toBe(403)
  })

  it('is reported without the child’s name to a manager who may not open the record', async () => {
    const childId = await aChild('Zebedee', 'Hidden')
    await restrict(childId)
    await breakIt(other, childId)
    const third = await service.person('manager')
    const list = await third.get('/break-glass')
    expect(list.text).toContain('A record that is restricted from you as well')
    expect(list.text).not.toContain('Zebedee')
  })
})

describe('a conflict of interest', () => {
  const declare = (childId: string, person: TestPerson) =>
    senior.fill(`/children/${childId}/safety/conflicts/add`, { person: person.userId, relation: 'Aunt' })

  it('hides the record, and no glass can be broken', async () => {
    const childId = await aChild()
    await declare(childId, officer)
    expect((await officer.get(`/children/${childId}/details`)).status).toBe(404)
    expect((await officer.get(`/children/${childId}/break-glass`)).status).toBe(404)
    expect((await other.get(`/children/${childId}/details`)).status).toBe(200)
  })

  it('is stronger than being named in a restricted record', async () => {
    const childId = await aChild()
    await restrict(childId, [officer, senior])
    await declare(childId, officer)
    expect((await officer.get(`/children/${childId}/details`)).status).toBe(404)
  })

  it('cannot be declared for somebody who works with the child', async () => {
    const childId = await aChild()
    await makeRelated(childId, officer)
    const refused = await declare(childId, officer)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Olive Officer works with this child')
  })

  it('is seen by seniors and managers only', async () => {
    const childId = await aChild()
    await declare(childId, officer)
    expect((await senior.get(`/children/${childId}/safety`)).text).toContain('Aunt')
    expect((await other.get(`/children/${childId}/safety`)).text).not.toContain('Aunt')
    expect((await other.get(`/children/${childId}/history`)).text).not.toContain('Aunt')
    expect((await manager.get(`/children/${childId}/history`)).text).toContain('Aunt')
  })

  it('can be removed, with a reason', async () => {
    const childId = await aChild()
    await declare(childId, officer)
    await senior.fill(`/children/${childId}/safety/conflicts/${officer.userId}/remove`, {
      reason: 'Mistaken',
    })
    expect((await officer.get(`/children/${childId}/details`)).status).toBe(200)
  })
})

describe('search', () => {
  const search = async (person: TestPerson, q: string) => {
    const sent = await person.fill('/search', { q })
    expect(sent.location).toBe('/search')
    return person.get('/search')
  }

  it('offers the break-glass page for the exact reference of a restricted record, and says no more', async () => {
    const childId = await aChild('Ottoline', 'Quince')
    await restrict(childId)
    const found = await search(other, (await referenceOf(childId)).toLowerCase())
    expect(found.text).toContain('This record is restricted')
    expect(found.html).toContain(`/children/${childId}/break-glass`)
    expect(found.text).not.toContain('Quince')
    expect((await search(other, 'Ottoline Quince')).text).toContain('No child was found')
  })

  it('offers it for the whole name and the date of birth too, since few know a reference in an emergency', async () => {
    const childId = await aChild('Theodora', 'Quillon')
    await service.asOwner(
      `update child set birth_date = '2011-05-04', birth_date_basis = 'known' where child_id = $1`,
      [childId],
    )
    await restrict(childId)
    const found = await search(other, 'Theodora Quillon 4/5/2011')
    expect(found.html).toContain(`/children/${childId}/break-glass`)
    expect((await search(other, 'Theodora Quillon 5/5/2011')).text).toContain('No child was found')
    expect((await search(other, 'Theodora 4/5/2011')).text).toContain('No child was found')
  })

  it('offers it for the name that is used, and for every other name, each whole and with the date of birth', async () => {
    const birthDate = Temporal.PlainDate.from('2011-02-01')
    const childId = await service.as(manager, async tx => {
      const { serviceId } = service
      const names = { givenName: 'Tariq Ali', familyName: 'Amin-Quell', knownAs: 'T.J.' }
      const id = await addChild(tx, { serviceId, ...names, birthDate })
      await addOtherName(tx, { serviceId, childId: id, name: 'Tariq Quellmann', kind: 'former' })
      return id
    })
    await restrict(childId)
    for (const name of [
      'Tariq Ali Amin-Quell',
      'TJ Amin Quell',
      'tariq quellmann',
      'Tariq Ali Amin-Quell TJ',
    ])
      expect((await search(other, `${name} 1/2/2011`)).html, name).toContain(`${childId}/break-glass`)
    for (const name of ['Tariq', 'Tariq Ali', 'TJ', 'Amin-Quell', 'Tariq Amin', 'TJ Quellmann'])
      expect((await search(other, `${name} 1/2/2011`)).text, name).toContain('No child was found')
    expect((await search(other, 'TJ Amin-Quell 2/2/2011')).text).toContain('No child was found')
    await manager.fill(`/children/${childId}/details/edit`, {
      'given-name': 'Tariq',
      'family-name': 'Amin-Quell',
      'known-as': 'Jay',
      'birth-date': '1/2/2011',
      'birth-date-basis': 'known',
      'needs-interpreter': 'no',
    })
    expect((await search(other, 'Jay Amin-Quell 1/2/2011')).html).toContain(`${childId}/break-glass`)
    expect((await search(other, 'TJ Amin-Quell 1/2/2011')).text).toContain('No child was found')
  })

  it('never finds a child with whom there is a conflict of interest', async () => {
    const childId = await aChild('Perpetua', 'Quill')
    await senior.fill(`/children/${childId}/safety/conflicts/add`, {
      person: officer.userId,
      relation: 'Aunt',
    })
    expect((await search(officer, await referenceOf(childId))).text).toContain('No child was found')
    expect((await search(officer, 'Perpetua')).text).toContain('No child was found')
  })

  it('finds for a therapist only children she works with', async () => {
    const therapist = await service.person('speech-therapist')
    const childId = await aChild('Clementine', 'Dray')
    expect((await search(therapist, 'Clementine Dray')).text).toContain('No child was found')
    await makeRelated(childId, therapist)
    expect((await search(therapist, 'Clementine Dray')).text).toContain('1 child')
  })
})

describe('a worker to whom a child is known', () => {
  it('declares it, and the record and the case are gone for them at once', async () => {
    const uncle = await service.person('officer', 'Uwe Uncle')
    const childId = await aChild('Known', 'Nephew')
    await makeRelated(childId, uncle)
    await service.asOwner('update involvement set holder_id = $2 where child_id = $1', [
      childId,
      uncle.userId,
    ])
    const address = `/children/${childId}/safety/conflicts/mine`
    expect((await uncle.get(`/children/${childId}/safety`)).html).toContain(address)
    expect((await uncle.fill(address, { relation: '' })).status).toBe(422)
    expect((await uncle.fill(address, { relation: 'Uncle' })).location).toBe('/')
    expect((await uncle.get(`/children/${childId}/details`)).status).toBe(404)
    expect((await uncle.get(`/children/${childId}/break-glass`)).status).toBe(404)
    const [left] = await service.asOwner(
      `select i.holder_id, (select count(*)::integer from case_worker w where w.child_id = i.child_id and w.until_at is null) as parts
       from involvement i where i.child_id = $1`,
      [childId],
    )
    expect(left).toMatchObject({ holder_id: null, parts: 0 })
    expect((await senior.get('/')).text).toContain('Known Nephew')
    expect((await senior.get(`/children/${childId}/safety`)).text).toContain('Uwe Uncle')
  })
})
