import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addOffence, addOtherName, insertAlert } from '../children/index.ts'
import { caseAfter, diversion, take, walkTo } from './cases.testkit.ts'
import type { Involvement } from './index.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

const by = () => ({ serviceId: service.serviceId, userId: senior.userId })
const instant = (text: string) => Temporal.Instant.from(text)

/** A case in which the work has begun, with a plan of two goals, and a first review. */
async function workedCase(): Promise<Involvement> {
  return service.as(senior, async tx => {
    const walk = walkTo(diversion(), 'start', officer.userId).slice(0, -1)
    const it = await caseAfter(tx, by(), diversion(), [
      ...walk,
      { step: 'start', answers: { goals: 'Back to school\nA Saturday job', 'planned-end': '2026-12-20' } },
    ])
    const which = { pathway: diversion(), involvementId: it.involvementId }
    const review = {
      'going-well': 'He boxes',
      'to-change': 'Earlier nights',
      'child-says': 'It is all right',
    }
    await take(tx, by(), which, { step: 'review', answers: review, at: instant('2026-11-01T10:00:00Z') })
    return it
  })
}

const appointment = (it: Involvement, startsAt: string, state: string) =>
  service.asOwner(
    `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place, state,
      missed_reason, reason_is_acceptable) values ($1, $2, $3, $4, 'office', $5, 60, 'Office', $6,
      case when $6 = 'missed' then 'Overslept' else '' end, case when $6 = 'missed' then false end)`,
    [service.serviceId, it.childId, it.involvementId, officer.userId, startsAt, state],
  )
const at = (it: Involvement, more = '') => `/children/${it.childId}/cases/${it.involvementId}${more}`

describe('a review', () => {
  it('shows what has changed since the last one, by kind, and nothing from before', async () => {
    const it = await workedCase()
    await appointment(it, '2026-10-20T10:00:00Z', 'kept')
    await appointment(it, '2026-11-05T10:00:00Z', 'kept')
    await appointment(it, '2026-11-12T10:00:00Z', 'missed')
    await service.as(senior, async tx => {
      const of = { serviceId: service.serviceId, childId: it.childId }
      await insertAlert(tx, {
        ...of,
        kind: 'danger',
        text: 'A dog is let out',
        by: senior.userId,
        at: instant('2026-11-10T10:00:00Z'),
      })
      await addOffence(tx, {
        ...of,
        at: instant('2026-11-10T10:00:00Z'),
        description: 'Broke a window',
        committedOn: Temporal.PlainDate.from('2026-11-09'),
      })
    })
    for (const address of [at(it, '/steps/review'), at(it, '/changes')]) {
      const { text, status } = await officer.get(address)
      expect(status).toBe(200)
      expect(text).toContain('Plan reviewed, 1 November 2026')
      expect(text).toContain('1 kept, 1 missed')
      expect(text).toContain('Overslept (not followed up)')
      expect(text).toContain('A dog is let out')
      expect(text).toContain('Broke a window')
    }
  })

  it('can be looked back on from the start of the case', async () => {
    const it = await workedCase()
    await appointment(it, '2026-10-20T10:00:00Z', 'kept')
    const { html } = await officer.get(at(it, '/changes'))
    const start = html.match(/\?since=([0-9a-f-]+)/g)?.at(-1) ?? ''
    const { text } = await officer.get(at(it, `/changes${start}`))
    expect(text).toContain('Since: Notification received')
    expect(text).toContain('1 kept')
    expect(text).toContain('Plan reviewed')
  })

  it('has the last answer beside each question', async () => {
    const it = await workedCase()
    const { text } = await officer.get(at(it, '/steps/review'))
    expect(text).toContain('1 November 2026: He boxes')
    expect(text).toContain('20 December 2026')
  })

  it('says nothing of notes and contacts to somebody who may not read them', async () => {
    const it = await workedCase()
    await appointment(it, '2026-11-12T10:00:00Z', 'missed')
    const police = await service.person('police-officer')
    const { text } = await police.get(at(it, '/changes'))
    expect(text).toContain('Not open to your role')
    expect(text).not.toContain('Overslept')
  })

  it('says nothing of health to somebody who may not read of it, and nobody hears a name that must not be used', async () => {
    const it = await workedCase()
    await service.asOwner(
      `update child set disability = 'yes', disability_words = 'Hears little on the left', version = version + 1 where child_id = $1`,
      [it.childId],
    )
    await service.asOwner(
      `update child set disability_words = '', phone = '0117 496 0001', version = version + 1 where child_id = $1`,
      [it.childId],
    )
    await service.as(senior, tx =>
      addOtherName(tx, {
        serviceId: service.serviceId,
        childId: it.childId,
        name: 'Oldname Amin',
        kind: 'former',
        mustNotBeUsed: true,
      }),
    )
    const told = async (role: Parameters<TestService['person']>[0]) => {
      const { text, status } = await (await service.person(role)).get(at(it, '/changes'))
      expect(status).toBe(200)
      expect(text).toContain('0117 496 0001')
      expect(text).not.toContain('Oldname')
      return text.includes('Hears little on the left')
    }
    expect(await told('senior')).toBe(true)
    expect(await told('police-officer')).toBe(false)
    expect(await told('business-support')).toBe(false)
  })

  it('says what the child is called now, and none of the names from before where one must not be used', async () => {
    const it = await workedCase()
    const toName = (name: string, former: string) =>
      officer.fill(`/children/${it.childId}/details/names/change`, {
        ...{ 'given-name': name, 'family-name': 'Achterberg', 'known-as': '' },
        ...{ how: 'transition', former, 'changed-on': '1/11/2026' },
      })
    // Written down as another name before it becomes the name, and taken out of the list by the change after it.
    await service.as(senior, tx =>
      addOtherName(tx, {
        ...{ serviceId: service.serviceId, childId: it.childId },
        ...{ name: 'Olivier Achterberg', kind: 'alias' },
      }),
    )
    expect((await toName('Olivier', 'may-be-used')).status).toBe(303)
    await service.asOwner(
      `update child set said_as = 'o-LIV-yay', pronouns = 'he/him', version = version + 1 where child_id = $1`,
      [it.childId],
    )
    expect((await toName('Olivia', 'must-not')).status).toBe(303)
    await service.asOwner(
      `update child set said_as = 'o-LIV-ia', pronouns = 'she/her', version = version + 1 where child_id = $1`,
      [it.childId],
    )
    const { text } = await officer.get(at(it, '/changes'))
    const told = text.slice(text.indexOf('Address, school, people'))
    for (const words of ['Given name Olivia', 'How the name is said o-LIV-ia', 'he/him she/her'])
      expect(told).toContain(words)
    expect(text).not.toContain('Olivier')
    expect(text).not.toContain('o-LIV-yay')
  })
})

describe('the ending', () => {
  it('shows what still stands open and the goals of the plan, and keeps what became of each', async () => {
    const it = await workedCase()
    await appointment(it, '2026-11-12T10:00:00Z', 'missed')
    await appointment(it, '2026-11-28T10:00:00Z', 'planned')
    const end = at(it, '/steps/end')
    const { text } = await officer.get(end)
    expect(text).toContain('missed and not followed up')
    expect(text, 'owed until somebody follows it up').toContain('Missed appointment followed up : overdue')
    expect(text, 'what the ending itself does').not.toContain('Work ended, or a new day agreed at a review :')
    expect(text).toContain('Say how it went, cancel it, or keep it as a goodbye')
    expect(text).toContain('Back to school')
    expect(text).toContain('A Saturday job')
    expect(text).not.toContain('third goal')
    const sent = await officer.fill(end, {
      'happened-on': '20/11/2026',
      outcome: 'completed',
      'first-goal': 'reached',
      'second-goal': 'in-part',
      achieved: 'He is back at school',
      'child-says': 'Good',
      repaired: 'no-victim',
      'safe-now': 'Safe',
      'next-help': 'His uncle',
    })
    expect(sent.status).toBe(303)
    expect((await officer.get(at(it))).text).toContain('How far was the first goal reached? Reached')
  })
})
