import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { assemblePractice, checkDefinitions, practiceInUse, usePractice } from '../../engine/packs/index.ts'
import { addChild } from '../children/index.ts'
import { mentoring } from './exampleForm.testkit.ts'

let service: TestService
let officer: TestPerson
let childId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer')
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Ines', familyName: 'Okoro-Lind' }),
  )
  const { calendars, packs } = practiceInUse()
  const pack = { id: 'elsewhere', title: 'Elsewhere', file: mentoring.file, assessments: [mentoring] }
  usePractice(assemblePractice({ ...calendars, packs: [...packs, pack] }))
})
afterAll(() => service.close())

test('a form is one new definition: it is offered, begun, written, signed and read', async () => {
  expect(checkDefinitions(practiceInUse())).toEqual([])
  expect((await officer.get(`/children/${childId}/assessments`)).text).toContain('Matching a mentor')
  const begun = await officer.fill(`/children/${childId}/assessments/begin/mentoring-match`, { case: 'none' })
  const at = begun.location ?? ''
  expect((await officer.get(at)).text).toContain('0 of 1 parts complete')
  await officer.fill(`${at}/sections/likes`, { likes: 'Bicycles', wants: 'yes' })
  const next = await officer.get(`${at}/sections/mentor`)
  expect(next.text).toContain('How do you feel about meeting somebody new?')
  expect(next.html).toContain('tl-face')
  await officer.fill(`${at}/sections/mentor`, { when: 'Saturdays', 'feels-about': 'so-so' })
  expect((await officer.fill(`${at}/sign`, { words: '' })).status).toBe(303)
  const read = (await officer.get(at)).text
  expect(read).toContain('Waits for a senior')
  for (const words of ['Bicycles', 'Saturdays', 'How do you feel about meeting somebody new? OK'])
    expect(read).toContain(words)
})

test('what docs/adding-a-form.md shows is this form, line by line', () => {
  const [, shown] =
    /```ts\n(export const [\s\S]*?)\n```/.exec(readFileSync('docs/adding-a-form.md', 'utf8')) ?? []
  expect(shown).toBeDefined()
  expect(readFileSync(mentoring.file, 'utf8')).toContain(shown)
})
