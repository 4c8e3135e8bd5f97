import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrivals, head, makeArrivals, reference, today } from './arrivals.testkit.ts'
import { takeInFile } from './takeInFile.ts'
import { workThroughFile } from './workThroughFile.ts'

let service: Arrivals['service']
let officer: Arrivals['officer']
let send: Arrivals['send']
let arrived: Arrivals['arrived']

beforeAll(async () => {
  ;({ service, officer, send, arrived } = await makeArrivals())
})
afterAll(() => service.close())

describe('a notification about a child whom somebody must not see', () => {
  let nadia: string
  const first = reference()
  beforeAll(async () => {
    await send(`${head}\n${first},1/11/2026,Nadia,Holloway,4/5/2011,Shouted at a bus driver,8\n`)
    await officer.fill(`/arrivals/${(await arrived(first))?.notification_id}`, { child: 'new' })
    nadia = String((await arrived(first))?.child_id)
  })

  /** An aunt of Nadia works here, and has said so. */
  async function anAunt() {
    const aunt = await service.person('business-support', 'Aunt Holloway')
    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Her aunt')`,
      [service.serviceId, nadia, aunt.userId],
    )
    return aunt
  }

  test('does not appear in her lists, and cannot be opened by its address', async () => {
    const aunt = await anAunt()
    const second = reference()
    const { importId } = await send(`${head}\n${second},16/11/2026,Nadia,Holloway,4/5/2011,Ran off,8\n`)
    expect((await officer.get('/arrivals')).text).toContain('Nadia Holloway')
    expect((await aunt.get('/arrivals')).text).not.toContain('Nadia')
    expect((await aunt.get(`/arrivals/${(await arrived(second))?.notification_id}`)).status).toBe(404)
    expect((await aunt.get(`/arrivals/imports/${importId}`)).text).not.toContain('Nadia')
  })

  test('is not found by her by its name, closed or opened again', async () => {
    const aunt = await anAunt()
    const second = reference()
    await send(`${head}\n${second},16/11/2026,Nadia,Holloway,4/5/2011,Ran off,8\n`)
    const at = `/arrivals/${(await arrived(second))?.notification_id}`
    await officer.fill(`${at}/close`, { why: 'Withdrawn' })
    for (const [person, sees] of [
      [officer, true],
      [aunt, false],
    ] as const) {
      for (const where of ['/arrivals/find', '/search']) {
        await person.post(where, { q: 'Nadia Holloway' })
        expect((await person.get(where)).html.includes(at), where).toBe(sees)
      }
    }
    await officer.fill(`${at}/reopen`, { reason: 'It was no mistake' })
    const reopenings = (who: typeof officer) =>
      service.as(who, tx => tx.selectFrom('arrival_reopening').select('reason').execute())
    expect(await reopenings(officer)).toEqual([{ reason: 'It was no mistake' }])
    expect(await reopenings(aunt)).toEqual([])
  })

  test('tells her nothing when she sends one herself, and she cannot open a second record', async () => {
    const aunt = await anAunt()
    const probe = reference()
    const answer = await aunt.fill('/arrivals/new/police-notification', {
      'police-reference': probe,
      received: '16/11/2026',
      'family-name': 'Holloway',
      'first-name': 'Nadia',
      offence: 'Made up',
      outcome: '8',
    })
    expect(answer.location).toBe('/arrivals')
    expect((await aunt.get('/arrivals')).text).not.toContain('Nadia')
    const id = String((await arrived(probe))?.notification_id)
    expect((await aunt.get(`/arrivals/${id}`)).status).toBe(404)
    expect((await aunt.post(`/arrivals/${id}`, { child: 'new', _version: '1' })).status).toBe(404)
  })

  test.each([
    ['another spelling, without a date of birth', 'Nadya,Holoway,'],
    ['day and month exchanged', 'Nadia,Holloway,5/4/2011'],
    ['another name, the same date of birth', 'Zed,Quux,4/5/2011'],
    ['the names exchanged', 'Holloway,Nadia,'],
    ['a wrong figure in the date', 'Nadia,Hollow,4/5/2012'],
  ])('is hers to see in no writing in which others are asked about that child: %s', async (_, written) => {
    const aunt = await anAunt()
    const probe = reference()
    await send(`${head}\n${probe},16/11/2026,${written},Ran off,8\n`)
    const address = `/arrivals/${(await arrived(probe))?.notification_id}`
    expect((await officer.get(address)).text).toContain('Nadia Holloway, born 4 May 2011')
    expect((await aunt.get(address)).status).toBe(404)
  })

  test('is hidden from nearly everybody where the record is restricted, but only if it comes near that child', async () => {
    const manager = await service.person('manager', 'Mo Manager')
    const named = await service.person('officer', 'Nell Named')
    await service.asOwner(
      `with named as (insert into child_access (service_id, child_id, user_id) values ($1, $2, $3))
       insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
      [service.serviceId, nadia, named.userId],
    )
    const written = {
      'another name, the same date of birth': ['Zed,Quux,4/5/2011', true],
      'a family name that is like it': ['Nora,Holloway,9/9/2012', true],
      'the same name, a date of birth far from it': ['Nadia,Holloway,9/9/2013', true],
      'the same name without a date of birth': ['Nadia,Holloway,', false],
      'another spelling, the same date of birth': ['Nadya,Holow,4/5/2011', false],
      'another spelling, day and month exchanged': ['Nadya,Holow,5/4/2011', false],
    } as const
    for (const [why, [name, isSeen]] of Object.entries(written)) {
      const probe = reference()
      await send(`${head}\n${probe},16/11/2026,${name},Ran off,8\n`)
      const address = `/arrivals/${(await arrived(probe))?.notification_id}`
      expect((await officer.get(address)).status, why).toBe(isSeen ? 200 : 404)
      expect((await named.get(address)).status, why).toBe(200)
    }
    // Whoever is named knows that nobody else sees them, and a manager knows that they wait, without a name.
    expect((await named.get('/arrivals')).text).toContain('Only Nell Named')
    expect((await manager.get('/')).text).toMatch(/\d arrivals may be about restricted records/)
    const waiting = await manager.get('/restricted-records')
    expect(waiting.text).toContain('Something has arrived for them')
    expect(waiting.text).toContain('Nell Named')
    expect(waiting.text).not.toContain('Holloway')
    await service.asOwner('update child_access set until = now() where child_id = $1', [nadia])
    expect((await manager.get('/restricted-records')).text).toContain('Nobody can: name somebody')
    await service.asOwner('delete from child_restriction where child_id = $1', [nadia])
  })

  test('does not stop a file that she sends herself, and is not in her sight afterwards', async () => {
    const aunt = await anAunt()
    const [hers, other] = [reference(), reference()]
    const { serviceId } = service
    const now = service.clock.now
    const text = `${head}\n${hers},16/11/2026,Nadia,Holloway,4/5/2011,Ran off,8\n${other},16/11/2026,Ben,Ordinary,1/2/2012,Theft,8\n`
    const taken = await service.as(aunt, tx =>
      takeInFile(tx, {
        serviceId,
        routeIn: 'police-notification',
        name: 'hers.csv',
        bytes: Buffer.from(text),
        by: aunt.userId,
        now,
        today,
      }),
    )
    if (!taken.ok || taken.value.kind !== 'new') throw new Error('not taken in')
    const { importId } = taken.value
    const progress = await workThroughFile(service.db, { serviceId, importId, now: () => now })
    expect(progress).toMatchObject({ waiting: 0 })
    expect(await arrived(hers)).toBeDefined()
    expect(await arrived(other)).toBeDefined()
    const hersToSee = await aunt.get(`/arrivals/imports/${importId}`)
    expect(hersToSee.text).not.toContain('Nadia')
    for (const { text: said } of [hersToSee, await officer.get(`/arrivals/imports/${importId}`)])
      expect(said).toContain('All 2 rows read: 2 new')
  })

  test('in a row that cannot be read is not in her sight either, and others mend it', async () => {
    const aunt = await anAunt()
    const bad = reference()
    const { importId } = await send(`${head}\n${bad},16/11/2026,Nadia,Holloway,31/2/2011,Ran off,8\n`)
    const at = `/arrivals/imports/${importId}`
    expect((await officer.get(at)).text).toContain('Nadia Holloway')
    const hers = await aunt.get(at)
    expect(hers.text).not.toContain('Nadia')
    expect(hers.text).toContain('1 row read: 0 new, 0 known already, 1 to mend')
    for (const page of ['', '/drop']) expect((await aunt.get(`${at}/rows/2${page}`)).status).toBe(404)
    const mended = await officer.fill(`${at}/rows/2`, {
      'police-reference': bad,
      received: '16/11/2026',
      'first-name': 'Nadia',
      'family-name': 'Holloway',
      offence: 'Ran off',
      outcome: '8',
    })
    expect(mended.status).toBe(303)
  })

  test('cannot be read in the rows of its file or in the audit, even by asking the database', async () => {
    const aunt = await anAunt()
    const found = await service.as(aunt, async tx => {
      const rows =
        await sql`select cells from import_row where cells ->> 'police_reference' = ${first}`.execute(tx)
      const events = await sql`select id from audit_event where after::text like ${`%"${first}"%`}`.execute(
        tx,
      )
      return rows.rows.length + events.rows.length
    })
    expect(found).toBe(0)
  })
})
