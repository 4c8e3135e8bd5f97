import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { insertFact } from '../children/index.ts'
import { fullChild, openWord, type TestChild } from './documents.testkit.ts'

let service: TestService
let officer: TestPerson
let it: TestChild

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
})
afterAll(() => service.close())
beforeEach(async () => {
  it = await fullChild(service, officer)
})

const begin = async (kind: string, of: string): Promise<string> => {
  const path = `/children/${it.childId}/documents/begin/${kind}`
  const { location = '' } = await officer.fill(path, { of })
  expect(location).toContain('/documents/')
  return location
}
const own = { about: 'We talk about football.', reach: 'Ring me on 01908 000 000.' }
const sending = { 'sent-to': 'Team and his aunt', 'sent-how': 'post', 'sent-on': '21/11/2026' }

/** The child lives where the father must not know. */
const hide = () =>
  service.as(officer, tx =>
    insertFact(tx, 'addresses', {
      ...{ serviceId: service.serviceId, childId: it.childId, at: service.clock.now },
      ...{ from: Temporal.PlainDate.from('2026-11-01'), until: null },
      said: {
        ...{ kind: 'home', address: '7 Hidden Row\nOlney', postcode: 'MK46 4AA' },
        confidential_from: 'Omar Amin, the father',
      },
    }),
  )

describe('an address that somebody must not learn', () => {
  beforeEach(hide)

  test('stands in no letter, which goes in copy to nobody at first, and says from whom it is kept', async () => {
    await service.asOwner(
      `insert into child_person (service_id, child_id, name, kind, relationship, has_parental_responsibility)
       values ($1, $2, 'Omar Amin', 'parent', 'Father', true)`,
      [service.serviceId, it.childId],
    )
    const at = await begin('letter-appointment', it.planned)
    const { text } = await officer.get(at)
    expect(text).toContain('Where the child lives is confidential from Omar Amin, the father')
    expect(text).toContain('The address is not written in this letter.')
    expect(text).not.toContain('Hidden Row')
    expect(text).not.toContain('Omar Amin (Father)')
    await officer.fill(`${at}/write`, own)
    expect((await officer.get(`${at}/send`)).text).toContain('confidential from Omar Amin, the father')
    const { location = '' } = await officer.fill(`${at}/send`, sending)
    const { text: word } = openWord((await officer.get(`${location}/copy.docx`)).response.rawPayload)
    expect(word).not.toContain('Hidden Row')
    expect(word).not.toContain('Omar')
  })

  test('is taken out of an answer that was given before, and of what the worker writes', async () => {
    await service.asOwner(
      `update assessment_section set answers = answers || '{"story-why": "At 7 Hidden Row, Olney, MK46 4AA"}'
       where assessment_id = $1 and section = 'explanation'`,
      [it.form],
    )
    const at = await begin('assessment', it.form)
    await officer.fill(`${at}/write`, { why: 'She moved to 7 Hidden Row.' })
    const { text } = await officer.get(at)
    expect(text).toContain('At (the address is confidential)')
    expect(text).toContain('She moved to (the address is confidential).')
    expect(text).not.toContain('Hidden Row')
    expect((await officer.get(`${at}/versions/2`)).text).not.toContain('Hidden Row')
  })

  test('is not quoted by a form that asks whether the child lives there', async () => {
    const begun = await officer.fill(`/children/${it.childId}/assessments/begin/initial-screening`, {
      case: 'none',
    })
    const { text } = await officer.get(`${begun.location}/sections/life`)
    expect(text).toContain('At home: the address is confidential, and is not written here')
    expect(text).not.toContain('Hidden Row')
  })
})

test('a copy that was sent before the address was confidential is not sent again, and warns whoever looks at it', async () => {
  await service.as(officer, tx =>
    insertFact(tx, 'addresses', {
      ...{ serviceId: service.serviceId, childId: it.childId, at: service.clock.now },
      ...{ from: Temporal.PlainDate.from('2026-10-01'), until: null },
      said: {
        ...{ kind: 'home', address: '7 Hidden Row\nOlney', postcode: 'MK46 4AA' },
        confidential_from: '',
      },
    }),
  )
  const at = await begin('letter-appointment', it.planned)
  await officer.fill(`${at}/write`, own)
  const { location: copy = '' } = await officer.fill(`${at}/send`, sending)
  expect((await officer.get(copy)).text).toContain('Hidden Row')
  await service.asOwner(
    `update child_address set confidential_from = 'Omar Amin, the father' where child_id = $1`,
    [it.childId],
  )
  const again = await officer.get(`${at}/send`)
  expect(again.location).toBe(at)
  expect((await officer.get(copy)).text).toContain('This copy holds the address where the child lives')
  expect((await officer.get(at)).text).toContain('a copy that was sent before may')
})

test('a letter is signed by whoever began it, whoever looks at it or keeps the copy', async () => {
  const support = await service.person('business-support', 'Bea Support')
  const at = await begin('letter-appointment', it.planned)
  await officer.fill(`${at}/write`, own)
  const looked = await support.get(at)
  expect(looked.text).toContain('Yours sincerely Olive Officer')
  expect(looked.text).not.toContain('Yours sincerely Bea Support')
  const { location = '' } = await support.fill(`${at}/send`, sending)
  const { text } = openWord((await support.get(`${location}/copy.docx`)).response.rawPayload)
  expect(text).toContain('Olive Officer')
  expect(text).not.toContain('Bea Support')
})

describe('a plan that holds no longer', () => {
  const replace = () => service.asOwner(`update plan set state = 'replaced' where plan_id = $1`, [it.plan])
  const endCase = () =>
    service.asOwner(
      `update involvement set ended_at = '2026-11-20T10:00Z', ending = 'completed', started_at = '2026-01-08T12:00Z' where child_id = $1`,
      [it.childId],
    )

  test.each([
    ['was replaced', replace],
    ['ended with its case', endCase],
  ])('because it %s is sent neither as the plan nor as the child’s copy', async (_, end) => {
    const drafts = [await begin('plan', it.plan), await begin('easy-plan', `${it.plan}.en`)]
    await end()
    for (const at of drafts) {
      expect((await officer.get(at)).text).toContain('holds no longer')
      expect((await officer.get(`${at}/send`)).location).toBe(at)
    }
  })
})

describe('the same copy, sent again', () => {
  const sent = async () => {
    const at = await begin('letter-appointment', it.planned)
    await officer.fill(`${at}/write`, own)
    await officer.fill(`${at}/send`, sending)
    return at
  }

  test('goes without a question while the record says the same, on another day too', async () => {
    const at = await sent()
    service.clock.now = service.clock.now.add({ hours: 48 })
    const { text } = await officer.get(`${at}/send`)
    service.clock.now = service.clock.now.subtract({ hours: 48 })
    expect(text).not.toContain('Shall it go all the same?')
  })

  test.each([
    ['called off', `state = 'cancelled'`, 'not there any more, or holds no longer'],
    ['moved', `place = 'The library'`, 'The record has changed since this copy was made.'],
  ])('is asked about where the appointment was %s since', async (_, change, says) => {
    const at = await sent()
    await service.asOwner(`update appointment set ${change} where appointment_id = $1`, [it.planned])
    expect((await officer.get(`${at}/send`)).text).toContain(says)
    const refused = await officer.fill(`${at}/send`, { ...sending, 'sent-to': 'School' })
    expect(refused.status).toBe(422)
    const again = await officer.fill(`${at}/send`, {
      ...sending,
      ...{ 'sent-to': 'School', 'all-the-same': 'yes' },
    })
    expect(again.status).toBe(303)
  })
})
