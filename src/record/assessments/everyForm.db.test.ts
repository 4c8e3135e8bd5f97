import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { makeTestService, type TestPerson, type TestService, testNow } from '../../app/testkit/service.ts'
import { type AssessmentForm, type FormVersion, fieldsOf, versionOn } from '../../engine/assessments/index.ts'
import { type Field, factNotKnown, notAsRecorded, optionsOf, reasonName } from '../../engine/forms/index.ts'
import { findPathway } from '../../engine/packs/index.ts'
import type { Role } from '../../platform/access/index.ts'
import { caseAfter } from '../cases/cases.testkit.ts'
import { confirmable, knownFacts, loadChild } from '../children/index.ts'

let service: TestService
let childId: string
const people = new Map<Role, TestPerson>()
/** The facts of which the record says something. */
const known = new Set<string>()

beforeAll(async () => {
  service = await makeTestService()
  const officer = await service.person('officer')
  const diversion = findPathway(practice, 'diversion')
  if (!diversion) throw new Error('no pathway')
  const opened = await service.as(officer, tx =>
    caseAfter(tx, { serviceId: service.serviceId, userId: officer.userId }, diversion, []),
  )
  childId = opened.childId
  const facts = await service.as(officer, async tx => {
    const child = await loadChild(tx, childId)
    const today = testNow.toZonedDateTimeISO('Europe/London').toPlainDate()
    if (!child) throw new Error('no child')
    return knownFacts(tx, child, today, new Set(Object.keys(confirmable)))
  })
  for (const [fact, { words }] of Object.entries(facts)) if (words !== '') known.add(fact)
  for (const role of new Set(practice.assessments.flatMap(({ by }) => by.slice(0, 1)))) {
    const person = await service.person(role)
    people.set(role, person)
    // A therapist and a health worker reach only the children in whose cases they have a part.
    await service.asOwner(
      `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
       values ($1, $2, $3, $4, 'co-worker', '2026-11-10T09:00Z')`,
      [service.serviceId, childId, opened.involvementId, person.userId],
    )
  }
})
afterAll(() => service.close())

const forms = practice.assessments.map(definition => {
  const found = versionOn(definition, testNow.toZonedDateTimeISO('Europe/London').toPlainDate())
  if (!found) throw new Error(`no wording of ${definition.id}`)
  return { name: definition.title, definition, wording: found.version }
})

const writerOf = ({ by: [role] }: AssessmentForm): TestPerson => {
  const person = role && people.get(role)
  if (!person) throw new Error('nobody may write it')
  return person
}

async function begin(definition: AssessmentForm): Promise<string> {
  const { location = '' } = await writerOf(definition).fill(
    `/children/${childId}/assessments/begin/${definition.id}`,
    { case: 'none' },
  )
  expect(location).toMatch(/assessments\/[0-9a-f-]{36}$/)
  return location
}

type Given = Record<string, string | string[]>

/** Which of its answers a choice is given: the first, or the last. */
type Which = 0 | -1

/** An answer to a question as somebody types it, with the reason for each answer chosen. */
function typed(name: string, field: Field, which: Which): Given {
  const values = optionsOf(field).map(({ value }) => value)
  const one = values.at(which) ?? ''
  const chosen = field.kind === 'choices' && which === 0 ? values : [one]
  const reasons = chosen.map(value => [reasonName(name, value), `Because of ${name}`])
  switch (field.kind) {
    case 'choice':
      return { [name]: one, ...Object.fromEntries(reasons) }
    case 'choices':
      return { [name]: chosen, ...Object.fromEntries(reasons) }
    case 'date':
      return { [name]: '21/11/2026' }
    case 'number':
      return { [name]: String(field.min) }
    case 'fact':
      return { [name]: known.has(field.fact) ? notAsRecorded : factNotKnown }
    case 'scale':
      return { [name]: String(field.to) }
    case 'rows': {
      const cells = Object.entries(field.columns).map(([column, cell]) =>
        typed(`${name}-1-${column}`, cell, which),
      )
      return Object.assign({ [name]: '1' }, ...cells)
    }
    default:
      return { [name]: `Words about ${name}` }
  }
}

/** What is read of it afterwards. */
function read(name: string, field: Field, which: Which): string[] {
  const labels = optionsOf(field).map(({ label }) => label)
  const one = labels.at(which) ?? ''
  switch (field.kind) {
    case 'choice':
      return [one]
    case 'choices':
      return which === 0 ? labels : [one]
    case 'date':
      return ['21 November 2026']
    case 'number':
      return [String(field.min)]
    case 'fact':
      return [known.has(field.fact) ? 'No, or not any more. The record said: ' : 'It is not known']
    case 'scale':
      return [`${field.to} (${field.from} is`]
    case 'rows':
      return Object.entries(field.columns).flatMap(([column, cell]) =>
        read(`${name}-1-${column}`, cell, which),
      )
    default:
      return [`Words about ${name}`]
  }
}

/** The answers on which a question or a section hangs, outermost first, each with the section that asks it. */
function needed(wording: FormVersion, when: Field['appliesWhen']): { section: string; given: Given }[] {
  if (!when) return []
  const [section, asking] =
    Object.entries(wording.sections).find(([, { fields }]) => Object.hasOwn(fields, when.field)) ?? []
  const field = asking?.fields[when.field]
  if (section === undefined || !field) throw new Error(`nothing asks ${when.field}`)
  const value = when.is[0] ?? ''
  const given = { [when.field]: field.kind === 'choices' ? [value] : value }
  return [...needed(wording, asking?.appliesWhen), ...needed(wording, field.appliesWhen), { section, given }]
}

describe.each(forms)('$name', ({ definition, wording }) => {
  test('opens in every part, and keeps it with nothing answered', async () => {
    const writer = writerOf(definition)
    for (const [id, section] of Object.entries(wording.sections)) {
      const at = await begin(definition)
      for (const { section: asking, given } of needed(wording, section.appliesWhen))
        expect((await writer.fill(`${at}/sections/${asking}`, given)).status, asking).toBe(303)
      const page = await writer.get(`${at}/sections/${id}`)
      expect(page.status, id).toBe(200)
      expect(page.text).toContain(section.title)
      expect((await writer.fill(`${at}/sections/${id}`, {})).status, id).toBe(303)
    }
  })

  test.each([0, -1] as const)('is written, signed and read with every choice answered at %i', async which => {
    const writer = writerOf(definition)
    const at = await begin(definition)
    const [first] = Object.keys(wording.sections)
    const opened: string[] = []
    let next = `${at}/sections/${first}`
    while (next !== at) {
      const id = next.split('/').at(-1) ?? ''
      opened.push(id)
      const answers = Object.entries(wording.sections[id]?.fields ?? {}).map(([name, field]) =>
        typed(name, field, which),
      )
      const saved = await writer.fill(next, Object.assign({}, ...answers))
      expect(saved.status, `${id}: ${saved.text.slice(0, 400)}`).toBe(303)
      next = saved.location ?? at
    }
    expect((await writer.get(at)).text).toContain('Everything that must be answered is.')
    expect((await writer.fill(`${at}/sign`, { words: '' })).status).toBe(303)
    const page = await writer.get(at)
    expect(page.status).toBe(200)
    const alone = Object.values(fieldsOf(wording)).filter(({ appliesWhen }) => !appliesWhen)
    for (const id of opened) {
      expect(page.text).toContain(wording.sections[id]?.title)
      for (const [name, field] of Object.entries(wording.sections[id]?.fields ?? {}))
        if (alone.includes(field))
          for (const words of read(name, field, which)) expect(page.text, name).toContain(words)
    }
  })
})
