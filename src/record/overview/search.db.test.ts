import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild, addOffence, addOtherName, addPerson, type NewChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer')
  const tariq = await aChild('Tariq', 'Amin', {
    birthDate: Temporal.PlainDate.from('2011-03-03'),
    phone: '07700 900123',
  })
  await service.as(officer, async tx => {
    const which = { serviceId: service.serviceId, childId: tariq }
    await addOtherName(tx, { ...which, name: 'Tee Jay', kind: 'alias' })
    await addPerson(tx, { ...which, name: 'Nadia Amin', relationship: 'Mother', phone: '(07700) 900 124' })
    await addOffence(tx, {
      ...which,
      at: service.clock.now,
      description: 'Shop theft',
      policeReference: '43/12345/26',
    })
  })
  await aChild('Siân', 'O’Connor-Łukasz')
  await aChild('محمد', 'الأمين')
  await aChild('O', 'B')
  await aChild('Robin', 'Percent_%')
})
afterAll(() => service.close())

const aChild = (givenName: string, familyName: string, more: Partial<NewChild> = {}) =>
  service.as(officer, tx => addChild(tx, { serviceId: service.serviceId, givenName, familyName, ...more }))

const search = async (q: string) => {
  await officer.fill('/search', { q })
  return officer.get('/search')
}

test.each([
  ['tariq amin', 'Tariq Amin', 'The same name'],
  ['Amin', 'Tariq Amin', 'The same name'],
  ['Tarik Ameen', 'Tariq Amin', 'Name like what was typed'],
  ['AMIN, Tariq', 'Tariq Amin', 'The same name'],
  ['tee jay', 'Tariq Amin', 'Other name: Tee Jay'],
  ['Amin Tariq', 'Tariq Amin', 'The same name'],
  ['+44 7700 900123', 'Tariq Amin', 'The same phone number'],
  ['07700-900124', 'Tariq Amin', 'Phone number of Nadia Amin'],
  ['3/3/2011', 'Tariq Amin', 'Same date of birth'],
  ['2011-03-03', 'Tariq Amin', 'Same date of birth'],
  ['3 March 2011', 'Tariq Amin', 'Same date of birth'],
  ['Tariq 3.3.2011', 'Tariq Amin', 'Same date of birth'],
  ['43/12345/26', 'Tariq Amin', 'Police reference 43/12345/26'],
  ['43-12345 26', 'Tariq Amin', 'Police reference 43/12345/26'],
  ['sian oconnor', 'Siân O’Connor-Łukasz', 'The same name'],
  ["O'Connor", 'Siân O’Connor-Łukasz', 'The same name'],
  ['محمد', 'محمد الأمين', 'The same name'],
  ['الامين', 'محمد الأمين', 'The same name'],
  ['b', 'O B', 'The same name'],
])('“%s” finds %s and says why', async (typed, name, why) => {
  const found = await search(typed)
  expect(found.text).toContain(name)
  expect(found.text).toContain(why)
})

test.each(['Zzyzx', '3/3/2012', 'Tariq 4/3/2011', '%', '\\', "'; drop table child; --", 'é'.repeat(300)])(
  '“%s” finds nobody, and no harm is done',
  async typed => {
    expect((await search(typed)).text).toContain('No child was found')
  },
)

test('a reference is found however it is typed', async () => {
  const [row] = await service.asOwner(`select reference from child where given_name = 'Tariq'`)
  const found = await search(` ${String(row?.reference).toLowerCase().replace('-', ' ')} `)
  expect(found.text).toContain('Tariq Amin')
})

test('what was typed never stands in an address, and comes back to nobody else', async () => {
  const sent = await officer.fill('/search', { q: 'Tariq' })
  expect(sent.location).toBe('/search')
  const colleague = await service.person('officer')
  expect((await colleague.get('/search')).html).not.toContain('Tariq')
})

test('whoever is found has been looked at', async () => {
  await search('Siân')
  const views = await service.asOwner(
    `select e.purpose from audit_event e join child c using (child_id) where c.given_name = 'Siân' and e.action = 'view'`,
  )
  expect(views).toContainEqual({ purpose: 'Found by a search' })
})

test('at most fifty are shown, with word that there are more', async () => {
  for (let i = 0; i < 55; i++) await aChild('Many', `Sparrow ${i}`)
  const found = await search('Sparrow')
  expect(found.text).toContain('The 50 likeliest children')
  expect(found.html.match(/href="\/children\//g)).toHaveLength(50)
})

describe('a notification that waits', () => {
  beforeAll(async () => {
    const business = await service.person('business-support')
    const sent = await business.fill('/arrivals/new/police-notification', {
      'police-reference': '43/77777/26',
      received: '2/11/2026',
      'first-name': 'Bartholomew',
      'family-name': 'Quickly',
      'date-of-birth-day': '5',
      'date-of-birth-month': '6',
      'date-of-birth-year': '2011',
      phone: '07700 900777',
      offence: 'Shop theft',
      outcome: '8',
    })
    expect(sent.status, sent.text).toBe(303)
  })

  test.each([
    'bartolomew quickly',
    'Quickly',
    '5 June 2011',
    'Quickly 5/6/2011',
    '43/77777/26',
    '+44 7700 900777',
  ])('is found by “%s”', async typed => {
    const found = await search(typed)
    expect(found.text).toContain('Waiting in Arrivals')
    expect(found.text).toContain('Bartholomew Quickly')
  })

  test.each(['Quickly 6/6/2011', '43/77778/26', 'Tariq'])('is not found by “%s”', async typed => {
    expect((await search(typed)).text).not.toContain('Bartholomew')
  })

  it('is shown to nobody who does not work on arrivals', async () => {
    const inspector = await service.person('inspector')
    await inspector.fill('/search', { q: 'Quickly' })
    expect((await inspector.get('/search')).text).toContain('No child was found')
  })
})

test('an analyst does not search for children', async () => {
  const analyst = await service.person('analyst')
  expect((await analyst.get('/search')).status).toBe(403)
  expect((await analyst.get('/')).html).not.toContain('site-search')
})
