import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestPerson } from '../../app/testkit/service.ts'
import { aboutWork, address, makeOwnPages, type OwnPages, send } from './ownPage.testkit.ts'

let own: OwnPages

beforeAll(async () => {
  own = await makeOwnPages()
})
afterAll(() => own.service.close())
beforeEach(() => own.begin())

describe('a child with the PIN', () => {
  test('sees what was shared, in short sentences', async () => {
    const keys = await own.make()
    const { text, html, title } = await (await own.opened(keys)).get(keys.link)
    expect(title).toBe('My page')
    expect(text).toContain('I want to swim')
    expect(text).toContain('0 is: Never. 10 is: Always.')
    expect(text).toContain('Sunday 22 November, 4 pm')
    expect(text).toContain('You come to us. With Olive Officer . It takes 45 minutes.')
    expect(html).toContain(`openstreetmap.org/search?query=${encodeURIComponent(address)}`)
    expect(text).toContain('Childline')
    expect(text).toContain('I am not happy with you')
  })

  test('sees nothing that was said to the worker, nor anything of whoever was harmed', async () => {
    const keys = await own.make()
    const { text } = await (await own.opened(keys)).get(keys.link)
    for (const words of [
      'His father did',
      'Not on Fridays',
      'The shop',
      'He is stopped',
      'Two workers',
      'Ring twice',
    ])
      expect(text).not.toContain(words)
    expect(text).not.toMatch(/justice|offen[cd]|police|Throughline/i)
  })

  test('sees only what was shared', async () => {
    const keys = await own.make({ shares: ['people'] })
    const phone = await own.opened(keys)
    const { text } = await phone.get(keys.link)
    expect(text).toContain('Olive Officer')
    expect(text).not.toContain('swim')
    expect(text).not.toContain('November')
    expect((await phone.get(`${keys.link}/calendar`)).response.body).not.toContain('BEGIN:VEVENT')
    await send(phone, keys.link, `/meetings/${own.appointmentId}/cannot-come`, { words: 'Ill' })
    expect(
      await own.service.asOwner('select from own_message where child_id = $1', [own.it.childId]),
    ).toEqual([])
  })

  test('says how a goal is going, once however often it arrives, and the plan says that the child said so', async () => {
    const keys = await own.make()
    const phone = await own.opened(keys)
    const { html } = await phone.get(keys.link)
    const goal = /\/goals\/[0-9a-f-]{36}/.exec(html)?.[0] ?? ''
    expect((await send(phone, keys.link, goal, {})).text).toContain('Pick a number')
    expect((await send(phone, keys.link, goal, { mark: '11' })).status).toBe(422)
    expect((await send(phone, keys.link, goal, { mark: '7' })).status).toBe(303)
    await send(phone, keys.link, goal, { mark: '7' })
    const rows = await own.service.asOwner(
      'select mark, said_by, recorded_by, own_page_id is not null as own from plan_progress where child_id = $1',
      [own.it.childId],
    )
    expect(rows).toEqual([{ mark: 7, said_by: 'child', recorded_by: null, own: true }])
    expect((await own.officer.get(`/children/${own.it.childId}/plan`)).text).toContain(
      '7 of 10 , says the child',
    )
    expect((await phone.get(keys.link)).text).toContain('Last time: 7 of 10')
  })

  test('says why they cannot come, and it stands on the worker’s day until somebody has heard it', async () => {
    const keys = await own.make()
    const phone = await own.opened(keys)
    const cannot = `/meetings/${own.appointmentId}/cannot-come`
    expect((await send(phone, keys.link, cannot, { words: '  ' })).text).toContain('Write a few words first')
    expect((await send(phone, keys.link, cannot, { words: 'I have a match' })).status).toBe(303)
    await send(phone, keys.link, cannot, { words: 'I have a match' })
    expect((await phone.get(keys.link)).text).toContain(
      'You told us: “I have a match” Nobody has read it yet',
    )
    const day = await own.officer.get('/')
    expect(day.text).toMatch(/cannot come on Sunday 22 November 2026, 4pm: “I have a match”/)
    expect(day.text.match(/I have a match/g)).toHaveLength(1)
    const other = await own.service.person('officer')
    expect((await other.get('/')).text).not.toContain('I have a match')
    const list = await own.officer.get(own.at())
    const heard = /href="([^"]+\/heard)"/.exec(list.html)?.[1] ?? ''
    const asked = await own.officer.fill(heard, {})
    expect(asked.text).toContain('Say whether somebody could be in danger')
    expect((await own.officer.fill(heard, { danger: 'yes' })).text).toContain('Say what you have done')
    expect((await own.officer.fill(heard, { danger: 'no' })).status).toBe(303)
    expect((await own.officer.get(own.at())).text).toContain('Nobody was thought to be in danger')
    expect((await own.officer.get('/')).text).not.toContain('I have a match')
    expect((await phone.get(keys.link)).text).toContain('Somebody has read it.')
  })

  test('that nobody has heard for a day is on the day of the senior too, and the appointment says that they cannot come', async () => {
    const keys = await own.make()
    const phone = await own.opened(keys)
    await send(phone, keys.link, '/say', { words: 'My mum hits me' })
    await send(phone, keys.link, `/meetings/${own.appointmentId}/cannot-come`, { words: 'My gran is ill' })
    const appointment = await own.officer.get(`/children/${own.it.childId}/contacts/${own.appointmentId}`)
    expect(appointment.text).toMatch(/The child wrote on .* that they cannot come: “My gran is ill”/)
    expect((await own.senior.get('/')).text).not.toContain('My mum hits me')
    await own.service.asOwner(
      `update own_message set said_at = said_at - interval '25 hours' where child_id = $1`,
      [own.it.childId],
    )
    expect((await own.senior.get('/')).text).toContain('My mum hits me')
    const list = await own.officer.get(own.at())
    for (const [, heard = ''] of list.html.matchAll(/href="([^"]+\/heard)"/g))
      await own.officer.fill(heard, { danger: 'yes', done: 'Rang the duty social worker, told Sam' })
    expect((await own.officer.get(own.at())).text).toContain(
      'Somebody could be in danger. Rang the duty social worker',
    )
    // It stands before those who answer for the service until one of them has looked at it.
    const day = await own.senior.get('/')
    expect(day.text).toContain('Somebody could be in danger, says Olive Officer')
    expect(day.text).toContain('My mum hits me')
    for (const [, looked = ''] of day.html.matchAll(/href="([^"]+\/looked)"/g)) {
      expect((await own.officer.get(looked)).status).toBe(403)
      await own.senior.fill(looked, { danger: 'yes', words: 'Talked with social care: a visit today' })
    }
    expect((await own.senior.get('/')).text).not.toContain('My mum hits me')
    expect((await own.officer.get(own.at())).text).toContain('Talked with social care: a visit today')
  })

  test('says whom to ring about a worker, where somebody who answers for the service has given a number', async () => {
    const keys = await own.make()
    const phone = await own.opened(keys)
    expect((await phone.get(keys.link)).text).not.toContain('The boss is')
    const manager = await own.service.person('manager', 'Meera Boss')
    await own.service.asOwner(
      `insert into worker_card (service_id, user_id, called, phone) values ($1, $2, 'Meera', '01632 960441')`,
      [own.service.serviceId, manager.userId],
    )
    const page = await phone.get(keys.link)
    expect(page.text).toMatch(/The boss is Meera ?\. Ring 01632 960441/)
    expect(page.html).toContain('href="tel:01632960441"')
  })

  test('is heard also when the work has ended: by a senior and a manager, and of a restricted record by those named', async () => {
    const keys = await own.make()
    const phone = await own.opened(keys)
    await own.service.asOwner('update case_worker set until_at = now() where child_id = $1', [own.it.childId])
    const said = await send(phone, keys.link, '/say', { words: 'Somebody hits me at home' })
    expect(said.text).not.toMatch(/we read it|have told your worker/i)
    const manager = await own.service.person('manager')
    const isTold = async (person: TestPerson) =>
      (await person.get('/')).text.includes('Somebody hits me at home')
    expect(await isTold(own.officer)).toBe(false)
    expect(await isTold(own.senior)).toBe(true)
    expect(await isTold(manager)).toBe(true)
    await own.service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
      [own.service.serviceId, own.it.childId, own.senior.userId],
    )
    await own.service.asOwner(
      `insert into child_access (service_id, child_id, user_id, granted_at) values ($1, $2, $3, now())`,
      [own.service.serviceId, own.it.childId, own.officer.userId],
    )
    expect(await isTold(own.senior)).toBe(false)
    expect(await isTold(own.officer)).toBe(true)
  })

  test('sees what they sent, and whether somebody has read it', async () => {
    const keys = await own.make()
    const phone = await own.opened(keys)
    await send(phone, keys.link, '/say', { words: 'The boxing is good' })
    expect((await phone.get(keys.link)).text).toContain(
      'You told us: “The boxing is good” Nobody has read it yet.',
    )
    const parents = await own.make({ whose: 'parent' })
    expect((await (await own.opened(parents)).get(parents.link)).text).not.toContain('The boxing is good')
  })

  test('is told in plain words when something is wrong, and what was written is still there', async () => {
    const keys = await own.make()
    const phone = await own.opened(keys)
    const stale = await phone.post(`${keys.link}/say`, { _csrf: 'old', words: 'I like the boxing' })
    expect(stale.status).toBe(403)
    expect(stale.text).toContain('That was open too long')
    expect(stale.html).toContain('I like the boxing')
    const nowhere = await phone.get(`${keys.link}/nowhere`)
    expect(nowhere.status).toBe(404)
    for (const { html } of [stale, nowhere]) expect(html).not.toMatch(/Throughline|sign in|signed|govuk/i)
  })

  test('takes the meetings into a calendar that says only when', async () => {
    const keys = await own.make()
    const { body } = (await (await own.opened(keys)).get(`${keys.link}/calendar`)).response
    expect(body).toContain('DTSTART:20261122T160000Z')
    expect(body).toContain('SUMMARY:Meeting')
    expect(body).not.toMatch(aboutWork)
    expect(body).not.toMatch(/Brook|swim/)
  })

  test('keeps what they typed where it was too long, and can choose how the page looks', async () => {
    const keys = await own.make()
    const phone = await own.opened(keys)
    const long = await send(phone, keys.link, '/say', { words: `${'a'.repeat(1_000)}bcd` })
    expect(long.status).toBe(422)
    expect(long.html).toContain('aaabcd</textarea>')
    await send(phone, keys.link, '/look', { look: 'contrast' })
    expect((await phone.get(keys.link)).html).toContain('<body class="tl-look--contrast">')
  })

  test('closes it, and it closes by itself', async () => {
    const keys = await own.make()
    const phone = await own.opened(keys)
    await send(phone, keys.link, '/close', {})
    expect((await phone.get(keys.link)).text).toContain('Type your PIN')
    const again = await own.opened(keys)
    const { now } = own.service.clock
    own.service.clock.now = now.add({ hours: 2 })
    expect((await again.get(keys.link)).text).toContain('Type your PIN')
    own.service.clock.now = now
  })

  test('weighs less than 100 kB with all that it fetches', async () => {
    const keys = await own.make()
    const phone = await own.opened(keys)
    const { html } = await phone.get(keys.link)
    const fetched = [
      ...new Set([...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => String(path))),
    ]
    expect(fetched.length).toBeGreaterThan(3)
    const parts = await Promise.all(fetched.map(url => own.service.server.inject({ url })))
    expect(parts.map(({ statusCode }) => statusCode).filter(status => status !== 200)).toEqual([])
    const bytes = parts.reduce((sum, { rawPayload }) => sum + rawPayload.length, Buffer.byteLength(html))
    expect(bytes).toBeLessThan(100_000)
  })

  test('opens it also where the record is restricted, and nobody else sees more by it', async () => {
    const keys = await own.make()
    await own.service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
      [own.service.serviceId, own.it.childId, own.senior.userId],
    )
    const phone = await own.opened(keys)
    expect((await phone.get(keys.link)).text).toContain('I want to swim')
    expect((await send(phone, keys.link, '/say', { words: 'I like it here' })).status).toBe(303)
    expect((await own.officer.get(own.at())).status).toBe(404)
    expect((await own.officer.get('/')).text).not.toContain('I like it here')
  })
})
