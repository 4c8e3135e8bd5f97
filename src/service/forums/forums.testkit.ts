import { makeTestService } from '../../app/testkit/service.ts'
import { addChild } from '../../record/children/index.ts'

/** A service with everybody who has to do with its meetings. */
export async function makeForums() {
  const service = await makeTestService()
  // The board is looked after by the manager alone.
  const senior = await service.person(['senior', 'manager'], 'Sena Senior')
  const officer = await service.person('officer', 'Olive Officer')
  const police = await service.person('police-officer', 'Pat Police')
  const health = await service.person('health-worker', 'Hana Health')

  /** A child with an open case: on the diversion pathway and screened, where nothing else is said. */
  const aChild = async (givenName = 'Ada', stage = 'screened', pathway = 'diversion') => {
    const childId = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName, familyName: 'Brook' }),
    )
    const [row] = await service.asOwner(
      `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at, holder_id)
       values ($1, $2, $5, 'police-notification', $4, '2026-01-05T09:00:00Z', $3) returning involvement_id`,
      [service.serviceId, childId, officer.userId, stage, pathway],
    )
    return { childId, involvementId: String(row?.involvement_id) }
  }

  /** Plans one meeting of a forum and gives back its address. */
  const aMeeting = async (forum: string, day = '26/11/2026', at = '10:00') => {
    await senior.fill(`/panels/${forum}/add`, { day, at, minutes: '60', place: 'Room 2', joins: '' })
    const [year, month, date] = day.split('/').toReversed()
    const [row] = await service.asOwner(
      'select meeting_id from forum_meeting where forum = $1 and on_day = $2::date and at_time = $3::time',
      [forum, `${year}-${month}-${date}`, at],
    )
    return `/panels/${forum}/meetings/${row?.meeting_id}`
  }

  /** Gives somebody a seat from today on. */
  const seat = (forum: string, seatId: string, who: { userId: string }) =>
    senior.fill(`/panels/${forum}/seats/${seatId}/add`, {
      who: who.userId,
      from: '21/11/2026',
      name: '',
      email: '',
    })

  return { service, senior, officer, police, health, aChild, aMeeting, seat }
}
