import type { TestPerson, TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'

/** A case as a test knows it. */
export type TestCase = { childId: string; involvementId: string }

/** A case in the stage in which the work goes on, held by somebody since 3 November 2026. */
export async function heldCase(
  service: TestService,
  familyName: string,
  holder: TestPerson,
  stage = 'active',
  pathwayId = 'diversion',
): Promise<TestCase> {
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), pathwayId)
  const [routeIn] = Object.keys(pathway?.routesIn ?? {})
  const [step] = Object.entries(pathway?.steps ?? {}).find(([, { from }]) => from === 'start') ?? []
  if (!pathway || routeIn === undefined || step === undefined) throw new Error('no pathway')
  const [childId, involvementId] = await service.as(holder, async tx => {
    const child = await addChild(tx, { serviceId, givenName: 'Team', familyName })
    const case_ = await openCase(tx, {
      serviceId,
      childId: child,
      pathway,
      routeIn,
      step,
      answers: {},
      at: Temporal.Instant.from('2026-11-02T09:00:00Z'),
      by: holder.userId,
    })
    if (!case_.ok) throw new Error(case_.reason.kind)
    return [child, case_.value]
  })
  await service.asOwner('update involvement set stage = $2, holder_id = $3 where involvement_id = $1', [
    involvementId,
    stage,
    holder.userId,
  ])
  await service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     values ($1, $2, $3, $4, 'holder', '2026-11-03T09:00Z')`,
    [serviceId, childId, involvementId, holder.userId],
  )
  return { childId, involvementId }
}
