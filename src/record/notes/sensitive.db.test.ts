import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { reachOf, roles } from '../../platform/access/index.ts'
import { caseAfter, diversion, walkTo } from '../cases/cases.testkit.ts'

let service: TestService
let holder: TestPerson
let stranger: TestPerson
let senior: TestPerson
let childId: string
let note: string

beforeAll(async () => {
  service = await makeTestService()
  holder = await service.person('officer', 'Hal Holder')
  stranger = await service.person('officer', 'Sid Stranger')
  senior = await service.person('senior')
  const { serviceId } = service
  const way = walkTo(diversion(), 'allocate', holder.userId)
  const it = await service.as(senior, tx =>
    caseAfter(tx, { serviceId, userId: senior.userId }, diversion(), way),
  )
  childId = it.childId
  note = await write(holder, { text: 'His uncle was violent to the aubergine', sensitivity: 'sensitive' })
})
afterAll(() => service.close())

async function write(who: TestPerson, fields: Record<string, string | string[]>): Promise<string> {
  const saved = await who.fill(`/children/${childId}/notes/add`, {
    kind: 'conversation',
    day: '20/11/2026',
    sensitivity: 'ordinary',
    ...fields,
  })
  if (saved.status !== 303) throw new Error(saved.text)
  return saved.location ?? ''
}

const search = async (who: TestPerson, q: string) => {
  await who.fill('/notes/search', { q, child: '' })
  return who.get('/notes/search')
}

describe('a sensitive note', () => {
  it('is read by those with a part in the case, seniors, managers, and whoever wrote it', async () => {
    const manager = await service.person('manager')
    for (const who of [holder, senior, manager]) expect((await who.get(note)).text).toContain('aubergine')
    const own = await write(stranger, { text: 'What the stranger heard', sensitivity: 'sensitive' })
    expect((await stranger.get(own)).text).toContain('What the stranger heard')
  })

  it('is not there to anybody else, wherever notes are told of', async () => {
    const inspector = await service.person('inspector')
    for (const who of [stranger, inspector]) {
      expect((await who.get(note)).status).toBe(404)
      expect((await who.get(`${note}/versions`)).status).toBe(404)
      for (const page of ['notes', 'chronology', 'throughline', 'history', ''])
        expect((await who.get(`/children/${childId}/${page}`)).text, page).not.toContain('aubergine')
      const id = note.split('/').at(-1) ?? ''
      for (const page of ['notes', 'chronology', 'throughline', ''])
        expect((await who.get(`/children/${childId}/${page}`)).html, page).not.toContain(id)
      expect((await search(who, 'aubergine')).text).toContain('Nothing was found')
    }
    expect((await search(holder, 'aubergine')).text).toContain('His uncle was violent to the aubergine')
    expect((await holder.get(`/children/${childId}/history`)).text).toContain('aubergine')
  })

  it('comes to whoever covers today for somebody with a part', async () => {
    const cover = await service.person('officer')
    expect((await cover.get(note)).status).toBe(404)
    await service.asOwner(
      `insert into worker_leave (service_id, user_id, from_on, until_on, covered_by) values ($1, $2, '2026-11-21', '2026-11-21', $3)`,
      [service.serviceId, holder.userId, cover.userId],
    )
    expect((await cover.get(note)).status).toBe(200)
    expect((await search(cover, 'aubergine')).text).toContain('aubergine')
    service.clock.now = Temporal.Instant.from('2026-11-22T10:00:00Z')
    const later = await service.person('officer')
    await service.asOwner('update worker_leave set covered_by = $1', [later.userId])
    expect((await later.get(note)).status).toBe(404)
    service.clock.now = Temporal.Instant.from('2026-11-21T10:00:00Z')
  })

  it('keeps to those who may read it what was taken out before the rest became ordinary', async () => {
    const it = await write(holder, { text: 'His uncle drinks damson gin', sensitivity: 'sensitive' })
    const fields = { kind: 'conversation', day: '20/11/2026' }
    const save = (more: Record<string, string>) => holder.fill(`${it}/edit`, { ...fields, ...more })
    await save({ text: 'His uncle drinks', sensitivity: 'sensitive' })
    await save({ text: 'We talked of his uncle', sensitivity: 'ordinary' })
    const inspector = await service.person('inspector')
    const told = async (who: TestPerson) =>
      Promise.all(
        [`${it}/versions`, `${it}/versions?version=1`, `${it}/versions?version=2`, 'history', 'chronology']
          .map(page => (page.startsWith('/') ? page : `/children/${childId}/${page}`))
          .map(async page => (await who.get(page)).html),
      )
    for (const who of [stranger, inspector]) {
      expect((await who.get(it)).text).toContain('We talked of his uncle')
      expect((await told(who)).join()).not.toMatch(/damson|uncle drinks/)
      expect((await who.get(`${it}/versions`)).text).toContain('was sensitive until then')
    }
    expect((await told(holder)).join()).toContain('damson')
    expect((await told(senior)).join()).toContain('damson')
    await save({ text: 'We talked of his uncle again', sensitivity: 'ordinary' })
    const { text } = await stranger.get(`${it}/versions?version=1`)
    expect(text).toContain('Version 4: ')
    expect(text).toContain('We talked of his uncle again')
    expect((await told(stranger)).join()).not.toMatch(/damson|uncle drinks/)
    expect((await holder.get(`${it}/versions?version=1`)).text).toContain('damson')
  })

  it('is not made of somebody else’s note by whom it would be hidden from', async () => {
    const ordinary = await write(holder, { text: 'For everybody' })
    const fields = { kind: 'conversation', day: '20/11/2026', text: 'For few' }
    const refused = await stranger.fill(`${ordinary}/edit`, { ...fields, sensitivity: 'sensitive' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('would hide this note from you')
    expect((await holder.fill(`${ordinary}/edit`, { ...fields, sensitivity: 'sensitive' })).status).toBe(303)
    expect((await stranger.get(ordinary)).status).toBe(404)
  })

  it('is for the same roles in the database as in the table of permissions', async () => {
    for (const role of roles) {
      const person = await service.person(role)
      const [seen] = await service.as(person, async tx =>
        tx.selectNoFrom(eb => eb.fn<boolean>('sees_sensitive', [eb.val(childId)]).as('it')).execute(),
      )
      expect(seen?.it, role).toBe(reachOf('notes.sensitive', [role]) === 'all')
    }
  })
})

describe('what a kind of note asks', () => {
  it('stands with it, and only for that kind', async () => {
    const call = await write(senior, {
      kind: 'telephone',
      text: 'She rang back',
      'with-whom': 'His mother',
      number: '07700 900108',
      home: 'Not asked of a call',
      'third-party': 'yes',
    })
    const { text } = await senior.get(call)
    expect(text).toMatch(/Not to be given to the child With whom His mother Number 07700 900108/)
    expect(text).not.toContain('Not asked of a call')
    const visit = await write(senior, {
      kind: 'home-visit',
      text: 'Saw him',
      'who-was-there': 'Gran',
      home: 'Warm',
    })
    expect((await senior.get(visit)).text).toMatch(/Who was there Gran The home Warm/)
  })
})
