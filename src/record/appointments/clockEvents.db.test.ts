import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let involvementId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  const { serviceId } = service
  const childId = await service.as(officer, tx =>
    addChild(tx, { serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  const [row] = await service.asOwner(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
     values ($1, $2, 'diversion', 'police-notification', 'active', '2026-01-05T09:00Z') returning involvement_id`,
    [serviceId, childId],
  )
  involvementId = String(row?.involvement_id)
  await service.asOwner(
    `insert into appointment (service_id, child_id, involvement_id, with_user, kind, minutes, place,
       starts_at, state, missed_reason, reason_is_acceptable, followed_up_at)
     select $1, $2, $3, $4, 'home-visit', 45, 'Home', starts_at::timestamptz, state, reason, acceptable, followed_up_at::timestamptz
     from (values
       ('2026-03-02T10:00Z', 'planned', '', null::boolean, null),
       ('2026-03-03T10:00Z', 'kept', '', null, null),
       ('2026-03-04T10:00Z', 'kept', '', null, '2026-03-05T09:00Z'),
       ('2026-03-06T10:00Z', 'missed', 'Ill', true, null),
       ('2026-03-09T10:00Z', 'missed', 'Not known', false, null),
       ('2026-03-11T10:00Z', 'missed', 'Not known', false, '2026-03-12T09:00Z')
     ) a (starts_at, state, reason, acceptable, followed_up_at)`,
    [serviceId, childId, involvementId, officer.userId],
  )
})
afterAll(() => service.close())

test('clocks hear of what was missed without an acceptable reason, and of its follow-up, and of nothing else', async () => {
  const rows = await service.asOwner(
    `select step, to_char(at at time zone 'UTC', 'DD Mon HH24:MI') as at from clock_event
     where involvement_id = $1 order by clock_event.at`,
    [involvementId],
  )
  expect(rows).toEqual([
    { step: 'appointment-missed', at: '09 Mar 10:00' },
    { step: 'appointment-missed', at: '11 Mar 10:00' },
    { step: 'missed-appointment-followed-up', at: '12 Mar 09:00' },
  ])
})
