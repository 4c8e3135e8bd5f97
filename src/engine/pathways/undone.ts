import type { ClockEvent } from '../clocks/index.ts'
import type { Pathway, Step } from './pathway.ts'
import { findStep, leadsToEnding } from './steps.ts'

/**
 * What happened in a case, in the order of time, without the endings that were undone: a step led from them back to where
 * the case had stood, since they were recorded by mistake. A day on which the work was meant to end then holds again.
 * @param events every step that can end a case of the pathway or lead back, with the answers on which that hangs, and
 *   whatever else happened
 */
export function withoutUndone(pathway: Pathway, events: readonly ClockEvent[]): readonly ClockEvent[] {
  const isBack = (it: ClockEvent) => leadsBack(findStep(pathway, it.step), it)
  if (!events.some(isBack)) return events
  const inOrder = events.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
  const undone = new Set<ClockEvent>()
  let lastEnding: ClockEvent | undefined
  for (const event of inOrder) {
    const step = findStep(pathway, event.step)
    if (step && leadsToEnding(step)) lastEnding = event
    else if (lastEnding && isBack(event)) undone.add(lastEnding)
  }
  return inOrder.filter(event => !undone.has(event))
}

/** The steps of a pathway that can end a case, and those that can lead back to where it stood before. */
export function stepsOfEndings(pathway: Pathway): readonly string[] {
  return Object.keys(pathway.steps).filter(id => {
    const step = findStep(pathway, id)
    return step !== undefined && (leadsToEnding(step) || canLeadBack(step))
  })
}

/** The questions on whose answers it hangs whether a step leads back. */
export function questionsOfEndings(pathway: Pathway): readonly string[] {
  return Object.keys(pathway.steps).flatMap(id => {
    const step = findStep(pathway, id)
    return step && canLeadBack(step) && typeof step.to === 'object' && 'field' in step.to
      ? [step.to.field]
      : []
  })
}

function canLeadBack({ to }: Step): boolean {
  return to === 'back' || (typeof to === 'object' && 'goes' in to && Object.values(to.goes).includes('back'))
}

function leadsBack(step: Step | undefined, { answers }: ClockEvent): boolean {
  if (!step || !canLeadBack(step)) return false
  if (typeof step.to === 'string' || 'ends' in step.to) return true
  const answer = answers?.[step.to.field]
  return typeof answer === 'string' && step.to.goes[answer] === 'back'
}
