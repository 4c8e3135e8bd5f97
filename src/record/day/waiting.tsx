import { WarningText } from '../../ui/govuk/index.ts'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { arrivalsPath } from '../arrivals/index.ts'
import { glassReviewsPath, leftToNobodyPath } from '../children/index.ts'
import { type GivenBack as Given, queuePath } from '../countersigning/index.ts'
import { followUpsPath } from '../followUp/index.ts'

/** How many there are of something, in how many of them a clock has run out already, and where they are worked on. */
export function Arrivals({ waiting, overdue, toMend }: { waiting: number; overdue: number; toMend: number }) {
  const href = arrivalsPath.to()
  return (
    <p class="govuk-body">
      {waiting === 0 ? (
        'Nothing new has arrived.'
      ) : (
        <>
          <a class="govuk-link" href={href}>
            {waiting === 1 ? '1 arrival waits' : `${waiting} arrivals wait`}
          </a>{' '}
          for somebody to say who it is.
        </>
      )}
      {overdue > 0 && (
        <>
          {' '}
          <StatusTag kind="overdue" word={overdue === 1 ? '1 is overdue' : `${overdue} are overdue`} />
        </>
      )}
      {toMend > 0 && (
        <>
          {' '}
          <a class="govuk-link" href={href}>
            {toMend === 1 ? '1 row of a file waits' : `${toMend} rows of files wait`}
          </a>{' '}
          to be mended.
        </>
      )}
    </p>
  )
}

/** Said only where it is so: what workers have signed and a senior has not read yet. */
export function ToCountersign({ waiting, changed }: { waiting: number; changed: number }) {
  if (waiting === 0) return null
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={queuePath.to()}>
        {waiting === 1 ? '1 form or plan waits' : `${waiting} forms and plans wait`}
      </a>{' '}
      to be countersigned.
      {changed > 0 && ` In ${changed === 1 ? '1 of them' : `${changed} of them`} a judgement has changed.`}
    </p>
  )
}

/**
 * Said only where it is so: what a senior has given back, with the words that came with it.
 * @param reader to whom it is said; what was given back to others, for whom they cover or answer, names these
 */
export function GivenBack({ given, reader }: { given: readonly Given[]; reader: string }) {
  return (
    <>
      {given.map(({ key, href, title, childName, signedById, signedBy, words }) => (
        <WarningText key={key}>
          <a class="govuk-link" href={href}>
            {title} of <bdi>{childName}</bdi>
          </a>{' '}
          was given back to {signedById === reader ? 'you' : <bdi>{signedBy}</bdi>}: {words}
        </WarningText>
      ))}
    </>
  )
}

/** Said only where it is so: offences found in the time after the work, of which nobody has said what they are. */
export function FollowUpsFound({ waiting }: { waiting: number }) {
  if (waiting === 0) return null
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${followUpsPath.to()}?found=to-look-at&state=all`}>
        Something was found in {waiting === 1 ? '1 follow-up' : `${waiting} follow-ups`}
      </a>
      : look at it.
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

/** Said only where it is so: records that nobody can open, and what has arrived that only named people see. */
export function LeftToNobody({ waiting, arrivals }: { waiting: number; arrivals: number }) {
  return (
    <>
      {waiting > 0 && (
        <WarningText>
          Nobody can open {waiting === 1 ? 'a restricted record' : `${waiting} restricted records`} any more.{' '}
          <a class="govuk-link" href={leftToNobodyPath.to()}>
            {waiting === 1 ? 'It waits' : 'They wait'} for a manager to name somebody
          </a>
          .
        </WarningText>
      )}
      {arrivals > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={leftToNobodyPath.to()}>
            {arrivals === 1 ? '1 arrival' : `${arrivals} arrivals`}
          </a>{' '}
          may be about restricted records: only the people named for them see {arrivals === 1 ? 'it' : 'them'}
          .
        </p>
      )}
    </>
  )
}
