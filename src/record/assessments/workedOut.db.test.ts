import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'
import { findSections } from './formSearchQueries.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

const aChild = (sex: string, birthDate: string) =>
  service.as(officer, tx =>
    addChild(tx, {
      serviceId: service.serviceId,
      givenName: 'Robin',
      familyName: 'Amin',
      sex,
      birthDate: Temporal.PlainDate.from(birthDate),
    }),
  )

/** A full assessment of a child who is before a court, at its part about the score. */
async function atScore(childId: string): Promise<string> {
  const begun = await officer.fill(`/children/${childId}/assessments/begin/full-assessment`, { case: 'none' })
  const at = begun.location ?? ''
  await officer.fill(`${at}/sections/basis`, { court: 'community' })
  return at
}

const convicted = {
  'score-for': 'yes',
  'score-convicted-on': '1/10/2026',
  'score-followed-from': '1/11/2026',
  'score-sanctions': '2',
  'score-first-age': '14',
  'score-offence': 'Violence',
}
const boysFacts = { 'score-born': '1 May 2010', 'score-sex': 'Male' }

test('the score stands with the part once it is saved; what the record knows is confirmed and not asked', async () => {
  const childId = await aChild('1', '2010-05-01')
  const at = await atScore(childId)
  const page = await officer.get(`${at}/sections/score`)
  expect(page.text).toContain('Yes: 1 May 2010')
  expect(page.text).not.toContain('Worked out from the answers')
  const saved = await officer.fill(`${at}/sections/score`, { ...convicted, ...boysFacts })
  expect(saved.location, 'what follows is shown first').toBe(`${at}/sections/score`)
  const after = await officer.get(`${at}/sections/score`)
  expect(after.text).toContain('39% within one year, 57% within two years')
  expect(after.text).toContain('is no judgement by itself')
  expect(after.text, 'no service has set bands').not.toContain('57% within two years;')
  const judged = await officer.get(`${at}/sections/likely`)
  expect(judged.text, 'the score stands beside the judgement').toContain(
    '39% within one year, 57% within two years',
  )
  expect((await officer.get(`${at}/sections/explanation`)).text).not.toContain('57% within two years')
  const again = await officer.fill(`${at}/sections/score`, { ...convicted, ...boysFacts })
  expect(again.location, 'nothing is otherwise: go on').toBe(`${at}/sections/likely`)
  expect((await officer.get(at)).text).toContain('57% within two years')
})

test('a girl of 14 has no score: it says that it is not settled, and why', async () => {
  const at = await atScore(await aChild('2', '2012-05-01'))
  await officer.fill(`${at}/sections/score`, {
    ...convicted,
    'score-first-age': '12',
    'score-born': '1 May 2012',
    'score-sex': 'Female',
  })
  const page = await officer.get(`${at}/sections/score`)
  expect(page.text).toContain('None. Not settled for girls of 10 to 15')
  expect(page.text).toContain('girls aged 10 to 15')
  expect(page.text).not.toMatch(/\d+% within/)
})

test('what was signed keeps what was worked out then, with the version of the rule', async () => {
  const childId = await aChild('1', '2010-05-01')
  const at = await atScore(childId)
  await officer.fill(`${at}/sections/score`, { ...convicted, ...boysFacts })
  await officer.fill(`${at}/set-aside`, { words: 'Begun by mistake' })
  // Whatever the record says later.
  await service.asOwner(`update child set birth_date = '2008-05-01' where child_id = $1`, [childId])
  expect((await officer.get(at)).text).toContain('39% within one year, 57% within two years')
  const json = JSON.parse((await senior.get(`${at}/answers.json`)).response.payload) as {
    worked_out: unknown
  }
  expect(json.worked_out).toEqual({
    ogrs3: {
      words: '39% within one year, 57% within two years',
      why_none: '',
      figures: { one_year: 39, two_years: 57 },
      rule_version: 'ogrs3-2009/1',
    },
  })
})

test('what is not asked any more is no part of what the form says: not worked out, not in JSON, not found', async () => {
  const childId = await aChild('1', '2010-05-01')
  const at = await atScore(childId)
  await officer.fill(`${at}/sections/score`, { ...convicted, ...boysFacts, 'score-offence': 'Robbery' })
  const found = () =>
    service.as(officer, tx =>
      findSections(tx, {
        ...{ query: ['robbery'], childId, onlyOwn: false },
        marks: { from: '[', to: ']' },
      }),
    )
  const [first] = await found()
  expect(first?.fragment).toContain('[Robbery]')
  expect(first?.fragment, 'in words, and not by its codes').toMatch(/^Yes\n/)
  await officer.fill(`${at}/sections/score`, { 'score-for': 'no' })
  const page = await officer.get(at)
  expect(page.text).not.toMatch(/Answers are missing|Reconviction score \(OGRS3\)/)
  const json = JSON.parse((await senior.get(`${at}/answers.json`)).response.payload) as {
    answers: Record<string, unknown>
    worked_out: unknown
  }
  expect(json.answers.score_for).toBe('no')
  expect(Object.keys(json.answers).filter(name => name.startsWith('score_'))).toEqual(['score_for'])
  expect(json.worked_out).toEqual({})
  expect(await found()).toEqual([])
})
