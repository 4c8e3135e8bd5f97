import { Tag } from '../../ui/govuk/index.ts'
import type { PlanState } from './plan.ts'

const words: Readonly<Record<PlanState, { text: string; classes: string }>> = {
  open: { text: 'Being written', classes: 'govuk-tag--yellow' },
  sent: { text: 'Waits for a senior', classes: 'govuk-tag--purple' },
  signed: { text: 'In force', classes: 'govuk-tag--green' },
  replaced: { text: 'Replaced', classes: 'govuk-tag--grey' },
  'set-aside': { text: 'Set aside', classes: 'govuk-tag--grey' },
}

/** How a plan stands. */
export function PlanTag({ state }: { state: PlanState }) {
  return <Tag classes={words[state].classes}>{words[state].text}</Tag>
}
