import { hiddenValue, makeTestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

/** A child with an open case, afresh for every test, and two officers who may plan with it. */
export async function makeAppointments() {
  const service = await makeTestService()
  const officer = await service.person('officer', 'Olive Officer')
  const colleague = await service.person('officer', 'Otto Officer')
  const child = { childId: '', involvementId: '' }

  /** Another child, and no appointment of anybody: what another test has planned with the same worker would clash. */
  const afresh = async () => {
    await service.asOwner('delete from appointment')
    child.childId = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
    )
    const [row] = await service.asOwner(
      `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
       values ($1, $2, 'diversion', 'police-notification', 'active', '2026-01-05T09:00:00Z') returning involvement_id`,
      [service.serviceId, child.childId],
    )
    child.involvementId = String(row?.involvement_id)
  }

  /** This morning, so that it can be recorded; on any day that is given, at four in the afternoon. */
  const planned = (more: Record<string, string> = {}) => ({
    case: child.involvementId,
    kind: 'home-visit',
    day: '21/11/2026',
    time: more.day === undefined ? '09:00' : '16:00',
    minutes: '45',
    place: '12 Elm Road',
    with: officer.userId,
    ...more,
  })

  /** Sends a plan, and once more where a warning comes first, as a person does who means it all the same. */
  const sendPlan = async (address: string, fields: Record<string, string>) => {
    const sent = await officer.fill(address, fields)
    const mark = hiddenValue(sent.html, '_checked')
    return mark === undefined ? sent : officer.fill(address, { ...fields, _checked: mark })
  }

  /** Plans an appointment. @returns its address */
  const plan = async (more: Record<string, string> = {}) => {
    const saved = await sendPlan(`/children/${child.childId}/contacts/plan`, planned(more))
    if (!saved.location) throw new Error(saved.text)
    return saved.location
  }

  return { service, officer, colleague, child, afresh, planned, sendPlan, plan }
}
