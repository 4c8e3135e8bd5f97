import { hiddenValue, makeTestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

/** The given names of the children in a group. */
export const given = ['Ada', 'Bo', 'Cy', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jo']

/** A service with a manager, and the making of groups. */
export async function makeGroups() {
  const service = await makeTestService()
  const manager = await service.person('manager', 'Mia Manager')
  let families = 0

  const restrict = (childId: string) =>
    manager.fill(`/children/${childId}/safety/restrict`, { reason: 'A relative works here.', people: [] })

  /** A group of ten, led by somebody new. */
  const aGroup = async () => {
    const officer = await service.person('officer', 'Olive Officer')
    const colleague = await service.person('officer', 'Otto Officer')
    families += 1
    const children: { childId: string; involvementId: string; name: string }[] = []
    for (const givenName of given) {
      const familyName = `Brook${'x'.repeat(families)}`
      const childId = await service.as(officer, tx =>
        addChild(tx, { serviceId: service.serviceId, givenName, familyName }),
      )
      const [row] = await service.asOwner(
        `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at, holder_id)
         values ($1, $2, 'diversion', 'police-notification', 'active', '2026-01-05T09:00:00Z', $3) returning involvement_id`,
        [service.serviceId, childId, officer.userId],
      )
      children.push({
        childId,
        involvementId: String(row?.involvement_id),
        name: `${givenName} ${familyName}`,
      })
    }
    const saved = await officer.fill('/groups/add', { title: 'Boxing on Tuesdays', about: '' })
    const group = saved.location ?? ''
    await officer.fill(`${group}/members/add`, { cases: children.map(({ involvementId }) => involvementId) })

    const sessionOn = (day: string, more: Record<string, string | string[]> = {}) => ({
      title: '',
      day,
      time: '16:30',
      minutes: '90',
      place: 'The gym',
      lead: officer.userId,
      ...more,
    })
    /** Sends a session, and once more where a warning comes first, as a person does who means it all the same. */
    const send = async (address: string, fields: Record<string, string | string[]>) => {
      const sent = await officer.fill(address, fields)
      const mark = hiddenValue(sent.html, '_checked')
      return mark === undefined ? sent : officer.fill(address, { ...fields, _checked: mark })
    }
    const plan = async (day: string, more: Record<string, string | string[]> = {}) =>
      (await send(`${group}/sessions/plan`, sessionOn(day, more))).location ?? ''

    const appointments = () =>
      service.asOwner(
        `select a.appointment_id, a.child_id, a.state, a.version, c.given_name,
           to_char(a.starts_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as at
         from appointment a join child c using (service_id, child_id)
         where a.involvement_id = any ($1) order by a.starts_at, c.given_name`,
        [children.map(({ involvementId }) => involvementId)],
      )
    const child = (at: number) => {
      const found = children[at]
      if (!found) throw new Error(`there is no child ${at}`)
      return found
    }

    /** The attendance of everybody, as it is typed. */
    const attendance = async (
      outcomes: Record<string, Record<string, string>>,
    ): Promise<Record<string, string>> => {
      const typed: Record<string, string> = {}
      for (const { appointment_id, given_name } of await appointments())
        for (const [question, answer] of Object.entries(outcomes[String(given_name)] ?? {}))
          typed[`${question}-${appointment_id}`] = answer
      return typed
    }

    return { officer, colleague, group, children, sessionOn, send, plan, appointments, child, attendance }
  }

  return { service, manager, restrict, aGroup }
}

export type Groups = Awaited<ReturnType<typeof makeGroups>>
export type Group = Awaited<ReturnType<Groups['aGroup']>>
