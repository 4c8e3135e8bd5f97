import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrivals, head, makeArrivals, reference } from './arrivals.testkit.ts'

let service: Arrivals['service']
let officer: Arrivals['officer']
let send: Arrivals['send']
let arrived: Arrivals['arrived']

beforeAll(async () => {
  ;({ service, officer, send, arrived } = await makeArrivals())
})
afterAll(() => service.close())

/** A notification that was closed, and where it is read. */
async function closed(why: Record<string, string> = { why: 'Sent twice' }) {
  const itsReference = reference()
  await send(`${head}\n${itsReference},16/11/2026,Ann,Lee,1/2/2011,Theft,8\n`)
  const id = String((await arrived(itsReference))?.notification_id)
  expect((await officer.fill(`/arrivals/${id}/close`, why)).status).toBe(303)
  return { id, itsReference, at: `/arrivals/${id}` }
}

describe('what was closed without a case', () => {
  test('is read: why, by whom, when, and all that it says', async () => {
    const { at } = await closed({ why: 'Other', 'why-reason-Other': 'Her cousin' })
    const page = await officer.get(at)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Ann Lee: closed without a case')
    expect(page.text).toContain('Why Other: Her cousin')
    expect(page.text).toContain('When Saturday 21 November 2026, 10am')
    expect(page.text).toContain('By Test officer 1')
    expect(page.text).toContain('What happened Theft')
    expect((await officer.get('/arrivals?state=closed')).text).toContain('Closed: Other: Her cousin')
  })

  test('is found by its reference', async () => {
    const { itsReference, at } = await closed()
    await officer.post('/search', { q: itsReference })
    const found = await officer.get('/search')
    expect(found.text).toContain('Arrived, and closed without a case')
    expect(found.html).toContain(`href="${at}"`)
  })

  test('is found by the child’s name, without a reference, in the search and among arrivals; the name stands in no address', async () => {
    const [row] = await service.asOwner(
      `insert into notification (service_id, form, route_in, received_at, given_name, family_name, folded_name, folded_names, birth_date, details, closed_at, closed_reason)
       values ($1, 'esp-referral', 'school-or-college', now(), 'Zelda', 'Quennell', 'zelda quennell', '{zelda quennell}', '2011-03-04', '{}', now(), 'Withdrawn')
       returning notification_id`,
      [service.serviceId],
    )
    const at = `/arrivals/${row?.notification_id}`
    await officer.post('/search', { q: 'zelda quenel' })
    expect((await officer.get('/search')).html).toContain(`href="${at}"`)
    const asked = await officer.post('/arrivals/find', { q: 'Quennell 4/3/2011' })
    expect(asked.location).toBe('/arrivals/find')
    const found = await officer.get('/arrivals/find')
    expect(found.html).toContain(`href="${at}"`)
    expect(found.text).toContain('Closed: Withdrawn')
    await officer.post('/arrivals/find', { q: 'Quennell 5/3/2011' })
    expect((await officer.get('/arrivals/find')).text).toContain('Nothing like this has arrived')
    expect((await (await service.person('senior')).get('/arrivals/find')).html).not.toContain(at)
    expect((await (await service.person('speech-therapist')).get('/arrivals/find')).status).toBe(403)
  })

  test('says, once it is opened again, that it had been closed, by whom and why, and whether its sender was told', async () => {
    const { at, id } = await closed({ why: 'Other', 'why-reason-Other': 'Her cousin' })
    await officer.fill(`${at}/reopen`, { reason: 'The police rang' })
    const again = await officer.get(at)
    expect(again.text).toMatch(/Closed without a case on .+ by Test officer \d+ : Other: Her cousin\./)
    expect(again.text).toMatch(/Opened again on .+ by Test officer \d+ : The police rang/)
    expect(again.text).not.toContain('Tell them that it is looked at again')
    await service.asOwner(
      `with sent as (insert into message (service_id, to_address, subject, body) values ($1, 'a@b.example', 's', 'b') returning message_id)
       insert into referrer_told (service_id, notification_id, telling, to_address, message_id, told_by, told_at)
       select $1, $2, 'not-taken-up', 'a@b.example', message_id, $3, now() from sent`,
      [service.serviceId, id, officer.userId],
    )
    expect((await officer.get(at)).text).toContain('Tell them that it is looked at again')
    await officer.fill(`${at}/close`, { why: 'Withdrawn' })
    expect((await officer.get(at)).text).toContain('The police rang')
  })

  test('waits again when somebody opens it again and says why, and can be closed once more', async () => {
    const { at, id } = await closed()
    expect((await officer.fill(`${at}/reopen`, { reason: '' })).status).toBe(422)
    expect((await officer.fill(`${at}/reopen`, { reason: 'The police rang' })).status).toBe(303)
    expect((await officer.get(at)).text).toContain('Who is Ann Lee?')
    const [event] = await service.asOwner(
      `select reason from audit_event where table_name = 'notification' and row_key ->> 'notification_id' = $1 order by id desc limit 1`,
      [id],
    )
    expect(event?.reason).toBe('The police rang')
    expect((await officer.get(`${at}/reopen`)).status).toBe(303)
    expect((await officer.fill(`${at}/close`, { why: 'Withdrawn' })).status).toBe(303)
    expect((await officer.get(at)).text).toContain('Why Withdrawn')
  })

  test('is opened again by nobody who may not work with arrivals', async () => {
    const { at } = await closed()
    const therapist = await service.person('speech-therapist')
    expect((await therapist.get(at)).status).toBe(403)
    expect((await therapist.get(`${at}/reopen`)).status).toBe(403)
  })
})
