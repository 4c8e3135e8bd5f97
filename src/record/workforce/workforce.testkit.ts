import { makeTestService, testNow } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'

/** A service with somebody who is away in the week after the tests begin, and a therapist who covers. */
export async function makeWorkforce() {
  const service = await makeTestService()
  const senior = await service.person('senior', 'Sam Senior')
  const manager = await service.person('manager', 'Mara Manager')
  const away = await service.person('officer', 'Alma Away')
  const therapist = await service.person('speech-therapist', 'Thea Therapist')
  // Monday to Friday, after the Saturday on which the tests begin.
  const leave = { from: '23/11/2026', until: '27/11/2026', cover: therapist.userId }
  const entered = await senior.fill(`/team/${away.userId}/leave/add`, leave)
  if (entered.location !== `/team/${away.userId}`) throw new Error(`no leave was entered: ${entered.text}`)

  /** Some days after the Saturday; whoever has signed in still is. */
  async function dayIs(days: number) {
    service.clock.now = testNow.add({ hours: 24 * days })
    await service.asOwner('update session set started_at = $1, seen_at = $1', [service.clock.now.toString()])
  }

  /** A case held by whoever is away, with an appointment in the week of the leave. */
  async function caseOf(familyName: string) {
    const { serviceId } = service
    const pathway = findPathway(practiceInUse(), 'diversion')
    if (!pathway) throw new Error('no pathway')
    return service.as(manager, async tx => {
      const childId = await addChild(tx, { serviceId, givenName: 'Cover', familyName })
      const case_ = await openCase(tx, {
        serviceId,
        childId,
        pathway,
        routeIn: 'police-notification',
        step: 'receive',
        answers: {},
        at: Temporal.Instant.from('2026-11-09T09:00:00Z'),
        by: senior.userId,
      })
      if (!case_.ok) throw new Error(case_.reason.kind)
      await tx
        .insertInto('case_worker')
        .values({
          service_id: serviceId,
          child_id: childId,
          involvement_id: case_.value,
          user_id: away.userId,
          part: 'holder',
          from_at: Temporal.Instant.from('2026-11-10T09:00:00Z'),
        })
        .execute()
      await tx
        .updateTable('involvement')
        .set({ holder_id: away.userId })
        .where('involvement_id', '=', case_.value)
        .execute()
      await tx
        .insertInto('appointment')
        .values({
          service_id: serviceId,
          child_id: childId,
          involvement_id: case_.value,
          with_user: away.userId,
          kind: 'office',
          starts_at: Temporal.Instant.from('2026-11-24T10:00:00Z'),
          minutes: 30,
          place: `Room of ${familyName}`,
        })
        .execute()
      return { childId, record: `/children/${childId}/details` }
    })
  }

  return { service, senior, manager, away, therapist, dayIs, caseOf }
}

export type Workforce = Awaited<ReturnType<typeof makeWorkforce>>
