import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild, addPerson, insertAlert } from './index.ts'

let service: TestService
let officer: TestPerson
let colleague: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  colleague = await service.person('officer', 'Otto Officer')
})
afterAll(() => service.close())

const aChild = (more = {}) =>
  service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin', ...more }),
  )

/** What search and matching go by. */
const current = async (childId: string) => {
  const [row] = await service.asOwner(
    'select address, postcode, has_no_fixed_address, school from child where child_id = $1',
    [childId],
  )
  return row
}

const add = (childId: string, kind: string, fields: Record<string, string | string[]>) =>
  officer.fill(`/children/${childId}/details/${kind}/add`, { 'is-now': 'yes', ...fields })

/** The ids of what lasts, as the form offers them to be ended. */
const offered = async (childId: string, kind: string) => {
  const { html } = await officer.get(`/children/${childId}/details/${kind}/add`)
  const boxes = [...html.matchAll(/<input[^>]*name="ends"[^>]*>/g)]
  return boxes.map(([tag]) => String(/value="([^"]+)"/.exec(tag)?.[1]))
}

describe('addresses', () => {
  it('begin with what arrived, of which nobody knows since when', async () => {
    const childId = await aChild({ address: '12 Harrier Court', postcode: 'mk62tt', school: 'North School' })
    const { text } = await officer.get(`/children/${childId}/details`)
    expect(text).toContain('Now, since when is not known 12 Harrier Court MK6 2TT')
    expect(text).toContain('Now, since when is not known North School')
  })

  it('ask from when, end the one before on that day, and keep search in step', async () => {
    const childId = await aChild({ address: '12 Harrier Court', postcode: 'MK6 2TT' })
    const before = await offered(childId, 'addresses')
    expect(before).toHaveLength(1)
    const unknown = await add(childId, 'addresses', { kind: 'home', address: '3 Kite Row', ends: before })
    expect(unknown.status).toBe(422)
    expect(unknown.text).toContain('Enter the day, so that it is known when the one before ended')
    await add(childId, 'addresses', {
      kind: 'placement',
      address: '3 Kite Row',
      postcode: 'mk93aa',
      'lives-there': 'Two foster carers and a cat',
      'confidential-from': 'the father',
      from: '4/5/2026',
      ends: before,
    })
    const { text } = await officer.get(`/children/${childId}/details`)
    expect(text).toMatch(
      /Since 4 May 2026 3 Kite Row MK9 3AA Confidential Must not become known to the father Kind: Placement Who lives there: Two foster carers and a cat/,
    )
    expect(text).toMatch(/Before Until 4 May 2026, since when is not known 12 Harrier Court/)
    expect(await current(childId)).toMatchObject({ address: '3 Kite Row', postcode: 'MK9 3AA' })
  })

  it('may be two: a home for part of the time is not the one that search goes by', async () => {
    const childId = await aChild({ address: '12 Harrier Court' })
    await add(childId, 'addresses', { kind: 'part-time', address: 'With Dad', from: '4/5/2026' })
    expect(await current(childId)).toMatchObject({ address: '12 Harrier Court' })
    const [home = ''] = await offered(childId, 'addresses')
    expect(await offered(childId, 'addresses')).toHaveLength(2)
    const { html } = await officer.get(`/children/${childId}/details`)
    expect(html).toContain(`/details/addresses/${home}`)
  })

  it('can say that there is none, and where the child may be found', async () => {
    const childId = await aChild()
    await add(childId, 'addresses', { kind: 'none', address: 'With an aunt', from: '1/11/2026' })
    expect((await officer.get(`/children/${childId}/details`)).text).toContain(
      'No fixed address; may be found at With an aunt',
    )
    expect(await current(childId)).toMatchObject({ has_no_fixed_address: true, address: 'With an aunt' })
  })

  it('of long ago are added without touching the one of now', async () => {
    const childId = await aChild({ address: '12 Harrier Court' })
    await add(childId, 'addresses', {
      kind: 'home',
      address: 'Old Lane',
      from: '1/2/2020',
      'is-now': 'no',
      until: '3/4/2024',
      ends: await offered(childId, 'addresses'),
    })
    const { text } = await officer.get(`/children/${childId}/details`)
    expect(text).toContain('1 February 2020 to 3 April 2024 Old Lane')
    expect(await current(childId)).toMatchObject({ address: '12 Harrier Court' })
  })

  it.each([
    [{ kind: 'home', address: 'Here', postcode: 'nowhere' }, 'Enter a full postcode'],
    [{ kind: 'home' }, 'Enter the address or its postcode'],
    [{ kind: 'home', address: 'Here', from: '22/11/2026' }, 'The first day cannot be in the future'],
    [
      { kind: 'home', address: 'Here', from: '2/2/2020', 'is-now': 'no', until: '1/2/2020' },
      'The last day must not be before the first',
    ],
    [{ address: 'Here' }, 'Choose what kind of address it is'],
  ])('refuse %j and keep what was typed', async (fields, message) => {
    const childId = await aChild()
    const refused = await add(childId, 'addresses', { 'lives-there': 'Kept words', ...fields })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(refused.html).toContain('Kept words')
  })

  it('do not end before they began', async () => {
    const childId = await aChild()
    await add(childId, 'addresses', { kind: 'home', address: 'First', from: '1/6/2026' })
    const refused = await add(childId, 'addresses', {
      kind: 'home',
      address: 'Second',
      from: '1/5/2026',
      ends: await offered(childId, 'addresses'),
    })
    expect(refused.text).toContain('“First” began on 1 June 2026')
    expect(await current(childId)).toMatchObject({ address: 'First' })
  })

  it('are corrected with their version, and removed with a reason; search follows', async () => {
    const childId = await aChild({ address: '12 Harrier Court' })
    const [id] = await offered(childId, 'addresses')
    const at = `/children/${childId}/details/addresses/${id}`
    const opened = await colleague.get(at)
    const fields = { kind: 'home', 'is-now': 'yes' }
    await officer.fill(at, { ...fields, address: '21 Harrier Court' })
    expect(await current(childId)).toMatchObject({ address: '21 Harrier Court' })
    const second = await colleague.post(at, {
      ...fields,
      address: '12a Harrier Court',
      _version: hiddenValue(opened.html, '_version') ?? '',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('21 Harrier Court')
    await officer.fill(`${at}/remove`, { reason: 'Another child' })
    expect(await current(childId)).toMatchObject({ address: '', postcode: '' })
    expect((await officer.get(at)).status).toBe(404)
    const history = await officer.get(`/children/${childId}/history?show=changes`)
    expect(history.text).toContain('Address: removed')
  })
})

describe('education', () => {
  it('may be nowhere, which is not a name', async () => {
    const childId = await aChild({ school: 'North School' })
    await add(childId, 'education', {
      kind: 'none',
      from: '1/9/2026',
      ends: await offered(childId, 'education'),
    })
    const { text } = await officer.get(`/children/${childId}/details`)
    expect(text).toContain('Since 1 September 2026 Nowhere: no school, college, training or work')
    expect(text).toContain('Until 1 September 2026, since when is not known North School')
    expect(await current(childId)).toMatchObject({ school: '' })
  })

  it('needs the name of a school', async () => {
    const refused = await add(await aChild(), 'education', { kind: 'alternative' })
    expect(refused.text).toContain('Enter the name of the school, college or employer')
  })
})

describe('care status', () => {
  it('is told now and ever, with the legal basis and the social worker', async () => {
    const childId = await aChild()
    await add(childId, 'care', {
      status: 'early-help',
      from: '1/3/2024',
      'is-now': 'no',
      until: '1/9/2025',
    })
    await add(childId, 'care', {
      status: 'looked-after',
      'legal-basis': 'interim-care-order',
      worker: 'Uma Social',
      'worker-contact': '01632 960111',
      from: '1/6/2026',
    })
    const { text } = await officer.get(`/children/${childId}/details`)
    expect(text).toMatch(
      /Since 1 June 2026 Looked after by a local authority \(unverified code\): Interim care order \(section 38\) \(unverified code\).*Uma Social, 01632 960111/,
    )
    expect(text).toContain('1 March 2024 to 1 September 2025 Early help')
  })

  it('asks for the legal basis of a child who is looked after, and of no other', async () => {
    const childId = await aChild()
    expect((await add(childId, 'care', { status: 'looked-after' })).text).toContain('Choose the legal basis')
    expect(
      (await add(childId, 'care', { status: 'child-in-need', 'legal-basis': 'care-order' })).status,
    ).toBe(303)
    expect((await officer.get(`/children/${childId}/details`)).text).not.toContain('Care order')
  })
})

it('is changed only by those whose work it is, and there is no other kind of fact', async () => {
  const childId = await aChild()
  const inspector = await service.person('inspector')
  for (const kind of ['addresses', 'education', 'care'])
    expect((await inspector.get(`/children/${childId}/details/${kind}/add`)).status).toBe(403)
  expect((await officer.get(`/children/${childId}/details/nonsense/add`)).status).toBe(404)
})

it('before a visit: alerts, where, who, who not, and how to talk stand on one page', async () => {
  const childId = await aChild({ address: '12 Harrier Court', howToTalk: 'Short sentences' })
  await service.as(officer, async tx => {
    const whose = { serviceId: service.serviceId, childId }
    await insertAlert(tx, {
      ...whose,
      kind: 'dog',
      text: 'Ring first',
      by: officer.userId,
      at: service.clock.now,
    })
    await addPerson(tx, {
      ...whose,
      name: 'Karim Amin',
      relationship: 'Uncle',
      phone: '01632 960003',
      mustNotBeContacted: true,
      barredReason: 'Court order',
    })
    await addPerson(tx, {
      ...whose,
      name: 'Leila Amin',
      kind: 'parent',
      relationship: 'Mother',
      livesWithChild: true,
      hasParentalResponsibility: true,
    })
  })
  const { text } = await officer.get(`/children/${childId}/before-a-visit`)
  expect(text).toMatch(
    /Dog at the address. Ring first Must not be contacted Karim Amin , Uncle Court order Where 12 Harrier Court.*Who may be there Leila Amin , Mother Parental responsibility.*Short sentences/,
  )
  expect(text).not.toContain('01632 960003')
  const victims = await service.person('victim-worker')
  expect((await victims.get(`/children/${childId}/before-a-visit`)).status).toBe(404)
})
