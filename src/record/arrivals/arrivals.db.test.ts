import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenValue } from '../../app/testkit/service.ts'
import { addChild, addOffence } from '../children/index.ts'
import { type Arrivals, head, makeArrivals, reference } from './arrivals.testkit.ts'

let service: Arrivals['service']
let officer: Arrivals['officer']
let send: Arrivals['send']
let arrived: Arrivals['arrived']

beforeAll(async () => {
  ;({ service, officer, send, arrived } = await makeArrivals())
})
afterAll(() => service.close())

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
    const { importId, progress } = await send(`${head}\n${known},16/11/2026,ANN,Lee,1/2/2011,Burglary,8\n`)
    expect(progress).toMatchObject({ accepted: 0, known: 1 })
    const page = await officer.get(`/arrivals/imports/${importId}`)
    expect(page.text).toContain('What happened: differs from what came before about this child')
    expect((await arrived(known))?.details).toMatchObject({ offence: 'Theft' })
  })

  test('children of one crime have one police reference, and each goes in', async () => {
    const crime = reference()
    const rows = [
      `${crime},16/11/2026,Tom,Bell,1/2/2011,Theft,8`,
      `${crime},16/11/2026,Tim,Bell,1/2/2011,Theft,8`,
      `${crime},16/11/2026,Ali,Khan,9/9/2010,Theft,8`,
      `${crime},16/11/2026,Ali,Khan,9/9/2012,Theft,8`,
      `${crime},16/11/2026,Tom,Bell,1/2/2011,Theft,8`,
    ]
    const { progress } = await send([head, ...rows].join('\n'))
    expect(progress).toMatchObject({ accepted: 4, known: 1 })
    const page = await officer.get(`/arrivals/${(await arrived(crime))?.notification_id}`)
    expect(page.text).toContain('Under the same reference came')
    expect(page.text).toContain('Tim Bell')
    expect(page.text).toContain('Ali Khan , born 9 September 2012: waiting in Arrivals')
    const typed = await officer.fill('/arrivals/new/police-notification', {
      'police-reference': crime,
      received: '16/11/2026',
      'first-name': 'Mia',
      'family-name': 'Stone',
      offence: 'Theft',
      outcome: '8',
    })
    expect(typed.status).toBe(303)
  })

  test('a reference written with other strokes is the same reference', async () => {
    const row = (it: string) => `${head}\n${it},16/11/2026,Ann,Lee,1/2/2011,Theft,8\n`
    expect((await send(row('43/8888/26'))).progress).toMatchObject({ accepted: 1 })
    expect((await send(row('43-8888 26'))).progress).toMatchObject({ known: 1 })
  })

  test('two who send the same at once keep it once', async () => {
    const one = reference()
    const file = (note: string) => `${head},notes\n${one},16/11/2026,Ann,Lee,1/2/2011,Theft,8,${note}\n`
    const both = await Promise.all([send(file('a')), send(file('b'))])
    expect(both.map(({ progress }) => progress?.accepted).sort()).toEqual([0, 1])
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
    for (const at of ['/', '/arrivals'])
      expect((await officer.get(at)).text, at).toMatch(/rows? of (a |the )?files? .*(mended|mend it)/)
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
        at: service.clock.now,
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

  test('a row is left out with a reason, stays in sight, and can be taken back', async () => {
    const { importId } = await send(`${head}\n${reference()},16/11/2026,Ann,Lee,31/2/2011,Theft,8\n`)
    const at = `/arrivals/imports/${importId}`
    expect((await officer.fill(`${at}/rows/2/drop`, { reason: '' })).text).toContain(
      'Say why the row is left out',
    )
    await officer.fill(`${at}/rows/2/drop`, { reason: 'About nobody' })
    const left = await officer.get(at)
    expect(left.text).toMatch(/Rows left out .*Ann Lee.*About nobody/)
    const _csrf = hiddenValue(left.html, '_csrf') ?? ''
    await officer.post(`${at}/rows/2/take-back`, { _csrf })
    const back = await officer.get(at)
    expect(back.text).toContain('Rows to mend')
    expect(back.text).toContain('Date of birth: there is no such day')
    expect(back.text).not.toContain('Rows left out')
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
      expect((await officer.post(`${at}/rows/${row}/take-back`, {})).status).toBe(404)
    }
  })

  test('a child who was 17 when the outcome was given goes in, and the case opens, after the 18th birthday', async () => {
    const one = reference()
    const columns = `${head},offence_date,resolution_date`
    const { progress } = await send(
      `${columns}\n${one},16/11/2026,Ed,Eighteen,10/11/2008,Theft,8,1/11/2026,9/11/2026\n`,
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
      'date-of-birth': '1/2/2011',
      offence: 'Burglary of a shed',
      outcome: '8',
    }
    const address = `/arrivals/imports/${importId}/rows/2`
    const differs = await officer.fill(address, mended)
    expect(differs.status).toBe(422)
    expect(differs.text).toContain('A notification about this child with this reference came before')
    expect(differs.text).toContain('What happened: differs from what came before')
    expect(differs.html).toContain('Burglary of a shed')
    const stateOf = async () =>
      (await service.asOwner('select state, cells from import_row where import_id = $1', [importId]))[0]
    expect(await stateOf()).toMatchObject({ state: 'failed' })

    const other = reference()
    expect((await officer.fill(address, { ...mended, 'police-reference': other })).status).toBe(303)
    expect(await stateOf()).toMatchObject({
      state: 'accepted',
      cells: { police_reference: other, offence: 'Burglary of a shed', date_of_birth: '1/2/2011' },
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
})
