import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Work } from '../../platform/database/index.ts'
import { type Merging, makeMerging } from './merging.testkit.ts'
import { holdRecords, listMerges, listSince, moveBack } from './mergingQueries.ts'

let m: Merging
beforeAll(async () => {
  m = await makeMerging()
})
afterAll(() => m.service.close())

type Table =
  | 'note'
  | 'attachment'
  | 'sharing_agreement'
  | 'information_shared'
  | 'appointment_series'
  | 'appointment'
  | 'hand_over'
  | 'chronology_mark'
  | 'offence'

/** Writes a row about a child for the senior, as a page would. @returns its id */
async function write(table: Table, childId: string, values: Record<string, unknown>): Promise<string> {
  return m.service.as(m.senior, async tx => {
    const row = { service_id: m.service.serviceId, child_id: childId, ...values }
    const columns = sql.join(Object.keys(row).map(name => sql.ref(name)))
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      with added as (insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))}) returning *)
      select to_jsonb(added) as row from added`.execute(tx)
    return String(rows[0]?.row[keys[table]])
  })
}

const keys: Record<Table, string> = {
  note: 'note_id',
  attachment: 'attachment_id',
  sharing_agreement: 'agreement_id',
  information_shared: 'shared_id',
  appointment_series: 'series_id',
  appointment: 'appointment_id',
  hand_over: 'hand_over_id',
  chronology_mark: 'mark_id',
  offence: 'offence_id',
}

const at = '2026-11-20T10:00:00Z'
const by = () => m.senior.userId
const note = (childId: string) =>
  write('note', childId, {
    kind: 'conversation',
    text: 'A talk',
    happened_at: at,
    written_at: at,
    written_by: by(),
  })
const file = (childId: string, noteId: string | null) =>
  write('attachment', childId, {
    note_id: noteId,
    name: 'letter.pdf',
    description: 'Letter',
    type: 'application/pdf',
    bytes: 4,
    sha256: '00',
    added_by: by(),
    added_at: at,
    scan: 'clean',
  })
const agreement = (childId: string) =>
  write('sharing_agreement', childId, {
    ...{ what: 'Dates', has_health: false, with_whom: 'School', basis: 'task', reason: 'To plan' },
    ...{ from_on: '2026-11-01', recorded_by: by(), recorded_at: at },
  })
const shared = (childId: string, agreementId: string) =>
  write('information_shared', childId, {
    ...{ agreement_id: agreementId, what: 'Dates', has_health: false, with_whom: 'School', way: 'letter' },
    ...{ basis: 'task', shared_at: at, shared_by: by(), recorded_at: at },
  })
const series = (childId: string) =>
  write('appointment_series', childId, {
    ...{ every_weeks: 1, weekdays: [1], skips_bank_holidays: true, planned_by: by(), planned_at: at },
  })
const appointment = (childId: string, involvementId: string, seriesId: string) =>
  write('appointment', childId, {
    ...{ involvement_id: involvementId, series_id: seriesId, with_user: by(), kind: 'office' },
    ...{ starts_at: at, minutes: 30, place: 'Here' },
  })
const mark = (childId: string, kind: string, about: string) =>
  write('chronology_mark', childId, {
    ...{ kind, about_id: about, reason: 'It began here', marked_by: by(), marked_at: at },
  })

/** Of which child a row is. */
const childOf = async (table: Table, id: string) =>
  (await m.service.asOwner(`select child_id from ${table} where ${keys[table]} = $1`, [id]))[0]?.child_id

/** Takes the merge apart, and sends those rows to the other child of whose writing the ids are given. */
const apart = async (kept: string, gone: string, going: readonly string[] = []) => {
  const events = await m.service.asOwner(
    `select max(id) as id from audit_event where action = 'insert' and exists (
       select from jsonb_each_text(row_key) k where k.value = any ($1)) group by row_key`,
    [going],
  )
  const mergeId = await m.mergeOf(gone)
  return m.service.as(m.senior, async (tx: Work) => {
    await holdRecords(tx, kept, gone)
    const chosen = events.map(({ id }) => Number(id))
    const answer = await moveBack(tx, mergeId, chosen, { reason: 'Two', at: m.service.clock.now })
    // As the page does: what is refused is undone.
    if (answer !== 'done') throw new Error(answer)
  })
}

/** What the page says before anything is taken apart. */
const saidBefore = async (kept: string, gone: string) =>
  (await m.senior.get(`/children/${kept}/merges/${await m.mergeOf(gone)}/unmerge`)).text

const merged = (before?: (gone: string) => Promise<string>) =>
  mergedWith(async (_, gone) => (before ? before(gone) : ''))

const mergedWith = async (before: (kept: string, gone: string) => Promise<string>) => {
  const [kept, gone] = [await m.aChild(), await m.aChild()]
  const first = await before(kept, gone)
  await m.merge(kept, gone)
  return { kept, gone, first }
}

describe('a merge that is taken back leaves nothing behind of what goes', () => {
  it('a note takes with it the file that was put to it since', async () => {
    const { kept, gone, first } = await merged(note)
    const fileId = await file(kept, first)
    await apart(kept, gone)
    expect(await childOf('attachment', fileId)).toBe(gone)
  })

  it('a note that was written since and is sent to the other child takes its file along', async () => {
    const { kept, gone } = await merged()
    const noteId = await note(kept)
    const fileId = await file(kept, noteId)
    await apart(kept, gone, [noteId])
    expect([await childOf('note', noteId), await childOf('attachment', fileId)]).toEqual([gone, gone])
  })

  it('a file cannot go while its note stays', async () => {
    const { kept, gone } = await merged()
    const noteId = await note(kept)
    const fileId = await file(kept, noteId)
    await expect(apart(kept, gone, [fileId])).rejects.toThrow('entangled')
    expect(await childOf('attachment', fileId)).toBe(kept)
  })

  it('an agreement takes with it what was shared by it since', async () => {
    const { kept, gone, first } = await merged(agreement)
    const sharedId = await shared(kept, first)
    await apart(kept, gone)
    expect(await childOf('information_shared', sharedId)).toBe(gone)
  })

  it('a case takes with it a series of appointments that was planned since', async () => {
    const { kept, gone, first } = await merged(child => m.work(child, 'A dog'))
    const seriesId = await series(kept)
    const planned = await appointment(kept, first, seriesId)
    await apart(kept, gone)
    expect(await childOf('appointment', planned)).toBe(gone)
    expect(await childOf('appointment_series', seriesId)).toBe(gone)
  })

  it('a series of appointments in cases of both children stays where it is, without those that go', async () => {
    const { kept, gone, first } = await merged(child => m.work(child, 'A dog'))
    const other = await m.work(kept, 'Another dog')
    const seriesId = await series(kept)
    const [goes, stays] = [await appointment(kept, first, seriesId), await appointment(kept, other, seriesId)]
    // The other case was opened since: where it goes is still to be ticked.
    expect(await saidBefore(kept, gone)).toContain(
      'A series of appointments is taken apart: up to 1, by what you tick below',
    )
    await apart(kept, gone)
    const { asOwner } = m.service
    const planned = await asOwner(
      'select appointment_id as id, child_id as child, series_id as series from appointment where appointment_id in ($1, $2)',
      [goes, stays],
    )
    expect(planned).toHaveLength(2)
    expect(planned).toContainEqual({ id: goes, child: gone, series: null })
    expect(planned).toContainEqual({ id: stays, child: kept, series: seriesId })
  })

  it('says nothing of judgements and series where none is parted', async () => {
    const { kept, gone, first } = await merged(child => m.work(child, 'A dog'))
    await appointment(kept, first, await series(kept))
    const said = await saidBefore(kept, gone)
    expect(said).toContain('Take the two records apart')
    expect(said).not.toContain('A series of appointments is taken apart')
    expect(said).not.toContain('What was said of an offence')
  })

  it('a series in cases that both stood before is counted for certain', async () => {
    const other = { id: '' }
    const { kept, gone, first } = await mergedWith(async (keeps, goes) => {
      other.id = await m.work(keeps, 'Another dog')
      return m.work(goes, 'A dog')
    })
    const seriesId = await series(kept)
    for (const id of [first, other.id]) await appointment(kept, id, seriesId)
    expect(await saidBefore(kept, gone)).toContain('A series of appointments is taken apart: 1, where')
  })

  it('an appointment that was given to a case of the other child since stays with that case', async () => {
    const { kept, gone, first } = await merged(async child => {
      const involvementId = await m.work(child, 'A dog')
      return appointment(child, involvementId, await series(child))
    })
    const other = await m.work(kept, 'Another dog')
    await m.service.asOwner('update appointment set involvement_id = $2 where appointment_id = $1', [
      first,
      other,
    ])
    await apart(kept, gone)
    expect(await childOf('appointment', first)).toBe(kept)
  })

  it('what was judged of an offence that is the other child’s is no judgement any more', async () => {
    const { kept, gone, first } = await merged(child => m.work(child, 'A dog'))
    const offenceId = await write('offence', kept, { description: 'Broke a window' })
    await m.service.as(m.senior, tx =>
      sql`insert into follow_up_offence (service_id, child_id, involvement_id, offence_id, verdict, source, reason, judged_by, judged_at)
        values (current_service(), ${kept}, ${first}, ${offenceId}, 'not-further', 'Police', 'Another', ${by()}, ${at})`.execute(
        tx,
      ),
    )
    expect(await saidBefore(kept, gone)).toContain(
      'What was said of an offence in a follow-up is deleted: up to 1, by what you tick below',
    )
    await apart(kept, gone)
    expect(await childOf('offence', offenceId)).toBe(kept)
    expect(
      await m.service.asOwner('select from follow_up_offence where offence_id = $1', [offenceId]),
    ).toEqual([])
  })

  it('a case takes with it a hand-over that was written since', async () => {
    const { kept, gone, first } = await merged(child => m.work(child, 'A dog'))
    const [step] = await m.service.asOwner('select milestone_id from milestone where involvement_id = $1', [
      first,
    ])
    const handedOver = await write('hand_over', kept, {
      ...{ involvement_id: first, milestone_id: step?.milestone_id, to_user: by(), given_at: at },
    })
    await apart(kept, gone)
    expect(await childOf('hand_over', handedOver)).toBe(gone)
  })

  it('an entry takes with it the mark that it stands out, and one that stays keeps it', async () => {
    const { kept, gone, first } = await merged(note)
    const staying = await note(kept)
    const [goes, stays] = [await mark(kept, 'note', first), await mark(kept, 'note', staying)]
    await apart(kept, gone)
    expect(await childOf('chronology_mark', goes)).toBe(gone)
    expect(await childOf('chronology_mark', stays)).toBe(kept)
  })
})

it('asks about what stands by itself, and not about what goes with something else', async () => {
  const { kept, gone, first } = await merged(note)
  const noteId = await note(kept)
  for (const about of [first, noteId]) await file(kept, about)
  await file(kept, null)
  await shared(kept, await agreement(kept))
  await mark(kept, 'note', noteId)
  const asked = await m.service.as(m.senior, async tx => {
    const [merge] = (await listMerges(tx, kept)).filter(({ goneId }) => goneId === gone)
    return merge ? listSince(tx, merge) : []
  })
  expect(asked.map(({ table }) => table)).toEqual(['note', 'attachment', 'sharing_agreement'])
})
