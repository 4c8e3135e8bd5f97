import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion, walkTo } from './cases.testkit.ts'

let service: TestService
let senior: TestPerson
let manager: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
  manager = await service.person('manager', 'Mo Manager')
})
afterAll(() => service.close())

const screened = { step: 'screen', answers: { strengths: 'Football', 'danger-now': 'no' } }
const day = { 'happened-on': '18/11/2026' }
const yes = { ...day, decision: 'suitable', reason: 'A mentor would do good' }
const no = {
  ...day,
  decision: 'not-suitable',
  'why-not': 'nothing-needed',
  reason: 'He has put it right already',
}

async function aScreenedCase() {
  const by = { serviceId: service.serviceId, userId: senior.userId }
  const it = await service.as(senior, tx => caseAfter(tx, by, diversion(), [screened]))
  return `/children/${it.childId}/cases/${it.involvementId}`
}

const opened = (html: string) => ({
  _version: hiddenValue(html, '_version') ?? '',
  _was: hiddenValue(html, '_was') ?? '',
})

describe('two who decide at once', () => {
  it('the second hears what the first decided, and keeps what was typed', async () => {
    const at = await aScreenedCase()
    const theirs = await manager.get(`${at}/steps/decide`)
    expect((await senior.fill(`${at}/steps/decide`, yes)).status).toBe(303)
    const second = await manager.post(`${at}/steps/decide`, { ...no, ...opened(theirs.html) })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Sam Senior has changed this since you opened it')
    expect(second.text).toContain('Nothing of what you typed here has been saved')
    expect(second.text).toContain('Recorded by Sam Senior')
    expect(second.text).toContain('A mentor would do good')
    expect(second.html).toContain('He has put it right already')
    for (const page of [at, `${at.split('/cases')[0]}/history`])
      expect((await manager.get(page)).text).not.toContain('He has put it right already')
  })

  it('at the very same moment, one is kept', async () => {
    const at = await aScreenedCase()
    const [mine, theirs] = [await senior.get(`${at}/steps/decide`), await manager.get(`${at}/steps/decide`)]
    const answers = await Promise.all([
      senior.post(`${at}/steps/decide`, { ...yes, ...opened(mine.html) }),
      manager.post(`${at}/steps/decide`, { ...no, ...opened(theirs.html) }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })

  it('whoever opens the page afterwards is told how the case stands', async () => {
    const at = await aScreenedCase()
    await senior.fill(`${at}/steps/decide`, yes)
    const late = await manager.get(`${at}/steps/decide`)
    expect(late.location).toBe(at)
    expect((await manager.get(at)).html).toContain('moj-alert--warning')
  })
})

describe('two who hand one case over at once', () => {
  const note = {
    ...day,
    'why-changed': 'Leave',
    'matters-now': 'Football',
    promised: 'Nothing',
    'change-child-told': 'yes',
    'child-told': 'On the telephone',
    'change-parent-told': 'yes',
  }
  it('the second hears who holds it since when, and is asked before it is moved again', async () => {
    const by = { serviceId: service.serviceId, userId: senior.userId }
    const worker = await service.person('officer')
    const [first, other] = [await service.person('officer', 'Isla Merriden'), await service.person('officer')]
    const it_ = await service.as(senior, tx =>
      caseAfter(tx, by, diversion(), walkTo(diversion(), 'allocate', worker.userId)),
    )
    const at = `/children/${it_.childId}/cases/${it_.involvementId}`
    const step = `${at}/steps/change-worker`
    const theirs = await manager.get(step)
    const heldBy = { 'held-by': hiddenValue(theirs.html, 'held-by') ?? '' }
    expect((await senior.fill(step, { ...note, worker: first.userId })).status).toBe(303)
    const mine = { ...note, ...heldBy, worker: other.userId }
    const second = await manager.post(step, { ...mine, ...opened(theirs.html) })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Isla Merriden has held this case since 10am')
    expect(second.text).toContain('Is it to be handed over once more?')
    expect(hiddenValue(second.html, 'held-by')).toBe(worker.userId)
    const unsaid = await manager.post(step, { ...mine, ...opened(second.html) })
    expect(unsaid.status).toBe(422)
    expect(unsaid.text).toContain('Say whether the case is to be handed over once more')
    const holder = async () =>
      (
        await service.asOwner('select holder_id from involvement where involvement_id = $1', [
          it_.involvementId,
        ])
      )[0]?.holder_id
    const no = await manager.post(step, { ...mine, ...opened(second.html), 'move-again': 'no' })
    expect(no.location).toBe(at)
    expect(await holder()).toBe(first.userId)
    const yes = await manager.post(step, { ...mine, ...opened(second.html), 'move-again': 'yes' })
    expect(yes.status).toBe(303)
    expect(await holder()).toBe(other.userId)
  })
})

it('a day before the start is not taken for the end of the work', async () => {
  const by = { serviceId: service.serviceId, userId: senior.userId }
  const it_ = await service.as(senior, tx =>
    caseAfter(tx, by, diversion(), [
      screened,
      { step: 'decide', answers: { decision: 'suitable' } },
      { step: 'offer', answers: {} },
      { step: 'accept', answers: {} },
      { step: 'allocate', answers: { worker: senior.userId } },
    ]),
  )
  const refused = await senior.fill(`/children/${it_.childId}/cases/${it_.involvementId}/steps/start`, {
    ...day,
    goals: 'A job',
    'child-safe': 'Home by nine',
    'others-safe': 'A letter',
    'planned-end': '1/1/2026',
  })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('The work cannot be meant to end before it starts')
})

it('naming another worker while the worker declares a conflict of interest: neither waits for the other for ever', async () => {
  const by = { serviceId: service.serviceId, userId: senior.userId }
  for (let i = 0; i < 8; i++) {
    const worker = await service.person('officer')
    const next = await service.person('officer')
    const it_ = await service.as(senior, tx =>
      caseAfter(tx, by, diversion(), [
        screened,
        { step: 'decide', answers: { decision: 'suitable' } },
        { step: 'offer', answers: {} },
        { step: 'accept', answers: {} },
        { step: 'allocate', answers: { worker: worker.userId } },
      ]),
    )
    const child = `/children/${it_.childId}`
    const answers = await Promise.all([
      senior.fill(`${child}/cases/${it_.involvementId}/steps/change-worker`, {
        ...day,
        worker: next.userId,
        'why-changed': 'Leave',
        'matters-now': 'Football',
        promised: 'Nothing',
        'change-child-told': 'yes',
        'child-told': 'On the telephone',
        'change-parent-told': 'yes',
      }),
      worker.fill(`${child}/safety/conflicts/mine`, { relation: 'Uncle', sure: 'yes' }),
    ])
    for (const { status } of answers) expect([303, 409, 422]).toContain(status)
  }
})
