import { isComplete, type SectionProgress } from '../../engine/assessments/index.ts'
import { findDrafted } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { BackLink, InsetText, SummaryList, Tag, TaskList } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { assessmentsPath, childOf, childPage, MakeDocument } from '../children/index.ts'
import { AskedBack } from './AskedBack.tsx'
import type { OpenedAssessment } from './assessment.ts'
import { findAssessment, findLastId } from './assessmentQueries.ts'
import { besideEvents } from './besideEvents.ts'
import { ChangedJudgements } from './ChangedJudgements.tsx'
import { Comments } from './Comments.tsx'
import { aboutWhat, type Comment, sectionAbout, stillOpen } from './comment.ts'
import { listComments } from './commentQueries.ts'
import { besideRecord } from './factsAnew.ts'
import { changedJudgements } from './judged.ts'
import {
  assessmentPath,
  changesPath,
  countersignPath,
  jsonPath,
  sectionPath,
  setAsidePath,
  settling,
  signPath,
  takeBackPath,
} from './paths.ts'
import { ReadView } from './ReadView.tsx'
import { resultsOf } from './results.ts'
import { type Signing, signedLast, signingWords } from './signing.ts'
import { listSignings } from './signingQueries.ts'
import { StateTag } from './stateTag.tsx'
import { cautionsOf, WorkedOut } from './WorkedOut.tsx'
import { type Asking, mayAnswer, mayCountersign, mayWrite, whyNotCountersign } from './whoMay.ts'

export const assessmentRoute = route({
  method: 'GET',
  path: assessmentPath,
  permission: 'assessments.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at an assessment' },
  async handle(request) {
    const { tx, who, params, today } = request
    const child = await childOf(request)
    const found = child && (await findAssessment(tx, child.childId, params.assessmentId ?? ''))
    if (!child || !found) return notFound
    const { it: asRecorded, now } = await besideRecord(tx, found, child, today)
    const { it } = asRecorded.state === 'open' ? await besideEvents(request, asRecorded) : { it: asRecorded }
    const asking = { ...who, isRelated: child.isRelated }
    const signings = await listSignings(tx, it)
    const comments = await listComments(tx, it)
    const writes = it.state === 'open' && mayWrite(it.definition, asking)
    return childPage(request, {
      section: 'assessments',
      title: it.definition.title,
      above: <BackLink href={assessmentsPath.to(child)}>Assessments</BackLink>,
      body: (
        <>
          <PageHeaderActions heading={it.definition.title} actions={actionsFor(it, signings, asking)} />
          <p class="govuk-body">
            <StateTag state={it.state} /> Begun {writeMoment(it.begunAt, ukZone)} by {it.begunBy}.
          </p>
          {it.definition.ours && (
            <p class="govuk-hint">The questions are this service’s own. They are no published tool.</p>
          )}
          <Signed signings={signings} />
          <NotYours it={it} signings={signings} asking={asking} />
          <ChangedJudgements changes={(await changedJudgements(tx, [it])).get(it.assessmentId) ?? []} />
          <ul class="govuk-list tl-links tl-no-print">
            {(await findLastId(tx, it)) !== undefined && (
              <li>
                <a class="govuk-link" href={changesPath.to(it)}>
                  What has changed since the last one
                </a>
              </li>
            )}
            <li>
              <a class="govuk-link" href={jsonPath.to(it)}>
                For other programs (JSON)
              </a>
            </li>
          </ul>
          {it.state === 'signed' && (
            <MakeDocument child={child} roles={who.roles} about={['form']} of={it.assessmentId} />
          )}
          {it.state === 'open' ? (
            <>
              <ToDealWith it={it} comments={comments} maySettle={writes} />
              <AskedBack asked={it.askedBack} />
              <Sections it={it} asking={asking} kept={await keptParts(tx, it, who)} />
            </>
          ) : (
            <ReadView it={it} comments={comments} now={now} />
          )}
          <WorkedOut results={await resultsOf(tx, it, child, today)} cautions={cautionsOf(it)} />
        </>
      ),
    })
  },
})

/** What the reader may do with the form as it stands: the next thing first. */
function actionsFor(it: OpenedAssessment, signings: readonly Signing[], asking: Asking) {
  const signedById = signedLast(signings)?.signedById
  const writes = it.state === 'open' && mayWrite(it.definition, asking)
  return [
    ...(writes && isComplete(it.progress) ? [{ href: signPath.to(it), text: 'Sign it' }] : []),
    ...(it.state === 'sent' && mayCountersign(it, signedById, asking)
      ? [{ href: countersignPath.to(it), text: 'Countersign or give back' }]
      : []),
    ...(it.state === 'sent' && signedById === asking.userId
      ? [{ href: takeBackPath.to(it), text: 'Take back', isSecondary: true as const }]
      : []),
    ...(writes ? [{ href: setAsidePath.to(it), text: 'Set aside', isSecondary: true as const }] : []),
  ]
}

/** Why the reader does not countersign what waits for their role. */
function NotYours({
  it,
  signings,
  asking,
}: {
  it: OpenedAssessment
  signings: readonly Signing[]
  asking: Asking
}) {
  if (it.state !== 'sent') return null
  const why = whyNotCountersign(it, signedLast(signings)?.signedById, asking)
  return why === undefined ? null : <InsetText>{why}</InsetText>
}

/** The comments on an open form: first those about which something is to be done, then the others. */
function ToDealWith({
  it,
  comments,
  maySettle,
}: {
  it: OpenedAssessment
  comments: readonly Comment[]
  maySettle: boolean
}) {
  if (comments.length === 0) return null
  const open = stillOpen(comments)
  const settled = comments.filter(each => !open.includes(each))
  return (
    <section aria-labelledby="comments">
      <h2 class="govuk-heading-m" id="comments">
        {open.length === 1 ? '1 comment to deal with' : `${open.length} comments to deal with`}
      </h2>
      {[...open, ...settled].map(each => (
        <div key={each.commentId}>
          <h3 class="govuk-heading-s">
            <CommentedOn it={it} question={each.question} isLink={maySettle} />
          </h3>
          <Comments comments={[each]} settle={maySettle ? settling(it) : undefined} />
        </div>
      ))}
    </section>
  )
}

/** What a comment is about; for whoever writes on, the way to the part where it stands. */
function CommentedOn({ it, question, isLink }: { it: OpenedAssessment; question: string; isLink: boolean }) {
  const about = aboutWhat(it.asked, question)
  const section = sectionAbout(it.asked, question)
  const isThere = it.progress.some(({ id }) => id === section)
  if (!isLink || section === undefined || !isThere) return <>{about}</>
  return (
    <a class="govuk-link" href={sectionPath.to({ ...it, section })}>
      {about}
    </a>
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

/** The parts in which the reader typed something that is kept and not saved yet. */
async function keptParts(
  tx: Work,
  it: OpenedAssessment,
  who: { serviceId: string; userId: string },
): Promise<ReadonlySet<string>> {
  const addresses = new Map(it.progress.map(({ id }) => [sectionPath.to({ ...it, section: id }), id]))
  const drafted = await findDrafted(tx, who, [...addresses.keys()])
  return new Set([...drafted].flatMap(address => addresses.get(address) ?? []))
}

type SectionsGiven = { it: OpenedAssessment; asking: Asking; kept: ReadonlySet<string> }

function Sections({ it, asking, kept }: SectionsGiven) {
  const done = it.progress.filter(({ state }) => state === 'complete').length
  return (
    <>
      <h2 class="govuk-heading-m">
        {done} of {it.progress.length} parts complete
      </h2>
      <progress class="tl-progress" max={it.progress.length} value={done} aria-label="Parts complete" />
      {stretchesOf(it.progress).map(({ under, sections }) => (
        <div key={sections[0]?.id}>
          {under && <h3 class="govuk-heading-s">{under}</h3>}
          <TaskList
            idPrefix={`parts-${sections[0]?.id}`}
            items={sections.map(each => ({
              title: each.section.title,
              hint: whoSaved(it, each.id, kept.has(each.id)),
              status: {
                text: <ProgressTag progress={each} isKept={kept.has(each.id)} />,
                classes: 'tl-nowrap',
              },
              href: mayAnswer(it.definition, each.section, asking)
                ? sectionPath.to({ ...it, section: each.id })
                : undefined,
            }))}
          />
        </div>
      ))}
      {isComplete(it.progress) && <p class="govuk-body">Everything that must be answered is.</p>}
    </>
  )
}

/** The sections one after the other, those under one heading together. */
function stretchesOf(progress: readonly SectionProgress[]) {
  const stretches: { under: string | undefined; sections: SectionProgress[] }[] = []
  for (const each of progress) {
    const { under } = each.section
    const last = stretches.at(-1)
    if (last && last.under === under) last.sections.push(each)
    else stretches.push({ under, sections: [each] })
  }
  return stretches
}

function whoSaved({ saved }: OpenedAssessment, id: string, isKept: boolean): string | undefined {
  const section = saved.get(id)
  if (!section) return isKept ? notYetSaved : undefined
  const who = `Saved ${writeMoment(section.savedAt, ukZone)} by ${section.savedBy}`
  return isKept ? `${who}. ${notYetSaved}` : who
}

const notYetSaved = 'What you typed is kept for you, and not saved yet'

type TagGiven = { progress: SectionProgress; isKept: boolean }

function ProgressTag({ progress: { state, missing }, isKept }: TagGiven) {
  if (isKept) return <Tag classes="govuk-tag--yellow">Not saved yet</Tag>
  if (state === 'complete') return <>Complete</>
  if (state === 'not-started') return <Tag classes="govuk-tag--blue">Not begun</Tag>
  const left = missing.length === 1 ? '1 answer missing' : `${missing.length} answers missing`
  return <Tag classes="govuk-tag--yellow">{left}</Tag>
}
