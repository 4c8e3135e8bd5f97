import { Tag } from '../../ui/govuk/index.ts'
import type { AssessmentState } from './assessment.ts'

/** How a form stands, as people say it. */
export const stateWords: Readonly<Record<AssessmentState, { text: string; classes?: string }>> = {
  open: { text: 'Being written', classes: 'govuk-tag--yellow' },
  sent: { text: 'Waits for a senior', classes: 'govuk-tag--purple' },
  signed: { text: 'Signed', classes: 'govuk-tag--green' },
  'set-aside': { text: 'Set aside', classes: 'govuk-tag--grey' },
}

/** How a form stands. */
export function StateTag({ state }: { state: AssessmentState }) {
  const { text, classes } = stateWords[state]
  return <Tag {...(classes === undefined ? {} : { classes })}>{text}</Tag>
}
