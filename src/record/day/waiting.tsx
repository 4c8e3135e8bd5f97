import { WarningText } from '../../ui/govuk/index.ts'
import { arrivalsPath } from '../arrivals/index.ts'
import { glassReviewsPath, leftToNobodyPath } from '../children/index.ts'

/** How many there are of something, and where they are worked on. */
export function Arrivals({ waiting }: { waiting: number }) {
  if (waiting === 0) return <p class="govuk-body">Nothing new has arrived.</p>
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={arrivalsPath.to()}>
        {waiting === 1 ? '1 arrival waits' : `${waiting} arrivals wait`}
      </a>{' '}
      for somebody to say who it is.
    </p>
  )
}

/** Said only where it is so. */
export function BrokenGlass({ waiting }: { waiting: number }) {
  if (waiting === 0) return null
  return (
    <WarningText>
      Restricted records were opened in an emergency.{' '}
      <a class="govuk-link" href={glassReviewsPath.to()}>
        {waiting === 1 ? '1 opening waits' : `${waiting} openings wait`} for your review
      </a>
      .
    </WarningText>
  )
}

/** Said only where it is so. */
export function LeftToNobody({ waiting }: { waiting: number }) {
  if (waiting === 0) return null
  return (
    <WarningText>
      Nobody can open {waiting === 1 ? 'a restricted record' : `${waiting} restricted records`} any more.{' '}
      <a class="govuk-link" href={leftToNobodyPath.to()}>
        {waiting === 1 ? 'It waits' : 'They wait'} for a manager to name somebody
      </a>
      .
    </WarningText>
  )
}
