import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../children/index.ts'
import { type Merging, makeMerging } from './merging.testkit.ts'

let it_: Merging
beforeAll(async () => {
  it_ = await makeMerging()
})
afterAll(() => it_.service.close())

/** Two records of one child, each with the mother, merged. */
async function merged() {
  const { service, senior, aChild, merge } = it_
  const [kept, gone] = [await aChild(), await aChild()]
  const mother = (childId: string, more: { phone: string; email?: string }) =>
    service.as(senior, tx =>
      addPerson(tx, {
        serviceId: service.serviceId,
        childId,
        name: 'Mina Amin',
        kind: 'parent',
        relationship: 'Mother',
        ...more,
      }),
    )
  const first = await mother(kept, { phone: '07700 900111' })
  const second = await mother(gone, { phone: '07700 900222', email: 'mina@home.example' })
  expect((await senior.get(`/children/${kept}/merge/${gone}`)).text).toContain(
    'Mina Amin stands around the child in both records. Afterwards People offers',
  )
  expect((await merge(kept, gone)).status).toBe(303)
  const people = async (childId = kept) => (await senior.get(`/children/${childId}/people`)).text
  return { kept, gone, first, second, people, compare: `/children/${kept}/people/${first}/same/${second}` }
}

describe('a parent who stands twice after two records were merged', () => {
  it('is offered to be made one; what differs is chosen, and who chose is in the history', async () => {
    const { senior } = it_
    const { kept, first, second, people, compare } = await merged()
    expect(await people()).toContain('Mina Amin stands here twice. Compare the two')
    const preview = await senior.get(compare)
    for (const words of ['07700 900111', '07700 900222', 'mina@home.example'])
      expect(preview.text).toContain(words)
    expect((await senior.fill(compare, { email: 'other' })).status).toBe(422)
    expect((await senior.fill(compare, { phone: 'other', email: 'other' })).status).toBe(303)
    const after = await people()
    expect(after).not.toContain('stands here twice')
    expect(after).toContain('07700 900222 Email mina@home.example')
    expect(after).toMatch(/One of two entries Mina Amin, Mother, 07700 900222 ?\. Part them again/)
    expect((await senior.get(`/children/${kept}`)).text.match(/Mina Amin/g)).toHaveLength(1)
    expect((await senior.get(`/children/${kept}/history`)).text).toContain(
      'Two entries of the same person were made one',
    )
    const part = `/children/${kept}/people/${first}/part/${second}`
    expect((await senior.fill(part, { reason: '' })).status).toBe(422)
    expect((await senior.fill(part, { reason: 'She is the aunt' })).status).toBe(303)
    expect(await people()).toContain('stands here twice')
    expect((await senior.get(part)).status).toBe(404)
  })

  it('stands in each record again when the merge is taken back', async () => {
    const { senior, unmerge } = it_
    const { kept, gone, people, compare } = await merged()
    await senior.fill(compare, { phone: 'kept', email: 'kept' })
    expect((await unmerge(kept, gone)).status).toBe(303)
    expect(await people(kept)).toContain('07700 900111')
    expect(await people(gone)).toContain('07700 900222')
  })

  it('is not made one by who may not edit the child, nor with somebody of another name or child', async () => {
    const { service, senior, aChild } = it_
    const { kept, first, compare } = await merged()
    expect((await (await service.person('inspector')).get(compare)).status).toBe(403)
    const other = await aChild()
    const add = (childId: string, name: string) =>
      service.as(senior, tx =>
        addPerson(tx, { serviceId: service.serviceId, childId, name, relationship: 'Mother' }),
      )
    const at = (personId: string) => `/children/${kept}/people/${first}/same/${personId}`
    expect((await senior.get(at(await add(other, 'Mina Amin')))).status).toBe(404)
    expect((await senior.get(at(await add(kept, 'Nadia Amin')))).status).toBe(404)
    expect((await senior.get(at(first))).status).toBe(404)
  })
})
