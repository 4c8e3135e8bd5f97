import { type Answer, page } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { secondFactorsPath } from './paths.ts'

/** Somebody whose role asks for a second step wants to take the last one away. */
export const lastFactorPage: Answer = page(
  'You need at least one second step',
  <>
    <h1 class="govuk-heading-l">You need at least one second step</h1>
    <p class="govuk-body">Your role asks for one. Set up another first; then you can remove this one.</p>
    <p class="govuk-body">
      <a class="govuk-link" href={secondFactorsPath.to()}>
        Go to your second steps
      </a>
    </p>
  </>,
  { status: 409, width: 'reading', above: <BackLink href={secondFactorsPath.to()} /> },
)
