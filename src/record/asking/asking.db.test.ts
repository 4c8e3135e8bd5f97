import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  browserFor,
  hiddenValue,
  makeTestService,
  type TestPerson,
  type TestService,
} from '../../app/testkit/service.ts'
import { caseAfter, diversion, walkTo } from '../cases/cases.testkit.ts'
import type { Involvement } from '../cases/index.ts'
import { addPerson } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let asker: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  service.clock.now = Temporal.Instant.from('2027-01-31T12:00:00Z')
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
  asker = await service.person('participation-worker', 'Pia Thorne')
})
afterAll(() => service.close())

const daysAgo = (days: number) => service.clock.now.subtract({ hours: 24 * days })

const by = () => ({ serviceId: service.serviceId, userId: senior.userId })

/** A case whose work ended so many days ago. */
function worked(days: number): Promise<Involvement> {
  return service.as(senior, tx => {
    const walk = walkTo(diversion(), 'end', officer.userId).slice(0, -1)
    const end = { step: 'end', answers: { outcome: 'completed' }, at: daysAgo(days) }
    return caseAfter(tx, by(), diversion(), [...walk, end])
  })
}
const at = (it: Involvement, more = '') => `/to-ask/${it.childId}/${it.involvementId}${more}`
const called = async ({ childId }: Involvement) => {
  const [row] = await service.asOwner('select given_name from child where child_id = $1', [childId])
  return String(row?.given_name)
}
const inList = async (it: Involvement, state = '') =>
  (await asker.get(`/to-ask${state === '' ? '' : `?state=${state}`}`)).text.includes(await called(it))

const tookPart = (it: Involvement, person: TestPerson) =>
  service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at, until_at)
     values ($1, $2, $3, $4, 'co-worker', $5, $5)`,
    [service.serviceId, it.childId, it.involvementId, person.userId, daysAgo(9).toString()],
  )

describe('who is to be asked', () => {
  it('is every child whose work has ended, for 90 days, the last included', async () => {
    const [fresh, last, late] = [await worked(1), await worked(90), await worked(91)]
    expect(await inList(fresh)).toBe(true)
    expect(await inList(last)).toBe(true)
    expect(await inList(late)).toBe(false)
    expect(await inList(late, 'over')).toBe(true)
  })

  it('is no child whose case was closed before the work began', async () => {
    const closed = { step: 'close', answers: { outcome: 'moved-away' }, at: daysAgo(3) }
    const it = await service.as(senior, tx => caseAfter(tx, by(), diversion(), [closed]))
    expect(await inList(it)).toBe(false)
    expect(await inList(it, 'all')).toBe(false)
  })

  it('is nobody with whose case the asker had to do, and whose case is open still', async () => {
    const it = await worked(2)
    await tookPart(it, asker)
    expect(await inList(it)).toBe(false)
    const open = await service.as(senior, tx =>
      caseAfter(tx, by(), diversion(), walkTo(diversion(), 'end', officer.userId).slice(0, -1)),
    )
    const pages = ['', '/try', '/where-to-now/write', '/where-to-now/invite']
    for (const each of [it, open])
      for (const more of pages) expect((await asker.get(at(each, more))).status, more).toBe(404)
    const typed = { 'said-how': 'device', feel: 'very-good' }
    const token = hiddenValue((await asker.get('/to-ask')).html, '_csrf')
    for (const each of [it, open])
      for (const more of ['/where-to-now/write', '/where-to-now/invite'])
        expect((await asker.post(at(each, more), { _csrf: token ?? '', ...typed })).status, more).toBe(404)
  })

  it('is nobody to take the words of back for whoever had a part in the case', async () => {
    const it = await worked(2)
    await asker.fill(at(it, '/where-to-now/write'), { 'said-how': 'device', better: 'Shouting' })
    await asker.fill(at(it, '/where-to-now/invite'), { email: '' })
    const [said] = await service.asOwner('select feedback_id from feedback where involvement_id = $1', [
      it.involvementId,
    ])
    const [link] = await service.asOwner(
      'select invitation_id from feedback_invitation where involvement_id = $1',
      [it.involvementId],
    )
    await tookPart(it, asker)
    expect((await asker.get(at(it, `/said/${said?.feedback_id}/take-back`))).status).toBe(404)
    expect((await asker.get(at(it, `/links/${link?.invitation_id}/end`))).status).toBe(404)
  })

  it('is no child whose record is restricted', async () => {
    const it = await worked(2)
    await service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
      [service.serviceId, it.childId, senior.userId],
    )
    expect(await inList(it)).toBe(false)
    expect((await asker.get(at(it))).status).toBe(404)
  })
})

describe('whoever asks', () => {
  it('sees how to talk and whom to reach, and nothing of the case', async () => {
    const it = await worked(4)
    await service.asOwner(
      `update child set how_to_talk = 'One thing at a time', phone = '07700 900123' where child_id = $1`,
      [it.childId],
    )
    const [assessment] = await service.asOwner(
      `insert into assessment (service_id, child_id, form, wording, state, begun_by, begun_at)
       values ($1, $2, 'communication', '2026-1', 'signed', $3, $4) returning assessment_id`,
      [service.serviceId, it.childId, officer.userId, daysAgo(30)],
    )
    await service.asOwner(
      `insert into told_by_form (service_id, child_id, assessment_id, field, words, told_by, told_at)
       values ($1, $2, $3, 'how-to-talk', 'Draw it', $4, $5)`,
      [service.serviceId, it.childId, assessment?.assessment_id, officer.userId, daysAgo(30)],
    )
    const around = { serviceId: service.serviceId, childId: it.childId }
    await service.as(senior, async tx => {
      await addPerson(tx, {
        ...around,
        name: 'Mo Parent',
        relationship: 'father',
        kind: 'parent',
        phone: '07700 900456',
      })
      await addPerson(tx, {
        ...around,
        name: 'Lee Barred',
        relationship: 'stepfather',
        kind: 'parent',
        phone: '07700 900789',
        mustNotBeContacted: true,
        barredReason: 'An order of the court',
      })
      await addPerson(tx, {
        ...around,
        name: 'Kim Social',
        relationship: 'worker',
        kind: 'professional',
        organisation: 'Gangs unit',
      })
    })
    await service.asOwner(
      `insert into child_alert (service_id, child_id, kind, text, raised_by, raised_at) values ($1, $2, 'other', 'Carried a knife', $3, $4)`,
      [service.serviceId, it.childId, senior.userId, daysAgo(20).toString()],
    )
    const { text } = await asker.get(at(it))
    expect(text).toContain('One thing at a time')
    expect(text).toMatch(
      /Draw it From “Speech, language and communication assessment” of .* by Olive Officer/,
    )
    expect(text).toContain('07700 900123')
    expect(text).toContain('07700 900456')
    expect(text).toContain('Lee Barred')
    expect(text).toContain('Ask Olive Officer first')
    expect(text).not.toMatch(/900789|order of the court|Kim Social|Gangs|knife|Diversion/)
  })

  it('is not given the number of somebody who may be the one whom nobody may contact', async () => {
    const it = await worked(4)
    const around = { serviceId: service.serviceId, childId: it.childId, name: 'Lee Stone' }
    await service.as(senior, async tx => {
      await addPerson(tx, { ...around, relationship: 'ex-partner', kind: 'other', mustNotBeContacted: true })
      await addPerson(tx, { ...around, relationship: 'father', kind: 'parent', phone: '07700 900321' })
    })
    const { text } = await asker.get(at(it))
    expect(text).toContain('Lee Stone , father')
    expect(text).not.toMatch(/900321|ex-partner/)
  })

  it('opens nothing else of the record', async () => {
    const it = await worked(4)
    const ofChild = `/children/${it.childId}`
    for (const page of [ofChild, `${ofChild}/cases/${it.involvementId}`, `${ofChild}/details`, '/children'])
      expect((await asker.get(page)).status, page).toBe(403)
    expect((await officer.get('/to-ask')).status).toBe(403)
    expect((await officer.get(at(it))).status).toBe(403)
  })

  it('writes down that nobody was reached, that it is for later, or that they do not want to', async () => {
    const it = await worked(6)
    expect((await asker.fill(at(it, '/try'), {})).text).toContain('Choose what came of it')
    await asker.fill(at(it, '/try'), { outcome: 'not-reached', note: 'Rings out' })
    expect((await asker.get(at(it))).text).toContain('Not reached yet')
    expect((await asker.fill(at(it, '/try'), { outcome: 'later' })).text).toContain('Enter the day')
    expect(await inList(it)).toBe(true)
    service.clock.now = service.clock.now.add({ minutes: 5 })
    await asker.fill(at(it, '/try'), { outcome: 'declined' })
    expect(await inList(it)).toBe(false)
    expect(await inList(it, 'declined')).toBe(true)
  })
})

describe('what is said to somebody from outside', () => {
  it('is counted and read without a name, and not shown to those who did the work', async () => {
    const it = await worked(5)
    await asker.fill(at(it, '/where-to-now/write'), {
      'said-how': 'device',
      'fair-to-me': 'no',
      unfair: 'They never asked my sister',
    })
    expect(await inList(it)).toBe(false)
    expect(await inList(it, 'said')).toBe(true)
    const ofCase = await senior.get(`/children/${it.childId}/cases/${it.involvementId}`)
    expect(ofCase.text).toContain('had no part in the work')
    expect(ofCase.text).not.toContain('never asked my sister')
    const summary = await senior.get('/what-they-say')
    expect(summary.text).toContain('never asked my sister')
    expect(summary.text).not.toContain(await called(it))
  })

  it('is read by nobody who had a part in the case, in words or whose they are, and the day does not tell of it', async () => {
    const it = await worked(5)
    await asker.fill(at(it, '/where-to-now/write'), { 'said-how': 'device', better: 'Hetty shouted' })
    const [said] = await service.asOwner('select feedback_id from feedback where involvement_id = $1', [
      it.involvementId,
    ])
    const whose = `/what-they-say/words/${said?.feedback_id}/better/whose`
    const hetty = await service.person('senior', 'Hetty Helper')
    expect((await hetty.get('/what-they-say')).text).toContain('Hetty shouted')
    expect((await hetty.get(whose)).status).toBe(200)
    await tookPart(it, hetty)
    for (const page of ['/what-they-say', '/what-they-say/to-read'])
      expect((await hetty.get(page)).text).not.toContain('Hetty shouted')
    expect((await hetty.get(whose)).status).toBe(404)
    expect((await hetty.get(whose.replace('/whose', ''))).status).toBe(404)
    expect((await senior.get('/what-they-say/to-read')).text).toContain('Hetty shouted')
  })

  it('stays without its reason in the history, where somebody asked whose words it is', async () => {
    const it = await worked(5)
    await asker.fill(at(it, '/where-to-now/write'), { 'said-how': 'device', better: 'Hetty shouted again' })
    const [said] = await service.asOwner('select feedback_id from feedback where involvement_id = $1', [
      it.involvementId,
    ])
    const whose = `/what-they-say/words/${said?.feedback_id}/better/whose`
    const shown = await senior.fill(whose, { why: 'She says that Hetty shouts at her' })
    expect(shown.location).toBe(`/children/${it.childId}`)
    const { text } = await officer.get(`/children/${it.childId}/history`)
    expect(text).toContain('Asked whose words of feedback these are')
    expect(text).not.toContain('Hetty')
    const again = await service.person('manager')
    expect((await again.get(whose)).text).toMatch(
      /Asked before by Sam Senior, .*: She says that Hetty shouts/,
    )
  })

  it('is not asked for by those who did the work', async () => {
    const it = await worked(5)
    const ofCase = `/children/${it.childId}/cases/${it.involvementId}/feedback`
    expect((await officer.get(`${ofCase}/where-to-now/write`)).status).toBe(404)
    expect((await officer.get(`${ofCase}/where-to-now/invite`)).status).toBe(404)
    expect((await asker.get(at(it, '/feedback-child/write'))).status).toBe(404)
  })

  it('comes by a link too, and can be taken back', async () => {
    const it = await worked(5)
    const made = await asker.fill(at(it, '/where-to-now/invite'), { email: '' })
    const link = /\/feedback\/[\w-]+/.exec(made.text)?.[0] ?? ''
    expect((await asker.get(at(it))).text).toContain('A link works until')
    const child = browserFor(service.server)
    expect((await child.fill(link, { now: 'Boxing' })).text).toContain('Thank you')
    expect(await inList(it, 'said')).toBe(true)
    const [row] = await service.asOwner('select feedback_id from feedback where involvement_id = $1', [
      it.involvementId,
    ])
    await asker.fill(at(it, `/said/${row?.feedback_id}/take-back`), {})
    const [left] = await service.asOwner('select answers, words from feedback where involvement_id = $1', [
      it.involvementId,
    ])
    expect(left).toEqual({ answers: {}, words: [] })
  })
})
