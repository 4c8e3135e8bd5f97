import { findPathway } from '../../engine/packs/index.ts'
import { availableSteps, findStep, involvementClocks, type Pathway } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { parseId } from '../../kernel/ids.ts'
import { writeDay } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, type Request, route } from '../../platform/http/index.ts'
import { BackLink, Button, SummaryList, WarningText } from '../../ui/govuk/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { Timeline } from '../../ui/moj/timeline/Timeline.tsx'
import { casesPath, childOf, childPage } from '../children/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { FeedbackGiven, listFeedback, listInvitations } from '../feedback/index.ts'
import { Exits, FollowUpSummary, findFollowUp, listExits, listFound } from '../followUp/index.ts'
import { findReferral, isRestricted, listTold, Referrer } from '../referrers/index.ts'
import { type Leave, listLeaveBetween } from '../workforce/index.ts'
import { ClockTable } from './ClockTable.tsx'
import {
  findInvolvement,
  type Involvement,
  listMilestones,
  listMissed,
  type RecordedStep,
} from './caseQueries.ts'
import { canCorrect } from './correct.page.tsx'
import { type CoWorker, listCoWorkers } from './coWorkerQueries.ts'
import { type HeldBy, listHolders } from './handOverQueries.ts'
import {
  addCoWorkerPath,
  casePath,
  changesPath,
  correctStepPath,
  endCoWorkerPath,
  handOverPath,
  stepPath,
} from './paths.ts'
import { positionOf, standing } from './position.ts'

/** Steps are recorded by the day. */
const dayOf = (at: Temporal.Instant) => writeDay(at.toZonedDateTimeISO(ukZone).toPlainDate())

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
    const referral = await findReferral(tx, it.involvementId)
    const holders = await listHolders(tx, it.involvementId)
    const exits = await listExits(tx, it.involvementId)
    const followUp = may('followUp.see', request.who.roles, isRelated)
      ? await findFollowUp(tx, it.childId, it.involvementId)
      : undefined
    const found = followUp ? await listFound(tx, it.involvementId) : []
    const [leave] =
      it.holderId && !it.endedAt ? await listLeaveBetween(tx, it.holderId, { first: today, last: today }) : []
    return childPage(request, {
      section: 'cases',
      title,
      above: <BackLink href={casesPath.to(it)}>All cases of this child</BackLink>,
      body: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          <Unread request={request} it={it} holders={holders} />
          <Standing it={it} pathway={pathway} leave={leave} />
          <Holders holders={holders} />
          <CoWorkers request={request} it={it} people={await listCoWorkers(tx, it.involvementId)} />
          <Steps request={request} it={it} pathway={pathway} isRelated={isRelated} />
          {clocks.length > 0 && <ClockTable id="clocks" caption="What is due" lines={clocks} />}
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
          {referral && (
            <Referrer
              referral={referral}
              told={await listTold(tx, it.involvementId)}
              pathway={pathway}
              answers={milestones.map(({ answers }) => answers)}
              isRestricted={await isRestricted(tx, it.childId)}
            />
          )}
          <PageHeaderActions
            heading="What has been done"
            headingLevel={2}
            actions={[{ href: changesPath.to(it), text: 'What has changed', isSecondary: true }]}
          />
          <Milestones
            request={request}
            it={it}
            pathway={pathway}
            isRelated={isRelated}
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

/** Everybody who has held the case, where there was more than one. */
function Holders({ holders }: { holders: HeldBy[] }) {
  if (holders.length < 2) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Who has held it</h2>
      <SummaryList
        rows={holders.map(({ name, from, until }) => ({
          key: name,
          value: until ? `${dayOf(from)} to ${dayOf(until)}` : `Since ${dayOf(from)}`,
        }))}
      />
    </section>
  )
}

type StandingGiven = { it: Involvement; pathway: Pathway | undefined; leave: Leave | undefined }

function holderWords({ holderName }: Involvement, leave: Leave | undefined): string {
  const name = holderName ?? 'Nobody yet'
  if (!leave) return name
  const cover = leave.coverName === null ? 'Nobody covers' : `${leave.coverName} covers`
  return `${name}, on leave until ${writeDay(leave.until)}. ${cover}.`
}

function Standing({ it, pathway, leave }: StandingGiven) {
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
          { key: 'Holder', value: holderWords(it, leave) },
          { key: 'How it came', value: `${route}, ${dayOf(it.startedAt)}` },
          ...(it.endedAt ? [{ key: 'Ended', value: dayOf(it.endedAt) }] : []),
        ]}
      />
    </>
  )
}

/** Who works in the case beside its holder; seniors and managers add them and end their part. */
function CoWorkers({ request, it, people }: { request: Request; it: Involvement; people: CoWorker[] }) {
  const canChange = it.endedAt === null && may('case.allocate', request.who.roles, true)
  if (people.length === 0 && !canChange) return null
  return (
    <section>
      <PageHeaderActions
        heading="Who works in it as well"
        headingLevel={2}
        actions={canChange ? [{ href: addCoWorkerPath.to(it), text: 'Add somebody', isSecondary: true }] : []}
      />
      {people.length === 0 ? (
        <p class="govuk-body">Nobody beside the holder.</p>
      ) : (
        <SummaryList
          rows={people.map(({ userId, name, since }) => ({
            key: name,
            value: `Since ${dayOf(since)}`,
            actions: canChange
              ? [{ href: endCoWorkerPath.to({ ...it, userId }), text: 'End', visuallyHiddenText: name }]
              : undefined,
          }))}
        />
      )}
    </section>
  )
}

type StepsGiven = { request: Request; it: Involvement; pathway: Pathway | undefined; isRelated: boolean }

function Steps({ request, it, pathway, isRelated }: StepsGiven) {
  const { roles } = request.who
  if (!pathway || !may('case.move', roles, isRelated)) return null
  const offered = new Map(
    roles.flatMap(role => availableSteps(pathway, positionOf(it), role)).map(step => [step.id, step.title]),
  )
  if (offered.size === 0)
    return <p class="govuk-body">There is nothing for your role to do in this case now.</p>
  return (
    <section aria-labelledby="steps">
      <h2 class="govuk-heading-m" id="steps">
        What can be done now
      </h2>
      <div class="govuk-button-group">
        {[...offered].map(([step, title], index) => (
          <Button
            key={step}
            href={stepPath.to({ childId: it.childId, involvementId: it.involvementId, step })}
            classes={index === 0 ? undefined : 'govuk-button--secondary'}
          >
            {title}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** Each step as it was read when it was taken or last corrected, whatever the pathway says today. */
function Milestones({
  request,
  it,
  pathway,
  isRelated,
  milestones,
}: StepsGiven & { milestones: RecordedStep[] }) {
  const { roles } = request.who
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
        date: dayOf(milestone.at),
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
                    : {milestone.words.done}, {dayOf(milestone.at)}
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
          <Badge>Corrected</Badge> {dayOf(correctedAt)} by {correctedBy}:{' '}
          <span class="tl-keep-lines">{correctedBecause}</span>
        </p>
      )}
    </>
  )
}
