import { makeTestService, type TestPage, type TestPerson } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'

type Told = { at?: string; pathway?: string; born?: string }

/** A service with a senior and an officer, and the making of cases. */
export async function makeCaseList() {
  const service = await makeTestService()
  const senior = await service.person('senior', 'Sam Senior')
  const officer = await service.person('officer', 'Olive Officer')

  /** A child with an open case. */
  const aCase = async (given: string, family: string, told: Told = {}) => {
    const { serviceId } = service
    const pathway = findPathway(practiceInUse(), told.pathway ?? 'diversion')
    if (!pathway) throw new Error('no pathway')
    return service.as(senior, async tx => {
      const birthDate = Temporal.PlainDate.from(told.born ?? '2011-03-03')
      const childId = await addChild(tx, { serviceId, givenName: given, familyName: family, birthDate })
      const begun = await openCase(tx, {
        serviceId,
        childId,
        pathway,
        routeIn: Object.keys(pathway.routesIn)[0] ?? '',
        step: 'receive',
        answers: {},
        at: Temporal.Instant.from(told.at ?? '2026-11-04T09:00:00Z'),
        by: senior.userId,
      })
      if (!begun.ok) throw new Error(begun.reason.kind)
      return { childId, involvementId: begun.value }
    })
  }

  /** Makes somebody the holder of a case. */
  const allot = async (it: { childId: string; involvementId: string }, who: TestPerson) => {
    await service.asOwner(
      `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
       values ($1, $2, $3, $4, 'holder', now())`,
      [service.serviceId, it.childId, it.involvementId, who.userId],
    )
    await service.asOwner('update involvement set holder_id = $1 where involvement_id = $2', [
      who.userId,
      it.involvementId,
    ])
  }

  return { service, senior, officer, aCase, allot }
}

export type CaseListTest = Awaited<ReturnType<typeof makeCaseList>>

/** The children whom a list names, in its order. */
export const namesOn = ({ html }: TestPage) =>
  [
    ...html
      .slice(html.indexOf('<main'))
      .matchAll(/<a class="govuk-link" href="\/children\/[^"]+"><bdi>([^<]+)/g),
  ].map(([, name]) => name ?? '')
