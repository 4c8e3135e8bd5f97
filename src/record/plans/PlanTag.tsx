import { Tag } from '../../ui/govuk/index.ts'
import { type PlanHead, type PlanState, standingOf } from './plan.ts'

const words: Readonly<Record<PlanState | 'ended', { text: string; classes: string }>> = {
  open: { text: 'Being written', classes: 'govuk-tag--yellow' },
  sent: { text: 'Waits for a senior', classes: 'govuk-tag--purple' },
  signed: { text: 'In force', classes: 'govuk-tag--green' },
  ended: { text: 'Ended', classes: 'govuk-tag--grey' },
  replaced: { text: 'Replaced', classes: 'govuk-tag--grey' },
  'set-aside': { text: 'Set aside', classes: 'govuk-tag--grey' },
}

/** How a plan stands. */
export function PlanTag({ plan }: { plan: Pick<PlanHead, 'state' | 'caseEndedAt'> }) {
  const { text, classes } = words[standingOf(plan)]
  return <Tag classes={classes}>{text}</Tag>
}
