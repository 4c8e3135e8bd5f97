import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { type ClockLine, involvementClocks } from '../../engine/pathways/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { ClockTable, casePath, offeredSteps, standing, stepPath } from '../cases/index.ts'
import { followUpPath } from '../followUp/index.ts'
import type { Known, NowGiven } from './nowGiven.ts'
import type { CaseNow } from './nowQueries.ts'

/** Each open case: where it stands, what can be done and what is due; and those that have ended while something is owed. */
export function CasesNow({ request, child, known }: NowGiven) {
  const { roles } = request.who
  const ended = known.cases.filter(({ ending }) => ending !== null)
  return (
    <>
      {child.cases.length === 0 && (
        <EmptyState title="No open case">
          What is due and what can be done next stands here while a case is open.
        </EmptyState>
      )}
      {child.cases.map(it => {
        const pathway = findPathway(practiceInUse(), it.pathway)
        const which = { childId: child.childId, involvementId: it.involvementId }
        return (
          <section key={it.involvementId} aria-labelledby={`case-${it.involvementId}`}>
            <h2 class="govuk-heading-m" id={`case-${it.involvementId}`}>
              <a class="govuk-link" href={casePath.to(which)}>
                {pathway?.title ?? it.pathway}
              </a>
            </h2>
            <p class="govuk-body">
              <strong>{standing(pathway, { stage: it.stage, ending: null })}</strong>.{' '}
              {pathway?.stages[it.stage]?.means} Holder: {it.holderName ?? 'nobody yet'}.
            </p>
            <Steps
              of={which}
              steps={offeredSteps(
                pathway,
                { ...it, ending: null },
                { roles, isRelated: child.isRelated },
                known.cases.find(({ involvementId }) => involvementId === it.involvementId)?.milestones ?? [],
              )}
            />
            <Due id={`due-${it.involvementId}`} lines={clocksOf(it, known, request.now)} />
          </section>
        )
      })}
      {ended.map(it => (
        <Ended key={it.involvementId} childId={child.childId} it={it} known={known} now={request.now} />
      ))}
      {may('followUp.see', roles, child.isRelated) && (
        <Followed childId={child.childId} all={known.followed} />
      )}
    </>
  )
}

/** Work that has ended, after which further offences are looked for: until when. */
function Followed({ childId, all }: { childId: string; all: Known['followed'] }) {
  if (all.length === 0) return null
  return (
    <section aria-labelledby="followed">
      <h2 class="govuk-heading-m" id="followed">
        Follow-up
      </h2>
      <ul class="govuk-list">
        {all.map(({ involvementId, pathway, until }) => (
          <li key={involvementId}>
            The child is followed until {writeDate(until)}, after{' '}
            <a class="govuk-link" href={followUpPath.to({ childId, involvementId })}>
              {findPathway(practiceInUse(), pathway)?.title ?? pathway}
            </a>
            .
          </li>
        ))}
      </ul>
    </section>
  )
}

type EndedGiven = { childId: string; it: CaseNow; known: Known; now: Temporal.Instant }

/** A case that has ended while something is still owed. */
function Ended({ childId, it, known, now }: EndedGiven) {
  const pathway = findPathway(practiceInUse(), it.pathway)
  const lines = clocksOf(it, known, now)
  if (lines.length === 0) return null
  return (
    <section aria-labelledby={`case-${it.involvementId}`}>
      <h2 class="govuk-heading-m" id={`case-${it.involvementId}`}>
        <a class="govuk-link" href={casePath.to({ childId, involvementId: it.involvementId })}>
          {pathway?.title ?? it.pathway}
        </a>
      </h2>
      <p class="govuk-body">
        <strong>{standing(pathway, it)}</strong>. Something is still to be done.
      </p>
      <Due id={`due-${it.involvementId}`} lines={lines} />
    </section>
  )
}

/** The clocks that still ask for something; those that were met stand on the page of the case. */
function clocksOf(
  it: Pick<CaseNow, 'involvementId' | 'pathway'>,
  { practice, ...known }: Known,
  now: Temporal.Instant,
): ClockLine[] {
  const pathway = findPathway(practice, it.pathway)
  const recorded = known.cases.find(({ involvementId }) => involvementId === it.involvementId)
  if (!pathway || !recorded) return []
  const { milestones, events } = recorded
  return involvementClocks(
    pathway,
    milestones,
    events,
    now,
    practice.calendars,
    practice.clockOverrides,
  ).filter(({ state: { kind } }) => kind === 'running' || kind === 'overdue' || kind === 'notKnown')
}

function Due({ id, lines }: { id: string; lines: ClockLine[] }) {
  if (lines.length === 0) return <p class="govuk-body">Nothing is due.</p>
  return <ClockTable id={id} caption="What is due" lines={lines} />
}

type StepsGiven = { of: { childId: string; involvementId: string }; steps: ReturnType<typeof offeredSteps> }

function Steps({ of, steps }: StepsGiven) {
  if (!steps || steps.length === 0) return null
  return (
    <div class="tl-no-print">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">What can be done now</h3>
      <ul class="govuk-list">
        {steps.map(({ id, title }) => (
          <li key={id}>
            <a class="govuk-link" href={stepPath.to({ ...of, step: id })}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
