import { findPathway, type Practice, practiceInUse } from '../../engine/packs/index.ts'
import { availableSteps, type ClockLine, involvementClocks } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, type Request, route } from '../../platform/http/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { CaseAlerts } from '../../ui/moj/case-alert/CaseAlert.tsx'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { Timeline } from '../../ui/moj/timeline/Timeline.tsx'
import { appointmentPath, appointmentWords, followUpPath, planPath } from '../appointments/index.ts'
import { ClockTable, casePath, standing, stepPath } from '../cases/index.ts'
import {
  alertWords,
  beforeVisitPath,
  type Child,
  childOf,
  childPage,
  childPath,
  chronologyPath,
} from '../children/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { addNotePath } from '../notes/index.ts'
import { throughlineStrip } from '../throughline/index.ts'
import { otherServices } from '../transfers/index.ts'
import { type Happening, listHappenings } from './chronologyQueries.ts'
import { readableKinds, tell } from './happening.tsx'
import { type CaseNow, type MeetingNow, type Now, readNow } from './nowQueries.ts'

const recently = 6

/** The first page about a child: what is due, what can be done now, who is involved, what to know. */
export const nowRoute = route({
  method: 'GET',
  path: childPath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at Now' },
  async handle(request) {
    const { tx, now, who } = request
    const child = await childOf(request)
    if (!child) return notFound
    const kinds = readableKinds(who.roles, child.isRelated)
    // Asked together: none of them waits for another's answer.
    const [record, recent, strip, practice, elsewhere] = await Promise.all([
      readNow(tx, child.childId, now),
      listHappenings(tx, {
        childId: child.childId,
        kinds,
        most: recently,
        until: now,
        maySeeHealth: may('health.see', who.roles, child.isRelated),
      }),
      throughlineStrip(request, child),
      practiceFor(tx),
      otherServices(request, child),
    ])
    return childPage(request, {
      section: 'now',
      title: 'Now',
      body: (
        <NowPage
          request={request}
          child={child}
          known={{ ...record, practice }}
          recent={recent}
          strip={strip}
          elsewhere={elsewhere}
        />
      ),
    })
  },
})

/** What the record holds now, and the definitions by which it is read. */
type Known = Now & { practice: Practice }
type Given = { request: Request; child: Child; known: Known }

type Drawn = Awaited<ReturnType<typeof throughlineStrip>>
type NowGiven = Given & {
  recent: Happening[]
  strip: Drawn
  elsewhere: Awaited<ReturnType<typeof otherServices>>
}

function NowPage({ request, child, known, recent, strip, elsewhere }: NowGiven) {
  const { roles } = request.who
  const maySeeContacts = may('contacts.see', roles, child.isRelated)
  return (
    <>
      <PageHeaderActions
        heading="Now"
        actions={[
          ...(may('notes.write', roles, child.isRelated)
            ? [{ href: addNotePath.to(child), text: 'Write a note' }]
            : []),
          ...(may('contacts.record', roles, child.isRelated) && child.cases.length > 0
            ? [{ href: planPath.to(child), text: 'Plan an appointment', isSecondary: true }]
            : []),
        ]}
      />
      {strip}
      <div class="tl-now">
        <aside aria-label="What to know">
          <Know child={child} />
          <Involved known={known} />
          {elsewhere}
        </aside>
        <div>
          <Cases request={request} child={child} known={known} />
          {maySeeContacts && <Contacts request={request} child={child} known={known} />}
          <h2 class="govuk-heading-m">Lately</h2>
          {recent.length === 0 ? (
            <p class="govuk-body">Nothing has been recorded yet.</p>
          ) : (
            <>
              <Timeline label="Lately, the newest first" items={recent.map(it => tell(it, child.childId))} />
              <p class="govuk-body tl-no-print">
                <a class="govuk-link" href={chronologyPath.to(child)}>
                  The whole chronology
                </a>
              </p>
            </>
          )}
        </div>
      </div>
    </>
  )
}

function Cases({ request, child, known }: Given) {
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
            <Steps request={request} child={child} it={it} />
            <Due id={`due-${it.involvementId}`} lines={clocksOf(it, known, request.now)} />
          </section>
        )
      })}
      {ended.map(it => (
        <Ended key={it.involvementId} childId={child.childId} it={it} known={known} now={request.now} />
      ))}
    </>
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

function Steps({ request, child, it }: Omit<Given, 'known'> & { it: Child['cases'][number] }) {
  const { roles } = request.who
  const pathway = findPathway(practiceInUse(), it.pathway)
  if (!pathway || !may('case.move', roles, child.isRelated)) return null
  const offered = new Map(
    roles
      .flatMap(role => availableSteps(pathway, { kind: 'open', stage: it.stage }, role))
      .map(step => [step.id, step.title]),
  )
  if (offered.size === 0) return null
  const { childId } = child
  const { involvementId } = it
  return (
    <div class="tl-no-print">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">What can be done now</h3>
      <ul class="govuk-list">
        {[...offered].map(([step, title]) => (
          <li key={step}>
            <a class="govuk-link" href={stepPath.to({ childId, involvementId, step })}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Contacts({ request, child, known }: Given) {
  const { childId } = child
  const mayRecord = may('contacts.record', request.who.roles, child.isRelated)
  return (
    <>
      <h2 class="govuk-heading-m">Contact</h2>
      <SummaryList
        rows={[
          { key: 'Next', value: <Meeting it={known.next} childId={childId} none="Nothing is planned" /> },
          { key: 'Last', value: <Meeting it={known.last} childId={childId} none="None has been kept yet" /> },
          ...known.toFollowUp.map(it => ({
            key: 'Missed, to follow up',
            value: <Meeting it={it} childId={childId} none="" />,
            actions: mayRecord
              ? [
                  {
                    href: followUpPath.to({ childId, appointmentId: it.appointmentId }),
                    text: 'Follow up',
                    visuallyHiddenText: writeMoment(it.at, ukZone),
                  },
                ]
              : undefined,
          })),
        ]}
      />
    </>
  )
}

function Meeting({ it, childId, none }: { it: MeetingNow | undefined; childId: string; none: string }) {
  if (!it) return <>{none}</>
  return (
    <>
      <a class="govuk-link" href={appointmentPath.to({ childId, appointmentId: it.appointmentId })}>
        {writeMoment(it.at, ukZone)}
      </a>
      , {appointmentWords(it.kind).toLowerCase()} with {it.with}, <bdi>{it.place}</bdi>
    </>
  )
}

function Know({ child }: { child: Child }) {
  return (
    <>
      <p class="govuk-body tl-no-print">
        <a class="govuk-link" href={beforeVisitPath.to(child)}>
          Before a visit
        </a>
      </p>
      <CaseAlerts
        alerts={child.alerts.map(({ kind, text }) => ({
          kind: alertWords(kind).about,
          text: kind === 'other' ? text : `${alertWords(kind).label}. ${text}`,
        }))}
      />
      <h2 class="govuk-heading-s">How to talk with this child</h2>
      <p class="govuk-body tl-keep-lines" dir="auto">
        {child.howToTalk === '' ? 'Nothing is recorded yet.' : child.howToTalk}
      </p>
      {(child.language !== '' || child.needsInterpreter) && (
        <p class="govuk-body">
          {child.language !== '' && (
            <>
              First language: <bdi>{child.language}</bdi>.{' '}
            </>
          )}
          {child.needsInterpreter && <strong>An interpreter is needed.</strong>}
        </p>
      )}
    </>
  )
}

function Involved({ known }: { known: Known }) {
  return (
    <>
      <h2 class="govuk-heading-s">Who is involved</h2>
      {known.involved.length === 0 && <p class="govuk-body">Nobody is recorded yet.</p>}
      <ul class="govuk-list">
        {known.involved.map(({ name, part, phone, mustNotBeContacted }) => (
          <li key={`${name} ${part}`}>
            <bdi>{name}</bdi>, {part}
            {mustNotBeContacted ? (
              <>
                {' '}
                <Badge colour="red">Must not be contacted</Badge>
              </>
            ) : (
              phone !== '' && `, ${phone}`
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
