import type { Pathway } from './pathway.ts'

/**
 * By which of its steps and questions a pathway is counted in the figures of a service. What is not said here is not
 * counted, and the figures say so.
 */
export type Counted<StepId extends string = string> = {
  /** The step by which it is decided whether help is offered: the question, the answers that offer it, and the question why it is not offered. */
  readonly decision?: {
    readonly step: StepId
    readonly field: string
    readonly offers: readonly string[]
    readonly why?: string
  }
  /** The step by which the child is first offered help: it counts as contact, as an appointment that was kept does. */
  readonly offer?: StepId
  /** The step by which the child or the family say no, and the question why. */
  readonly refusal?: { readonly step: StepId; readonly why: string }
}

/** The step that opens a case on a pathway; every definition has one. */
export function openingStep(pathway: Pathway): string | undefined {
  return Object.entries(pathway.steps).find(([, { from }]) => from === 'start')?.[0]
}
