import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { type Role, roles, rolesWith } from '../../platform/access/index.ts'
import { addChild } from '../../record/children/index.ts'

let service: TestService
let officer: TestPerson
let worker: TestPerson
let senior: TestPerson
let childId: string
let children = 0

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  worker = await service.person('victim-worker', 'Vic Worker')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

beforeEach(async () => {
  children += 1
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: `Tariq ${children}`, familyName: 'Amin' }),
  )
})

const name = () => `Parveen Shah ${children}`

const passOn = (more: Record<string, string> = {}, who = officer) =>
  who.fill(`/children/${childId}/pass-on-victim`, {
    'what-happened': 'He took her telephone',
    kind: 'person',
    name: name(),
    'known-as': 'the girl with the telephone',
    phone: '07700 900123',
    'safe-contact': 'Text first',
    agrees: 'not-asked',
    ...more,
  })

/** Where the record of the one passed on last is read. */
async function record(): Promise<string> {
  const { html } = await worker.get('/victims')
  const found = [...html.matchAll(/href="(\/victims\/[0-9a-f-]{36})"[^>]*><bdi>([^<]+)/g)].find(
    ([, , who]) => who === name(),
  )
  return String(found?.[1])
}

describe('the wall', () => {
  test('lets whoever works with the child pass on who was harmed, and not read it again', async () => {
    expect((await passOn()).location).toBe(`/children/${childId}/plan`)
    const at = await record()
    expect((await worker.get(at)).text).toContain('07700 900123')
    for (const who of [officer, senior]) {
      expect((await who.get('/victims')).status).toBe(403)
      expect((await who.get(at)).status).toBe(403)
      const { text } = await who.get(`/children/${childId}/history`)
      expect(text).not.toContain('Parveen')
      expect(text).not.toContain('took her telephone')
      expect((await who.get(`/children/${childId}/plan`)).text).not.toContain('Parveen')
    }
  })

  test.each(roles.map(role => [role]))(
    'stands in the database for a %s as it does in the program',
    async role => {
      await passOn()
      const person = await service.person(role as Role)
      const seen = await service.as(person, tx => tx.selectFrom('victim').select('victim_id').execute())
      const events = await service.as(person, tx =>
        tx
          .selectFrom('audit_event')
          .select('id')
          .where('table_name', 'in', ['victim', 'victim_of'])
          .execute(),
      )
      const behind = rolesWith('victims.see').includes(role as Role)
      expect(seen.length > 0).toBe(behind)
      expect(events.length > 0).toBe(behind)
    },
  )

  test('holds after two records of the child are merged: the worker finds the one that is left', async () => {
    await passOn()
    const at = await record()
    const gone = childId
    const kept = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName: `Tariq ${children}`, familyName: 'Amin' }),
    )
    const preview = await senior.get(`/children/${kept}/merge/${gone}`)
    expect(preview.status).toBe(200)
    expect(preview.text).not.toContain('Parveen')
    const merged = await senior.fill(`/children/${kept}/merge/${gone}`, { reason: 'The same boy' })
    expect(merged.location).toBe(`/children/${kept}`)
    expect((await worker.get(at)).html).toContain(`/wishes/${kept}`)
  })
})

describe('what the child’s side is told', () => {
  test('is only what the victim worker says, in the words that hide who they are', async () => {
    await passOn()
    const at = await record()
    expect((await officer.get(`/children/${childId}/plan`)).text).not.toContain('A letter')
    const told = await worker.fill(`${at}/wishes/${childId}`, {
      known: 'yes',
      wishes: ['letter', 'informed'],
      'wishes-words': 'She wants her pictures back',
      safety: 'He keeps away from the bus stop',
    })
    expect(told.location).toBe(at)
    await officer.fill(`/children/${childId}/plan/begin`, { case: 'none' })
    const { text } = await officer.get(`/children/${childId}/plan`)
    expect(text).toContain('What the girl with the telephone wishes')
    expect(text).toMatch(/A letter from the child.*To be told how the case goes.*She wants her pictures back/)
    expect(text).toContain('He keeps away from the bus stop')
    expect(text).not.toContain('Parveen')
  })

  test.each([
    [{ known: '' }, 'Say whether you know what they wish'],
    [{ known: 'yes' }, 'Choose what they wish, or write it in words'],
    [{ known: 'no' }, 'Say why it is not known'],
  ])('is refused with %j', async (fields, message) => {
    await passOn()
    const refused = await worker.fill(`${await record()}/wishes/${childId}`, fields)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
  })
})

describe('somebody passed on by mistake', () => {
  const close = async (reason: string) =>
    worker.fill(`${await record()}/close`, { reason, words: '', on: '21/11/2026' })
  const plan = async () => (await officer.get(`/children/${childId}/plan`)).text

  test('leaves the plan, and comes back unheard where the record is opened again', async () => {
    await passOn()
    await worker.fill(`${await record()}/wishes/${childId}`, {
      ...{ known: 'yes', wishes: ['letter'], 'wishes-words': '', safety: 'He keeps away' },
    })
    await officer.fill(`/children/${childId}/plan/begin`, { case: 'none' })
    expect(await plan()).toContain('What the girl with the telephone wishes')
    expect((await close('mistake')).status).toBe(303)
    expect(await plan()).not.toContain('the girl with the telephone')
    expect(await plan()).not.toContain('He keeps away')
    await worker.fill(`${await record()}/open`, {})
    expect(await plan()).toContain('Nothing is recorded of what the girl with the telephone wishes')
    expect(await plan()).not.toContain('He keeps away')
  })

  test('is the only reason for which the plan forgets them', async () => {
    await passOn()
    await worker.fill(`${await record()}/wishes/${childId}`, {
      ...{ known: 'yes', wishes: ['letter'], 'wishes-words': '', safety: '' },
    })
    await officer.fill(`/children/${childId}/plan/begin`, { case: 'none' })
    await close('finished')
    expect(await plan()).toContain('What the girl with the telephone wishes')
    await worker.fill(`${await record()}/open`, {})
    expect(await plan()).toContain('A letter from the child')
  })
})

describe('the name in the plan', () => {
  const plan = async () => (await officer.get(`/children/${childId}/plan`)).text
  const begin = () => officer.fill(`/children/${childId}/plan/begin`, { case: 'none' })
  const change = async (knownAs: string) =>
    worker.fill(`${await record()}/edit`, { kind: 'person', name: name(), 'known-as': knownAs })

  test('says nothing in the words of whoever passes them on until the victim worker has confirmed it', async () => {
    await passOn({ 'known-as': 'the one from number 9' })
    await begin()
    expect(await plan()).toContain('What somebody who was harmed wishes')
    expect(await plan()).not.toContain('number 9')
    expect((await worker.get(await record())).text).toContain(
      'In the plan “somebody who was harmed”, until you confirm “the one from number 9”',
    )
    await change('the girl at the bus stop')
    expect(await plan()).toContain('What the girl at the bus stop wishes')
    expect((await worker.get(await record())).text).toContain('In the plan “the girl at the bus stop”')
  })

  test('holds no word of the name, whoever writes it, in whatever letters', async () => {
    const refused = await passOn({ name: 'Yusuf Zaytouni يوسف', 'known-as': 'ZAYTOÚNI’s boy' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(
      '“ZAYTOÚNI” is a part of their name, and the child and the family read this',
    )
    await passOn()
    const changed = await change(`${name().split(' ')[0]} from the bus`)
    expect(changed.status).toBe(422)
    const shop = { kind: 'organisation', name: 'Corner shop', 'known-as': 'the shop', another: 'yes' }
    expect((await passOn(shop)).status).toBe(303)
  })

  test('tells two of them apart', async () => {
    await passOn()
    await passOn({ another: 'yes' })
    await begin()
    expect(await plan()).toMatch(
      /What somebody who was harmed wishes.*What somebody who was harmed \(2\) wishes/,
    )
  })

  test('changes in the plan of each child, with what was told', async () => {
    await passOn()
    const at = await record()
    const other = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName: `Noor ${children}`, familyName: 'Amin' }),
    )
    await service.asOwner('insert into victim_of (service_id, victim_id, child_id) values ($1, $2, $3)', [
      service.serviceId,
      at.split('/').at(-1),
      other,
    ])
    for (const each of [childId, other])
      await worker.fill(`${at}/wishes/${each}`, {
        ...{ known: 'yes', wishes: ['letter'], 'wishes-words': '', safety: '' },
      })
    await change('the neighbour')
    for (const each of [childId, other]) {
      await officer.fill(`/children/${each}/plan/begin`, { case: 'none' })
      const { text } = await officer.get(`/children/${each}/plan`)
      expect(text).toMatch(/What the neighbour wishes.*A letter from the child/)
      expect(text).not.toContain('the girl with the telephone')
    }
  })

  test('is as it was passed on where a victim worker did so', async () => {
    const both = await service.person(['officer', 'victim-worker'])
    await passOn({}, both)
    await begin()
    expect(await plan()).toContain('What the girl with the telephone wishes')
  })
})

describe('the work with somebody who was harmed', () => {
  test('goes from passed on to tried, to in contact, to closed, and open again', async () => {
    await passOn()
    const at = await record()
    expect((await worker.get(at)).text).toContain(
      'To contact. Passed on Saturday 21 November 2026, 10am by Olive Officer',
    )
    const contact = (fields: Record<string, string>) =>
      worker.fill(`${at}/contacts/add`, {
        ...{ reached: 'no', way: 'phone', day: '21/11/2026', time: '9:30', words: '' },
        ...fields,
      })
    await contact({})
    expect((await worker.get(at)).text).toContain('Tried, not reached')
    expect((await contact({ reached: 'yes' })).text).toContain('Say what was said')
    expect((await contact({ time: '10:30' })).text).toContain('The time must not be after now')
    await contact({ reached: 'yes', words: 'She wants to know that he is sorry' })
    expect((await worker.get(at)).text).toContain('In contact')
    await worker.fill(`${at}/close`, { reason: 'finished', words: 'She had her letter', on: '21/11/2026' })
    expect((await worker.get(at)).text).toContain('Closed 21 November 2026: What they wished for was done')
    expect((await worker.get(`${at}/contacts/add`)).location).toBe(at)
    await worker.fill(`${at}/open`, {})
    expect((await worker.get(at)).text).toContain('In contact')
  })

  test('says that whoever agreed and says no has withdrawn', async () => {
    await passOn({ agrees: 'yes' })
    const at = await record()
    expect((await worker.get(at)).text).toContain('As it was passed on')
    await worker.fill(`${at}/consent`, { agrees: 'no', on: '21/11/2026', words: 'By telephone' })
    expect((await worker.get(at)).text).toMatch(/Does not want contact.*Withdrawn/)
    expect((await worker.get(`${at}/contacts/add`)).text).toContain(
      'They have said that they do not want contact',
    )
  })

  test('is written to the audit whenever the list is opened: once, with everybody whom it names', async () => {
    await passOn()
    const victimId = (await record()).split('/').at(-1)
    const events = () =>
      service.asOwner(
        `select after from audit_event where action = 'event' and purpose = 'Looked at the list of those who were harmed'
           and person_id = $1 order by id`,
        [worker.userId],
      )
    const before = (await events()).length
    expect(before).toBeGreaterThan(0)
    await worker.get('/victims')
    const after = await events()
    expect(after).toHaveLength(before + 1)
    expect(JSON.stringify(after.at(-1))).toContain(victimId)
  })

  test('is written to the audit whenever a record is opened', async () => {
    await passOn()
    const at = await record()
    await worker.get(at)
    const events = await service.asOwner(
      `select purpose from audit_event where action = 'event' and after ->> 'victim' = $1`,
      [at.split('/').at(-1)],
    )
    expect(events.map(({ purpose }) => purpose)).toContain('Looked at the record of somebody who was harmed')
  })
})
