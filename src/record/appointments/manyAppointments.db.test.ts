import { expect, test } from 'vitest'
import { manyChildren, readOn } from '../../app/testkit/longLists.ts'
import { makeTestService } from '../../app/testkit/service.ts'
import { appointmentsOnPage, listPast } from './appointmentQueries.ts'

const count = 2_000

test(`of ${count} appointments of the past of a child, a page reads only a few beyond those that it shows`, async () => {
  const service = await makeTestService()
  const officer = await service.person('officer')
  const { childId } = await manyChildren(service, officer)
  const { serviceId, clock } = service
  await service.asOwner(
    `insert into appointment (service_id, child_id, with_user, involvement_id, kind, starts_at, minutes, place, state,
       what_happened, recorded_at)
     select $1, i.child_id, $3, i.involvement_id, 'office', $4::timestamptz - make_interval(days => n), 30, 'Office', 'kept',
       'Met', $4 from involvement i, generate_series(1, case when i.child_id = $2 then $5 else 20 end) n
     where i.service_id = $1`,
    [serviceId, childId, officer.userId, clock.now.toString(), count],
  )
  await service.asOwner('analyze')
  const { pages, most } = await service.as(officer, tx =>
    readOn(tx, 'appointment', after => listPast(tx, childId, after), {
      onPage: appointmentsOnPage,
      idOf: ({ appointmentId }) => appointmentId,
    }),
  )
  expect(pages).toBe(count / appointmentsOnPage)
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThan(appointmentsOnPage * 2)
  await service.close()
})
