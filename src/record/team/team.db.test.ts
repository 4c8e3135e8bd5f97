import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let senior: TestPerson
let leaver: TestPerson
let next: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
  leaver = await service.person('officer', 'Lee Leaver')
  next = await service.person('officer', 'Nadia Next')
})
afterAll(() => service.close())

/** A case in the stage in which the work goes on, held by somebody. */
async function heldCase(familyName: string, holder: TestPerson, stage = 'active') {
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  const [childId, involvementId] = await service.as(senior, async tx => {
    const child = await addChild(tx, { serviceId, givenName: 'Team', familyName })
    const case_ = await openCase(tx, {
      serviceId,
      childId: child,
      pathway,
      routeIn: 'police-notification',
      step: 'receive',
      answers: {},
      at: Temporal.Instant.from('2026-11-02T09:00:00Z'),
      by: senior.userId,
    })
    if (!case_.ok) throw new Error(case_.reason.kind)
    return [child, case_.value]
  })
  await service.asOwner('update involvement set stage = $2, holder_id = $3 where involvement_id = $1', [
    involvementId,
    stage,
    holder.userId,
  ])
  await service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     values ($1, $2, $3, $4, 'holder', '2026-11-03T09:00Z')`,
    [serviceId, childId, involvementId, holder.userId],
  )
  return { childId, involvementId }
}

/** The cells of somebody's row on the team page. */
function rowOf(html: string, name: string): string {
  const row = html.split('<tr').find(each => each.includes(name)) ?? ''
  return row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

describe('the team', () => {
  it('is for seniors and managers', async () => {
    const manager = await service.person('manager')
    for (const person of [senior, manager]) expect((await person.get('/team')).status).toBe(200)
    expect((await senior.get('/')).html).toContain('href="/team"')
    for (const role of ['officer', 'business-support', 'inspector', 'administrator'] as const) {
      const person = await service.person(role)
      expect((await person.get('/team')).status, role).toBe(403)
      expect((await person.get(`/team/${leaver.userId}`)).status, role).toBe(403)
      expect((await person.get(`/team/${leaver.userId}/hand-over`)).status, role).toBe(403)
    }
  })

  it('says of each what they carry and what is due, as it stands on their day', async () => {
    await heldCase('Overdue', leaver)
    await service.asOwner(
      `insert into worker_profile (service_id, user_id, minutes_a_week) values ($1, $2, 2220)`,
      [service.serviceId, leaver.userId],
    )
    const { html } = await senior.get('/team')
    // Ten working days from 2 November have passed; fifteen end on Monday 23 November.
    expect(rowOf(html, 'Lee Leaver')).toMatch(/Lee Leaver Youth justice officer 1 5 of 80 1 1 0 0/)
    expect(rowOf(html, 'Nadia Next')).toMatch(/Nadia Next Youth justice officer 0 0, hours not known 0 0 0 0/)
    const page = await senior.get(`/team/${leaver.userId}`)
    const own = await leaver.get('/')
    for (const { text } of [page, own]) {
      expect(text).toContain('Overdue and due today (1)')
      expect(text).toContain('Due later this week (1)')
      expect(text).toContain('Screening and assessment of suitability')
    }
  })

  it('tells a senior nothing of a child whom they may not know of, in no number either', async () => {
    const { childId } = await heldCase('Hidden', leaver)
    const manager = await service.person('manager')
    await service.asOwner(
      `with named as (insert into child_access (service_id, child_id, user_id) values ($1, $2, $3), ($1, $2, $4))
       insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
      [service.serviceId, childId, manager.userId, leaver.userId],
    )
    const team = await senior.get('/team')
    expect(rowOf(team.html, 'Lee Leaver')).toMatch(/officer 1 5 of 80 1 1/)
    // The same words whether something is left out or not.
    expect(team.text).toContain('Load counts the cases that are open to you:')
    expect((await manager.get('/team')).text).toContain('Load counts the cases that are open to you:')
    expect(rowOf((await manager.get('/team')).html, 'Lee Leaver')).toMatch(/officer 2 10 of 80 2 2/)
    const worker = await senior.get(`/team/${leaver.userId}`)
    expect(worker.text).not.toContain('Team Hidden')
    expect(worker.text).toContain('Load: 5 points of 80')
    expect((await leaver.get('/profile/load')).text).toContain('Load: 10 points of 80')
  })

  it('is ordered and narrowed by its address', async () => {
    const { text } = await senior.get('/team?sort=-load')
    expect(text.indexOf('Lee Leaver')).toBeLessThan(text.indexOf('Nadia Next'))
    const overdue = await senior.get('/team?only=overdue')
    expect(overdue.html).toContain(leaver.userId)
    expect(overdue.html).not.toContain(next.userId)
    for (const odd of ['?only=constructor', '?sort=constructor', '?role=king', '?term=Latin'])
      expect((await senior.get(`/team${odd}`)).status, odd).toBe(200)
  })
})

describe('several cases at once', () => {
  const handOver = () => `/team/${leaver.userId}/hand-over`
  /** Says which cases go to whom. @returns the address of the note that goes with them */
  const choose = async (cases: readonly { involvementId: string }[], to = next) => {
    const ids = cases.map(({ involvementId }) => involvementId)
    const chosen = await senior.fill(handOver(), { which: 'some', cases: ids, to: to.userId })
    expect(chosen.status, chosen.text).toBe(303)
    return chosen.location ?? ''
  }
  const forAll = {
    'why-changed': 'Lee leaves',
    promised: 'Nothing',
    'change-child-told': 'not-yet',
    'change-child-told-reason-not-yet': 'Nadia, on Monday',
    'change-parent-told': 'yes',
  }
  const ofEach = (cases: readonly { involvementId: string }[], words = 'Loves chess') =>
    Object.fromEntries(cases.map(({ involvementId }) => [`matters-now--${involvementId}`, words]))
  /** Sends the note from the page at which it was opened, as a browser does: without the query of its address. */
  const send = async (
    note: string,
    fields: Record<string, string | string[]>,
    meanwhile: () => void = () => {},
  ) => {
    const opened = await senior.get(note)
    meanwhile()
    const of = (name: string) =>
      [...opened.html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(
        ([, value]) => value ?? '',
      )
    return senior.post(new URL(note, 'http://localhost').pathname, {
      _csrf: hiddenValue(opened.html, '_csrf') ?? '',
      to: of('to')[0] ?? '',
      case: of('case'),
      planned: of('planned'),
      ...fields,
    })
  }
  const holderOf = async ({ involvementId }: { involvementId: string }) => {
    const [row] = await service.asOwner('select holder_id from involvement where involvement_id = $1', [
      involvementId,
    ])
    return row?.holder_id
  }
  const plannedFor = async (
    { childId, involvementId }: Awaited<ReturnType<typeof heldCase>>,
    at = '2026-11-25T10:00Z',
  ) => {
    const [row] = await service.asOwner(
      `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place)
       values ($1, $2, $3, $4, 'office', $5, 30, 'Blue room') returning appointment_id`,
      [service.serviceId, childId, involvementId, leaver.userId, at],
    )
    return String(row?.appointment_id)
  }
  const withWhom = async (appointmentId: string) => {
    const [row] = await service.asOwner('select with_user from appointment where appointment_id = $1', [
      appointmentId,
    ])
    return row?.with_user
  }

  it('go to the next worker: of each child what matters, and once what is the same for all; the others stay', async () => {
    const one = await heldCase('First', leaver)
    const two = await heldCase('Second', leaver)
    const stays = await heldCase('Third', leaver)
    const early = await heldCase('Early', leaver, 'notified')
    const page = await senior.get(handOver())
    expect(page.text).toContain('No step hands these over where they stand now: Team Early')
    const note = await choose([one, two])
    const opened = await senior.get(note)
    expect(opened.text).toContain('Hand over 2 cases to Nadia Next')
    expect(opened.text).not.toContain('Team Third')
    expect(opened.html.match(/name="why-changed"/g)).toHaveLength(1)
    const fields = {
      ...forAll,
      ...ofEach([one, two]),
      [`matters-now--${two.involvementId}`]: 'Afraid of dogs',
    }
    const incomplete = await send(note, { ...fields, [`matters-now--${two.involvementId}`]: '' })
    expect(incomplete.status).toBe(422)
    expect(incomplete.text).toContain('Team Second: say what matters now')
    expect(await holderOf(one)).toBe(leaver.userId)
    const handed = await send(note, fields)
    expect(handed.location).toBe(`/team/${leaver.userId}`)
    for (const it of [one, two]) expect(await holderOf(it)).toBe(next.userId)
    for (const it of [stays, early]) expect(await holderOf(it)).toBe(leaver.userId)
    expect((await next.get('/')).text).toContain('New (2)')
    const record = `/children/${two.childId}/cases/${two.involvementId}`
    const link = new RegExp(`${record}/hand-overs/[0-9a-f-]+`).exec((await next.get('/')).html)?.[0] ?? ''
    const read = await next.get(link)
    expect(read.text).toContain('Afraid of dogs')
    expect(read.text).toContain('Nadia, on Monday')
    expect(read.text).not.toContain('Loves chess')
  })

  it('are all of them in one answer, for somebody who leaves', async () => {
    const gone = await service.person('officer', 'Gil Gone')
    const all = [await heldCase('One', gone), await heldCase('Two', gone)]
    const sent = await senior.fill(`/team/${gone.userId}/hand-over`, { which: 'all', to: next.userId })
    await send(sent.location ?? '', { ...forAll, ...ofEach(all) })
    for (const it of all) expect(await holderOf(it)).toBe(next.userId)
  })

  it('can be chosen otherwise from the note, and the note cannot be opened without a choice', async () => {
    const it_ = await heldCase('Back', leaver)
    const note = await choose([it_])
    const back = /href="([^"]*hand-over\?[^"]*)"/.exec((await senior.get(note)).html)?.[1] ?? ''
    const boxes = (await senior.get(back.replaceAll('&amp;', '&'))).html.match(/<input[^>]*>/g) ?? []
    const ticked = boxes.filter(box => / checked/.test(box))
    expect(ticked.some(box => box.includes(it_.involvementId))).toBe(true)
    expect((await senior.get(`${handOver()}/note`)).location).toBe(handOver())
    expect((await senior.get(`${handOver()}/note?to=${next.userId}&case=nothing`)).location).toBe(handOver())
  })

  it('take their planned appointments with them, but for a child whose tick is taken away', async () => {
    const [one, other] = [await heldCase('Planned', leaver), await heldCase('Keeps', leaver)]
    const goes = [await plannedFor(one), await plannedFor(one, '2026-11-26T10:00Z')]
    const stays = await plannedFor(other)
    const note = await choose([one, other])
    const opened = await senior.get(note)
    expect(opened.text).toContain('Team Planned: Wednesday 25 November 2026, 10am, at the office, and 1 more')
    const boxes = (opened.html.match(/<input[^>]*type="checkbox"[^>]*>/g) ?? []).join('')
    expect(boxes.match(/ checked/g)).toHaveLength(2)
    await send(note, { ...forAll, ...ofEach([one, other]), appointments: [one.involvementId] })
    for (const id of goes) expect(await withWhom(id)).toBe(next.userId)
    expect(await withWhom(stays)).toBe(leaver.userId)
  })

  it('go without an appointment that has begun since the page was opened, and it is said', async () => {
    const it_ = await heldCase('Begun', leaver)
    const { now } = service.clock
    const begun = await plannedFor(it_, now.add({ minutes: 2 }).toString())
    const note = await choose([it_])
    const handed = await send(
      note,
      { ...forAll, ...ofEach([it_]), appointments: [it_.involvementId] },
      () => {
        service.clock.now = now.add({ minutes: 3 })
      },
    )
    expect(handed.location).toBe(`/team/${leaver.userId}`)
    expect((await senior.get(handed.location ?? '')).text).toContain(
      '1 case has been handed over. 1 appointment that you ticked has begun or was changed meanwhile',
    )
    service.clock.now = now
    expect(await holderOf(it_)).toBe(next.userId)
    expect(await withWhom(begun)).toBe(leaver.userId)
  })

  it('go together or not at all: where one cannot be taken, none goes', async () => {
    const open = await heldCase('Open', leaver)
    const kin = await heldCase('Kin', leaver)
    const note = await choose([open, kin])
    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
      [service.serviceId, kin.childId, next.userId],
    )
    const why = 'Team Kin: whoever you chose cannot take this case'
    const refused = await send(note, { ...forAll, ...ofEach([open, kin]) })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(why)
    expect(await holderOf(open)).toBe(leaver.userId)
    const chosen = await senior.fill(handOver(), {
      which: 'some',
      cases: [open.involvementId, kin.involvementId],
      to: next.userId,
    })
    expect(chosen.status).toBe(422)
    expect(chosen.text).toContain(why)
  })
})
