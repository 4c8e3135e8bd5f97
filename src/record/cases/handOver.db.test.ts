import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion, partsOf } from './cases.testkit.ts'

let service: TestService
let senior: TestPerson
let robin: TestPerson
let dilys: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
  robin = await service.person('officer', 'Robin Worker')
  dilys = await service.person('officer', 'Dilys Worker')
})
afterAll(() => service.close())

const accepted = [
  { step: 'screen', answers: { exploitation: 'no-sign' } },
  { step: 'decide', answers: { decision: 'suitable' } },
  { step: 'offer', answers: {} },
  { step: 'accept', answers: {} },
]

/** A case that waits for a worker, or is held by one. */
async function acceptedCase(holder?: TestPerson) {
  const by = { serviceId: service.serviceId, userId: senior.userId }
  const allocated = holder ? [{ step: 'allocate', answers: { worker: holder.userId } }] : []
  const it_ = await service.as(senior, tx => caseAfter(tx, by, diversion(), [...accepted, ...allocated]))
  const path = `/children/${it_.childId}/cases/${it_.involvementId}`
  return { ...it_, path, child: `/children/${it_.childId}` }
}

const day = { 'happened-on': '20/11/2026' }
const note = {
  ...day,
  'why-changed': 'Robin moves to another team',
  'matters-now': 'Likes to walk while talking',
  'due-next': 'School meeting on 2 December',
  promised: 'A bicycle repair session',
  'change-child-told': 'yes',
  'child-told': 'Face to face; she was sad',
  'change-parent-told': 'not-yet',
  'change-parent-told-reason-not-yet': 'Dilys calls on Monday',
}

async function appointment(it_: { childId: string; involvementId: string }, when: string, place: string) {
  const [row] = await service.asOwner(
    `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place)
     values ($1, $2, $3, $4, 'office', $5, 30, $6) returning appointment_id`,
    [service.serviceId, it_.childId, it_.involvementId, robin.userId, when, place],
  )
  return String(row?.appointment_id)
}

const isTicked = (html: string, value: string) =>
  html.match(/<input[^>]*>/g)?.some(it => it.includes(`value="${value}"`) && / checked/.test(it)) ?? false

describe('the page on which a worker is named', () => {
  it('shows load and children of each, and says why somebody cannot take it', async () => {
    const { path, childId } = await acceptedCase()
    await acceptedCase(robin)
    const family = await service.person('officer', 'Fay Family')
    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
      [service.serviceId, childId, family.userId],
    )
    const page = await senior.get(`${path}/steps/allocate`)
    expect(page.html).toContain(`value="${robin.userId}"`)
    expect(page.text).toMatch(
      /Robin Worker Youth justice officer · \d+ child(ren)? · load \d+, hours not known/,
    )
    expect(page.text).toContain('Cannot be chosen: Fay Family has a conflict of interest')
    expect(page.html).not.toContain(family.userId)
    const refused = await senior.fill(`${path}/steps/allocate`, { ...day, worker: family.userId })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Fay Family has a conflict of interest. Choose another answer')
  })

  it('puts whoever works with a brother first, and writes down that he was named', async () => {
    const brother = await acceptedCase(dilys)
    const { path, childId } = await acceptedCase()
    await service.asOwner(
      `update child set address = '7 Heron Walk', postcode = 'MK6 5ZZ' where child_id = any ($1)`,
      [[brother.childId, childId]],
    )
    const { text } = await senior.get(`${path}/steps/allocate`)
    expect(text).toMatch(/Works with Child \d+ Stepwise, who lives at the same address/)
    expect(text.indexOf('Dilys Worker')).toBeLessThan(text.indexOf('Robin Worker'))
    const views = await service.viewsOf(brother.childId)
    expect(views.some(words => words.startsWith('Named beside'))).toBe(true)
  })
})

describe('handing a case over', () => {
  it('leaves the note on the day of the next worker until they have read it', async () => {
    const it_ = await acceptedCase(robin)
    const handed = await senior.fill(`${it_.path}/steps/change-worker`, { ...note, worker: dilys.userId })
    expect(handed.status).toBe(303)
    const today = await dilys.get('/')
    expect(today.text).toMatch(/Handed over from Robin Worker by (?!Robin)/)
    const link = new RegExp(`${it_.path}/hand-overs/[0-9a-f-]+`).exec(today.html)?.[0] ?? ''
    const page = await dilys.get(link)
    for (const words of [
      'Likes to walk while talking',
      'School meeting on 2 December',
      'A bicycle repair session',
      'Dilys calls on Monday',
    ])
      expect(page.text).toContain(words)
    expect((await robin.get(link)).location).toBe(it_.path)
    expect((await dilys.get(it_.path)).html).toContain(link)
    expect((await dilys.fill(link, {})).location).toBe(it_.path)
    expect((await dilys.get('/')).html).not.toContain(link)
    expect((await dilys.get(link)).location).toBe(it_.path)
    const held = await senior.get(it_.path)
    expect(held.text).toContain('Who has held it')
    expect(held.text).toMatch(/Dilys Worker Since .* Robin Worker .* to /)
  })

  it('takes along what was missed and is still to be followed up', async () => {
    const it_ = await acceptedCase(robin)
    const missed = await appointment(it_, '2026-11-19T10:00:00Z', 'The green room')
    await service.asOwner(
      `update appointment set state = 'missed', missed_reason = 'Not known', reason_is_acceptable = false where appointment_id = $1`,
      [missed],
    )
    const toFollowUp = `${missed}/follow-up`
    expect((await robin.get('/')).html).toContain(toFollowUp)
    await senior.fill(`${it_.path}/steps/change-worker`, { ...note, worker: dilys.userId })
    expect((await dilys.get('/')).html).toContain(toFollowUp)
    expect((await robin.get('/')).html).not.toContain(toFollowUp)
  })

  it('moves the planned appointments that were chosen, one by one, and no other', async () => {
    const it_ = await acceptedCase(robin)
    const goes = await appointment(it_, '2026-11-25T10:00:00Z', 'The blue room')
    const stays = await appointment(it_, '2026-11-26T10:00:00Z', 'The red room')
    const past = await appointment(it_, '2026-11-10T10:00:00Z', 'The old room')
    const form = await senior.get(`${it_.path}/steps/change-worker`)
    expect(form.text).toContain('The blue room')
    expect(form.text).not.toContain('The old room')
    // All go unless somebody takes a tick away.
    expect([goes, stays].map(id => isTicked(form.html, id))).toEqual([true, true])
    await senior.fill(`${it_.path}/steps/change-worker`, {
      ...note,
      worker: dilys.userId,
      'appointments-moved': [goes],
    })
    const rows = await service.asOwner(
      `select appointment_id, with_user from appointment where appointment_id = any ($1)`,
      [[goes, stays, past]],
    )
    const withWhom = new Map(rows.map(row => [row.appointment_id, row.with_user]))
    expect(withWhom.get(goes)).toBe(dilys.userId)
    expect(withWhom.get(stays)).toBe(robin.userId)
    expect(withWhom.get(past)).toBe(robin.userId)
  })

  it('leaves an appointment where it is that has begun since the page was opened, and says so', async () => {
    const it_ = await acceptedCase(robin)
    const { now } = service.clock
    const begun = await appointment(it_, now.add({ minutes: 2 }).toString(), 'The blue room')
    service.clock.now = now.add({ minutes: 3 })
    const saved = await senior.fill(`${it_.path}/steps/change-worker`, {
      ...note,
      worker: dilys.userId,
      'appointments-moved': [begun],
    })
    service.clock.now = now
    expect((await senior.get(saved.location ?? '')).text).toContain(
      '1 appointment that you ticked has begun or was changed meanwhile: it stays as it was.',
    )
    const [row] = await service.asOwner('select with_user from appointment where appointment_id = $1', [
      begun,
    ])
    expect(row?.with_user).toBe(robin.userId)
  })

  it('to whoever worked beside the holder leaves them one part, as the holder', async () => {
    const it_ = await acceptedCase(robin)
    await senior.fill(`${it_.path}/co-workers/add`, { person: dilys.userId })
    await senior.fill(`${it_.path}/steps/change-worker`, { ...note, worker: dilys.userId })
    expect(await partsOf(service, it_.involvementId)).toEqual({
      holder: dilys.userId,
      parts: [dilys.userId],
    })
  })

  it('is not offered to whoever holds it', async () => {
    const it_ = await acceptedCase(robin)
    const form = await senior.get(`${it_.path}/steps/change-worker`)
    expect(form.text).toContain('Robin Worker holds the case already')
  })
})
