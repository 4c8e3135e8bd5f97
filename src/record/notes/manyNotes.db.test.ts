import { expect, test } from 'vitest'
import { manyChildren, readOn } from '../../app/testkit/longLists.ts'
import { makeTestService } from '../../app/testkit/service.ts'
import { listNotes, notesOnPage } from './noteQueries.ts'

const count = 2_000

test(`of ${count} notes of a child, a page reads only a few beyond those that it shows`, async () => {
  const service = await makeTestService()
  const officer = await service.person('officer')
  const { childId } = await manyChildren(service, officer)
  const { serviceId, clock } = service
  await service.asOwner(
    `insert into note (service_id, child_id, kind, text, happened_at, written_by)
     select $1, c.child_id, 'conversation', 'Met ' || n, $4::timestamptz - make_interval(days => n), $3
     from child c, generate_series(1, case when c.child_id = $2 then $5 else 20 end) n where c.service_id = $1`,
    [serviceId, childId, officer.userId, clock.now.toString(), count],
  )
  await service.asOwner('analyze')
  const { pages, most } = await service.as(officer, tx =>
    readOn(tx, 'note', after => listNotes(tx, childId, after), {
      onPage: notesOnPage,
      idOf: ({ noteId }) => noteId,
    }),
  )
  expect(pages).toBe(count / notesOnPage)
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThan(notesOnPage * 2)
  await service.close()
})
