import type { Destination, Pathway } from '../pathways/index.ts'

/** A place of a case as a node of the graph: `start`, a stage, or `ended`. */
type Place = string

/** Every place in which the step `stepId` can leave a case that stands at `from`. Back is where it has been before: no new one. */
function placesAfter(to: Destination, from: Place): readonly Place[] {
  if (typeof to === 'string') return to === 'back' ? [] : [to === 'stay' ? from : to]
  if ('ends' in to) return ['ended']
  return Object.values(to.goes).flatMap(goes =>
    goes === 'back' ? [] : [typeof goes === 'string' ? goes : 'ended'],
  )
}

/** The places in which a step is offered. */
export function placesBefore(pathway: Pathway, stepId: string): readonly Place[] {
  const from = pathway.steps[stepId]?.from ?? []
  return from === 'start' ? ['start'] : from
}

/** Every place that can be reached from `places`, themselves included. */
export function reachableFrom(pathway: Pathway, places: readonly Place[]): ReadonlySet<Place> {
  const reached = new Set(places)
  // A set being walked also gives what is added to it on the way.
  for (const place of reached) {
    for (const [stepId, step] of Object.entries(pathway.steps)) {
      if (!placesBefore(pathway, stepId).includes(place)) continue
      for (const next of placesAfter(step.to, place)) reached.add(next)
    }
  }
  return reached
}

/** Every place that can be reached once a step has been taken. */
export function reachableAfter(pathway: Pathway, stepId: string): ReadonlySet<Place> {
  const step = pathway.steps[stepId]
  const next = step ? placesBefore(pathway, stepId).flatMap(place => placesAfter(step.to, place)) : []
  return reachableFrom(pathway, next)
}
