import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { involvementState, type Pathway } from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { listMilestones } from './caseQueries.ts'
import { caseAfter, diversion, type Taken, walks, walkTo } from './cases.testkit.ts'

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

test('after every step of every pathway the case stands where its milestones say', async () => {
  for (const pathway of practiceInUse().pathways) {
    const all = walks(pathway, officer.userId)
    expect(all.length).toBeGreaterThan(30)
    await service.as(senior, async tx => {
      for (const walk of all) await expectSame(tx, pathway, walk)
    })
  }
})

/** The row of the case says the same as the replay of its milestones. */
async function expectSame(tx: Work, pathway: Pathway, walk: readonly Taken[]) {
  const row = await caseAfter(tx, by(), pathway, walk)
  const state = involvementState(pathway, await listMilestones(tx, row.involvementId), service.clock.now)
  const words = walk.map(({ step }) => step).join(', ')
  if (!state.ok) throw new Error(words)
  if (state.value.kind === 'ended') {
    expect(row.ending, words).toBe(state.value.ending)
    expect(row.endedAt?.toString(), words).toBe(state.value.endedAt.toString())
  } else {
    expect(state.value, words).toMatchObject({ kind: 'open', stage: row.stage })
    expect(row, words).toMatchObject({ ending: null, endedAt: null })
  }
}

const today = { 'happened-on': '18/11/2026' }

describe('a case that was closed by mistake', () => {
  it('is open again, with what can be done next, and in the list of cases', async () => {
    const it = await service.as(senior, tx =>
      caseAfter(tx, by(), diversion(), [{ step: 'close', answers: { outcome: 'recorded-in-error' } }]),
    )
    const at = `/children/${it.childId}/cases/${it.involvementId}`
    expect((await senior.get(at)).text).toContain('Ended: Recorded in error')
    const sent = await senior.fill(`${at}/steps/reopen`, {
      ...today,
      'reopened-to': 'decide-anew',
      'why-reopened': 'It was another child',
    })
    expect(sent.status).toBe(303)
    const page = await senior.get(at)
    expect(page.text).not.toContain('Ended')
    expect(page.html).not.toContain('/steps/reopen')
    expect((await senior.get('/')).html).toContain(at)
  })

  it('goes back to whoever held it', async () => {
    const it = await service.as(senior, async tx => {
      const walk = walkTo(diversion(), 'allocate', officer.userId)
      return caseAfter(tx, by(), diversion(), [
        ...walk,
        { step: 'close', answers: { outcome: 'recorded-in-error' } },
      ])
    })
    const at = `/children/${it.childId}/cases/${it.involvementId}`
    await senior.fill(`${at}/steps/reopen`, {
      ...today,
      'reopened-to': 'decide-anew',
      'why-reopened': 'It was another child',
    })
    const parts = await service.asOwner(
      'select user_id from case_worker where involvement_id = $1 and until_at is null',
      [it.involvementId],
    )
    expect(parts).toEqual([{ user_id: officer.userId }])
    expect((await officer.get('/')).html).toContain(at)
  })
})

describe('a deadline that nothing has started', () => {
  const notStarted = 'Missed appointment followed up: starts only if'
  const pageAfter = async (walk: readonly Taken[]) => {
    const it = await service.as(senior, tx => caseAfter(tx, by(), diversion(), walk))
    return senior.get(`/children/${it.childId}/cases/${it.involvementId}`)
  }

  it('is no line among what is due, and is said below in few words', async () => {
    const { html, text } = await pageAfter([])
    expect(text).toContain(`${notStarted} “An appointment was missed, and no acceptable reason is known”`)
    const table = html.slice(html.indexOf('id="clocks"')).split('</table>')[0]
    expect(table).toContain('Screening and assessment of suitability')
    expect(table).not.toContain('Missed appointment followed up')
  })

  it('is not said of a case that has ended', async () => {
    const { text } = await pageAfter([{ step: 'close', answers: { outcome: 'recorded-in-error' } }])
    expect(text).toContain('Ended: Recorded in error')
    expect(text).not.toContain('Missed appointment followed up')
  })
})

describe('the day of a step', () => {
  it('is not before the step that brought the case where it stands', async () => {
    const it = await service.as(senior, async tx => {
      const walk = walkTo(diversion(), 'allocate', officer.userId)
      return caseAfter(tx, by(), diversion(), walk)
    })
    const address = `/children/${it.childId}/cases/${it.involvementId}/steps/start`
    const answers = {
      goals: 'To go back to school',
      'child-safe': 'Home by nine',
      'others-safe': 'No contact with the victim',
      'planned-end': '1/3/2027',
    }
    const early = await officer.fill(address, { ...answers, 'happened-on': '4/10/2026' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('It cannot have happened before 5 October 2026')
    expect((await officer.fill(address, { ...answers, 'happened-on': '5/10/2026' })).status).toBe(303)
    const [row] = await service.asOwner(
      `select bool_and(happened_at >= earlier) as ordered from (
         select happened_at, lag(happened_at) over (order by recorded_at, milestone_id) as earlier
         from milestone where involvement_id = $1) m`,
      [it.involvementId],
    )
    expect(row?.ordered).toBe(true)
  })

  it('of what leaves the case in its place may be earlier', async () => {
    const it = await service.as(senior, tx =>
      caseAfter(tx, by(), diversion(), [{ step: 'close', answers: { outcome: 'moved-away' } }]),
    )
    await service.asOwner('update milestone set happened_at = $2 where involvement_id = $1 and step = $3', [
      it.involvementId,
      '2026-11-17T12:00:00Z',
      'close',
    ])
    const address = `/children/${it.childId}/cases/${it.involvementId}/steps/inform-police`
    const toldOnce = 'Record that the police were told '
    const told = { 'happened-on': '10/11/2026', told: 'That the family has moved' }
    expect((await officer.get(`/children/${it.childId}/cases/${it.involvementId}`)).text).toContain(toldOnce)
    expect((await officer.fill(address, told)).status).toBe(303)
    const page = await officer.get(`/children/${it.childId}/cases/${it.involvementId}`)
    expect(page.text).toContain(`${toldOnce.trimEnd()} something more`)
    expect(page.text.replaceAll(`${toldOnce}something more`, '')).not.toContain(toldOnce)
  })
})
