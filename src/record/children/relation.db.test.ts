import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { reachOf, roles } from '../../platform/access/index.ts'
import { caseAfter, diversion, walkTo } from '../cases/cases.testkit.ts'
import { insertNote } from '../notes/index.ts'
import { relationTo } from './access.ts'

let service: TestService
let senior: TestPerson
let holder: TestPerson
let childId: string

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior')
})
beforeEach(async () => {
  holder = await service.person('officer')
  const way = walkTo(diversion(), 'allocate', holder.userId)
  const it = await service.as(senior, tx => caseAfter(tx, senior, diversion(), way))
  childId = it.childId
  await service.as(senior, tx =>
    insertNote(tx, {
      ...{ serviceId: service.serviceId, childId, involvementId: null, kind: 'other', text: 'Aubergine' },
      ...{
        happenedAt: service.clock.now,
        by: senior.userId,
        at: service.clock.now,
        sensitivity: 'sensitive',
      },
    }),
  )
})
afterAll(() => service.close())

const today = Temporal.PlainDate.from('2026-11-21')
const leave = (from: string, until: string, cover: TestPerson) =>
  service.asOwner(
    'insert into worker_leave (service_id, user_id, from_on, until_on, covered_by) values ($1, $2, $3, $4, $5)',
    [service.serviceId, holder.userId, from, until, cover.userId],
  )
const open = (who: TestPerson, until: string | null) =>
  service.asOwner(
    `insert into child_access (service_id, child_id, user_id, until, broke_glass, reason) values ($1, $2, $3, $4, $5, 'Danger')`,
    [service.serviceId, childId, who.userId, until, until !== null],
  )
const end = () => service.asOwner(`update case_worker set until_at = now() where child_id = $1`, [childId])

/** How somebody may come to have, or to have had, a part in the case; and whether they have one today. */
const ways: Record<string, { make: (who: TestPerson) => Promise<unknown>; has: boolean }> = {
  'nothing to do with it': { make: async () => {}, has: false },
  'a worker of it': {
    make: who =>
      service.asOwner('update case_worker set user_id = $2 where child_id = $1', [childId, who.userId]),
    has: true,
  },
  'a worker whose part has ended': {
    make: async who => {
      await service.asOwner('update case_worker set user_id = $2 where child_id = $1', [childId, who.userId])
      await end()
    },
    has: false,
  },
  'covering on the first day of leave': { make: who => leave('2026-11-21', '2026-11-30', who), has: true },
  'covering on the last day of leave': { make: who => leave('2026-11-01', '2026-11-21', who), has: true },
  'covering from tomorrow': { make: who => leave('2026-11-22', '2026-11-30', who), has: false },
  'who covered until yesterday': { make: who => leave('2026-11-01', '2026-11-20', who), has: false },
  'covering for somebody whose part has ended': {
    make: async who => {
      await leave('2026-11-21', '2026-11-30', who)
      await end()
    },
    has: false,
  },
  'to whom the record was opened by name': { make: who => open(who, null), has: true },
  'who broke the glass, while it lasts': { make: who => open(who, '2100-01-01'), has: true },
  'who broke the glass once': { make: who => open(who, '2020-01-01'), has: false },
}

describe.each(Object.entries(ways))('somebody %s', (_, { make, has }) => {
  it(`${has ? 'has' : 'has no'} part in the case, wherever it is asked`, async () => {
    const who = await service.person('officer')
    await make(who)
    const answers = await service.as(
      who,
      async tx => {
        const { rows } = await sql<{ works: boolean; sees: boolean; finds: boolean }>`
          select works_with(${childId}) as works, sees_sensitive(${childId}) as sees,
            exists (select from find_notes('{aubergine}', ${childId}, true, null, 1)) as finds`.execute(tx)
        return { ...rows[0], ...(await relationTo(tx, childId)) }
      },
      { today },
    )
    expect(answers).toEqual({ works: has, sees: has, finds: has, related: has })
  })

  it('reads sensitive notes as the role and the part allow', async () => {
    for (const role of roles) {
      const who = await service.person(role)
      await make(who)
      const reach = reachOf('notes.sensitive', [role])
      // The database opens them to whoever has a part; which roles read notes at all is for the permissions to say.
      const [seen] = await service.as(
        who,
        tx => tx.selectNoFrom(eb => eb.fn<boolean>('sees_sensitive', [eb.val(childId)]).as('it')).execute(),
        { today },
      )
      expect(seen?.it, role).toBe(reach === 'all' || has)
    }
  })
})
