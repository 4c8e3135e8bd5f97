import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild, addOffence } from '../children/index.ts'
import { takeInFile } from './takeInFile.ts'
import { workThroughFile } from './workThroughFile.ts'

let service: TestService
let officer: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer')
})
afterAll(() => service.close())

const today = Temporal.PlainDate.from('2026-11-21')

/** Sends a file as a person would, and works through it. */
async function send(bytes: string | Uint8Array, name = 'file.csv') {
  const { serviceId } = service
  const now = service.clock.now
  const taken = await service.as(officer, tx =>
    takeInFile(tx, { serviceId, name, bytes: Buffer.from(bytes), by: officer.userId, now, today }),
  )
  if (!taken.ok) return { refused: taken.reason }
  if (taken.value.kind === 'again') return { again: true }
  const progress = await workThroughFile(service.db, {
    serviceId,
    importId: taken.value.importId,
    now: () => now,
  })
  return { importId: taken.value.importId, progress }
}

const head = 'police_reference,received,first_name,family_name,date_of_birth,offence,outcome'
let made = 0
const reference = () => `T-${++made}`

async function arrived(policeReference: string) {
  const rows = await service.asOwner('select * from notification where police_reference = $1', [
    policeReference,
  ])
  return rows[0]
}

describe('a file of notifications', () => {
  test('the example that we give out goes in whole', async () => {
    const { progress } = await send(readFileSync('docs/police-notifications-example.csv'))
    expect(progress).toMatchObject({ total: 5, accepted: 5, failed: 0 })
  })

  test('the same file twice changes nothing', async () => {
    const file = `${head}\n${reference()},16/11/2026,Ann,Lee,1/2/2011,Theft,8\n`
    const before = (await send(file)).progress
    const count = async () => (await service.asOwner('select count(*) from notification'))[0]?.count
    const counted = await count()
    expect(before).toMatchObject({ accepted: 1 })
    expect(await send(file)).toEqual({ again: true })
    expect(await count()).toBe(counted)
  })

  test('a notification that comes again in another file is known, and what differs is said', async () => {
    const known = reference()
    await send(`${head}\n${known},16/11/2026,Ann,Lee,1/2/2011,Theft,8\n`)
    const { importId, progress } = await send(`${head}\n${known},16/11/2026,Anne,Lee,1/2/2011,Theft,8\n`)
    expect(progress).toMatchObject({ accepted: 0, known: 1 })
    const page = await officer.get(`/arrivals/imports/${importId}`)
    expect(page.text).toContain('First name: differs from what came before under this reference')
    expect((await arrived(known))?.given_name).toBe('Ann')
  })

  test('rows that cannot be read are kept with what to do, and the rest go in', async () => {
    const good = reference()
    const { importId, progress } = await send(
      [
        head,
        `${good},16/11/2026,Ann,Lee,1/2/2011,Theft,8`,
        `${reference()},16/11/2026,Ann,Lee,30/2/2011,Theft,8`,
        `${reference()},25/12/2030,Ann,Lee,1/2/2011,Theft,8`,
        `${reference()},16/11/2026,Ann,Lee,1/2/1999,Theft,8`,
        `,16/11/2026,Ann,Lee,1/2/2011,Theft,8`,
        `${reference()},16/11/2026,=1+1,Lee,1/2/2011,Theft,8`,
        `${reference()},16/11/2026,Ann,Lee,1/2/2011,Theft,Stern talk`,
      ].join('\n'),
    )
    expect(progress).toMatchObject({ total: 7, accepted: 1, failed: 6, waiting: 0 })
    const page = await officer.get(`/arrivals/imports/${importId}`)
    for (const words of [
      'Date of birth: there is no such day. Check the day and the month',
      'Received on: the day cannot be in the future',
      'Date of birth: this makes the person 27 when the notification was received',
      'Enter the police reference',
      'First name: this is a spreadsheet formula',
      'Choose one of the answers for “Outcome”',
    ]) {
      expect(page.text).toContain(words)
    }
    expect(await arrived(good)).toBeDefined()
  })

  test('a row is named by the number that a spreadsheet gives it', async () => {
    const file = [
      head,
      '',
      `${reference()},16/11/2026,Ann,Lee,1/2/2011,"Theft\nof a bicycle",8`,
      '',
      `${reference()},16/11/2026,Ann,Lee,31/2/2011,Theft,8`,
    ]
    const { importId } = await send(file.join('\n'))
    const rows = await service.asOwner(
      'select row_number, state from import_row where import_id = $1 order by row_number',
      [importId],
    )
    expect(rows).toEqual([
      { row_number: 3, state: 'accepted' },
      { row_number: 5, state: 'failed' },
    ])
  })

  test('a failed row is mended on a page and goes in', async () => {
    const mended = reference()
    const { importId } = await send(`${head}\n${mended},16/11/2026,Ann,Lee,31/2/2011,Theft,8\n`)
    const address = `/arrivals/imports/${importId}/rows/2`
    const opened = await officer.get(address)
    expect(opened.html).toContain(`value="${mended}"`)
    const answer = await officer.fill(address, {
      'police-reference': mended,
      received: '16/11/2026',
      'first-name': 'Ann',
      'family-name': 'Lee',
      'date-of-birth-day': '28',
      'date-of-birth-month': '2',
      'date-of-birth-year': '2011',
      offence: 'Theft',
      outcome: '8',
    })
    expect(answer.location).toBe(`/arrivals/imports/${importId}`)
    expect(await arrived(mended)).toBeDefined()
    expect((await officer.get(`/arrivals/imports/${importId}`)).text).toContain('1 new')
  })

  test('an outcome is read on the day on which it was given, not on that of the offence', async () => {
    const [one, early] = [reference(), reference()]
    const row = (it: string, given: string) =>
      `${it},16/11/2026,Una,Outcome,1/2/2011,Theft,23,15/1/2026,${given}`
    const { importId, progress } = await send(
      [`${head},offence_date,resolution_date`, row(one, '12/11/2026'), row(early, '20/1/2026')].join('\n'),
    )
    expect(progress).toMatchObject({ accepted: 1, failed: 1 })
    expect((await officer.get(`/arrivals/imports/${importId}`)).text).toContain(
      'Outcome: there was no such outcome on the day on which it was given, 20 January 2026',
    )
    // No pathway takes this outcome yet: it waits, and says so, rather than becoming a community resolution.
    const refused = await officer.fill(`/arrivals/${(await arrived(one))?.notification_id}`, { child: 'new' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('No pathway of this service takes a notification with this outcome')
    const childId = await service.as(officer, async tx => {
      const { serviceId } = service
      const id = await addChild(tx, { serviceId, givenName: 'Una', familyName: 'Outcome' })
      const outcomeOn = Temporal.PlainDate.from('2026-11-12')
      const committedOn = Temporal.PlainDate.from('2026-01-15')
      await addOffence(tx, {
        serviceId,
        childId: id,
        description: 'Theft',
        outcome: '23',
        outcomeOn,
        committedOn,
      })
      return id
    })
    for (const page of ['offences', 'chronology'])
      expect((await officer.get(`/children/${childId}/${page}`)).text).toContain(
        'Deferred prosecution for children',
      )
  })

  test('a row with more cells than columns is kept to be mended, with what is left over', async () => {
    const { importId, progress } = await send(
      `${head}\n${reference()},16/11/2026,Ann,Lee,1/2/2011,Theft, with a knife,8\n`,
    )
    expect(progress).toMatchObject({ failed: 1 })
    expect((await officer.get(`/arrivals/imports/${importId}/rows/2`)).text).toContain(
      'more cells than the file has columns',
    )
  })

  test('a formula is refused on the page as it is in the file', async () => {
    const { importId } = await send(`${head}\nF-1,16/11/2026,=HYPERLINK(A1),Lee,1/2/2011,Theft,8\n`)
    const answer = await officer.fill(`/arrivals/imports/${importId}/rows/2`, {
      'police-reference': 'F-1',
      received: '16/11/2026',
      'first-name': '=HYPERLINK(A1)',
      'family-name': 'Lee',
      offence: 'Theft',
      outcome: '8',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('First name: this is a spreadsheet formula')
    expect(await arrived('F-1')).toBeUndefined()
  })

  test('rubbish in the address of a file is the first page, or not there', async () => {
    const { importId } = await send(`${head}\n${reference()},16/11/2026,Ann,Lee,31/2/2011,Theft,8\n`)
    const at = `/arrivals/imports/${importId}`
    for (const after of ['1e20', '1.5', '-1', 'xyz', '99999999999'])
      expect((await officer.get(`${at}?after=${after}`)).html).toContain(`${at}/rows/2`)
    for (const row of ['1e20', '1.5', 'xyz', '99999999999']) {
      expect((await officer.get(`${at}/rows/${row}`)).status).toBe(404)
      expect((await officer.post(`${at}/rows/${row}/drop`, {})).status).toBe(404)
    }
  })

  test('a child who was 17 when it happened goes in, and the case opens, after the 18th birthday', async () => {
    const one = reference()
    const columns = `${head},offence_date`
    const { progress } = await send(
      `${columns}\n${one},16/11/2026,Ed,Eighteen,10/11/2008,Theft,8,9/11/2026\n`,
    )
    expect(progress).toMatchObject({ accepted: 1 })
    const address = `/arrivals/${(await arrived(one))?.notification_id}`
    const answer = await officer.fill(address, { child: 'new' })
    expect(answer.location).toMatch(/^\/children\/.+\/cases\//)
  })

  test('what was mended is not thrown away where the reference came before with other answers', async () => {
    const known = reference()
    await send(`${head}\n${known},16/11/2026,Ann,Lee,1/2/2011,Theft,8\n`)
    const { importId } = await send(`${head}\n${known},16/11/2026,Ann,Lee,31/2/2011,Burglary,8\n`)
    const mended = {
      'police-reference': known,
      received: '16/11/2026',
      'first-name': 'Ann',
      'family-name': 'Lee',
      'date-of-birth': '28/2/2011',
      offence: 'Burglary of a shed',
      outcome: '8',
    }
    const address = `/arrivals/imports/${importId}/rows/2`
    const differs = await officer.fill(address, mended)
    expect(differs.status).toBe(422)
    expect(differs.text).toContain('A notification with this police reference came before')
    expect(differs.text).toContain('Date of birth: differs from what came before')
    expect(differs.html).toContain('Burglary of a shed')
    const stateOf = async () =>
      (await service.asOwner('select state, cells from import_row where import_id = $1', [importId]))[0]
    expect(await stateOf()).toMatchObject({ state: 'failed' })

    const other = reference()
    expect((await officer.fill(address, { ...mended, 'police-reference': other })).status).toBe(303)
    expect(await stateOf()).toMatchObject({
      state: 'accepted',
      cells: { police_reference: other, offence: 'Burglary of a shed', date_of_birth: '2011-02-28' },
    })
  })

  test('a row that somebody left out meanwhile brings in no notification', async () => {
    const mended = reference()
    const { importId } = await send(`${head}\n${mended},16/11/2026,Ann,Lee,31/2/2011,Theft,8\n`)
    const address = `/arrivals/imports/${importId}/rows/2`
    const opened = await officer.get(address)
    // Between reading and saving: the row is another's before this one's answer is written.
    await service.asOwner(`create function leave_out() returns trigger language plpgsql as $$
      begin update import_row set version = version + 1 where import_id = '${importId}'; return new; end $$`)
    await service.asOwner(
      `create trigger leave_out after insert on notification for each row execute function leave_out()`,
    )
    const answer = await officer.post(address, {
      _version: hiddenValue(opened.html, '_version') ?? '',
      'police-reference': mended,
      received: '16/11/2026',
      'first-name': 'Ann',
      'family-name': 'Lee',
      'date-of-birth': '28/2/2011',
      offence: 'Theft',
      outcome: '8',
    })
    await service.asOwner('drop trigger leave_out on notification')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Somebody else has settled this row in the meantime')
    expect(await arrived(mended)).toBeUndefined()
  })

  test.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', text => Buffer.from(text)],
    ['UTF-8 with a mark', text => Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first, with a mark', text => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, little end first, without a mark', text => Buffer.from(text, 'utf16le')],
    ['UTF-16, big end first', text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows-1252', text => Buffer.from(text, 'latin1')],
  ])('a name with accents arrives as it was written, in %s', async (_, encode) => {
    const one = reference()
    await send(encode(`${head}\r\n${one},16/11/2026,Zoë,Peña-Müller,29/02/2012,Theft,8\r\n`))
    expect(await arrived(one)).toMatchObject({ given_name: 'Zoë', family_name: 'Peña-Müller' })
  })

  test('the page of a file says in words how it was written', async () => {
    const row = `${reference()},16/11/2026,Zoë,Lee,29/02/2012,Theft,8`
    const { importId } = await send(Buffer.from(`${head}\n${row}\n`, 'latin1'))
    const { text } = await officer.get(`/arrivals/imports/${importId}`)
    expect(text).toContain('Western European (Windows-1252)')
  })

  test('a right-to-left name, a name of one letter and an apostrophe arrive as they were written', async () => {
    const [one, two, three] = [reference(), reference(), reference()]
    const rows = [
      `${one},16/11/2026,ليلى,حداد,1/2/2011,Theft,8`,
      `${two},16/11/2026,J,O,1/2/2011,Theft,8`,
      `${three},16/11/2026,D’Arcy,O'Neill,1/2/2011,Theft,8`,
    ]
    await send([head, ...rows].join('\n'))
    expect(await arrived(one)).toMatchObject({ given_name: 'ليلى', family_name: 'حداد' })
    expect(await arrived(two)).toMatchObject({ given_name: 'J', family_name: 'O' })
    expect(await arrived(three)).toMatchObject({
      given_name: 'D’Arcy',
      family_name: "O'Neill",
      folded_name: 'darcy oneill',
    })
  })

  test('two megabytes of notes in one cell are kept whole', async () => {
    const one = reference()
    const notes = 'Called again. '.repeat(150_000)
    const { progress } = await send(`${head},notes\n${one},16/11/2026,Ann,Lee,1/2/2011,Theft,8,"${notes}"\n`)
    expect(progress).toMatchObject({ accepted: 1 })
    expect((await arrived(one))?.details).toMatchObject({ notes: notes.trimEnd() })
  })

  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'The file is empty'],
    ['a spreadsheet that was not saved as CSV', Buffer.from('PK\u0003\u0004rest'), 'This is not a CSV file'],
    [
      'a file without a needed column',
      'police_reference,received\nA,1/1/2026\n',
      'These are missing: family_name, offence, outcome',
    ],
    [
      'a file that was cut off in a cell',
      `${head}\nA,16/11/2026,Ann,"Le`,
      'The file ends in the middle of a cell',
    ],
    ['a file of column names alone', head, 'no rows'],
  ])('%s is refused with what to do', async (_, file, words) => {
    expect((await send(file)).refused).toContain(words)
  })

  test('a file with semicolons and other headings is read, and unknown columns are named', async () => {
    const one = reference()
    const file = `Police Reference;Received;First name;Family name;Date of birth;Offence;Outcome;Shoe size\n${one};16/11/2026;Ann;Lee;1/2/2011;Theft;Community resolution;5\n`
    expect((await send(file)).progress).toMatchObject({ accepted: 1 })
  })

  test('half an upload is no upload', async () => {
    const before = await service.asOwner('select count(*) from import_file')
    const boundary = 'xyz'
    const cut = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="f.csv"\r\nContent-Type: text/csv\r\n\r\n${head}\n`
    const answer = await service.server.inject({
      method: 'POST',
      url: '/arrivals/import',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: cut,
    })
    expect(answer.statusCode).toBeGreaterThanOrEqual(300)
    expect(await service.asOwner('select count(*) from import_file')).toEqual(before)
  })
})

describe('who is it?', () => {
  test('a case goes from its notification to its ending', async () => {
    const senior = await service.person('senior', 'Sam Senior')
    const worker = await service.person('officer', 'Olu Officer')
    const one = reference()
    await send(`${head}\n${one},16/11/2026,Kofi,Brandt,1/2/2011,Broke a fence,8\n`)
    const list = await officer.get('/arrivals')
    expect(list.text).toContain('Kofi Brandt')
    const id = String((await arrived(one))?.notification_id)
    const opened = await officer.fill(`/arrivals/${id}`, { child: 'new' })
    const address = opened.location ?? ''
    expect(address).toMatch(/^\/children\/.*\/cases\//)
    const step = (name: string, fields: Record<string, string | string[]>, by = senior) =>
      by.fill(`${address}/steps/${name}`, { 'happened-on': '20/11/2026', ...fields })
    await step('screen', {
      'asked-of': ['child', 'school'],
      strengths: 'Draws well',
      worries: 'Nothing',
      communication: 'none',
      'communication-reason-none': 'Therapist, 2024',
      exploitation: 'no-sign',
      'safe-now': 'no',
    })
    await step('decide', { decision: 'suitable', reason: 'A mentor would do good' })
    await step('offer', { 'offered-to': ['child'], how: ['visit'], offered: 'Twelve weeks of drawing' })
    await step('accept', { 'accepted-by': ['child'], hopes: 'To draw', sharing: 'yes' })
    await step('allocate', { worker: worker.userId })
    expect((await senior.get(address)).text).toContain('Olu Officer')
    await step(
      'start',
      {
        goals: 'Finish a comic',
        'child-safe': 'Gran',
        'others-safe': 'No victim',
        'planned-end': '20/2/2027',
      },
      worker,
    )
    const ended = await step(
      'end',
      {
        outcome: 'completed',
        achieved: 'A comic of eight pages',
        'child-says': 'It was good',
        repaired: 'no-victim',
        'safe-now': 'Well',
        'next-help': 'Art club',
      },
      worker,
    )
    expect(ended.location).toBe(address)
    const page = await senior.get(address)
    expect(page.text).toContain('Ended: Completed')
    expect(page.text).toContain('A comic of eight pages')
  })

  test('a child that we know is offered, with why, and a person decides', async () => {
    const [first, second] = [reference(), reference()]
    await send(`${head}\n${first},16/11/2026,Siân,Llewellyn,4/3/2011,Theft,8\n`)
    await officer.fill(`/arrivals/${(await arrived(first))?.notification_id}`, { child: 'new' })
    await send(`${head}\n${second},17/11/2026,Sian,Llewelyn,3/4/2011,Theft,8\n`)
    const address = `/arrivals/${(await arrived(second))?.notification_id}`
    const page = await officer.get(address)
    expect(page.text).toContain('Siân Llewellyn')
    expect(page.text).toContain('The same date of birth, day and month exchanged')
    const child = String((await arrived(first))?.child_id)
    await officer.fill(address, { child })
    expect((await arrived(second))?.child_id).toBe(child)
    const names = await service.asOwner('select name, kind from child_name where child_id = $1', [child])
    expect(names).toEqual([{ name: 'Sian Llewelyn', kind: 'spelling' }])
  })

  test('nobody can say it is a child who was not offered', async () => {
    const one = reference()
    await send(`${head}\n${one},16/11/2026,Nia,Quill,5/6/2011,Theft,8\n`)
    const other = await service.asOwner('select child_id from child limit 1')
    const answer = await officer.fill(`/arrivals/${(await arrived(one))?.notification_id}`, {
      child: String(other[0]?.child_id),
    })
    expect(answer.status).toBe(422)
    expect((await arrived(one))?.child_id).toBeNull()
  })

  test('two people who settle the same notification at once do not open two cases', async () => {
    const colleague = await service.person('officer')
    const one = reference()
    await send(`${head}\n${one},16/11/2026,Max,Twice,5/6/2011,Theft,8\n`)
    const address = `/arrivals/${(await arrived(one))?.notification_id}`
    const pages = [await officer.get(address), await colleague.get(address)]
    const [mine = {}, theirs = {}] = pages.map(({ html }) => ({
      _csrf: hiddenValue(html, '_csrf') ?? '',
      _version: hiddenValue(html, '_version') ?? '',
      child: 'new',
    }))
    const answers = await Promise.all([officer.post(address, mine), colleague.post(address, theirs)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(
      await service.asOwner(`select count(*)::int as count from child where family_name = 'Twice'`),
    ).toEqual([{ count: 1 }])
  })

  test('a notification that needs no case is closed with the reason', async () => {
    const one = reference()
    await send(`${head}\n${one},16/11/2026,Ida,Gone,5/6/2011,Theft,8\n`)
    const id = (await arrived(one))?.notification_id
    const refusal = await officer.fill(`/arrivals/${id}/close`, { why: 'Other' })
    expect(refusal.text).toContain('Say why no case is opened')
    await officer.fill(`/arrivals/${id}/close`, { why: 'Other', 'why-reason-Other': 'Lives in France' })
    expect((await arrived(one))?.closed_reason).toBe('Other: Lives in France')
  })
})

describe('a notification about a child whom somebody must not see', () => {
  /** Nadia is known; her aunt works here, and has said so. */
  async function nadiaAndHerAunt() {
    const aunt = await service.person('business-support', 'Aunt Holloway')
    const first = reference()
    await send(`${head}\n${first},1/11/2026,Nadia,Holloway,4/5/2011,Shouted at a bus driver,8\n`)
    await officer.fill(`/arrivals/${(await arrived(first))?.notification_id}`, { child: 'new' })
    const child = (await arrived(first))?.child_id
    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Her aunt')`,
      [service.serviceId, child, aunt.userId],
    )
    return { aunt, first }
  }

  test('does not appear in her lists, and cannot be opened by its address', async () => {
    const { aunt } = await nadiaAndHerAunt()
    const second = reference()
    const { importId } = await send(`${head}\n${second},16/11/2026,Nadia,Holloway,4/5/2011,Ran off,8\n`)
    expect((await officer.get('/arrivals')).text).toContain('Nadia Holloway')
    expect((await aunt.get('/arrivals')).text).not.toContain('Nadia')
    expect((await aunt.get(`/arrivals/${(await arrived(second))?.notification_id}`)).status).toBe(404)
    expect((await aunt.get(`/arrivals/imports/${importId}`)).text).not.toContain('Nadia')
  })

  test('tells her nothing when she sends one herself, and she cannot open a second record', async () => {
    const { aunt } = await nadiaAndHerAunt()
    const probe = reference()
    const answer = await aunt.fill('/arrivals/new', {
      'police-reference': probe,
      received: '16/11/2026',
      'family-name': 'Holloway',
      'first-name': 'Nadia',
      offence: 'Made up',
      outcome: '8',
    })
    expect(answer.location).toBe('/arrivals')
    expect((await aunt.get('/arrivals')).text).not.toContain('Nadia')
    const id = String((await arrived(probe))?.notification_id)
    expect((await aunt.get(`/arrivals/${id}`)).status).toBe(404)
    expect((await aunt.post(`/arrivals/${id}`, { child: 'new', _version: '1' })).status).toBe(404)
  })

  test('cannot be read in the rows of its file or in the audit, even by asking the database', async () => {
    const { aunt, first } = await nadiaAndHerAunt()
    const found = await service.as(aunt, async tx => {
      const rows =
        await sql`select cells from import_row where cells ->> 'police_reference' = ${first}`.execute(tx)
      const events = await sql`select id from audit_event where after::text like ${`%"${first}"%`}`.execute(
        tx,
      )
      return rows.rows.length + events.rows.length
    })
    expect(found).toBe(0)
  })
})
