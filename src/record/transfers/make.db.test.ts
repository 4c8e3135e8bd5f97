import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { hiddenValue } from '../../app/testkit/service.ts'
import type { Role } from '../../platform/access/index.ts'
import { insertFact } from '../children/index.ts'
import { insertNote } from '../notes/index.ts'
import { insertAgreement } from '../sharing/index.ts'
import { clearTransferFilesJob } from './clearFiles.ts'
import { readPackage } from './package.ts'
import { openFile } from './packageFile.ts'
import { handingOver, makeTransfers, type Transfers } from './transfers.testkit.ts'

let it_: Transfers
beforeAll(async () => {
  it_ = await makeTransfers()
})
afterAll(() => it_.service.close())

const page = (childId: string) => `/children/${childId}/other-services/hand-over`

describe('a record that is handed over', () => {
  it('is shown first: what goes, what stays, how many, and what to beware of', async () => {
    const { childId } = await it_.aChild()
    const preview = await it_.senior.fill(page(childId), handingOver({ parts: ['details', 'notes'] }))
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Notes 1 Goes')
    expect(preview.text).toContain('Alerts 1 Stays')
    expect(preview.text).toContain('may name victims')
    expect(preview.text).toContain('Never in a package')
    expect(await it_.service.asOwner('select from transfer where child_id = $1', [childId])).toEqual([])
  })

  it('tells from whom the address must be kept, and what was before', async () => {
    const { childId } = await it_.aChild()
    const { serviceId, clock } = it_.service
    await it_.service.as(it_.senior, async tx => {
      const at = { serviceId, childId, at: clock.now }
      const on = Temporal.PlainDate.from
      await insertFact(tx, 'addresses', {
        ...at,
        ...{ from: on('2026-02-01'), until: null },
        said: { kind: 'home', address: '7 New Road', confidential_from: 'Marlon, his father' },
      })
      await insertFact(tx, 'education', {
        ...at,
        ...{ from: on('2024-09-01'), until: on('2026-01-31') },
        said: { kind: 'school', name: 'Old School' },
      })
    })
    const { passphrase, at } = await it_.make(childId, it_.senior, { parts: ['details', 'facts'] })
    const opened = await openFile((await it_.senior.post(at, {})).response.rawPayload, passphrase)
    if (!opened.ok) throw new Error(opened.reason)
    const read = readPackage(opened.value.json)
    expect(read).toMatchObject({ value: { details: { confidentialFrom: 'Marlon, his father' } } })
    const facts = read.ok ? read.value.facts : []
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'education', until: '2026-01-31' }))
    expect(facts?.[0]?.said).toContainEqual({
      question: 'Must not become known to',
      answer: 'Marlon, his father',
    })
  })

  it('tells what may be shared, without what has run out', async () => {
    const { childId } = await it_.aChild()
    const { serviceId, clock } = it_.service
    const today = clock.now.toZonedDateTimeISO('Europe/London').toPlainDate()
    const agree = (what: string, from: Temporal.PlainDate, until: Temporal.PlainDate | null) =>
      it_.service.as(it_.senior, tx =>
        insertAgreement(tx, {
          ...{ serviceId, childId, what, from, until, by: it_.senior.userId, at: clock.now },
          ...{ hasHealth: false, withWhom: 'Brook School', basis: 'consent', reason: '' },
          ...{ agreedBy: ['child'], howAsked: 'We drew it' },
        }),
      )
    await agree('How school is going', today.subtract({ days: 10 }), null)
    await agree('Long past', today.subtract({ days: 90 }), today.subtract({ days: 1 }))
    const { passphrase, at } = await it_.make(childId, it_.senior, { parts: ['agreements'] })
    const opened = await openFile((await it_.senior.post(at, {})).response.rawPayload, passphrase)
    if (!opened.ok) throw new Error(opened.reason)
    expect(readPackage(opened.value.json)).toMatchObject({
      value: { agreements: [{ what: 'How school is going', agreedBy: ['The child'], until: null }] },
    })
    expect(opened.value.html).toContain('How school is going')
    expect(opened.value.html).not.toContain('Long past')
  })

  it('is given out once, opens with the passphrase that was shown, and is not kept', async () => {
    const { childId, involvementId } = await it_.aChild()
    const { made, passphrase, at } = await it_.make(childId)
    expect(made.text).toContain('It is shown only now')
    expect(made.html).toContain(`/children/${childId}/cases/${involvementId}`)
    const taken = await it_.senior.post(at, {})
    expect(taken.status).toBe(200)
    const bytes = taken.response.rawPayload
    const opened = await openFile(bytes, passphrase)
    if (!opened.ok) throw new Error(opened.reason)
    const read = readPackage(opened.value.json)
    expect(read).toMatchObject({
      ok: true,
      value: {
        from: 'Milton Brook Youth Justice Service',
        people: [{ name: 'Noor Stepwise' }],
        alerts: [{ kind: 'dog', text: 'Large dog' }],
        notes: [{ isDay: true, text: 'Likes boats. أحب القوارب' }],
        offences: [{ description: 'Took a bicycle', committedOn: '2026-09-30' }],
        cases: [{ title: 'Diversion after a community resolution' }],
      },
    })
    expect(opened.value.html).toContain('Likes boats. أحب القوارب')
    const [row] = await it_.service.asOwner(
      `select encode(file_hash, 'hex') as hash, handed_out_at is not null as out,
        (select count(*)::int from transfer_file f where f.transfer_id = t.transfer_id) as kept
      from transfer t where child_id = $1`,
      [childId],
    )
    expect(row).toEqual({ hash: createHash('sha256').update(bytes).digest('hex'), out: true, kept: 0 })
    expect((await it_.senior.post(at, {})).response.headers['content-disposition']).toBeUndefined()
    expect((await it_.senior.get(`/children/${childId}`)).text).toContain('Handed to Harrow Vale')
    const [open] = await it_.service.asOwner('select ended_at from involvement where child_id = $1', [
      childId,
    ])
    expect(open?.ended_at).toBeNull()
  })

  it('holds only what was chosen', async () => {
    const { childId } = await it_.aChild()
    const { passphrase, at } = await it_.make(childId, it_.senior, { parts: ['people'] })
    const opened = await openFile((await it_.senior.post(at, {})).response.rawPayload, passphrase)
    const keys = Object.keys(opened.ok ? JSON.parse(opened.value.json) : {})
    expect(keys).toContain('people')
    for (const part of ['details', 'alerts', 'cases', 'contacts', 'notes', 'offences'])
      expect(keys).not.toContain(part)
  })

  it('leaves out the notes that were ticked, which are shown with their marks', async () => {
    const { childId } = await it_.aChild()
    const { serviceId, clock } = it_.service
    const noteId = await it_.service.as(it_.senior, tx =>
      insertNote(tx, {
        ...{ serviceId, childId, kind: 'telephone', text: 'Her uncle rang', involvementId: null },
        ...{ happenedAt: clock.now, isDay: true, by: it_.senior.userId, at: clock.now },
        ...{ sensitivity: 'sensitive', hasThirdParty: true, details: {} },
      }),
    )
    const { text } = await it_.senior.get(page(childId))
    expect(text).toContain(
      'Sensitive. Not to be given to the child Her uncle rang Conversation with the child',
    )
    const leaving = { 'notes-that-stay': [noteId] }
    const { preview, passphrase, at } = await it_.make(childId, it_.senior, leaving)
    expect(preview.text).toContain('Notes 1 Goes')
    expect(preview.text).toContain('Notes left out 1 Stays')
    const opened = await openFile((await it_.senior.post(at, {})).response.rawPayload, passphrase)
    if (!opened.ok) throw new Error(opened.reason)
    for (const half of [opened.value.json, opened.value.html]) {
      expect(half).toContain('Likes boats')
      expect(half).not.toContain('Her uncle rang')
    }
    expect((await it_.senior.get(`/children/${childId}/other-services`)).text).toContain('Notes (1 left out)')
  })

  it('is looked at once more where a note was written since', async () => {
    const { childId } = await it_.aChild()
    const preview = await it_.senior.fill(page(childId), handingOver())
    const hidden = (name: string) => hiddenValue(preview.html, name) ?? ''
    const { serviceId, clock } = it_.service
    await it_.service.as(it_.senior, tx =>
      insertNote(tx, {
        ...{ serviceId, childId, kind: 'telephone', text: 'Written since', involvementId: null },
        ...{ happenedAt: clock.now, isDay: true, by: it_.senior.userId, at: clock.now },
      }),
    )
    const marks = { _checked: hidden('_checked'), 'notes-shown': hidden('notes-shown') }
    const sent = await it_.senior.fill(page(childId), handingOver(marks))
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('look again at what goes')
    expect(await it_.service.asOwner('select from transfer where child_id = $1', [childId])).toEqual([])
  })

  it('is nobody’s but the maker’s, waits an hour, and the passphrase stands nowhere', async () => {
    const { childId } = await it_.aChild()
    const { passphrase, at } = await it_.make(childId)
    const other = await it_.service.person('senior')
    expect((await other.post(at, {})).response.headers['content-disposition']).toBeUndefined()
    const dump = await it_.service.asOwner(
      `select (select string_agg(e::text, '') from audit_event e) || (select string_agg(f::text, '') from form_sent f) as all`,
    )
    expect(JSON.stringify(dump)).not.toContain(passphrase)
    const before = it_.service.clock.now
    it_.service.clock.now = before.add({ minutes: 61 })
    expect((await it_.senior.post(at, {})).response.headers['content-disposition']).toBeUndefined()
    await clearTransferFilesJob.run({}, { ...it_.service.running.platform })
    it_.service.clock.now = before
    expect(await it_.service.asOwner('select from transfer_file')).toEqual([])
  })

  it('asks who was told, and why', async () => {
    const { childId } = await it_.aChild()
    const sent = await it_.senior.fill(page(childId), handingOver({ told: '', reason: '' }))
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Say who has been told that it comes')
  })
})

describe('who may hand a record over', () => {
  const answers: [Role, number][] = [
    ['senior', 200],
    ['manager', 200],
    ['officer', 403],
    ['business-support', 403],
    ['police-officer', 403],
    ['inspector', 403],
    ['health-worker', 403],
    ['analyst', 403],
  ]
  test.each(answers)('%s: %i', async (role, status) => {
    const { childId } = await it_.aChild()
    expect((await (await it_.service.person(role)).get(page(childId))).status).toBe(status)
  })

  it('is nobody to whom the record is not open', async () => {
    const { childId } = await it_.aChild()
    const { at } = await it_.make(childId)
    const manager = await it_.service.person('manager')
    await manager.fill(`/children/${childId}/safety/restrict`, {
      reason: 'A relative works here',
      people: [],
    })
    const senior = await it_.service.person('senior')
    expect((await senior.get(page(childId))).status).toBe(404)
    expect((await it_.senior.post(at, {})).status).toBe(404)
    const { preview } = await it_.make(childId, manager)
    expect(preview.text).toContain('This record is restricted')
  })
})
