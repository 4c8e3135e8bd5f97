import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let therapist: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  therapist = await service.person(['speech-therapist', 'officer'], 'Tess Therapist')
})
afterAll(() => service.close())

const aChild = (howToTalk = '') =>
  service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin', howToTalk }),
  )

const screenedOut = {
  way: { outcome: 'screened-out' },
  'screened-out': {
    evidence: ['therapist-report'],
    'evidence-on': '1/11/2026',
    'evidence-by': 'The hospital',
    conclusive: 'Tested in October',
  },
}
const advice = (audience: string) => ({ [`${audience}-do`]: 'Short questions' })
const assessed = {
  way: { outcome: 'assessed' },
  strengths: { 'talks-well': 'Stories', 'child-says': '“OK”' },
  how: {
    'seen-on': '1/11/2026',
    used: 'Pictures',
    languages: 'English',
    interpreter: 'not-needed',
    senses: 'yes',
  },
  found: { need: 'yes', kinds: ['memory'], 'identified-before': 'no', means: 'Loses the thread' },
  court: advice('court'),
  school: advice('school'),
  panel: advice('panel'),
  police: advice('police'),
  home: advice('home'),
  after: {
    therapy: 'no',
    'our-work': 'Draw what comes next.',
    unmet: 'no',
    'told-child': 'With a drawing',
  },
}

/** The form, written and signed by the therapist: it needs nobody else. */
async function sign(childId: string, sections: Record<string, Record<string, string | string[]>>) {
  const begun = await therapist.fill(`/children/${childId}/assessments/begin/communication`, { case: 'none' })
  const at = begun.location ?? ''
  for (const [section, answers] of Object.entries(sections))
    expect((await therapist.fill(`${at}/sections/${section}`, answers)).status, section).toBe(303)
  expect((await therapist.fill(`${at}/sign`, { words: '' })).status).toBe(303)
  service.clock.now = service.clock.now.add({ minutes: 5 })
}

const source = 'From “Speech, language and communication assessment” of 21 November 2026, by Tess Therapist.'

test('what the therapist advises stands wherever somebody who meets the child reads how to talk, with its source', async () => {
  const childId = await aChild()
  expect((await officer.get(`/children/${childId}`)).text).toContain('Nothing is recorded yet.')
  await sign(childId, assessed)
  for (const page of ['', '/before-a-visit', '/details']) {
    const { text } = await officer.get(`/children/${childId}${page}`)
    expect(text, page).toContain(`Draw what comes next. ${source}`)
    expect(text, page).not.toContain('How to talk with this child Nothing is recorded yet.')
  }
})

test('what somebody wrote by hand stays beside it, and the latest form holds', async () => {
  const childId = await aChild('Speak slowly.')
  await sign(childId, assessed)
  await sign(childId, { ...assessed, after: { ...assessed.after, 'our-work': 'Five lines at most.' } })
  const { text } = await officer.get(`/children/${childId}`)
  expect(text).toContain(`Five lines at most. ${source} Written in Details: Speak slowly.`)
  expect(text).not.toContain('Draw what comes next.')
})

test('screened out, or no need found, is said too', async () => {
  const childId = await aChild()
  await sign(childId, screenedOut)
  expect((await officer.get(`/children/${childId}`)).text).toContain(
    `Screened out: there is conclusive evidence of no speech, language or communication need. ${source}`,
  )
  const { after, way, strengths, how } = assessed
  const found = { need: 'no', 'need-reason-no': 'The tests', 'look-further': '' }
  const our = { ...after, 'our-work': 'It need not' }
  await sign(childId, { way, strengths, how, found, after: our })
  const { text } = await officer.get(`/children/${childId}`)
  expect(text).toContain(`Assessed: no speech, language or communication need was found. ${source}`)
  expect(text).not.toContain('It need not')
})

test('a need that is not met is recorded once for a kind of form, as the latest says it, and is met when a later one says so', async () => {
  const childId = await aChild()
  const after = {
    ...assessed.after,
    unmet: 'yes',
    'unmet-reason-yes': 'A hearing test',
    'unmet-because': 'none',
  }
  await sign(childId, { ...assessed, after })
  const plan = () => officer.get(`/children/${childId}/plan`)
  const first = await plan()
  expect(first.text).toContain('Speech, language and communication There is no service for it A hearing test')
  expect(first.text).toContain(
    '21 November 2026, Tess Therapist Speech, language and communication assessment',
  )
  const again = { ...after, 'unmet-reason-yes': 'Still no hearing test', 'unmet-because': ['waiting'] }
  await sign(childId, { ...assessed, after: again })
  await sign(childId, { ...assessed, after: again })
  const rows = () =>
    service.asOwner('select words, reason, met_on from unmet_need where child_id = $1', [childId])
  const [need, ...others] = await rows()
  expect(others).toEqual([])
  expect(need?.words).toBe(
    '“Speech, language and communication assessment”, 21 November 2026: Still no hearing test\nThe child is waiting for it',
  )
  expect(need?.reason).toBe('waiting')
  await sign(childId, assessed)
  expect(await rows()).toHaveLength(1)
  expect((await plan()).text).toContain(
    '21 November 2026: Said in “Speech, language and communication assessment”, 21 November 2026',
  )
})

test('what somebody recorded by hand, or another kind of form found, stays a need of its own, and is not ended by a form', async () => {
  const childId = await aChild()
  await service.asOwner(
    `insert into unmet_need (service_id, child_id, need, reason, words, found_on, recorded_by, recorded_at)
     values ($1, $2, 'communication', 'waiting', 'A hearing test', '2026-10-01', $3, now())`,
    [service.serviceId, childId, officer.userId],
  )
  const after = { ...assessed.after, unmet: 'yes', 'unmet-reason-yes': 'Hearing', 'unmet-because': 'none' }
  await sign(childId, { ...assessed, after })
  const other = await officer.fill(`/children/${childId}/assessments/begin/review`, { case: 'none' })
  await service.asOwner(
    `insert into unmet_need (service_id, child_id, assessment_id, need, reason, words, found_on, recorded_by, recorded_at)
     values ($1, $2, $3, 'communication', 'declined', 'Help at home', '2026-10-02', $4, now())`,
    [service.serviceId, childId, other.location?.split('/').at(-1), officer.userId],
  )
  await sign(childId, assessed)
  const rows = await service.asOwner(
    'select reason, met_on is not null as met from unmet_need where child_id = $1 order by found_on',
    [childId],
  )
  expect(rows).toEqual([
    { reason: 'waiting', met: false },
    { reason: 'declined', met: false },
    { reason: 'no-service', met: true },
  ])
})
