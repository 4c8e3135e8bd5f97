import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion } from '../cases/cases.testkit.ts'
import { insertFact } from '../children/index.ts'
import { insertNote } from '../notes/index.ts'
import { insertShared } from '../sharing/index.ts'
import { happeningKinds } from './happening.tsx'

let service: TestService
let officer: TestPerson
let childId: string
let involvementId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
})
beforeEach(async () => {
  const it = await service.as(officer, tx => caseAfter(tx, officer, diversion(), []))
  childId = it.childId
  involvementId = it.involvementId
})
afterAll(() => service.close())

const write = (text: string, at: string, more = {}) =>
  service.as(officer, tx =>
    insertNote(tx, {
      serviceId: service.serviceId,
      childId,
      involvementId: null,
      kind: 'other',
      text,
      happenedAt: Temporal.Instant.from(at),
      by: officer.userId,
      at: service.clock.now,
      ...more,
    }),
  )

const chronology = (query = '', who = officer) => who.get(`/children/${childId}/chronology${query}`)

const mark = async (noteId: string, reason: string) =>
  officer.fill(`/children/${childId}/chronology/note/${noteId}/mark`, { reason })

describe('the chronology', () => {
  it('says from whom an address must be kept, on screen and on paper', async () => {
    await service.as(officer, tx =>
      insertFact(tx, 'addresses', {
        ...{ serviceId: service.serviceId, childId, at: service.clock.now },
        said: { kind: 'home', address: '88 Saxon Terrace', confidential_from: 'the father' },
        from: Temporal.PlainDate.from('2025-02-03'),
        until: Temporal.PlainDate.from('2026-05-04'),
      }),
    )
    for (const query of ['?kinds=addresses', '?all'])
      expect((await chronology(query)).text).toMatch(
        /Moved: 88 Saxon Terrace , until 4 May 2026.*Confidential Must not become known to the father/,
      )
  })

  it('tells of moves, schools, care status and what was shared as well', async () => {
    await service.as(officer, async tx => {
      const whose = { serviceId: service.serviceId, childId, at: service.clock.now }
      const day = Temporal.PlainDate.from
      await insertFact(tx, 'addresses', {
        ...whose,
        said: { kind: 'placement', address: '3 Kite Row', postcode: 'MK9 3AA' },
        from: day('2026-05-04'),
        until: null,
      })
      await insertFact(tx, 'education', {
        ...whose,
        said: { kind: 'none' },
        from: day('2026-09-01'),
        until: day('2026-10-01'),
      })
      await insertFact(tx, 'care', {
        ...whose,
        said: { status: 'early-help' },
        from: day('2024-01-01'),
        until: null,
      })
      await insertFact(tx, 'care', { ...whose, said: { status: 'child-in-need' }, from: null, until: null })
      await insertShared(tx, {
        ...whose,
        agreementId: null,
        what: 'His asthma plan',
        hasHealth: true,
        withWhom: 'Ms Reed',
        way: 'By phone',
        basis: 'public-task',
        reason: 'Panel',
        by: officer.userId,
        recordedAt: service.clock.now,
      })
    })
    const { text } = await chronology()
    expect(text).toMatch(
      /Shared with: Ms Reed , by phone.*His asthma plan.*Nowhere: no school, college, training or work , until 1 October 2026.*Tuesday 1 September 2026.*Moved: 3 Kite Row, MK9 3AA.*Monday 4 May 2026.*Care status: Early help/,
    )
    // Of what began nobody knows when, the order of time says nothing.
    expect(text).not.toContain('Child in need')
    const support = await service.person('business-support')
    const seen = await chronology('', support)
    expect(seen.text).toContain('Shared with: Ms Reed')
    expect(seen.text).not.toContain('asthma')
  })

  it('is narrowed to days, both included, by the clocks of the United Kingdom', async () => {
    await write('Before', '2026-10-24T22:59:00Z')
    await write('First moment', '2026-10-24T23:00:00Z')
    await write('Last moment', '2026-10-25T23:59:00Z')
    await write('After', '2026-10-26T00:00:00Z')
    const { text } = await chronology('?kind=note&from=2026-10-25&to=2026-10-25')
    expect(text).toContain('First moment')
    expect(text).toContain('Last moment')
    expect(text).not.toMatch(/Before |After /)
    expect(text).toContain('From 25 October 2026')
  })

  it('is narrowed to a case', async () => {
    await write('Within', '2026-11-01T10:00:00Z', { involvementId })
    await write('Outside', '2026-11-02T10:00:00Z')
    const { text } = await chronology(`?case=${involvementId}`)
    expect(text).toContain('Within')
    expect(text).toContain('Notification received')
    expect(text).not.toContain('Outside')
    expect((await chronology('?case=0193b1a0-7c00-7000-8000-00000000aaaa')).text).toContain('Outside')
  })

  it('keeps what it was narrowed to from page to page', async () => {
    for (let i = 0; i < 55; i++) await write(`Entry ${i}.`, '2026-11-01T10:00:00Z')
    await write('Later', '2026-11-05T10:00:00Z')
    const first = await chronology('?kind=note&to=2026-11-04')
    const next = /href="([^"]+after=[^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(next).toContain('kind=note')
    expect(next).toContain('to=2026-11-04')
    const second = await officer.get(next)
    const entries = [first, second].flatMap(({ text }) => text.match(/Entry \d+\./g) ?? [])
    expect(new Set(entries).size).toBe(55)
    expect(first.text + second.text).not.toContain('Later')
  })
})

describe('an entry', () => {
  it('is of a kind whose child the database finds, so that its mark goes where it goes', async () => {
    const [row] = await service.asOwner(`select pg_get_functiondef('child_of_entry'::regproc) as text`)
    const found = [...String(row?.text).matchAll(/WHEN '([a-z-]+)'::text/g)].map(([, kind]) => kind)
    // Files are in no chronology yet; what a mark of one would give away is thought of.
    expect(found.sort()).toEqual([...Object.keys(happeningKinds), 'attachment'].sort())
  })

  it('that is too sensitive for somebody has no mark for them either, nor a history of the mark', async () => {
    const noteId = await write('Only for some', '2026-11-01T10:00:00Z', { sensitivity: 'sensitive' })
    const whose = [service.serviceId, childId]
    const [file] = await service.asOwner(
      `insert into attachment (service_id, child_id, name, description, type, bytes, sha256, scan, sensitivity, added_by, added_at)
       values ($1, $2, 'a.pdf', 'A', 'application/pdf', 1, '00', 'clean', 'sensitive', $3, now()) returning attachment_id as id`,
      [...whose, officer.userId],
    )
    for (const [kind, id] of [
      ['note', noteId],
      ['attachment', file?.id],
      ['step', noteId],
    ])
      await service.asOwner(
        `insert into chronology_mark (service_id, child_id, kind, about_id, reason, marked_by, marked_at)
         values ($1, $2, $3, $4, 'Because', $5, now())`,
        [...whose, kind, id, officer.userId],
      )
    const seen = (who: TestPerson) =>
      service.as(who, async tx => {
        const marks = await tx
          .selectFrom('chronology_mark')
          .select('kind')
          .where('child_id', '=', childId)
          .execute()
        const { rows } = await sql<{ kind: string }>`select after ->> 'kind' as kind from audit_event
          where table_name = 'chronology_mark' and child_id = ${childId}`.execute(tx)
        return [marks, rows].map(found => found.map(({ kind }) => kind).sort())
      })
    const [all, few] = [['attachment', 'note', 'step'], ['step']]
    expect(await seen(await service.person('senior'))).toEqual([all, all])
    expect(await seen(await service.person('officer'))).toEqual([few, few])
  })

  it('is marked as significant with a reason, found by it, and unmarked', async () => {
    const noteId = await write('He stopped going to college', '2026-11-01T10:00:00Z')
    await write('He rang', '2026-11-02T10:00:00Z')
    expect((await mark(noteId, ' ')).text).toContain('Say why it is significant')
    await mark(noteId, 'Everything else followed from it')
    const all = await chronology()
    expect(all.text).toMatch(
      /Note: Other Significant .*He stopped going to college Significant: Everything else followed from it \(Olive Officer, Saturday 21 November 2026, 10am\)/,
    )
    const only = await chronology('?significant=yes')
    expect(only.text).toContain('He stopped going')
    expect(only.text).not.toContain('He rang')
    expect((await mark(noteId, 'Again')).location).toContain('/chronology')
    expect((await chronology()).text).not.toContain('Again')
    const unmark = `/children/${childId}/chronology/note/${noteId}/unmark`
    await officer.fill(unmark, { reason: 'It was another week' })
    expect((await chronology('?significant=yes')).text).toContain('Nothing is marked as significant')
    expect((await officer.get(unmark)).location).toContain('/chronology')
    const history = await officer.get(`/children/${childId}/history?show=changes`)
    expect(history.text).toContain('Mark in the chronology: removed')
  })

  it('is marked only by those who work with the child, and only where they may read it', async () => {
    const noteId = await write('Between us', '2026-11-01T10:00:00Z', { sensitivity: 'sensitive' })
    await mark(noteId, 'Aubergine')
    const colleague = await service.person('officer')
    for (const at of ['mark', 'unmark'])
      expect((await colleague.get(`/children/${childId}/chronology/note/${noteId}/${at}`)).status).toBe(404)
    expect((await chronology('?significant=yes', colleague)).text).not.toContain('Aubergine')
    expect((await colleague.get(`/children/${childId}/history`)).text).not.toContain('Aubergine')
    const inspector = await service.person('inspector')
    expect((await chronology('', inspector)).html).not.toContain('/mark"')
    expect((await inspector.get(`/children/${childId}/chronology/note/${noteId}/mark`)).status).toBe(403)
    expect((await officer.get(`/children/${childId}/chronology/nonsense/${noteId}/mark`)).status).toBe(404)
    expect((await officer.get(`/children/${childId}/chronology/step/${noteId}/mark`)).status).toBe(404)
  })
})

describe('on paper', () => {
  it('it says whose it is, what of it, and stands on one page', async () => {
    for (let i = 0; i < 55; i++) await write(`Entry ${i}.`, '2026-11-01T10:00:00Z')
    const page = await chronology('?kind=note&from=2026-10-01&all')
    expect(page.title).toMatch(/^Chronology of Child \d+ Stepwise/)
    expect(page.text.match(/Entry \d+\./g)).toHaveLength(55)
    expect(page.text).toMatch(
      /Reference [0-9A-Z]{4}-[0-9A-Z]{4}\. What stands here: Notes; from 1 October 2026\./,
    )
    expect(page.html).not.toContain('/mark"')
  })

  it('it says where it had to stop', async () => {
    await service.asOwner(
      `insert into note (service_id, child_id, kind, text, happened_at, written_by)
       select $1, $2, 'other', 'Entry ' || i, '2026-11-01T10:00:00Z', $3 from generate_series(1, 2001) i`,
      [service.serviceId, childId, officer.userId],
    )
    expect((await chronology('?kind=note&all')).text).toContain('Only the newest 2,000 entries stand here')
    expect((await chronology('?kind=note&all&to=2026-10-01')).text).not.toContain('Only the newest')
  })
})
