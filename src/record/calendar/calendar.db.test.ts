import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { insertAppointment } from '../appointments/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'
import { insertGroup, insertMember, insertSession } from '../groups/index.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let childId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Otto Officer')
  senior = await service.person('senior', 'Sam Senior')
  const { serviceId, clock } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  await service.as(officer, async tx => {
    childId = await addChild(tx, { serviceId, givenName: 'Wanda', familyName: 'Weekes' })
    const opened = await openCase(tx, {
      ...{ serviceId, childId, pathway, at: clock.now, by: officer.userId },
      ...{ routeIn: 'police-notification', step: 'receive', answers: {} },
    })
    if (!opened.ok) throw new Error(opened.reason.kind)
    // Wednesday 25 November, half past four; and the Wednesday after.
    for (const [at, place] of [
      ['2026-11-25T16:30:00Z', '12 Secret Street'],
      ['2026-12-02T10:00:00Z', 'Brook House'],
    ] as const)
      await insertAppointment(tx, {
        ...{ serviceId, childId, involvementId: opened.value, withUser: officer.userId },
        ...{ kind: 'home-visit', startsAt: Temporal.Instant.from(at), minutes: 45, place },
      })
  })
})
afterAll(() => service.close())

describe('a week', () => {
  it('shows the appointments of its days, and is turned to the next', async () => {
    const this_ = await officer.get('/week')
    expect(this_.text).toContain('16 November 2026 to 22 November 2026')
    expect(this_.text).not.toContain('Wanda')
    expect(this_.html).toMatch(/href="#day-2026-11-21"[^>]*>\s*Today/)
    const next = await officer.get('/week?day=2026-11-25')
    expect(next.html).not.toContain('href="#day-')
    expect(next.text).toMatch(
      /Wednesday 25 November .*4:30pm to 5:15pm Home visit: Wanda Weekes 12 Secret Street/,
    )
    expect(await service.viewsOf(childId, officer)).toEqual(['In the week of a worker'])
  })

  it('of a worker is seen by whoever leads the team, and by no other worker', async () => {
    const address = `/week?day=2026-11-25&worker=${officer.userId}`
    expect((await senior.get(address)).text).toContain('Week of Otto Officer')
    expect((await (await service.person('officer')).get(address)).status).toBe(403)
    expect((await senior.get('/week?worker=nobody')).status).toBe(404)
    const other = await makeTestService('Another Service')
    const stranger = await other.person('senior')
    expect((await stranger.get(address)).status).toBe(404)
    await other.close()
  })
})

describe('an address for a calendar outside', () => {
  /** Makes an address as a person does. @returns the path of the feed */
  async function makeAddress(initials: 'yes' | 'no'): Promise<string> {
    const made = await officer.fill('/week/calendars/add', { name: 'Work phone', initials })
    expect(made.status).toBe(200)
    return /\/calendar\/[\w-]+\.ics/.exec(made.text)?.[0] ?? ''
  }
  const read = (address: string) => service.server.inject({ url: address })

  it('gives what and when, and neither a name nor a place', async () => {
    const address = await makeAddress('no')
    const answer = await read(address)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(answer.body).toContain('BEGIN:VCALENDAR')
    expect(answer.body).toContain('DTSTART:20261125T163000Z')
    expect(answer.body).toContain('DTEND:20261125T171500Z')
    expect(answer.body).toContain('SUMMARY:Home visit')
    expect(answer.body).not.toMatch(/Wanda|Weekes|W\. W\.|Secret/)
    // The token itself is kept nowhere.
    const token = address.split('/').at(-1)?.replace('.ics', '') ?? ''
    const [row] = await service.asOwner(`select c::text as row from calendar_feed c`)
    expect(String(row?.row)).not.toContain(token)
  })

  it('is one however often its form is sent again, and only the address that was shown last works', async () => {
    const add = '/week/calendars/add'
    const { html } = await officer.get(add)
    const typed = { name: 'Train', initials: 'no', _once: hiddenValue(html, '_once') ?? '' }
    const made = async (fields = typed) => {
      const { text } = await officer.post(add, { ...fields, _csrf: hiddenValue(html, '_csrf') ?? '' })
      return /\/calendar\/[\w-]+\.ics/.exec(text)?.[0] ?? ''
    }
    const live = () =>
      service.asOwner(`select from calendar_feed where name like 'Train%' and ended_at is null`)
    const first = await made()
    const second = await made()
    expect(await live()).toHaveLength(1)
    expect((await read(first)).statusCode).toBe(404)
    expect((await read(second)).statusCode).toBe(200)
    const both = await Promise.all([made(), made()])
    expect(await live()).toHaveLength(1)
    const answers = await Promise.all(both.map(async address => (await read(address)).statusCode))
    expect(answers.toSorted()).toEqual([200, 404])
    // Something else was typed on the same page: another is meant.
    const other = await made({ ...typed, name: 'Train home' })
    expect(await live()).toHaveLength(2)
    expect((await read(other)).statusCode).toBe(200)
  })

  it('says the initials where the person chose so, and writes down once a day who was named', async () => {
    const address = await makeAddress('yes')
    const before = (await service.viewsOf(childId)).length
    for (let hour = 0; hour < 3; hour++)
      expect((await read(address)).body).toContain('SUMMARY:Home visit: W. W.')
    expect((await service.viewsOf(childId)).slice(before)).toEqual(['In a calendar outside, by initials'])
    service.clock.now = service.clock.now.add({ hours: 24 })
    await read(address)
    service.clock.now = service.clock.now.subtract({ hours: 24 })
    expect(await service.viewsOf(childId)).toHaveLength(before + 2)
  })

  it('holds what its reader covers today, and a session of a group as one event', async () => {
    const { serviceId, clock } = service
    const lead = await service.person('officer', 'Lena Lead')
    const cover = await service.person('officer', 'Col Cover')
    await service.asOwner(
      `insert into worker_leave (service_id, user_id, from_on, until_on, covered_by)
       values ($1, $2, '2026-11-20', '2026-11-27', $3)`,
      [serviceId, lead.userId, cover.userId],
    )
    const [row] = await service.asOwner('select involvement_id from involvement limit 1')
    await service.as(lead, async tx => {
      const groupId = await insertGroup(tx, serviceId, { title: 'Knives', about: '' })
      const startsAt = Temporal.Instant.from('2026-11-26T16:30:00Z')
      const others: string[] = []
      for (const givenName of ['Ada', 'Bo'])
        others.push(await addChild(tx, { serviceId, givenName, familyName: 'Brook' }))
      for (const id of others) {
        const pathway = findPathway(practiceInUse(), 'diversion')
        if (!pathway) throw new Error('no pathway')
        const opened = await openCase(tx, {
          ...{ serviceId, childId: id, pathway, at: clock.now, by: lead.userId },
          ...{ routeIn: 'police-notification', step: 'receive', answers: {} },
        })
        if (!opened.ok) throw new Error(opened.reason.kind)
        await insertMember(tx, {
          serviceId,
          groupId,
          childId: id,
          involvementId: opened.value,
          at: clock.now,
        })
      }
      await insertSession(tx, {
        ...{ serviceId, groupId, title: '', startsAt, minutes: 90, placeId: null, place: 'The gym' },
        ...{ leadUser: lead.userId, workers: [cover.userId], at: clock.now },
      })
      await insertAppointment(tx, {
        ...{ serviceId, childId, involvementId: String(row?.involvement_id), withUser: lead.userId },
        ...{ kind: 'office', startsAt, minutes: 45, place: 'Brook House' },
      })
    })
    const addressOf = async (person: TestPerson) => {
      const made = await person.fill('/week/calendars/add', { name: 'Phone', initials: 'yes' })
      return /\/calendar\/[\w-]+\.ics/.exec(made.text)?.[0] ?? ''
    }
    const own = (await read(await addressOf(lead))).body
    expect(own.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(own.match(/SUMMARY:Group session\r/g)).toHaveLength(1)
    expect(own.replaceAll('\r\n ', '')).toMatch(/\/groups\/[\w-]+\/sessions\//)
    const covering = (await read(await addressOf(cover))).body
    expect(covering.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(covering).toContain('SUMMARY:Group session (covering)')
    expect(covering).toContain('SUMMARY:At the office: W. W. (covering)')
    expect(covering).not.toMatch(/A\. B\.|Knives|gym/)
    await service.asOwner(`update appointment set state = 'cancelled' where session_id is not null`)
    const calledOff = (await read(await addressOf(lead))).body
    expect(calledOff.match(/STATUS:CANCELLED/g)).toHaveLength(1)
  })

  it('leads nowhere once it has ended, once its owner cannot sign in, and for whoever guesses', async () => {
    const address = await makeAddress('no')
    const page = await officer.get('/week/calendars')
    const end = /href="(\/week\/calendars\/[\w-]+\/end)"/.exec(page.html)?.[1] ?? ''
    const stranger = await service.person('officer')
    expect((await stranger.get(end)).status).toBe(404)
    expect((await officer.fill(end, {})).status).toBe(303)
    expect((await read(address)).statusCode).toBe(404)
    const second = await makeAddress('no')
    expect((await read(second)).statusCode).toBe(200)
    await service.asOwner('update person_account set disabled_at = now() where user_id = $1', [
      officer.userId,
    ])
    expect((await read(second)).statusCode).toBe(404)
    await service.asOwner(
      'update person_account set disabled_at = null, password_hash = null where user_id = $1',
      [officer.userId],
    )
    expect((await read(second)).statusCode).toBe(404)
    // A passkey is a way to sign in too.
    await service.asOwner(
      `insert into passkey (service_id, passkey_id, user_id, public_key, name) values ($1, 'a-key', $2, '\\x00', 'Phone')`,
      [service.serviceId, officer.userId],
    )
    expect((await read(second)).statusCode).toBe(200)
    for (const guess of ['x', 'x.ics', '%00', `${'a'.repeat(43)}.ics`])
      expect((await read(`/calendar/${guess}`)).statusCode).toBe(404)
  })

  it('never names a child whose record is restricted from its owner', async () => {
    const address = await makeAddress('yes')
    await service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Staff', $3)`,
      [service.serviceId, childId, senior.userId],
    )
    expect((await read(address)).body).not.toContain('BEGIN:VEVENT')
  })
})
