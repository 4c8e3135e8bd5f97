import { optionsOf } from '../forms/index.ts'
import { findStep, type Pathway } from '../pathways/index.ts'

/** Faults of what a pathway says about how it is counted: steps, questions and answers that it does not have. */
export function checkCounted(pathway: Pathway): readonly string[] {
  const { decision, offer, refusal } = pathway.counted ?? {}
  const steps = [decision?.step, offer, refusal?.step].filter(step => step !== undefined)
  return [
    ...steps
      .filter(step => findStep(pathway, step) === undefined)
      .map(step => `The figures count the step “${step}”, which does not exist.`),
    ...(decision ? checkChoice(pathway, decision.step, decision.field, decision.offers) : []),
    ...(decision?.why === undefined ? [] : checkChoice(pathway, decision.step, decision.why)),
    ...(refusal ? checkChoice(pathway, refusal.step, refusal.why) : []),
  ]
}

function checkChoice(
  pathway: Pathway,
  stepId: string,
  question: string,
  answers: readonly string[] = [],
): readonly string[] {
  const step = findStep(pathway, stepId)
  if (!step) return []
  const field = step.fields[question]
  const offered = field ? optionsOf(field).map(({ value }) => value) : []
  if (offered.length === 0)
    return [
      `The figures count the answers to “${question}”, which the step “${stepId}” does not ask as a choice.`,
    ]
  return answers
    .filter(answer => !offered.includes(answer))
    .map(answer => `The figures count the answer “${answer}”, which “${question}” does not offer.`)
}
