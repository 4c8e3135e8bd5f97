import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion } from '../cases/cases.testkit.ts'
import { findInvolvement, type Involvement, listMilestones } from '../cases/index.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let of: Involvement

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

beforeEach(async () => {
  of = await service.as(officer, tx =>
    caseAfter(tx, { serviceId: service.serviceId, userId: officer.userId }, diversion(), []),
  )
})

const sections: Readonly<Record<string, Record<string, string | string[]>>> = {
  asked: { 'asked-of': ['child', 'police'], 'child-said': '“I was bored.”' },
  life: { home: 'not-in-record', school: 'not-in-record', language: 'not-in-record' },
  picture: { strengths: 'Kind to his sisters', worries: 'The older boys' },
  communication: { communication: 'none', 'communication-reason-none': 'In May, by a therapist' },
  exploitation: {
    exploitation: 'targeted',
    'exploitation-signs': 'A second phone',
    'shared-with-hub': '20/11/2026',
  },
  safety: { 'danger-now': 'yes', 'danger-now-reason-yes': 'His sister' },
  next: { urgent: 'no' },
}

/** A screening, whole and signed by the officer, for the case or for none. */
async function signed(forCase: string = of.involvementId): Promise<string> {
  const begun = await officer.fill(`/children/${of.childId}/assessments/begin/initial-screening`, {
    case: forCase,
  })
  const at = begun.location ?? ''
  for (const [section, answers] of Object.entries(sections))
    expect((await officer.fill(`${at}/sections/${section}`, answers)).status, section).toBe(303)
  expect((await officer.fill(`${at}/sign`, { words: '' })).status).toBe(303)
  return at
}

const countersign = (at: string) =>
  senior.fill(`${at}/countersign`, { decision: 'countersigned', words: 'Good' })
const now = () => service.as(officer, tx => findInvolvement(tx, of.involvementId))
const steps = () => service.as(officer, tx => listMilestones(tx, of.involvementId))

test('the screening of the case is recorded by countersigning its form, on the day the worker signed', async () => {
  const at = await signed()
  const signedAt = service.clock.now
  expect((await now())?.stage, 'a senior reads it first').toBe('notified')
  service.clock.now = service.clock.now.add({ minutes: 5 })
  await countersign(at)
  expect((await now())?.stage).toBe('screened')
  const screening = (await steps()).at(-1)
  expect(screening?.step).toBe('screen')
  expect(screening?.at.equals(signedAt)).toBe(true)
  expect(screening?.answers).toEqual({
    'asked-of': ['child', 'police'],
    strengths: 'Kind to his sisters',
    worries: 'The older boys',
    communication: 'none',
    'communication-reason': 'In May, by a therapist',
    exploitation: 'targeted',
    'shared-with-hub': '2026-11-20',
    'danger-now': 'yes',
    'danger-now-reason': 'His sister',
  })
  const { text } = await senior.get(`/children/${of.childId}/cases/${of.involvementId}`)
  expect(text, 'whoever wrote and signed it, and not who countersigned').toContain(
    'Screening completed by Olive Officer',
  )
})

test('an alert that was ended before the senior countersigned is not raised again', async () => {
  const at = await signed()
  const open = () =>
    service.asOwner(`select 1 from child_alert where child_id = $1 and ended_at is null`, [of.childId])
  expect((await open()).length).toBeGreaterThan(0)
  await service.asOwner(`update child_alert set ended_at = now() where child_id = $1`, [of.childId])
  await countersign(at)
  expect((await now())?.stage).toBe('screened')
  expect(await open()).toEqual([])
})

test('a form that is given back, or of no case, moves no case', async () => {
  const back = await signed()
  await senior.fill(`${back}/countersign`, { decision: 'returned', words: 'Ask his school' })
  expect((await now())?.stage).toBe('notified')
  await countersign(await signed('none'))
  expect((await now())?.stage).toBe('notified')
})

test('where the screening was recorded by hand meanwhile, the form is countersigned and the case stands', async () => {
  const at = await signed()
  const byHand = await officer.fill(`/children/${of.childId}/cases/${of.involvementId}/steps/screen`, {
    'happened-on': '21/11/2026',
    'asked-of': ['child'],
    strengths: 'Kind',
    worries: 'Nothing',
    communication: 'known',
    exploitation: 'no-sign',
    'danger-now': 'no',
  })
  expect(byHand.status).toBe(303)
  expect((await countersign(at)).status).toBe(303)
  expect((await senior.get(at)).text).toContain('Countersigned by Sam Senior')
  expect((await steps()).filter(({ step }) => step === 'screen')).toHaveLength(1)
})

test('the page of the step says that the form records it', async () => {
  const page = await officer.get(`/children/${of.childId}/cases/${of.involvementId}/steps/screen`)
  expect(page.text).toContain(
    'When the form “Initial screening” of this case is signed and countersigned, this is recorded from it.',
  )
})

test('what the step of the case says already stands beside the same questions of the form', async () => {
  await service.asOwner(
    `update milestone set step = 'screen', answers = '{"strengths": "Plays the drums"}' where involvement_id = $1`,
    [of.involvementId],
  )
  const begun = await officer.fill(`/children/${of.childId}/assessments/begin/initial-screening`, {
    case: of.involvementId,
  })
  expect((await officer.get(`${begun.location}/sections/picture`)).text).toContain('Plays the drums')
})
