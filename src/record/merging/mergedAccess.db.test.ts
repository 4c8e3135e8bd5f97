import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import type { TestPerson } from '../../app/testkit/service.ts'
import { type Merging, makeMerging } from './merging.testkit.ts'

let m: Merging
let manager: TestPerson
let first: TestPerson
let second: TestPerson
let both: TestPerson
let kept: string
let gone: string
/** Words that stand in this test's records only. */
let secret: string
let why: string
let tests = 0

beforeAll(async () => {
  m = await makeMerging()
  manager = await m.service.person('manager', 'Mara Manager')
  first = await m.service.person('officer', 'Fay First')
  second = await m.service.person('officer', 'Sol Second')
  both = await m.service.person('officer', 'Bo Both')
})
afterAll(() => m.service.close())
beforeEach(async () => {
  kept = await m.aChild({ phone: 'KEPT' })
  gone = await m.aChild({ phone: 'KEPT' })
  tests += 1
  secret = `Only of the other ${tests}.`
  why = `The mother said so ${tests}.`
  await m.work(gone, secret)
})

const restrict = (childId: string, people: TestPerson[]) =>
  manager.fill(`/children/${childId}/safety/restrict`, {
    reason: `Because of ${people.length}`,
    people: [m.senior, ...people].map(({ userId }) => userId),
  })
const conflict = (childId: string, person: TestPerson) =>
  manager.fill(`/children/${childId}/safety/conflicts/add`, { person: person.userId, relation: 'Aunt' })
const sees = async (person: TestPerson, childId: string) =>
  (await person.get(`/children/${childId}/history`)).status === 200
const audited = (person: TestPerson, text: string) =>
  m.service.as(person, async tx => {
    const rows = await tx.selectFrom('audit_event').select(['after', 'before', 'reason']).execute()
    return rows.some(row => JSON.stringify(row).includes(text))
  })

describe('somebody who may not see the other record', () => {
  it('does not learn that it exists: by address, by reference, or among those that look alike', async () => {
    await restrict(gone, [])
    const stranger = await m.service.person('senior')
    const [row] = await m.service.asOwner('select reference from child where child_id = $1', [gone])
    expect((await stranger.get(`/children/${kept}/merge/${gone}`)).status).toBe(404)
    expect((await stranger.get(`/children/${kept}/not-same/${gone}`)).status).toBe(404)
    const asked = await stranger.fill(`/children/${kept}/same-child/find`, {
      reference: String(row?.reference),
    })
    const made = await stranger.fill(`/children/${kept}/same-child/find`, { reference: '0000-0000' })
    const words = 'No record that you may see has this reference'
    expect([asked.text.includes(words), made.text.includes(words)]).toEqual([true, true])
    expect((await stranger.get(`/children/${kept}/same-child`)).text).not.toContain(String(row?.reference))
  })
})

describe('the merged record', () => {
  it('is restricted if either was, to the same people, whichever is kept', async () => {
    for (const way of [() => m.merge(kept, gone), () => m.merge(gone, kept)]) {
      kept = await m.aChild()
      gone = await m.aChild()
      await restrict(gone, [first])
      expect((await way()).status).toBe(303)
      for (const childId of [kept, gone])
        expect((await second.get(`/children/${childId}/details`)).status).toBe(404)
      const now = (await first.get(`/children/${kept}/details`)).status === 200 ? kept : gone
      expect((await first.get(`/children/${now}/details`)).status).toBe(200)
    }
  })

  it('is open only to those who could open both', async () => {
    await restrict(kept, [first, both])
    await restrict(gone, [second, both])
    const preview = await m.senior.get(`/children/${kept}/merge/${gone}`)
    expect(preview.text).toContain('No longer named for it: Fay First, Sol Second')
    await m.merge(kept, gone)
    expect((await both.get(`/children/${kept}/details`)).status).toBe(200)
    for (const person of [first, second]) {
      expect((await person.get(`/children/${kept}/details`)).status).toBe(404)
      expect((await person.get(`/children/${gone}/details`)).status).toBe(404)
      expect(await audited(person, secret)).toBe(false)
    }
  })

  it('is not opened by glass that was broken in one of them', async () => {
    await restrict(kept, [])
    await restrict(gone, [])
    await first.fill(`/children/${kept}/break-glass`, { reason: 'In danger' })
    await m.merge(kept, gone)
    expect((await first.get(`/children/${kept}/details`)).status).toBe(404)
    const [opening] = await m.service.asOwner(
      'select child_id, until <= now() as is_over from child_access where broke_glass and reviewed_at is null and user_id = $1 order by granted_at desc',
      [first.userId],
    )
    expect(opening?.child_id).toBe(kept)
  })

  it('is not there to whoever has a conflict of interest with either, and their case waits', async () => {
    await m.service.asOwner(
      `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
       select service_id, child_id, involvement_id, $2, 'holder', now() from involvement where child_id = $1`,
      [gone, first.userId],
    )
    await m.service.asOwner('update involvement set holder_id = $2 where child_id = $1', [gone, first.userId])
    await conflict(kept, first)
    expect((await m.senior.get(`/children/${kept}/merge/${gone}`)).text).toContain(
      'They work with the child and will no longer see the record: Fay First',
    )
    await m.merge(kept, gone)
    expect((await first.get(`/children/${kept}/details`)).status).toBe(404)
    const [row] = await m.service.asOwner('select holder_id from involvement where child_id = $1', [kept])
    expect(row?.holder_id).toBeNull()
  })

  it('is refused where nobody could open it for good', async () => {
    await restrict(kept, [])
    await restrict(gone, [])
    const named = `select access_id from child_access where child_id = $1 and user_id = $2`
    await m.service.asOwner(`delete from child_access where access_id in (${named})`, [kept, manager.userId])
    await m.service.asOwner(
      `update child_access set until = now() + interval '1 hour' where access_id in (${named})`,
      [gone, m.senior.userId],
    )
    const refused = await m.merge(kept, gone)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('nobody could open the restricted record for good')
  })

  it('hides what arrives and comes near the record that went away', async () => {
    const born = Temporal.PlainDate.from('2010-09-08')
    gone = await m.aChild({ givenName: 'Wren', familyName: 'Holloway', birthDate: born })
    await restrict(kept, [])
    await m.merge(kept, gone)
    await m.service.asOwner(
      `insert into notification (service_id, form, route_in, reference, received_at, given_name, family_name, folded_name, folded_names, birth_date, details)
       values ($1, 'yot1', 'police-notification', 'W-1', now(), 'Wren', 'Holloway', 'wren holloway', '{wren holloway}', '2010-09-08', '{}')`,
      [m.service.serviceId],
    )
    expect((await second.get('/arrivals')).text).not.toContain('Wren Holloway')
    expect((await m.senior.get('/arrivals')).text).toContain('Wren Holloway')
  })

  it('is offered for breaking the glass by either reference', async () => {
    const references = await m.service.asOwner(
      'select reference from child where child_id = any ($1::uuid[])',
      [[kept, gone]],
    )
    await restrict(gone, [])
    await m.merge(kept, gone)
    for (const { reference } of references) {
      await second.post('/search', { q: String(reference) })
      const found = await second.get('/search')
      expect(found.text).toContain('This record is restricted')
      expect(found.html).toContain(`/children/${kept}/break-glass`)
    }
  })
})

describe('taken apart', () => {
  it('each record is open to those to whom it was open, where nothing was written since', async () => {
    await restrict(gone, [first])
    await m.merge(kept, gone)
    await m.unmerge(kept, gone)
    expect([await sees(second, kept), await sees(second, gone), await sees(first, gone)]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('what was recorded while they were one stays hidden from whoever may not see both', async () => {
    await restrict(gone, [first])
    await m.merge(kept, gone, m.senior, { reason: why })
    await m.unmerge(kept, gone, { reason: `Cousins ${tests}.` })
    expect(await sees(second, kept)).toBe(true)
    for (const words of [why, secret, `Cousins ${tests}.`])
      expect(await audited(second, words), words).toBe(false)
    expect(await audited(first, why)).toBe(true)
    const hub = await second.get(`/children/${kept}/same-child`)
    expect(hub.text).not.toContain('Merged records')
  })

  it('both stay restricted where something was written since, because it may be about either', async () => {
    await restrict(gone, [first])
    await m.merge(kept, gone)
    await m.service.as(m.senior, tx => m.note(tx, kept, 'About which of them?'))
    await m.unmerge(kept, gone)
    expect([await sees(second, kept), await sees(second, gone)]).toEqual([false, false])
    expect([await sees(first, kept), await sees(first, gone)]).toEqual([true, true])
  })
})

test('that two children are twins is known only to those who may see both', async () => {
  await manager.fill(`/children/${kept}/not-same/${gone}`, { relation: 'twin', note: 'Left-handed' })
  expect((await second.get(`/children/${gone}/same-child`)).text).toContain('Left-handed')
  expect((await m.merge(kept, gone)).location).toBe(`/children/${kept}/same-child`)
  await restrict(gone, [first])
  expect((await second.get(`/children/${kept}/same-child`)).text).not.toContain('Twin')
  expect(await audited(second, 'Left-handed')).toBe(false)
  expect((await second.get(`/children/${kept}/history`)).text).not.toContain('Left-handed')
  expect((await first.get(`/children/${kept}/same-child`)).text).toContain('Left-handed')
})

test('who may not merge sees both records side by side, and whom to ask', async () => {
  const support = await m.service.person('business-support')
  const page = await support.get(`/children/${kept}/not-same/${gone}`)
  expect(page.text).toContain('Ask a senior or a manager to merge')
  expect(page.text).toContain('Date of birth')
  expect(page.text).toContain('KEPT')
  expect((await m.senior.get(`/children/${kept}/not-same/${gone}`)).text).toContain(
    'Look at what merging the two records would do',
  )
})
