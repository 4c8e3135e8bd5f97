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

  it('say nothing of an interpreter until somebody has said', async () => {
    const childId = await aChild('Sade', 'Quiet')
    const at = `/children/${childId}/details`
    expect((await officer.get(at)).text).toContain('Interpreter Not recorded')
    const form = await officer.get(`${at}/edit`)
    expect(form.html).not.toMatch(/name="needs-interpreter"[^>]*checked/)
    const { 'needs-interpreter': _, ...unsaid } = details()
    await officer.fill(`${at}/edit`, unsaid)
    expect((await officer.get(at)).text).toContain('Interpreter Not recorded')
    const visit = await officer.get(`/children/${childId}/before-a-visit`)
    expect(visit.text).toContain('Ask whether the child needs an interpreter: nobody has said.')
    await change(childId, { 'needs-interpreter': 'no' })
    expect((await officer.get(at)).text).toContain('Interpreter Not needed')
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
  ])('refuse %j', async (fields, message) => {
    const childId = await aChild()
    const refused = await change(childId, { language: 'Kept Language', ...fields })
    expect(refused.status).toBe(422)
    expect(refused.title).toMatch(/^Error: /)
    expect(refused.text).toContain(message)
    expect(refused.html).toContain('Kept Language')
    expect(refused.html).toContain('Record of Tariq Amin')
  })

  it('show both versions when two people change them at once', async () => {
    const childId = await aChild()
    const opened = await colleague.get(`/children/${childId}/details/edit`)
    await change(childId, { language: 'Northern' })
    const second = await colleague.post(`/children/${childId}/details/edit`, {
      ...details({ language: 'Southern' }),
      _version: hiddenValue(opened.html, '_version') ?? '',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Northern')
    expect(second.text).toContain('Southern')
    expect(second.text).toContain('Olive Officer has changed this since you opened it')
    expect((await officer.get(`/children/${childId}/details`)).text).toContain('Northern')
  })

  it('say so where it was the same person, in another window', async () => {
    const childId = await aChild()
    const opened = await officer.get(`/children/${childId}/details/edit`)
    await change(childId, { language: 'Northern' })
    const second = await officer.post(`/children/${childId}/details/edit`, {
      ...details({ language: 'Southern' }),
      _version: hiddenValue(opened.html, '_version') ?? '',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('You have, in another window or on another device, changed this')
    expect(second.text).not.toContain('Olive Officer has')
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
    kind: 'family',
    relationship: 'Uncle',
    'parental-responsibility': 'no',
    contact: 'no',
    'barred-reason': 'The court forbade it in May',
    'best-way': 'Never',
  }
  await officer.fill(`/children/${childId}/people/add`, person)
  await officer.fill(`/children/${childId}/people/add`, {
    name: 'Leila Amin',
    kind: 'parent',
    relationship: 'Mother',
    'lives-with-child': 'yes',
    'best-way': 'Text first, works nights',
    language: 'Arabic',
    'needs-interpreter': 'yes',
    'parental-responsibility': 'yes',
    contact: 'yes',
  })
  const page = await officer.get(`/children/${childId}/people`)
  expect(page.text).toMatch(
    /Parents Leila Amin.*Parental responsibility.*Lives with the child.*Text first, works nights.*Arabic, an interpreter is needed.*Other family Karim Amin.*Must not be contacted The court forbade it in May/,
  )
  expect(page.text).not.toContain('Never')
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

test('whoever must not be contacted is not added again by the way as somebody who may be', async () => {
  const childId = await aChild('Ben', 'Price')
  const at = `/children/${childId}`
  const father = {
    name: 'Marlon Price',
    kind: 'parent',
    relationship: 'Father',
    'parental-responsibility': 'no',
  }
  const barred = { ...father, contact: 'no', 'barred-reason': 'Non-molestation order' }
  await officer.fill(`${at}/people/add`, barred)
  const again = {
    ...father,
    name: 'MARLON PRICE',
    contact: 'yes',
    phone: '07700 900999',
    'lives-with-child': 'yes',
  }
  const warned = await officer.fill(`${at}/people/add`, again)
  expect(warned.text).toContain('Somebody of this name must not be contacted')
  expect(warned.text).toContain('Father: Non-molestation order')
  const held = 'select count(*)::int as n from child_person where child_id = $1'
  expect(await service.asOwner(held, [childId])).toEqual([{ n: 1 }])
  const mark = /name="_checked" value="([^"]*)"/.exec(warned.html)?.[1] ?? ''
  await officer.fill(`${at}/people/add`, { ...again, _checked: mark })
  expect(await service.asOwner(held, [childId])).toEqual([{ n: 2 }])
  const said = 'Same name as somebody who must not be contacted'
  const visit = await officer.get(`${at}/before-a-visit`)
  expect(visit.text).toMatch(new RegExp(`Who may be there MARLON PRICE , Father ${said}`))
  expect(visit.text).toContain('Make sure who MARLON PRICE is before you speak with them')
  for (const page of [visit, await officer.get(at)]) {
    expect(page.text).toContain(said)
    expect(page.text).not.toContain('07700 900999')
  }
  expect((await officer.get(`${at}/people`)).text).toContain(said)
})

test('whoever must not be contacted has a reason beside it', async () => {
  const childId = await aChild()
  const refused = await officer.fill(`/children/${childId}/people/add`, {
    name: 'Karim Amin',
    kind: 'family',
    relationship: 'Uncle',
    'parental-responsibility': 'no',
    contact: 'no',
  })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Say why this person must not be contacted')
})

describe('disability', () => {
  it('is read and asked only where somebody may read of health; what helps is for everybody', async () => {
    const childId = await aChild()
    await change(childId, {
      disability: 'yes',
      'disability-words': 'Hears little on the left',
      'what-helps': 'Sit on the right',
    })
    const support = await service.person('business-support')
    const page = await support.get(`/children/${childId}/details`)
    expect(page.text).toContain('Sit on the right')
    expect(page.text).not.toContain('Hears little')
    expect(page.text).not.toContain('Disability')
    expect((await officer.get(`/children/${childId}/details`)).text).toContain(
      'Yes: Hears little on the left',
    )
    const form = await support.get(`/children/${childId}/details/edit`)
    expect(form.html).not.toContain('Hears little')
    // Whoever cannot read it does not empty it by saving.
    const saved = await support.fill(`/children/${childId}/details/edit`, details({ disability: 'no' }))
    expect(saved.status).toBe(303)
    expect((await officer.get(`/children/${childId}/details`)).text).toContain('Hears little on the left')
  })
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
    await change(childId, { language: 'Northern', sex: '2' })
    await change(childId, { language: 'Southern', sex: '2' })
    const { text } = await officer.get(`/children/${childId}/history?show=changes`)
    expect(text).toContain('Details: changed by Olive Officer')
    expect(text).toContain('Language: was Northern , now Southern')
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
