import { findStep, type Pathway } from '../../engine/pathways/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDay } from '../../kernel/writtenDates.ts'
import { may, type Role } from '../../platform/access/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { Timeline } from '../../ui/moj/timeline/Timeline.tsx'
import type { Involvement, RecordedStep } from './caseQueries.ts'
import { canCorrect } from './correct.page.tsx'
import { correctStepPath } from './paths.ts'

type Given = {
  roles: readonly Role[]
  isRelated: boolean
  it: Involvement
  pathway: Pathway | undefined
  milestones: readonly RecordedStep[]
}

/** Each step as it was read when it was taken or last corrected, whatever the pathway says today. */
export function Milestones({ roles, isRelated, it, pathway, milestones }: Given) {
  const mayMove = may('case.move', roles, isRelated)
  const mayCorrect = (id: string) => mayMove && pathway && canCorrect(findStep(pathway, id), roles)
  return (
    <Timeline
      label="What has been done, the latest first"
      items={milestones.toReversed().map(milestone => ({
        key: milestone.milestoneId,
        title: milestone.words.done,
        by: milestone.recordedBy,
        datetime: milestone.at.toString(),
        date: writeDay(dayInUk(milestone.at)),
        children: (
          <>
            <Said milestone={milestone} />
            {mayMove && pathway && findStep(pathway, milestone.step)?.from === 'start' && (
              <p class="govuk-hint tl-no-print">
                What opened the case stays as it came. A note can say what is wrong in it.
              </p>
            )}
            {mayCorrect(milestone.step) && (
              <p class="govuk-body-s tl-no-print">
                <a
                  class="govuk-link"
                  href={correctStepPath.to({ ...it, milestoneId: milestone.milestoneId })}
                >
                  Correct this step
                  <span class="govuk-visually-hidden">
                    : {milestone.words.done}, {writeDay(dayInUk(milestone.at))}
                  </span>
                </a>
              </p>
            )}
          </>
        ),
      }))}
    />
  )
}

function Said({
  milestone: { words, correctedAt, correctedBy, correctedBecause },
}: {
  milestone: RecordedStep
}) {
  return (
    <>
      {words.said.length > 0 && (
        <dl class="tl-answers">
          {words.said.map(({ question, answer }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd class="tl-keep-lines">{answer}</dd>
            </div>
          ))}
        </dl>
      )}
      {correctedAt && (
        <p class="govuk-body-s govuk-!-margin-top-2">
          <Badge>Corrected</Badge> {writeDay(dayInUk(correctedAt))} by {correctedBy}:{' '}
          <span class="tl-keep-lines">{correctedBecause}</span>
        </p>
      )}
    </>
  )
}
