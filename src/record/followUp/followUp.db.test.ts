import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion, take, walkTo } from '../cases/cases.testkit.ts'
import type { Involvement } from '../cases/index.ts'
import { addOffence } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

const ended = Temporal.Instant.from('2026-10-20T09:00:00Z')
const by = () => ({ serviceId: service.serviceId, userId: senior.userId })

/** A case whose work ended on 20 October 2026. */
function workedCase(outcome = 'completed', at = ended): Promise<Involvement> {
  return service.as(senior, tx => {
    const walk = walkTo(diversion(), 'end', officer.userId).slice(0, -1)
    return caseAfter(tx, by(), diversion(), [...walk, { step: 'end', answers: { outcome }, at }])
  })
}

const timeOf = async ({ involvementId }: Pick<Involvement, 'involvementId'>) => {
  const [row] = await service.asOwner(
    `select to_char(from_on, 'YYYY-MM-DD') as from, to_char(until_on, 'YYYY-MM-DD') as until,
      to_char(proof_until, 'YYYY-MM-DD') as proof from follow_up where involvement_id = $1`,
    [involvementId],
  )
  return row
}
const at = (it: Involvement, more = '') =>
  `/children/${it.childId}/cases/${it.involvementId}/follow-up${more}`
const offence = (it: Involvement, committedOn: string | null, more = {}) =>
  service.as(senior, tx =>
    addOffence(tx, {
      at: service.clock.now,
      serviceId: service.serviceId,
      childId: it.childId,
      description: `Took a bicycle on ${committedOn}`,
      committedOn: committedOn === null ? undefined : Temporal.PlainDate.from(committedOn),
      ...more,
    }),
  )

describe('a follow-up', () => {
  it('is set up by itself when the work ends, for two years and six months of proof', async () => {
    expect(await timeOf(await workedCase())).toEqual({
      from: '2026-10-20',
      until: '2028-10-20',
      proof: '2029-04-20',
    })
  })

  it('is not set up where the work never began', async () => {
    const it = await service.as(senior, tx =>
      caseAfter(tx, by(), diversion(), [{ step: 'close', answers: { outcome: 'moved-away' } }]),
    )
    expect(await timeOf(it)).toBeUndefined()
    expect((await senior.get(at(it))).status).toBe(404)
  })

  it('goes when the case is opened again, and comes back with the next ending', async () => {
    const it = await workedCase()
    const which = { pathway: diversion(), involvementId: it.involvementId }
    await service.as(senior, tx =>
      take(tx, by(), which, { step: 'reopen', answers: { 'reopened-to': 'where-it-stood' } }),
    )
    expect(await timeOf(it)).toBeUndefined()
    await service.as(senior, tx =>
      take(tx, by(), which, {
        step: 'end',
        answers: { outcome: 'completed-in-part' },
        at: Temporal.Instant.from('2026-11-02T10:00:00Z'),
      }),
    )
    expect(await timeOf(it)).toMatchObject({ from: '2026-11-02' })
  })

  it('follows the day of the ending where that is corrected', async () => {
    const it = await workedCase()
    const [row] = await service.asOwner(
      `select milestone_id from milestone where involvement_id = $1 and step = 'end'`,
      [it.involvementId],
    )
    const sent = await senior.fill(
      `/children/${it.childId}/cases/${it.involvementId}/milestones/${row?.milestone_id}/correct`,
      {
        'happened-on': '22/10/2026',
        outcome: 'completed',
        achieved: 'Finished',
        'child-says': 'Good',
        repaired: 'no-victim',
        'safe-now': 'Yes',
        'next-help': 'Nobody',
        'corrected-because': 'It was two days later',
      },
    )
    expect(sent.status).toBe(303)
    expect(await timeOf(it)).toMatchObject({ from: '2026-10-22', until: '2028-10-22' })
  })
})

describe('an offence', () => {
  test.each([
    ['on the day before the work ended', '2026-10-19', false],
    ['on the day on which it ended', '2026-10-20', true],
    ['on the last day', '2028-10-20', true],
    ['on the day after', '2028-10-21', false],
  ])('%s is found by itself: %s, %s', async (_words, day, isFound) => {
    const it = await workedCase()
    await offence(it, day)
    const { text } = await senior.get(at(it))
    expect(text.includes('To be looked at')).toBe(isFound)
  })

  it('without a day is found by the day of its outcome, and not where it led to the case', async () => {
    const it = await workedCase()
    await offence(it, null, {
      involvementId: it.involvementId,
      outcomeOn: Temporal.PlainDate.from('2026-11-01'),
    })
    expect((await senior.get(at(it))).text).not.toContain('To be looked at')
    await offence(it, null, { outcomeOn: Temporal.PlainDate.from('2026-11-01') })
    expect((await senior.get(at(it))).text).toContain('To be looked at')
  })

  it('stands on the case, on the day of a senior and in the list until somebody has said what it is', async () => {
    const it = await workedCase()
    const offenceId = await offence(it, '2026-11-10')
    const onCase = `/children/${it.childId}/cases/${it.involvementId}`
    expect((await officer.get(onCase)).text).toContain('Found, to be looked at')
    expect((await senior.get('/')).text).toContain('Something was found in')
    expect((await officer.get('/')).text).not.toContain('Something was found in')
    const waiting = '/follow-ups?found=to-look-at&state=all'
    expect((await officer.get(waiting)).html).toContain(at(it))

    const judge = at(it, `/offences/${offenceId}`)
    expect((await officer.get(judge)).status).toBe(403)
    const sent = await senior.fill(judge, {
      verdict: 'further-proven',
      'proven-on': '15/11/2026',
      source: 'The police, by telephone',
    })
    expect(sent.status).toBe(303)
    expect((await senior.get(at(it))).text).toContain('proven in time')
    expect((await officer.get(waiting)).html).not.toContain(at(it))
    expect((await officer.get('/follow-ups?found=further&state=all')).html).toContain(at(it))
  })

  it('is no further offence without a reason, and a further one not outside the time', async () => {
    const it = await workedCase()
    const offenceId = await offence(it, null, { outcomeOn: Temporal.PlainDate.from('2026-11-01') })
    const judge = at(it, `/offences/${offenceId}`)
    const none = await senior.fill(judge, { verdict: 'not-further', source: 'The police' })
    expect(none.status).toBe(422)
    const noDay = await senior.fill(judge, { verdict: 'further-not-proven', source: 'The police' })
    expect(noDay.text).toContain('Enter the day on which it happened')
    const before = await senior.fill(judge, {
      verdict: 'further-not-proven',
      source: 'The police',
      'committed-on': '1/9/2026',
    })
    expect(before.text).toContain('outside the follow-up')
    const said = await senior.fill(judge, {
      verdict: 'not-further',
      'verdict-reason-not-further': 'It was his brother',
      source: 'The police',
    })
    expect(said.status).toBe(303)
    expect((await senior.get(at(it))).text).toContain('It was his brother')
  })

  it('on which two people speak at once keeps what the first said', async () => {
    const it = await workedCase()
    const judge = at(it, `/offences/${await offence(it, '2026-11-10')}`)
    const answers = { verdict: 'further-not-proven', source: 'The police' }
    const stale = await senior.get(judge)
    const was = /name="_was" value="([^"]*)"/.exec(stale.html)?.[1] ?? ''
    expect((await senior.fill(judge, answers)).status).toBe(303)
    const second = await senior.post(judge, { ...answers, source: 'The court', _version: '0', _was: was })
    expect(second.status).toBe(409)
    const rows = await service.asOwner('select source from follow_up_offence where involvement_id = $1', [
      it.involvementId,
    ])
    expect(rows).toEqual([{ source: 'The police' }])
  })
})

describe('a check by hand', () => {
  const asked = { 'checked-on': '21/11/2026', source: 'police', asked: 'Youth justice unit' }

  it('is written down where nothing was found', async () => {
    const it = await workedCase()
    const foundNothing = async () => (await officer.get('/follow-ups?found=none')).html.includes(at(it))
    expect((await officer.get('/follow-ups?found=unchecked')).html).toContain(at(it))
    expect(await foundNothing()).toBe(false)
    expect((await officer.fill(at(it, '/checks/add'), { ...asked, result: 'nothing' })).status).toBe(303)
    expect(await foundNothing()).toBe(true)
    expect((await officer.get(at(it))).text).toContain('Nothing found')
    expect((await officer.get('/follow-ups?found=unchecked')).html).not.toContain(at(it))
  })

  it('that found something puts it among the offences, to be looked at', async () => {
    const it = await workedCase()
    await officer.fill(at(it, '/checks/add'), {
      ...asked,
      result: 'something',
      offence: 'Broke a window',
      'committed-on': '12/11/2026',
    })
    expect((await officer.get(at(it))).text).toContain('Broke a window')
    expect((await officer.get(`/children/${it.childId}/offences`)).text).toContain('Broke a window')
    expect((await officer.get(at(it))).text).toContain('To be looked at')
  })

  it('that found something says what', async () => {
    const it = await workedCase()
    const sent = await officer.fill(at(it, '/checks/add'), { ...asked, result: 'something' })
    expect(sent.text).toContain('Say what was found')
  })

  it('is for those who work there: an analyst is refused', async () => {
    const it = await workedCase()
    const analyst = await service.person('analyst')
    expect((await analyst.get(at(it))).status).toBe(403)
    const police = await service.person('police-officer')
    expect((await police.get(at(it, '/checks/add'))).status).toBe(200)
    const inspector = await service.person('inspector')
    expect((await inspector.get(at(it))).status).toBe(200)
    expect((await inspector.get(at(it, '/checks/add'))).status).toBe(403)
  })
})

test('whoever may open the list finds it in the menu, and Now says until when a child is followed', async () => {
  const it = await workedCase()
  const child = `/children/${it.childId}`
  for (const role of ['officer', 'police-officer', 'business-support', 'inspector', 'senior'] as const) {
    const person = await service.person(role)
    expect((await person.get('/')).html, role).toMatch(/<nav[\s\S]*href="\/follow-ups"/)
    const list = await person.get('/follow-ups')
    expect(list.status, role).toBe(200)
    for (const sort of ['child', '-child', 'from', '-from'])
      expect((await person.get(`/follow-ups?sort=${sort}`)).status).toBe(200)
  }
  for (const role of ['analyst', 'victim-worker'] as const)
    expect((await (await service.person(role)).get('/')).html, role).not.toContain('href="/follow-ups"')
  const now = await officer.get(child)
  expect(now.text).toMatch(/The child is followed until 20 October 2028, after Diversion/)
  expect(now.html).toContain(`href="${at(it)}"`)
  await service.asOwner('update follow_up set until_on = $2 where involvement_id = $1', [
    it.involvementId,
    '2026-12-06',
  ])
  const soon = await officer.get('/follow-ups')
  expect(soon.text).toContain('Nobody has asked and it ends on 6 December 2026')
  expect(soon.text).not.toContain('Until 6 December')
})

test('a restricted child stands in nobody’s list of follow-ups but of those named', async () => {
  const it = await workedCase()
  await service.asOwner(
    `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
    [service.serviceId, it.childId, senior.userId],
  )
  expect((await senior.get('/follow-ups')).html).not.toContain(it.childId)
  expect((await senior.get(at(it))).status).toBe(404)
})

describe('who helps from here', () => {
  it('is recorded with who was told and when they meet, and asked about afterwards', async () => {
    const it = await workedCase()
    const onCase = `/children/${it.childId}/cases/${it.involvementId}`
    const add = `${onCase}/exits/add`
    const half = await officer.fill(add, {
      kind: 'early-help',
      name: 'Family centre',
      agrees: 'yes',
      told: 'Ms Ade',
    })
    expect(half.text).toContain('Enter when they were told')
    const sent = await officer.fill(add, {
      kind: 'early-help',
      name: 'Family centre',
      agrees: 'yes',
      told: 'Ms Ade',
      'told-on': '19/11/2026',
      'meets-on': '20/11/2026',
    })
    expect(sent.status).toBe(303)
    expect((await officer.get(onCase)).text).toContain('To be asked')
    const [row] = await service.asOwner('select exit_id from exit_service where involvement_id = $1', [
      it.involvementId,
    ])
    const began = await officer.fill(`${onCase}/exits/${row?.exit_id}/began`, {
      began: 'yes',
      'began-on': '20/11/2026',
      note: 'The mother says so',
    })
    expect(began.status).toBe(303)
    expect((await officer.get(onCase)).text).toContain('Yes, 20 November 2026')
  })
})
