import { findPathway } from '../../engine/packs/index.ts'
import { involvementClocks, type KeepsConditions, type Pathway } from '../../engine/pathways/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDay } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, type Request, route } from '../../platform/http/index.ts'
import { BackLink, Button, SummaryList, WarningText } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { casesPath, childOf, childPage } from '../children/index.ts'
import { Conditions, listConditions } from '../conditions/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { FeedbackGiven, listFeedback, listInvitations } from '../feedback/index.ts'
import { Exits, FollowUpSummary, findFollowUp, listExits, listFound } from '../followUp/index.ts'
import { isRestricted, listReferrals, listTold, Referrers } from '../referrers/index.ts'
import { type Leave, listCoverAway, listLeaveIn } from '../workforce/index.ts'
import { CaseClocks } from './CaseClocks.tsx'
import { CoWorkers, Holders } from './CaseWorkers.tsx'
import { findInvolvement, type Involvement, listMilestones, listMissed } from './caseQueries.ts'
import { listCoWorkers } from './coWorkerQueries.ts'
import { type HeldBy, listHolders } from './handOverQueries.ts'
import { Milestones } from './Milestones.tsx'
import { type OfferedTo, offeredSteps } from './offeredSteps.ts'
import { casePath, changesPath, handOverPath, stepPath } from './paths.ts'
import { standing } from './position.ts'
import { TimeSinceOffence } from './TimeSinceOffence.tsx'
import { findOtherDays } from './timeSinceOffenceQueries.ts'

/** One case: where it stands, what can be done now, what is due and why, and what has been done. */
export const caseRoute = route({
  method: 'GET',
  path: casePath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at a case' },
  async handle(request) {
    const { tx, params, now, today } = request
    const id = parseId<'involvement'>(params.involvementId ?? '')
    const it = id && (await findInvolvement(tx, id))
    if (!it || it.childId !== params.childId) return notFound
    const practice = await practiceFor(tx)
    const pathway = findPathway(practice, it.pathway)
    const milestones = await listMilestones(tx, it.involvementId)
    const events = await listMissed(tx, it.involvementId)
    const clocks = pathway
      ? involvementClocks(pathway, milestones, events, now, practice.calendars, practice.clockOverrides)
      : []
    const title = pathway?.title ?? it.pathway
    const isRelated = (await childOf(request))?.isRelated ?? false
    const steps = offeredSteps(pathway, it, { roles: request.who.roles, isRelated }, milestones)
    const conditions = pathway?.conditions ? await listConditions(tx, it.involvementId) : []
    const referrals = await listReferrals(tx, it.involvementId)
    const told = await listTold(tx, it.involvementId)
    const holders = await listHolders(tx, it.involvementId)
    const exits = await listExits(tx, it.involvementId)
    const followUp = may('followUp.see', request.who.roles, isRelated)
      ? await findFollowUp(tx, it.childId, it.involvementId)
      : undefined
    const found = followUp ? await listFound(tx, it.involvementId) : []
    const [leave] =
      it.holderId && !it.endedAt ? await listLeaveIn(tx, it.holderId, { from: today, until: today }) : []
    const isCoverAway =
      leave !== undefined && (await listCoverAway(tx, { ...leave, from: today, until: today })).length > 0
    return childPage(request, {
      section: 'cases',
      title,
      above: <BackLink href={casesPath.to(it)}>All cases of this child</BackLink>,
      body: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          <Unread request={request} it={it} holders={holders} />
          <Standing it={it} pathway={pathway} leave={leave} isCoverAway={isCoverAway} />
          <Holders holders={holders} />
          <CoWorkers request={request} it={it} people={await listCoWorkers(tx, it.involvementId)} />
          {steps && <Steps of={it} steps={steps} />}
          {pathway && <CaseClocks pathway={pathway} lines={clocks} hasEnded={it.endedAt !== null} />}
          {pathway?.points && (
            <TimeSinceOffence
              pathway={pathway}
              milestones={milestones}
              days={await findOtherDays(tx, it.involvementId)}
              calendar={practice.calendars.bankHolidays}
            />
          )}
          {pathway?.conditions && (
            <ConditionsOfCase
              it={it}
              keeps={pathway.conditions}
              conditions={conditions}
              today={today}
              mayChange={may('case.move', request.who.roles, isRelated)}
              steps={steps ?? []}
            />
          )}
          {(it.endedAt !== null || exits.length > 0) && (
            <Exits
              of={it}
              exits={exits}
              today={request.today}
              canChange={may('case.move', request.who.roles, isRelated)}
            />
          )}
          {followUp && <FollowUpSummary it={followUp} found={found} today={request.today} />}
          {may('feedback.see', request.who.roles, isRelated) && (
            <FeedbackGiven
              of={it}
              given={await listFeedback(tx, it.involvementId)}
              invitations={await listInvitations(tx, it.involvementId)}
              now={now}
              canRecord={may('feedback.record', request.who.roles, isRelated)}
            />
          )}
          <Referrers
            referrals={referrals}
            told={told}
            pathway={pathway}
            answers={milestones.map(({ answers }) => answers)}
            isRestricted={referrals.length > 0 && (await isRestricted(tx, it.childId))}
          />
          <PageHeaderActions
            heading="What has been done"
            headingLevel={2}
            actions={[{ href: changesPath.to(it), text: 'What has changed', isSecondary: true }]}
          />
          <Milestones
            roles={request.who.roles}
            isRelated={isRelated}
            it={it}
            pathway={pathway}
            milestones={milestones}
          />
        </>
      ),
    })
  },
})

/** Whoever was given the case is led to what came with it until they have read it. */
function Unread({ request, it, holders }: { request: Request; it: Involvement; holders: HeldBy[] }) {
  const mine = holders.find(
    ({ userId, until, handOverId, readAt }) =>
      userId === request.who.userId && until === null && handOverId !== null && readAt === null,
  )
  if (!mine?.handOverId) return null
  return (
    <p class="govuk-body">
      <StatusTag kind="waiting" word="New to you" />{' '}
      <a class="govuk-link" href={handOverPath.to({ ...it, handOverId: mine.handOverId })}>
        Read what came with this case
      </a>
    </p>
  )
}

type StandingGiven = {
  it: Involvement
  pathway: Pathway | undefined
  leave: Leave | undefined
  /** Whether whoever covers for the holder today is on leave today too. */
  isCoverAway: boolean
}

function holderWords({ it: { holderName }, leave, isCoverAway }: StandingGiven): string {
  const name = holderName ?? 'Nobody yet'
  if (!leave) return name
  const cover =
    leave.coverName === null
      ? 'Nobody covers'
      : `${leave.coverName} covers${isCoverAway ? ', but is on leave too' : ''}`
  return `${name}, on leave until ${writeDay(leave.until)}. ${cover}.`
}

function Standing(given: StandingGiven) {
  const { it, pathway } = given
  const route = pathway?.routesIn[it.routeIn]?.title ?? it.routeIn
  return (
    <>
      {!pathway && (
        <WarningText>This pathway is no longer among the definitions. What was recorded stays.</WarningText>
      )}
      <SummaryList
        rows={[
          { key: 'Where it stands', value: standing(pathway, it) },
          ...(it.ending === null && pathway?.stages[it.stage]
            ? [{ key: 'Which means', value: pathway.stages[it.stage]?.means }]
            : []),
          { key: 'Holder', value: holderWords(given) },
          { key: 'How it came', value: `${route}, ${writeDay(dayInUk(it.startedAt))}` },
          ...(it.endedAt ? [{ key: 'Ended', value: writeDay(dayInUk(it.endedAt)) }] : []),
        ]}
      />
    </>
  )
}

type ConditionsGiven = {
  it: Involvement
  keeps: KeepsConditions
  conditions: Awaited<ReturnType<typeof listConditions>>
  today: Temporal.PlainDate
  mayChange: boolean
  steps: readonly OfferedTo[]
}

/** From the stage on in which something is agreed; before it there is nothing to show. */
function ConditionsOfCase({ it, keeps, conditions, today, mayChange, steps }: ConditionsGiven) {
  const isTime = it.ending === null && keeps.whileIn.includes(it.stage)
  if (!isTime && conditions.length === 0) return null
  const step = steps.find(({ id }) => id === keeps.completes)
  return (
    <Conditions
      of={it}
      conditions={conditions}
      today={today}
      canChange={isTime && mayChange}
      complete={step && { title: step.title, href: stepPath.to({ ...it, step: step.id }) }}
    />
  )
}

type StepsGiven = { of: Involvement; steps: readonly OfferedTo[] }

function Steps({ of: { childId, involvementId }, steps }: StepsGiven) {
  if (steps.length === 0)
    return <p class="govuk-body">There is nothing for your role to do in this case now.</p>
  return (
    <section aria-labelledby="steps">
      <h2 class="govuk-heading-m" id="steps">
        What can be done now
      </h2>
      <div class="govuk-button-group">
        {steps.map(({ id, title }, index) => (
          <Button
            key={id}
            href={stepPath.to({ childId, involvementId, step: id })}
            classes={index === 0 ? undefined : 'govuk-button--secondary'}
          >
            {title}
          </Button>
        ))}
      </div>
    </section>
  )
}
