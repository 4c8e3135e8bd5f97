import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild, addPerson } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let childId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
})
afterAll(() => service.close())

async function begin(form: string): Promise<string> {
  const begun = await officer.fill(`/children/${childId}/assessments/begin/${form}`, { case: 'none' })
  return begun.location ?? ''
}

const twoRows = {
  'if-things': ['', '1', '2'],
  'if-things-1-if': 'He is arrested',
  'if-things-1-does': 'The duty worker goes',
  'if-things-1-who': 'Olive',
  'if-things-2-if': 'He is not home by ten',
  'if-things-2-does': '',
  'if-things-2-who': 'His mother',
}

test('a row is added and another taken away without saving, and nothing that was typed is lost', async () => {
  const at = `${await begin('review')}/sections/plan`
  const more = await officer.fill(at, { ...twoRows, _rows: 'if-things add' })
  expect(more.status).toBe(200)
  expect(more.text).toContain('Possibility 3')
  expect(more.html).toContain('He is not home by ten')
  const less = await officer.fill(at, { ...twoRows, _rows: 'if-things remove 1' })
  expect(less.html).not.toContain('He is arrested')
  expect(less.html).toContain('He is not home by ten')
  expect(less.text).not.toContain('Possibility 2')
  expect((await officer.get(at.replace('/sections/plan', ''))).text, 'nothing is saved').toContain('0 of 6')
  expect((await officer.get(at)).text, 'what was typed is kept').toContain('This is what you typed')
})

test('a row with a gap is kept, counts as missing, and stands in the form as it is read', async () => {
  const form = await begin('review')
  const saved = await officer.fill(`${form}/sections/plan`, twoRows)
  expect(saved.status).toBe(303)
  const json = JSON.parse((await officer.get(`${form}/answers.json`)).response.payload) as {
    answers: unknown
  }
  expect(json.answers).toMatchObject({
    if_things: [
      { if: 'He is arrested', does: 'The duty worker goes', who: 'Olive' },
      { if: 'He is not home by ten', who: 'His mother' },
    ],
  })
  const before = (await officer.get(form)).text
  await officer.fill(`${form}/sections/plan`, { ...twoRows, 'if-things-2-does': 'His aunt is rung' })
  const after = (await officer.get(form)).text
  const missing = (text: string) => Number(/(\d+) answers? missing/.exec(text)?.[1])
  expect(missing(before) - missing(after)).toBe(1)
  await officer.fill(`${form}/set-aside`, { words: 'Begun by mistake' })
  const read = await officer.get(form)
  expect(read.text, 'a table').toContain(
    'If this happens Then this is done Who does it He is arrested The duty worker goes Olive He is not home by ten His aunt is rung His mother',
  )
  expect(read.html.match(/<th scope="col"[^>]*>If this happens/g)).toHaveLength(1)
})

test('what is wrong in a row names the row and the box', async () => {
  const refused = await officer.fill(`${await begin('education')}/sections/exclusions`, {
    suspended: 'yes',
    suspensions: ['', '1', '2'],
    'suspensions-1-days': '2',
    'suspensions-2-from': 'last week',
    'suspensions-2-days': '3',
  })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Suspension 2: From must be a date')
  expect(refused.html).toContain('href="#suspensions-2-from"')
})

test('a place and a person are chosen from those that the record knows, or written', async () => {
  await service.as(officer, tx =>
    addPerson(tx, {
      serviceId: service.serviceId,
      childId,
      name: 'Ann Amin',
      relationship: 'mother',
    }),
  )
  const form = await begin('pre-visit-safety')
  const page = await officer.get(`${form}/sections/well`)
  expect(page.text).toContain('Ann Amin (mother)')
  await officer.fill(`${form}/sections/well`, {
    'visit-place': 'The café by the station',
    'there-too': 'not-listed',
    'there-too-reason-not-listed': 'His uncle',
  })
  const again = await officer.get(`${form}/sections/well`)
  expect(again.html).toContain('value="His uncle"')
  expect(again.html).toContain('value="The café by the station"')
})

test('a day on which something comes next may not lie in the past, when it is saved nor when the form is signed', async () => {
  const form = await begin('review')
  const plan = { 'plan-fits': 'yes', 'review-next': '20/11/2026' }
  const refused = await officer.fill(`${form}/sections/plan`, plan)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('When is the next review: the day cannot be in the past')
  await officer.fill(`${form}/sections/plan`, { ...plan, 'review-next': '22/11/2026' })
  const sign = async () => (await officer.fill(`${form}/sign`, { words: '' })).text
  expect(await sign()).not.toContain('cannot be in the past')
  await service.asOwner(
    `update assessment_section set answers = answers || '{"review-next": "2026-11-20"}' where assessment_id = $1`,
    [form.split('/').at(-1)],
  )
  expect(await sign()).toContain('When is the next review: the day cannot be in the past')
})
