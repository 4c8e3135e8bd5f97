import { optionsOf } from '../forms/index.ts'
import { findStep, type Pathway, tellings } from '../pathways/index.ts'

/** Faults of what a pathway tells whoever referred a child, and of the agreement on which that hangs. */
export function checkTellings(pathway: Pathway): readonly string[] {
  const { tellsReferrerIf: agreed, asksSharing } = pathway
  const asked = Object.values(pathway.steps).flatMap(({ fields }) => (agreed && fields[agreed.field]) ?? [])
  const offered = asked.flatMap(field => optionsOf(field).map(({ value }) => value))
  const isAsked = Object.values(pathway.steps).some(({ fields }) => asksSharing && fields[asksSharing])
  return [
    ...(asksSharing && !isAsked
      ? [`Sharing is said to be asked by the question “${asksSharing}”, which no step has.`]
      : []),
    ...(agreed?.is ?? [])
      .filter(value => !offered.includes(value))
      .map(
        value =>
          `Telling referrers hangs on the answer “${value}” to “${agreed?.field}”, which no step offers.`,
      ),
    ...Object.keys(pathway.steps).flatMap(id => checkStepTelling(id, pathway)),
  ]
}

function checkStepTelling(id: string, pathway: Pathway): readonly string[] {
  const step = findStep(pathway, id)
  const tells = step?.tellsReferrer
  if (!step || tells === undefined) return []
  const said = typeof tells === 'string' ? [tells] : Object.values(tells.says)
  const field = typeof tells === 'string' ? undefined : step.fields[tells.field]
  const offered = field ? optionsOf(field).map(({ value }) => value) : []
  const unknown =
    typeof tells === 'string' ? [] : Object.keys(tells.says).filter(value => !offered.includes(value))
  return [
    ...(step.from === 'start'
      ? [`The step “${id}” opens a case and tells the referrer, who has just sent it.`]
      : []),
    ...said
      .filter(telling => !tellings.includes(telling) || telling === 'closed')
      .map(telling => `The step “${id}” tells the referrer “${telling}”, for which there are no words.`),
    ...unknown.map(
      value => `What the step “${id}” tells hangs on the answer “${value}”, which it does not offer.`,
    ),
  ]
}
