import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addChild } from '../children/index.ts'
import { aPackage, makeTakingIn, type TakingIn } from './takeIn.testkit.ts'

let t: TakingIn
beforeAll(async () => {
  t = await makeTakingIn()
})
afterAll(() => t.service.close())

describe('an address that somebody must not learn of', () => {
  it('is kept from them here too, on a new record and where we knew the address already', async () => {
    const it = aPackage()
    if (!it.details) throw new Error('no details')
    const hidden = { ...it, details: { ...it.details, confidentialFrom: 'The father' } }
    const { childId } = await t.take(hidden, 'new', t.senior)
    expect(await t.rows('child_address', childId)).toMatchObject([{ confidential_from: 'The father' }])
    const known = aPackage()
    const { childId: other } = await t.take(known, 'new', t.senior)
    expect(await t.rows('child_address', other)).toMatchObject([{ confidential_from: '' }])
    if (!known.details) throw new Error('no details')
    const later = {
      ...known,
      madeAt: '2026-11-21T09:00:00Z',
      details: { ...known.details, confidentialFrom: 'The uncle' },
    }
    await t.take(later, other, t.senior)
    expect(await t.rows('child_address', other)).toMatchObject([{ confidential_from: 'The uncle' }])
  })

  it('is kept from them where ours is typed otherwise, beside whomever it is kept from here', async () => {
    const it = aPackage()
    const { childId } = await t.take(it, 'new', t.senior)
    await t.service.asOwner(
      `update child_address set address = '4, MILL LANE.', confidential_from = 'The aunt', version = version + 1
       where child_id = $1`,
      [childId],
    )
    if (!it.details) throw new Error('no details')
    const details = { ...it.details, confidentialFrom: 'The father' }
    const { preview } = await t.take({ ...it, madeAt: '2026-11-21T09:10:00Z', details }, childId, t.senior)
    expect(preview.text).not.toContain('our record does not say so')
    expect(await t.rows('child_address', childId)).toMatchObject([
      { confidential_from: 'The aunt; The father' },
    ])
  })

  it('is warned of where ours is another address, so that nothing here would say so', async () => {
    const it = aPackage()
    const { givenName, familyName } = it.child
    const { serviceId } = t.service
    const childId = await t.service.as(t.senior, tx =>
      addChild(tx, { serviceId, givenName, familyName, address: '9 High Street' }),
    )
    if (!it.details) throw new Error('no details')
    const details = { ...it.details, confidentialFrom: 'The father' }
    const { preview } = await t.take({ ...it, madeAt: '2026-11-21T09:20:00Z', details }, childId, t.senior)
    expect(preview.text).toContain('must not become known to The father')
    expect(preview.text).toContain('our record does not say so unless you take theirs')
    expect(await t.rows('child_address', childId)).toMatchObject([
      { address: '9 High Street', confidential_from: '' },
    ])
    const nowhere = { ...details, address: '', postcode: '' }
    const { location = '' } = await t.bring({ ...aPackage(), details: nowhere }, t.senior)
    const unsaid = await t.senior.fill(location, { child: 'new' })
    expect(unsaid.text).toContain('our record does not say so')
  })

  it('what was before is read as theirs, once', async () => {
    const fact = {
      kind: 'care' as const,
      title: 'Child protection plan',
      ...{ from: null, until: '2026-01-31' },
      said: [{ question: 'Local authority', answer: 'Brook' }],
    }
    const it = { ...aPackage(), facts: [fact] }
    const { childId } = await t.take(it, 'new', t.senior)
    await t.take({ ...it, madeAt: '2026-11-21T09:00:00Z' }, childId, t.senior)
    const facts = (await t.rows('transferred_entry', childId)).filter(({ kind }) => kind === 'fact')
    expect(facts).toHaveLength(1)
    expect(await t.rows('child_care', childId)).toEqual([])
    const page = await t.senior.get(`/children/${childId}/other-services`)
    expect(page.text).toContain('History: Child protection plan')
  })
})
