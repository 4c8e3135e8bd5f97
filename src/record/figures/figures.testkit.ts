import { makeTestService, type TestPage, type TestPerson } from '../../app/testkit/service.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { findStep } from '../../engine/pathways/index.ts'
import { findInvolvement, openCase, takeStep } from '../cases/index.ts'
import { addChild } from '../children/index.ts'

export type Taken = [step: string, answers: Answers, at: string]

/** A service with a manager and an officer, and the making of cases that the figures count. */
export async function makeFigures() {
  const service = await makeTestService()
  const manager = await service.person('manager', 'Mo Manager')
  const officer = await service.person('officer')
  return { service, manager, officer, aCase: caseMaker({ service, manager }) }
}

type Maker = { service: Awaited<ReturnType<typeof makeTestService>>; manager: TestPerson }

/** Makes cases of diversion, each of which arrived on a morning and went through these steps. */
function caseMaker({ service, manager }: Maker) {
  const { serviceId } = service
  return async (name: string, arrived: string, steps: Taken[]) => {
    const pathway = findPathway(practiceInUse(), 'diversion')
    if (!pathway) throw new Error('no pathway')
    return service.as(manager, async tx => {
      const childId = await addChild(tx, { serviceId, givenName: name, familyName: 'Counted' })
      const begun = await openCase(tx, {
        serviceId,
        childId,
        pathway,
        routeIn: 'police-notification',
        step: 'receive',
        answers: {},
        at: Temporal.Instant.from(`${arrived}T09:00:00Z`),
        by: manager.userId,
      })
      if (!begun.ok) throw new Error(begun.reason.kind)
      for (const [step, answers, at] of steps) {
        const involvement = await findInvolvement(tx, begun.value)
        if (!involvement) throw new Error('no case')
        const taken = await takeStep(tx, {
          serviceId,
          pathway,
          involvement,
          step,
          answers,
          fields: findStep(pathway, step)?.fields ?? {},
          at: Temporal.Instant.from(`${at}T12:00:00Z`),
          by: manager.userId,
        })
        if (!taken.ok) throw new Error(`${step}: ${taken.reason.kind}`)
      }
      return { childId, involvementId: begun.value }
    })
  }
}

/** A line of a table: its heading, and what stands in it. */
export function lineOf({ html }: TestPage, heading: string): string[] {
  const at = html.indexOf(`<th scope="row" class="govuk-table__header">${heading}</th>`)
  if (at < 0) return []
  const row = html.slice(at, html.indexOf('</tr>', at))
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => (cell ?? '').replace(/<[^>]+>/g, ''))
}

/** The links of a page to lists of cases, each with the words that lead there. */
export function linksOn({ html }: TestPage): { href: string; words: string }[] {
  const links = html.matchAll(/<a class="govuk-link[^"]*" href="(\/children\?[^"]+)">([^<]+)<\/a>/g)
  return [...links].map(([, href = '', words = '']) => ({ href: href.replaceAll('&amp;', '&'), words }))
}

/** How many cases a list says that it has. */
export function totalOn({ text }: TestPage): number {
  return Number(/(\d+) cases?\b/.exec(text.slice(text.indexOf('Keep this view')))?.[1] ?? 0)
}
