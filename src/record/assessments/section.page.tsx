import type { Section } from '../../engine/assessments/index.ts'
import {
  type Answers,
  changedFacts,
  deniedFacts,
  type Form,
  formPage,
  namedAnswers,
  typedAnswers,
} from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import {
  type Answer,
  forbidden,
  notFound,
  type Request,
  redirect,
  turnBack,
} from '../../platform/http/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import { childFrame, childOf, raisedWords } from '../children/index.ts'
import { AskedBack } from './AskedBack.tsx'
import { answerSection } from './answerSection.ts'
import { askSection } from './askSection.ts'
import type { OpenedAssessment } from './assessment.ts'
import { type AnsweredBefore, findAssessment, listAnsweredBefore } from './assessmentQueries.ts'
import { besideEvents } from './besideEvents.ts'
import { Comments } from './Comments.tsx'
import { type Comment, partName } from './comment.ts'
import { listComments } from './commentQueries.ts'
import { lastAnswers } from './lastAnswers.ts'
import { assessmentPath, sectionPath, settling } from './paths.ts'
import { resultsNow, type WorkedResult } from './results.ts'
import { cautionsOf, WorkedOut } from './WorkedOut.tsx'
import { mayAnswer } from './whoMay.ts'

type Loaded = {
  it: OpenedAssessment
  id: string
  section: Section
  /** Its questions as they are asked now: of facts, with what the record says. */
  asked: Form
  before: readonly AnsweredBefore[]
  /** What follows from the answers that are saved; none before that. */
  results: readonly WorkedResult[]
  /** What follows from earlier sections, where it is shown here too. */
  earlier: readonly WorkedResult[]
  comments: readonly Comment[]
}

async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const { tx, params, who } = request
  const child = await childOf(request)
  const found = child && (await findAssessment(tx, child.childId, params.assessmentId ?? ''))
  // What is saved needs no question back; the page that is shown does.
  const it = found && (request.sent.names().length === 0 ? (await besideEvents(request, found)).it : found)
  const applying = it?.progress.find(({ id }) => id === params.section)
  if (!child || !it || !applying) return refused(notFound)
  const { id, section } = applying
  if (!mayAnswer(it.definition, section, { ...who, isRelated: child.isRelated })) return refused(forbidden())
  // What was typed while somebody else signed it is shown with that, and not thrown away.
  if (it.state !== 'open' && request.sent.names().length === 0)
    return refused(turnBack(assessmentPath.to(it), 'This form has been signed, and is no longer open.'))
  const mayEdit = may('child.edit', who.roles, child.isRelated)
  const asked = await askSection(tx, it, id, { child, today: request.today, mayEdit })
  const before = await listAnsweredBefore(tx, it, Object.keys(section.fields))
  const results = it.saved.has(id) ? resultsNow(it, child, request.today, id) : []
  const shown = section.showsToo?.length ? resultsNow(it, child, request.today) : []
  const earlier = shown.filter(({ name }) => section.showsToo?.includes(name))
  const comments = await listComments(tx, it)
  return ok({ it, id, section, asked, before, results, earlier, comments })
}

/** A section of a form: its questions, with what was answered last time beside them. */
export const sectionRoutes = formPage({
  path: sectionPath,
  permission: 'assessments.write',
  about: 'child',
  change: 'Answered a section of an assessment',
  view: 'Opened a section of an assessment',
  load,
  form: ({ asked }) => asked,
  title: ({ section }) => section.title,
  intro: ({ section, it, id, results, earlier, comments }) => (
    <>
      <p class="govuk-caption-m">
        {it.definition.title}: {placeOf(it, id)}
      </p>
      {section.intro && <p class="govuk-body">{section.intro}</p>}
      <AskedBack asked={it.askedBack.filter(each => each.section === id)} />
      <Comments
        comments={comments.filter(({ question }) => question === partName(id))}
        settle={settling(it)}
      />
      {results.length === 0 && <WorkedOut results={earlier} cautions={cautionsOf(it)} />}
      <WorkedOut results={results} cautions={cautionsOf(it)}>
        <p class="govuk-body">
          <a class="govuk-link" href={leadingOn(it, after(it, id))}>
            Go on
          </a>
        </p>
      </WorkedOut>
    </>
  ),
  beside: ({ it, section, before }) => lastAnswers(practiceInUse(), it.form, section.fields, before),
  under: ({ it, section, asked, id, comments }) => ({
    ...Object.fromEntries(
      Object.entries(changedFacts(section.fields, asked.fields, heldIn(it, id))).map(([name, why]) => [
        name,
        <InsetText key={name}>{why}</InsetText>,
      ]),
    ),
    ...Object.fromEntries(
      comments.map(({ question }) => [
        question,
        <Comments
          key={question}
          comments={comments.filter(each => each.question === question)}
          settle={settling(it)}
        />,
      ]),
    ),
  }),
  back: ({ it }) => assessmentPath.to(it),
  initial: ({ it, id, section, asked }) => {
    const held = heldIn(it, id)
    const anew = changedFacts(section.fields, asked.fields, held)
    return typedAnswers(
      section.fields,
      Object.fromEntries(Object.entries(held).filter(([name]) => !Object.hasOwn(anew, name))),
    )
  },
  version: ({ it, id }) => it.saved.get(id)?.version ?? 0,
  row: ({ it, id }) => ({
    table: 'assessment_section',
    key: { assessment_id: it.assessmentId, section: id },
  }),
  overtaken: ({ it }) =>
    it.state === 'open' ? undefined : (
      <p>This form has been signed in the meantime, and is no longer open.</p>
    ),
  frame: childFrame('assessments'),
  submit: 'Save and go on',
  async save({ tx, who, now }, _values, { it, id, section, asked }, typed) {
    const answers = deniedFacts(section.fields, asked.fields, namedAnswers(section.fields, typed))
    const { childId, assessmentId } = it
    const before = it.saved.get(id)
    const whose = { serviceId: who.serviceId, by: who.userId, at: now }
    const saved = await answerSection(tx, whose, it, id, answers)
    if (!saved) {
      const theirs = await findAssessment(tx, childId, assessmentId)
      if (theirs?.state !== 'open')
        return turnBack(assessmentPath.to(it), 'This form has been signed meanwhile.')
      const held = theirs.saved.get(id)
      return {
        kind: 'collision',
        theirs: typedAnswers(section.fields, held?.answers ?? {}),
        version: held?.version ?? 0,
      }
    }
    const isOtherwise = inOrder(answers) !== inOrder(before?.answers ?? {})
    const showsWhatFollows = section.workedOut !== undefined && isOtherwise
    const saidNow = `“${section.title}” is saved.${raisedWords(saved.raised)}`
    if (showsWhatFollows) return redirect(sectionPath.to({ ...it, section: id }), saidNow)
    return redirect(
      leadingOn(it, after((await findAssessment(tx, childId, assessmentId)) ?? it, id)),
      saidNow,
    )
  },
})

/** The answers of a section as they are saved. */
const heldIn = ({ saved }: OpenedAssessment, id: string): Answers => saved.get(id)?.answers ?? {}

/** The section after this one, by the answers as they are: undefined after the last. */
function after({ progress }: OpenedAssessment, id: string): string | undefined {
  const ids = progress.map(each => each.id)
  return ids[ids.indexOf(id) + 1]
}

/** Answers as text in which their order makes no difference: the database keeps its own. */
const inOrder = (answers: Answers) =>
  JSON.stringify(Object.entries(answers).toSorted(([one], [other]) => (one < other ? -1 : 1)))

const leadingOn = (it: OpenedAssessment, next: string | undefined): string =>
  next === undefined ? assessmentPath.to(it) : sectionPath.to({ ...it, section: next })

function placeOf({ progress }: OpenedAssessment, id: string): string {
  return `part ${progress.findIndex(each => each.id === id) + 1} of ${progress.length}`
}
