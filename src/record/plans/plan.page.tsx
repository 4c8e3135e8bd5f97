import { changesOn, contactsAMonth } from '../../engine/plans/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, type Request, route } from '../../platform/http/index.ts'
import { BackLink, SummaryList } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { type Comment, listComments, type Signing, signedLast, signingWords } from '../assessments/index.ts'
import {
  type Child,
  childOf,
  childPage,
  MakeDocument,
  ownPagesPath,
  passOnVictimPath,
  planPath,
} from '../children/index.ts'
import { Drawing } from '../throughline/index.ts'
import { BeforeSigning } from './BeforeSigning.tsx'
import { levelOf } from './contacts.ts'
import { countKept } from './keptQueries.ts'
import { listNeeds, type Need } from './needQueries.ts'
import { NeedTable } from './needs.page.tsx'
import { type Doing, PlanRead } from './PlanRead.tsx'
import { PlanTag } from './PlanTag.tsx'
import {
  aboutPlanPath,
  addContingencyPath,
  beginPlanPath,
  countersignPlanPath,
  easyReadPath,
  onePlanPath,
  setAsidePlanPath,
  signPlanPath,
  takeBackPlanPath,
} from './paths.ts'
import { endedOn, missingFrom, type Plan, type PlanHead, questionsAbout, type Voice } from './plan.ts'
import { lanesOfPlan, partId, spanOfPlan } from './planLanes.ts'
import { currentPlans, findPlan } from './planQueries.ts'
import { type Makers, MissingSince, mayCountersignPlan, whyNotCountersignPlan } from './sign.page.tsx'
import { listPlanSignings, listWriters } from './signingQueries.ts'
import { listVoices } from './voiceQueries.ts'

/** The plan in force, the one that is being written, and those before. */
export const planRoute = route({
  method: 'GET',
  path: planPath,
  permission: 'plans.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the plan' },
  async handle(request) {
    const { tx } = request
    const child = await childOf(request)
    if (!child) return notFound
    const [{ inForce, beside, next, earlier }, voices, needs] = await Promise.all([
      currentPlans(tx, child.childId),
      listVoices(tx, child.childId),
      listNeeds(tx, child.childId),
    ])
    const [shown, kept] = await Promise.all([
      Promise.all(
        [next, inForce, ...beside]
          .flatMap(plan => plan ?? [])
          .map(async plan => ({
            plan,
            signings: await listPlanSignings(tx, plan),
            writers: await listWriters(tx, plan),
            comments: await listComments(tx, plan),
          })),
      ),
      countKept(tx, child.childId, request.today),
    ])
    return childPage(request, {
      section: 'plan',
      title: 'Plan',
      body: (
        <PlanPage
          request={request}
          child={child}
          shown={shown}
          earlier={earlier}
          voices={voices}
          needs={needs}
          kept={kept}
        />
      ),
    })
  },
})

/** One plan as it stands or stood. */
export const onePlanRoute = route({
  method: 'GET',
  path: onePlanPath,
  permission: 'plans.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at an earlier plan' },
  async handle(request) {
    const { tx, params } = request
    const child = await childOf(request)
    const plan = child && (await findPlan(tx, child.childId, params.planId ?? ''))
    if (!child || !plan) return notFound
    const [voices, signings] = await Promise.all([listVoices(tx, child.childId), listPlanSignings(tx, plan)])
    const ended = endedOn(plan)
    return childPage(request, {
      section: 'plan',
      title: 'Plan',
      above: <BackLink href={planPath.to(child)}>Plan</BackLink>,
      body: (
        <>
          <h1 class="govuk-heading-l">Plan</h1>
          <p class="govuk-body">
            <PlanTag plan={plan} />
            {ended && ` Ended ${writeDate(ended)}, with its case.`}
          </p>
          <Signed signings={signings} />
          <PlanRead plan={plan} voices={voices} comments={await listComments(tx, plan)} />
        </>
      ),
    })
  },
})

type Shown = { plan: Plan; comments: readonly Comment[] } & Makers

type Given = {
  request: Request
  child: Child
  shown: readonly Shown[]
  earlier: readonly PlanHead[]
  voices: readonly Voice[]
  needs: readonly Need[]
  kept: number
}

function PlanPage({ request, child, shown, earlier, voices, needs, kept }: Given) {
  const { who, today } = request
  const canWrite = may('plans.write', who.roles, child.isRelated)
  const isBegun = shown.some(({ plan }) => plan.state !== 'signed')
  const first = shown[0]
  return (
    <>
      <PageHeaderActions
        heading="Plan"
        actions={[
          ...(canWrite && !isBegun
            ? [
                {
                  href: beginPlanPath.to(child),
                  text: shown.length > 0 ? 'Write the next plan' : 'Begin a plan',
                },
              ]
            : []),
          ...(first && isBegun ? actionsFor(request, child, { ...first, voices }) : []),
        ]}
      />
      {shown.length === 0 && (
        <EmptyState title={earlier.some(plan => endedOn(plan)) ? 'No plan is in force' : 'No plan yet'}>
          The plan made with the child stands here: the goals, who does what by when, and what is done if
          something goes wrong.
        </EmptyState>
      )}
      {shown.map(each => (
        <OnePlan
          key={each.plan.planId}
          {...each}
          voices={voices}
          today={today}
          request={request}
          child={child}
          heading={
            shown.length > 1 ? (each.plan.state === 'signed' ? 'In force' : 'The next plan') : undefined
          }
          doing={canWrite ? doingWith(each.plan) : undefined}
          kept={kept}
        />
      ))}
      {may('ownPages.make', who.roles, child.isRelated) && (
        <p class="govuk-body tl-no-print">
          <a class="govuk-link" href={ownPagesPath.to(child)}>
            A page of their own for the child or a parent
          </a>
        </p>
      )}
      {may('victims.pass', who.roles, child.isRelated) && (
        <p class="govuk-body tl-no-print">
          <a class="govuk-link" href={passOnVictimPath.to(child)}>
            Pass on who was harmed, to the victim worker
          </a>
        </p>
      )}
      <NeedTable needs={needs} today={today} childId={child.childId} canWrite={canWrite} />
      <Earlier plans={earlier} />
    </>
  )
}

const doingWith = ({ state }: Plan): Doing =>
  state === 'open' ? 'writes' : state === 'signed' ? 'follows' : undefined

/** What the reader may do with the plan that is being written: the next thing first. */
function actionsFor(
  { who, today }: Request,
  { isRelated }: Child,
  { plan, voices, ...makers }: Shown & { voices: readonly Voice[] },
) {
  const mine = signedLast(makers.signings)?.signedById === who.userId
  const writes = plan.state === 'open' && may('plans.write', who.roles, isRelated)
  return [
    ...(writes && missingFrom(plan, voices, today).length === 0
      ? [{ href: signPlanPath.to(plan), text: 'Sign it' }]
      : []),
    ...(plan.state === 'sent' && mayCountersignPlan(makers, who, isRelated)
      ? [{ href: countersignPlanPath.to(plan), text: 'Countersign or give back' }]
      : []),
    ...(plan.state === 'sent' && mine
      ? [{ href: takeBackPlanPath.to(plan), text: 'Take back', isSecondary: true as const }]
      : []),
    ...(writes ? [{ href: setAsidePlanPath.to(plan), text: 'Set aside', isSecondary: true as const }] : []),
  ]
}

type OnePlanGiven = Shown & {
  voices: readonly Voice[]
  today: Temporal.PlainDate
  request: Request
  child: Child
  heading: string | undefined
  doing: Doing
  kept: number
}

function OnePlan({
  plan,
  signings,
  writers,
  comments,
  voices,
  today,
  request,
  child,
  heading,
  doing,
  kept,
}: OnePlanGiven) {
  const whyNot =
    plan.state === 'sent'
      ? whyNotCountersignPlan({ signings, writers }, request.who, child.isRelated)
      : undefined
  return (
    <section aria-labelledby={`plan-${plan.planId}`}>
      <h2 class={heading ? 'govuk-heading-l' : 'govuk-visually-hidden'} id={`plan-${plan.planId}`}>
        {heading ?? 'The plan'}
      </h2>
      <p class="govuk-body">
        <PlanTag plan={plan} /> Begun {writeMoment(plan.begunAt, ukZone)} by {plan.begunBy}.
      </p>
      {whyNot && <p class="govuk-body">{whyNot}</p>}
      {/* What a senior said of a plan that was given back comes before the plan. */}
      {plan.state === 'open' && <Signed signings={signings} />}
      <p class="govuk-body tl-no-print">
        <a class="govuk-link" href={easyReadPath.to({ ...plan, language: 'en' })}>
          The child’s copy{plan.state !== 'signed' && ', as it would read'}
        </a>
      </p>
      {plan.state === 'signed' && (
        <MakeDocument child={child} roles={request.who.roles} about={['plan', 'copy']} of={plan.planId} />
      )}
      {doing === 'writes' && <ToDo plan={plan} voices={voices} today={today} />}
      {plan.state === 'sent' && <MissingSince missing={missingFrom(plan, voices, today)} />}
      {plan.state === 'signed' && <Contacts plan={plan} today={today} kept={kept} />}
      <PlanRead plan={plan} voices={voices} doing={doing} today={today} comments={comments} />
      {doing === 'writes' && (
        <p class="govuk-body tl-no-print">
          <a class="govuk-link" href={addContingencyPath.to(plan)}>
            Add what is done if something goes wrong
          </a>
        </p>
      )}
      <PlanTimeline plan={plan} request={request} />
      {plan.state !== 'open' && <Signed signings={signings} />}
    </section>
  )
}

/** How many contacts the level asks for now, beside those that were kept this month. */
function Contacts({ plan, today, kept }: { plan: Plan; today: Temporal.PlainDate; kept: number }) {
  const it = levelOf(plan)
  if (!it) return null
  const asked = contactsAMonth(it.policy, it.level, it.startsOn, today)
  const change = changesOn(it.policy, it.startsOn)
  const changes = Temporal.PlainDate.compare(today, change) < 0 && it.level.atFirst !== it.level.after
  return (
    <p class="govuk-body">
      <strong>
        {kept} of {asked} contacts
      </strong>{' '}
      kept this month.{changes && ` From ${writeDate(change)} on it is ${it.level.after} a month.`}
    </p>
  )
}

/** What is missing before it can be signed; then what is worth asking. */
function ToDo({ plan, voices, today }: { plan: Plan; voices: readonly Voice[]; today: Temporal.PlainDate }) {
  const questions = questionsAbout(plan, voices, today)
  return (
    <div class="tl-no-print">
      <BeforeSigning plan={plan} voices={voices} today={today} />
      {questions.length > 0 && plan.goals.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Worth asking</h3>
          <ul class="govuk-list govuk-list--bullet">
            {questions.map(question => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={aboutPlanPath.to(plan)}>
          Write about the plan: from when, how often, what shapes it, who was harmed
        </a>
      </p>
    </div>
  )
}

/** The steps along the time of the plan. The tables above hold the same. */
function PlanTimeline({ plan, request }: { plan: Plan; request: Request }) {
  const lanes = lanesOfPlan(plan)
  if (lanes.length === 0) return null
  const end = `after-${plan.planId}`
  return (
    <>
      <h3 class="govuk-heading-s">Along the time of the plan</h3>
      <Drawing
        label="The steps of this plan along its time. The tables of the goals hold the same"
        id={`drawing-${plan.planId}`}
        lanes={lanes}
        span={spanOfPlan(plan, request.today)}
        now={request.now}
        skip={{ href: `#${end}`, words: 'Skip the drawing' }}
        closer={() => `#${partId(plan, 'about')}`}
      />
      <p class="govuk-body tl-line-legend" id={end}>
        ● a step that was done; ○ to do; ✕ not done; ■ the review. The tables of the goals hold the same.
      </p>
    </>
  )
}

/** Who signed it, and what was said with it, in order. */
function Signed({ signings }: { signings: readonly Signing[] }) {
  if (signings.length === 0) return null
  return (
    <SummaryList
      rows={signings.map(({ kind, words, signedBy, signedAt }) => ({
        key: `${signingWords[kind]} by ${signedBy}`,
        value: (
          <>
            {writeMoment(signedAt, ukZone)}
            {words !== '' && (
              <p class="govuk-body tl-keep-lines" dir="auto">
                {words}
              </p>
            )}
          </>
        ),
      }))}
    />
  )
}

function Earlier({ plans }: { plans: readonly PlanHead[] }) {
  if (plans.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Earlier plans</h2>
      <ul class="govuk-list">
        {plans.map(plan => (
          <li key={plan.planId}>
            <a class="govuk-link" href={onePlanPath.to(plan)}>
              Begun {writeMoment(plan.begunAt, ukZone)}
            </a>{' '}
            <PlanTag plan={plan} />
          </li>
        ))}
      </ul>
    </>
  )
}
