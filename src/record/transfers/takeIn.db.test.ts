import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { addChild, addPerson } from '../children/index.ts'
import type { TransferPackage } from './package.ts'
import { aPackage, makeTakingIn, passphrase, seal, type TakingIn } from './takeIn.testkit.ts'
import { makeTransfers, sendPackage } from './transfers.testkit.ts'

let t: TakingIn
beforeAll(async () => {
  t = await makeTakingIn()
})
afterAll(() => t.service.close())

describe('a package that is taken in', () => {
  it('fills the record of a new child, with where it came from', async () => {
    const it = aPackage()
    const { childId, done, preview } = await t.take(it, 'new')
    expect(preview.text).toContain('A new record is made')
    expect(done.status).toBe(303)
    const [child] = await t.rows('child', childId)
    expect(child).toMatchObject({
      given_name: it.child.givenName,
      language: 'Polish',
      address: '4 Mill Lane',
    })
    expect(await t.rows('child_name', childId)).toMatchObject([{ name: 'Old Name', must_not_be_used: true }])
    expect(await t.rows('child_person', childId)).toMatchObject([
      { name: 'Noor Vale', note: 'From Milton Brook' },
    ])
    expect(await t.rows('child_alert', childId)).toMatchObject([
      { kind: 'dog', text: 'Large dog (from Milton Brook, raised there on 3 March 2026)' },
    ])
    expect(await t.rows('offence', childId)).toMatchObject([
      {
        description: 'Broke a window. Outcome there: A local outcome',
        outcome: '',
        from_service: 'Milton Brook',
      },
    ])
    // Nothing is forged: their history is no case, appointment or note of ours.
    for (const table of ['involvement', 'milestone', 'appointment', 'note'])
      expect(await t.rows(table, childId), table).toEqual([])
    const officer = await t.service.person('officer')
    const chronology = await officer.get(`/children/${childId}/chronology`)
    for (const words of ['Diversion: Screened', 'Home visit, kept', 'A secret worry. سر', 'In Milton Brook'])
      expect(chronology.text).toContain(words)
    expect((await officer.get(`/children/${childId}/offences`)).text).toContain('Told by Milton Brook')
    expect((await officer.get(`/children/${childId}/other-services`)).text).not.toContain('Old Name')
  })

  it('adds to a known child only what is not there, and puts in theirs only where it is chosen', async () => {
    const it = aPackage({}, { givenName: 'Kasia', familyName: 'Nowakowska' })
    const { serviceId } = t.service
    const childId = await t.service.as(t.senior, async tx => {
      const id = await addChild(tx, {
        serviceId,
        givenName: 'Kasia',
        familyName: 'Nowakowskaa',
        birthDate: Temporal.PlainDate.from(it.child.birthDate ?? ''),
        address: '9 High Street',
        phone: '01234',
      })
      await addPerson(tx, { serviceId, childId: id, name: 'NOOR VALE', relationship: 'Parent' })
      return id
    })
    const { preview, done } = await t.take(it, childId, t.senior, { take: ['address'] })
    expect(preview.text).toContain(`9 High Street 4 Mill Lane, ${it.details?.postcode}`)
    expect(done.status).toBe(303)
    const [child] = await t.rows('child', childId)
    expect(child).toMatchObject({
      family_name: 'Nowakowskaa',
      language: 'Polish',
      phone: '01234',
      address: '4 Mill Lane',
      postcode: it.details?.postcode,
    })
    const earlier = (await t.rows('child_address', childId)).filter(({ until_on }) => until_on !== null)
    expect(earlier).toMatchObject([{ address: '9 High Street' }])
    expect((await t.rows('child_name', childId)).map(({ name }) => name).sort()).toEqual([
      'Kasia Nowakowska',
      'Old Name',
    ])
    expect(await t.rows('child_person', childId)).toHaveLength(1)

    // A later package that holds the same once more adds only what is new in it.
    const before = (await t.rows('transferred_entry', childId)).length
    const later = { ...it, madeAt: '2026-11-21T09:00:00Z', reason: 'Once more' }
    const again = await t.take(
      {
        ...later,
        notes: [...(it.notes ?? []), { at: '2026-06-03T10:00:00Z', kind: 'Other', by: '', text: 'New' }],
      },
      childId,
      t.senior,
    )
    expect(again.done.status).toBe(303)
    expect(await t.rows('transferred_entry', childId)).toHaveLength(before + 1)
    expect(await t.rows('child_alert', childId)).toHaveLength(1)
    expect(await t.rows('offence', childId)).toHaveLength(1)
  })

  it('twice changes nothing, and says when it came before', async () => {
    const it = aPackage()
    const { childId } = await t.take(it, 'new')
    const before = await t.service.asOwner('select count(*) from child')
    const again = await t.bring(it)
    expect(again.location).toBe(`/children/${childId}/other-services`)
    expect((await t.support.get(again.location ?? '')).text).toContain('taken in on 21 November 2026')
    expect(await t.service.asOwner('select count(*) from child')).toEqual(before)
  })

  it('keeps nothing of what was in it where it waited, nor in the audit', async () => {
    const it = aPackage()
    const { childId } = await t.take(it, 'new')
    expect(await t.rows('arrived_transfer', childId)).toMatchObject([
      { content: null, folded_names: [], birth_date: null, phone: '' },
    ])
    const [audit] = await t.service.asOwner(
      `select string_agg(coalesce(before::text, '') || coalesce(after::text, ''), '') as all from audit_event
       where table_name = 'arrived_transfer'`,
    )
    expect(audit?.all).not.toContain('secret worry')
    expect(audit?.all).not.toContain(it.child.familyName.toLowerCase())
  })

  it('asks why it is not a child who is very like', async () => {
    const it = aPackage()
    await t.take(it, 'new')
    const { location = '' } = await t.bring({ ...it, reason: 'Another', madeAt: '2026-11-21T08:00:00Z' })
    const sent = await t.support.fill(location, { child: 'new' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Why is it not')
  })

  it('can be put aside, and is then deleted', async () => {
    const { location = '' } = await t.bring(aPackage())
    expect(
      (await t.support.fill(`${location}/not-ours`, { reason: 'Meant for another service' })).status,
    ).toBe(303)
    const [row] = await t.service.asOwner(
      'select content, settled_at is not null as settled from arrived_transfer where arrived_transfer_id = $1',
      [location.split('/').at(-1)],
    )
    expect(row).toEqual({ content: null, settled: true })
  })
})

it('takes in what another service handed over, through the pages of both', async () => {
  const theirs = await makeTransfers('Milton Brook Youth Justice Service')
  const { childId: sent } = await theirs.aChild()
  const { passphrase: said, at } = await theirs.make(sent)
  const file = (await theirs.senior.post(at, {})).response.rawPayload
  await theirs.service.close()
  const { location = '' } = await sendPackage(t.senior, file, said)
  const preview = await t.senior.fill(location, { child: 'new' })
  const mark = /name="_checked" value="([^"]*)"/.exec(preview.html)?.[1] ?? ''
  const done = await t.senior.fill(location, { child: 'new', _checked: mark })
  expect(done.status).toBe(303)
  const page = await t.senior.get((done.location ?? '').replace(/other-services.*/, 'other-services'))
  for (const words of ['Likes boats. أحب القوارب', 'Diversion after a community resolution', 'Sam Senior'])
    expect(page.text).toContain(words)
  const [child] = await t.rows('child_name', done.location?.split('/')[2] ?? '')
  expect(child).toMatchObject({ name: 'Steppy', kind: 'alias' })
})

describe('a package that is refused', () => {
  const words = 'The package does not open'
  test('says the same of a wrong passphrase and of damage, and keeps nothing', async () => {
    const file = await seal(aPackage())
    const count = () => t.service.asOwner('select count(*) from arrived_transfer')
    const before = await count()
    const wrong = await sendPackage(t.support, file, 'K7M2-9QXD-AAAA-BBBB-CCCD')
    const damaged = Buffer.from(file)
    damaged[200] = (damaged[200] ?? 0) ^ 1
    const cut = await sendPackage(t.support, file.subarray(0, -1), passphrase)
    for (const answer of [wrong, await sendPackage(t.support, damaged, passphrase), cut]) {
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(words)
    }
    expect(await count()).toEqual(before)
  })

  test('holds what no package of ours would', async () => {
    const hostile = { ...aPackage(), more: '<script>' } as unknown as TransferPackage
    expect((await t.bring(hostile)).text).toContain(words)
    expect((await t.bring({ ...aPackage(), version: 2 } as unknown as TransferPackage)).text).toContain(
      'another version',
    )
    expect((await sendPackage(t.support, Buffer.from('a,b,c'), passphrase)).text).toContain(
      'is not a package',
    )
  })
})
