import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestPerson } from '../../app/testkit/service.ts'
import { addOtherName, addPerson, insertPair, loadChild } from '../children/index.ts'
import { type Choice, type Choices, type Comparison, compareDetails, detailParts } from './compareDetails.ts'
import { mergeRecords } from './mergeRecords.ts'
import { everythingAbout, type Merging, makeMerging } from './merging.testkit.ts'
import { holdRecords, moveBack } from './mergingQueries.ts'

let m: Merging
let manager: TestPerson
let officer: TestPerson

beforeAll(async () => {
  m = await makeMerging()
  manager = await m.service.person('manager')
  officer = await m.service.person('officer')
})
afterAll(() => m.service.close())

const text = fc.constantFrom('', 'One', 'Two', 'Zoë', 'a\nb')

/** What a record may hold; everything that the merge treats in a way of its own is among it. */
const record = fc.record({
  given: fc.constantFrom('Tariq', 'Tarik', 'Ana'),
  knownAs: text,
  born: fc.constantFrom(undefined, '2011-03-04', '2012-02-29'),
  isEstimated: fc.boolean(),
  phone: text,
  howToTalk: text,
  address: text,
  interpreter: fc.constantFrom(true, false, null),
  cases: fc.integer({ min: 0, max: 2 }),
  hasPerson: fc.boolean(),
  otherName: text,
  isRestricted: fc.boolean(),
  isOfficerNamed: fc.boolean(),
  hasGlass: fc.boolean(),
  hasConflict: fc.boolean(),
  hasTwin: fc.boolean(),
})
type Held = typeof record extends fc.Arbitrary<infer T> ? T : never

const choices = fc.dictionary(fc.constantFrom(...detailParts), fc.constantFrom<Choice>('kept', 'gone'))

/** The kept record's answer to everything that must be chosen. */
const keptOf = (comparisons: readonly Comparison[]): Choices =>
  Object.fromEntries(comparisons.filter(it => it.likelier === null).map(({ part }) => [part, 'kept']))

async function write(held: Held, twin: string): Promise<string> {
  const { service, senior, aChild, work } = m
  const { serviceId } = service
  const childId = await aChild({
    givenName: held.given,
    knownAs: held.knownAs,
    ...(held.born && { birthDate: Temporal.PlainDate.from(held.born) }),
    birthDateBasis: held.isEstimated ? 'estimated' : 'known',
    phone: held.phone,
    howToTalk: held.howToTalk,
    address: held.address,
    needsInterpreter: held.interpreter,
  })
  for (let index = 0; index < held.cases; index++) await work(childId, `Dog ${index}`)
  if (held.cases > 0)
    await service.asOwner(
      `with holder as (update involvement set holder_id = $2 where child_id = $1 returning *)
       insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
       select service_id, child_id, involvement_id, $2, 'holder', now() from holder`,
      [childId, officer.userId],
    )
  await service.as(senior, async tx => {
    if (held.hasPerson) await addPerson(tx, { serviceId, childId, name: 'Gran', relationship: 'Grandmother' })
    await addOtherName(tx, { serviceId, childId, name: held.otherName, kind: 'alias' })
    if (held.hasTwin)
      await insertPair(tx, {
        serviceId,
        childId,
        otherId: twin,
        relation: 'twin',
        note: '',
        by: senior.userId,
        at: service.clock.now,
      })
  })
  const insert = (table: string, columns: string, values: unknown[]) =>
    service.asOwner(
      `insert into ${table} (service_id, child_id, ${columns}) values ($1, $2, ${values.map((_, i) => `$${i + 3}`)})`,
      [serviceId, childId, ...values],
    )
  if (held.hasGlass)
    await insert('child_access', 'user_id, until, broke_glass, reason', [
      officer.userId,
      '2100-01-01',
      true,
      'Danger',
    ])
  if (held.hasConflict) await insert('conflict_of_interest', 'user_id, relation', [officer.userId, 'Aunt'])
  if (held.isRestricted) {
    await insert('child_restriction', 'reason, restricted_by', [`Because ${held.given}`, manager.userId])
    for (const { userId } of [senior, ...(held.isOfficerNamed ? [officer] : [])])
      await insert('child_access', 'user_id', [userId])
  }
  return childId
}

test('merged and taken apart again, two records are in every table what they were', async () => {
  const { service, senior } = m
  await fc.assert(
    fc.asyncProperty(record, record, choices, async (one, other, chosen) => {
      const twin = await m.aChild({ givenName: 'Twin' })
      const [keptId, goneId] = [await write(one, twin), await write(other, twin)]
      const before = await everythingAbout(service, [keptId, goneId, twin])
      const merged = await service.as(senior, async tx => {
        const mark = await holdRecords(tx, keptId, goneId)
        const [kept, gone] = [await loadChild(tx, keptId), await loadChild(tx, goneId)]
        if (!kept || !gone) throw new Error('not there')
        const comparisons = compareDetails(kept, gone, Temporal.PlainDate.from('2026-11-21'))
        return mergeRecords(tx, {
          serviceId: service.serviceId,
          kept,
          gone,
          mark,
          comparisons,
          choices: { ...keptOf(comparisons), ...chosen } as Choices,
          nameKind: 'spelling',
          reason: 'The same',
          at: service.clock.now,
        })
      })
      expect(merged).toBeUndefined()
      const left = await everythingAbout(service, [goneId])
      const filled = Object.entries(left).filter(([, rows]) => rows.length > 0)
      expect(filled.map(([table]) => table)).toEqual(['child.child_id'])
      const [open] = await service.asOwner(
        `select exists (select from child_restriction where child_id = $1) as restricted,
          can_open_until($1, $2, now()) is not null and not exists (
            select from conflict_of_interest where child_id = $1 and user_id = $2) as opens
         from (select set_config('throughline.service', $3, false)) s`,
        [keptId, officer.userId, service.serviceId],
      )
      const could = (it: Held) => !it.hasConflict && (!it.isRestricted || it.isOfficerNamed || it.hasGlass)
      expect(open).toEqual({
        restricted: one.isRestricted || other.isRestricted,
        opens: could(one) && could(other),
      })
      const [row] = await service.asOwner('select merge_id from record_merge where gone_id = $1', [goneId])
      const apart = await service.as(senior, async tx => {
        await holdRecords(tx, keptId, goneId)
        return moveBack(tx, String(row?.merge_id), [], { reason: 'Two', at: service.clock.now })
      })
      expect(apart).toBe('done')
      expect(await everythingAbout(service, [keptId, goneId, twin])).toEqual(before)
    }),
    { numRuns: 40 },
  )
})
