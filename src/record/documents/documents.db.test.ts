import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { fullChild, openWord, type TestChild } from './documents.testkit.ts'
import { hashOf } from './makeWord.ts'

let service: TestService
let officer: TestPerson
let colleague: TestPerson
let support: TestPerson
let full: TestChild

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  colleague = await service.person('officer', 'Otto Officer')
  support = await service.person('business-support', 'Bea Support')
  full = await fullChild(service, officer)
})
afterAll(() => service.close())

const documents = () => `/children/${full.childId}/documents`

/** Begins the letter about the planned appointment. @returns its address */
async function begin(who = officer): Promise<string> {
  const { location = '' } = await who.fill(`${documents()}/begin/letter-appointment`, { of: full.planned })
  expect(location).toContain(documents())
  return location
}

const own = { about: 'We talk about football.', reach: 'Ring me on 01908 000 000.' }
const sending = { 'sent-to': 'Team and his aunt', 'sent-how': 'post', 'sent-on': '21/11/2026' }

/** The same, written and sent. @returns the addresses of the letter and of its copy */
async function send(): Promise<{ at: string; copy: string }> {
  const at = await begin()
  await officer.fill(`${at}/write`, own)
  const { location: copy = '' } = await officer.fill(`${at}/send`, sending)
  return { at, copy }
}

describe('a draft', () => {
  test('has what the record says filled in, and says what is still to be written', async () => {
    const at = await begin()
    const { text } = await officer.get(at)
    expect(text).toContain('Wednesday 25 November 2026, 4pm')
    expect(text).toContain('The office, room 2')
    expect(text).toContain('1 Invented Close')
    expect(text).toContain('Hodan Amin (Aunt)')
    expect(text).toContain('Not written yet: What is the meeting about?')
    expect(text).toContain('The wording is this service’s own.')
  })

  test('follows the record: an appointment that was moved stands in it as it is now', async () => {
    const at = await begin()
    await service.asOwner(`update appointment set place = 'The library' where appointment_id = $1`, [
      full.planned,
    ])
    expect((await officer.get(at)).text).toContain('The library')
    expect((await officer.get(`${at}/versions/1`)).text).toContain('The office, room 2')
    await service.asOwner(`update appointment set place = 'The office, room 2' where appointment_id = $1`, [
      full.planned,
    ])
  })

  test('about an appointment that was called off since stands as it was saved, and cannot be sent', async () => {
    const at = await begin()
    await officer.fill(`${at}/write`, own)
    const set = (state: string) =>
      service.asOwner('update appointment set state = $2 where appointment_id = $1', [full.planned, state])
    await set('cancelled')
    const { text } = await officer.get(at)
    expect(text).toContain('What this document was made from is not there any more, or holds no longer.')
    expect(text).toContain('We talk about football.')
    expect((await officer.get(`${at}/send`)).location).toBe(at)
    expect((await officer.get(`${at}/draft.docx`)).status).toBe(404)
    await set('planned')
  })

  test('keeps every version of the worker’s words', async () => {
    const at = await begin()
    await officer.fill(`${at}/write`, own)
    await officer.fill(`${at}/write`, { ...own, about: 'We talk about school.' })
    expect((await officer.get(at)).text).toContain('We talk about school.')
    expect((await officer.get(`${at}/versions/2`)).text).toContain('We talk about football.')
    expect((await officer.get(`${at}/versions/9`)).status).toBe(404)
  })

  test('shows both versions where two write it', async () => {
    const at = await begin()
    const opened = await colleague.get(`${at}/write`)
    await officer.fill(`${at}/write`, own)
    const marks = Object.fromEntries(
      ['_csrf', '_version'].map(name => [name, hiddenValue(opened.html, name) ?? '']),
    )
    const second = await colleague.post(`${at}/write`, { ...marks, ...own, about: 'We talk about money.' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('We talk about football.')
  })

  test('is not sent while a part that it needs is empty', async () => {
    const at = await begin()
    const { location } = await officer.get(`${at}/send`)
    expect(location).toBe(at)
  })

  test('says on every page of its Word file that it is one, and the audit that it was downloaded', async () => {
    const at = await begin()
    const { response } = await officer.get(`${at}/draft.docx`)
    expect(openWord(response.rawPayload).footer).toContain('Draft. Not sent.')
    expect(response.headers['content-disposition']).toContain('draft-letter-appointment-2026-11-21.docx')
    const events = await service.asOwner(
      `select after from audit_event where child_id = $1 and purpose = 'Downloaded the draft of a document'
         and after ? 'document_id'`,
      [full.childId],
    )
    expect(events).toHaveLength(1)
  })

  test('is set aside with a reason, and cannot be written any more', async () => {
    const at = await begin()
    await officer.fill(`${at}/set-aside`, { why: 'Rang instead' })
    expect((await officer.get(at)).text).toContain('Set aside: Rang instead')
    expect((await officer.get(`${at}/write`)).location).toBe(at)
  })

  test('on paper holds nothing but the letter', async () => {
    const at = await begin()
    const { text, title } = await officer.get(`${at}?paper=yes`)
    expect(title).toBe('Your appointment')
    expect(text).toContain('Dear Team')
    expect(text).not.toContain('Throughline')
  })
})

describe('a copy that was sent', () => {
  test('is kept with its hash, and given out byte by byte', async () => {
    const { copy } = await send()
    const page = await officer.get(copy)
    const { response } = await officer.get(`${copy}/copy.docx`)
    const hash = hashOf(response.rawPayload)
    expect(page.text).toContain(hash)
    expect(page.text).toContain('Team and his aunt')
    expect(page.text).toContain('By post')
    const word = openWord(response.rawPayload)
    expect(word.text).toContain('We talk about football.')
    expect(word.footer).not.toContain('Draft')
    expect(response.headers['content-disposition']).toContain('"letter-appointment-2026-11-21.docx"')
  })

  test('stays as it was sent when the record and the letter change', async () => {
    const { at, copy } = await send()
    await officer.fill(`${at}/write`, { ...own, about: 'Something else' })
    expect((await officer.get(at)).text).toContain('Draft')
    expect((await officer.get(copy)).text).toContain('We talk about football.')
    expect((await officer.get(`${at}/set-aside`)).location).toBe(at)
  })

  test('is the very same where it is sent again', async () => {
    const { at, copy } = await send()
    const second = await officer.fill(`${at}/send`, {
      ...sending,
      'sent-to': 'School',
      'sent-how': 'secure-email',
    })
    const files = await Promise.all(
      [copy, second.location ?? ''].map(
        async each => (await officer.get(`${each}/copy.docx`)).response.rawPayload,
      ),
    )
    expect(files[0]?.equals(files[1] ?? Buffer.alloc(0))).toBe(true)
    expect(second.location).not.toBe(copy)
  })

  test('leaves its line in the history each time that it is given out', async () => {
    const { copy } = await send()
    await officer.get(`${copy}/copy.docx`)
    await officer.get(`${copy}/copy.docx`)
    const events = await service.asOwner(
      `select after from audit_event where child_id = $1 and purpose = 'Downloaded a copy of a document'
         and after ->> 'copy_id' = $2`,
      [full.childId, copy.split('/').at(-1)],
    )
    expect(events).toHaveLength(2)
  })

  test('that was changed in the database is not given out', async () => {
    const { copy } = await send()
    await service.asOwner(`update document_copy_content set content = 'something else' where copy_id = $1`, [
      copy.split('/').at(-1),
    ])
    const refused = await officer.get(`${copy}/copy.docx`)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('the file is damaged or was tampered with')
  })

  test('names nobody in its file name, its address, or the properties of the file', async () => {
    const { copy } = await send()
    const { response } = await officer.get(`${copy}/copy.docx`)
    const { properties, title } = openWord(response.rawPayload)
    for (const where of [copy, String(response.headers['content-disposition']), properties])
      for (const name of ['Amin', 'Team', 'Olive', 'Hodan']) expect(where).not.toContain(name)
    expect(title).toBe('Your appointment')
  })
})

describe('who may', () => {
  test('business support writes letters, and sees no document that is made from a plan or an assessment', async () => {
    const at = await begin(support)
    expect((await support.get(at)).status).toBe(200)
    const plan = await officer.fill(`${documents()}/begin/plan`, { of: full.plan })
    expect((await officer.get(plan.location ?? '')).status).toBe(200)
    expect((await support.get(plan.location ?? '')).status).toBe(404)
    expect((await support.get(`${plan.location}/draft.docx`)).status).toBe(404)
    expect((await support.get(`${documents()}/begin/plan`)).status).toBe(403)
    const { text } = await support.get(documents())
    expect(text).toContain('Letter: an appointment')
    expect(text).not.toContain('Report for the panel')
    expect(text).not.toContain('The plan')
  })

  test('a health worker reads and writes for the children with whom they work, and for no others', async () => {
    const health = await service.person('health-worker')
    expect((await health.get(documents())).status).not.toBe(200)
    await service.asOwner(
      `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
       select service_id, child_id, involvement_id, $2, 'co-worker', '2026-11-10T09:00Z' from involvement where child_id = $1`,
      [full.childId, health.userId],
    )
    expect((await health.get(documents())).text).toContain('Report for the panel')
  })

  test('a police officer sees no documents', async () => {
    const police = await service.person('police-officer')
    expect((await police.get(documents())).status).toBe(403)
  })

  test('an inspector reads and writes nothing', async () => {
    const inspector = await service.person('inspector')
    const at = await begin()
    expect((await inspector.get(at)).status).toBe(200)
    expect((await inspector.get(`${at}/write`)).status).toBe(403)
    expect((await inspector.get(`${documents()}/begin/letter-appointment`)).status).toBe(403)
  })
})

describe('a warning', () => {
  const onPathway = (pathway: string) =>
    service.asOwner('update involvement set pathway = $2 where child_id = $1', [full.childId, pathway])
  let was = ''
  beforeAll(async () => {
    const [row] = await service.asOwner('select pathway from involvement where child_id = $1', [full.childId])
    was = String(row?.pathway)
    await onPathway('out-of-court')
  })
  afterAll(() => onPathway(was))
  const begin = (fields: Record<string, string>) =>
    officer.fill(`${documents()}/begin/letter-warning`, { of: full.missed, ...fields })

  test('is written by a senior alone where every case is voluntary, as the record has it', async () => {
    await onPathway('diversion')
    const refused = await officer.get(`${documents()}/begin/letter-warning`)
    expect(refused.location).toBe(documents())
    const senior = await service.person('senior', 'Sena Senior')
    expect((await senior.get(`${documents()}/begin/letter-warning`)).status).toBe(200)
    await onPathway('out-of-court')
    expect((await officer.get(`${documents()}/begin/letter-warning`)).status).toBe(200)
  })

  test('is begun only where something binds the child', async () => {
    expect((await begin({})).text).toContain('Say whether an order or agreement asks the child to come')
    expect((await begin({ binds: 'no' })).text).toContain('Voluntary work has no warnings')
    expect((await begin({ binds: 'yes' })).status).toBe(303)
  })

  test('is about nothing whose reason is acceptable', async () => {
    const judge = (isAcceptable: boolean) =>
      service.asOwner(
        `update appointment set reason_is_acceptable = ${isAcceptable} where appointment_id = '${full.missed}'`,
      )
    const { location: at = '' } = await begin({ binds: 'yes' })
    await judge(true)
    expect((await officer.get(`${documents()}/begin/letter-warning`)).location).toBe(documents())
    expect((await officer.get(at)).text).toContain('is not there any more')
    await judge(false)
    expect((await officer.get(at)).text).not.toContain('is not there any more')
  })
})

test('what must be known before contact stands where a letter to the family is begun, and where it is sent', async () => {
  await service.asOwner(
    `insert into child_alert (service_id, child_id, kind, text, raised_by, raised_at)
     values ('${service.serviceId}', '${full.childId}', 'before-contact', 'He does not know of the referral', '${officer.userId}', now())`,
  )
  expect((await officer.get(`${documents()}/begin/letter-appointment`)).text).toContain(
    'He does not know of the referral',
  )
  const at = await begin()
  await officer.fill(`${at}/write`, own)
  expect((await officer.get(`${at}/send`)).text).toContain('He does not know of the referral')
})
