import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from './addChild.ts'

let service: TestService
let officer: TestPerson
let colleague: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  colleague = await service.person('officer', 'Otto Officer')
})
afterAll(() => service.close())

const aChild = (givenName = 'Tariq', familyName = 'Amin') =>
  service.as(officer, tx => addChild(tx, { serviceId: service.serviceId, givenName, familyName }))

const details = (more: Record<string, string> = {}) => ({
  'given-name': 'Tariq',
  'family-name': 'Amin',
  'birth-date-basis': 'unknown',
  'needs-interpreter': 'no',
  'fixed-address': 'yes',
  ...more,
})

const change = async (childId: string, more: Record<string, string>) =>
  officer.fill(`/children/${childId}/details/edit`, details(more))

const born = (day: string, month: string, year: string, basis = 'known') => ({
  'birth-date-basis': basis,
  'birth-date-day': day,
  'birth-date-month': month,
  'birth-date-year': year,
})

describe('the details of a child', () => {
  it.each([
    ['O', 'B'],
    ['D’Artagnan', "O'Neill-Łukasz"],
    ['محمد', 'الأمين'],
    ['Zoë', ''],
  ])('can hold the name %s %s, and a search finds it', async (given, family) => {
    const childId = await aChild()
    await change(childId, { 'given-name': given, 'family-name': family })
    expect((await officer.get(`/children/${childId}/details`)).text).toContain(given)
    await officer.fill('/search', { q: `${given} ${family}` })
    expect((await officer.get('/search')).html).toContain(`href="/children/${childId}"`)
  })

  it('hold a birthday on 29 February: fifteen until the end of 28 February', async () => {
    const childId = await aChild()
    await change(childId, born('29', '2', '2012'))
    service.clock.now = Temporal.Instant.from('2027-02-28T10:00:00Z')
    const person = await service.person('officer')
    expect((await person.get(`/children/${childId}/details`)).text).toContain('Age 14')
    service.clock.now = Temporal.Instant.from('2027-03-01T00:01:00Z')
    const next = await service.person('officer')
    expect((await next.get(`/children/${childId}/details`)).text).toContain('Age 15')
    service.clock.now = Temporal.Instant.from('2026-11-21T10:00:00Z')
    officer = await service.person('officer', 'Olive Officer')
    colleague = await service.person('officer', 'Otto Officer')
  })

  it('say so where a date of birth is estimated', async () => {
    const childId = await aChild()
    await change(childId, born('1', '1', '2011', 'estimated'))
    const page = await officer.get(`/children/${childId}/details`)
    expect(page.text).toContain('about 15')
    expect(page.text).toContain('1 January 2011 (estimated)')
  })

  it.each([
    [born('22', '11', '2026'), 'The date of birth cannot be in the future'],
    [born('30', '2', '2011'), 'there is no such day'],
    [born('3', '3', '11'), 'write the year with four figures'],
    [born('', '', ''), 'Enter the date of birth, or say that it is not known'],
    [{ 'given-name': ' ', 'family-name': '' }, 'Enter at least one name'],
    [{ postcode: 'nowhere' }, 'Enter a full postcode'],
  ])('refuse %j', async (fields, message) => {
    const childId = await aChild()
    const refused = await change(childId, { school: 'Kept School', ...fields })
    expect(refused.status).toBe(422)
    expect(refused.title).toMatch(/^Error: /)
    expect(refused.text).toContain(message)
    expect(refused.html).toContain('Kept School')
    expect(refused.html).toContain('Record of Tariq Amin')
  })

  it('can say that there is no fixed address, and where the child may be found', async () => {
    const childId = await aChild()
    await change(childId, { 'fixed-address': 'no', address: 'With an aunt', postcode: 'mk93aa' })
    const { text } = await officer.get(`/children/${childId}/details`)
    expect(text).toContain('No fixed address; may be found at With an aunt MK9 3AA')
  })

  it('show both versions when two people change them at once', async () => {
    const childId = await aChild()
    const opened = await colleague.get(`/children/${childId}/details/edit`)
    await change(childId, { school: 'North School' })
    const second = await colleague.post(`/children/${childId}/details/edit`, {
      ...details({ school: 'South School' }),
      _version: hiddenValue(opened.html, '_version') ?? '',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('North School')
    expect(second.text).toContain('South School')
    expect(second.text).toContain('Olive Officer has changed this since you opened it')
    expect((await officer.get(`/children/${childId}/details`)).text).toContain('North School')
  })

  it('are changed only by those whose work it is', async () => {
    const childId = await aChild()
    const inspector = await service.person('inspector')
    expect((await inspector.get(`/children/${childId}/details/edit`)).status).toBe(403)
  })
})

test('another name is added, found, and removed with a reason', async () => {
  const childId = await aChild()
  await officer.fill(`/children/${childId}/details/names/add`, { name: 'Quetzal Ray', kind: 'alias' })
  await officer.fill('/search', { q: 'quetzal' })
  expect((await officer.get('/search')).text).toContain('Other name: Quetzal Ray')
  const page = await officer.get(`/children/${childId}/details`)
  const remove = /href="([^"]+\/names\/[^"]+\/remove)"/.exec(page.html)?.[1] ?? ''
  await officer.fill(remove, { reason: 'Another child' })
  expect((await officer.get(`/children/${childId}/details`)).text).not.toContain('Quetzal')
  expect((await officer.get(remove)).status).toBe(404)
})

test('people around the child: who has parental responsibility, who must not be contacted', async () => {
  const childId = await aChild()
  const person = {
    name: 'Karim Amin',
    relationship: 'Uncle',
    'parental-responsibility': 'no',
    contact: 'no',
  }
  await officer.fill(`/children/${childId}/people/add`, person)
  await officer.fill(`/children/${childId}/people/add`, {
    name: 'Leila Amin',
    relationship: 'Mother',
    'parental-responsibility': 'yes',
    contact: 'yes',
  })
  const page = await officer.get(`/children/${childId}/people`)
  expect(page.text).toMatch(/Leila Amin.*Parental responsibility.*Karim Amin.*Must not be contacted/)
  const edits = [...page.html.matchAll(/href="([^"]+\/people\/[^"/]+)"/g)]
    .map(match => String(match[1]))
    .filter(href => !href.endsWith('/add'))
  const address = edits.at(-1) ?? ''
  const opened = await colleague.get(address)
  await officer.fill(address, { ...person, still: 'no' })
  const second = await colleague.post(address, {
    ...person,
    phone: '01632 960002',
    still: 'yes',
    _version: hiddenValue(opened.html, '_version') ?? '',
  })
  expect(second.status).toBe(409)
  expect((await officer.get(`/children/${childId}/people`)).text).toContain('No longer around the child')
})

test('an alert is raised, stands on every page, and is ended with a reason', async () => {
  const childId = await aChild()
  await officer.fill(`/children/${childId}/safety/alerts/add`, { kind: 'two-workers', text: 'Since June' })
  expect((await officer.get(`/children/${childId}/people`)).text).toContain('Two workers visit')
  const page = await officer.get(`/children/${childId}/safety`)
  const end = /href="([^"]+\/alerts\/[^"]+\/end)"/.exec(page.html)?.[1] ?? ''
  await officer.fill(end, { reason: 'Settled' })
  expect((await officer.get(`/children/${childId}/people`)).text).not.toContain('Two workers visit')
})

describe('the history', () => {
  it('says who changed what, from what to what, and why', async () => {
    const childId = await aChild()
    await change(childId, { school: 'North School', sex: '2' })
    await change(childId, { school: 'South School', sex: '2' })
    const { text } = await officer.get(`/children/${childId}/history?show=changes`)
    expect(text).toContain('Details: changed by Olive Officer')
    expect(text).toContain('School: was North School , now South School')
    expect(text).toContain('Sex: was nothing , now Female')
    expect(text).not.toMatch(/folded|service_id|[0-9a-f]{8}-[0-9a-f]{4}/)
  })

  it('says who looked, and at what', async () => {
    const childId = await aChild()
    await colleague.get(`/children/${childId}/people`)
    const { text } = await officer.get(`/children/${childId}/history?show=looks`)
    expect(text).toContain('Looked at the people around the child by Otto Officer')
    expect(text).not.toContain('Details: added')
  })

  it('folds what one person looked at within an hour into one line', async () => {
    const childId = await aChild()
    await colleague.get(`/children/${childId}/people`)
    await colleague.get(`/children/${childId}`)
    const { text } = await officer.get(`/children/${childId}/history?show=looks`)
    expect(text).toContain('Looked at 2 pages by Otto Officer')
    expect(text).toMatch(/What was looked at Looked at Now, .* Looked at the people around the child, /)
  })

  it('goes on to what is older', async () => {
    const childId = await aChild()
    for (let i = 0; i < 52; i++)
      await service.as(colleague, tx =>
        tx
          .updateTable('child')
          .set({ phone: `01632 9600${i}` })
          .where('child_id', '=', childId)
          .execute(),
      )
    const first = await officer.get(`/children/${childId}/history?show=changes`)
    const next =
      /href="(\?show=changes&amp;before=\d+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await officer.get(`/children/${childId}/history${next}`)
    expect(second.text).toContain('Details: added')
    expect(first.text).not.toContain('Details: added')
  })

  it('is not for business support', async () => {
    const support = await service.person('business-support')
    const childId = await aChild()
    expect((await support.get(`/children/${childId}/history`)).status).toBe(403)
    expect((await support.get(`/children/${childId}/details`)).html).not.toContain('/history"')
  })
})
