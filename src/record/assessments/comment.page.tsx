import { formPage } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import {
  type Answer,
  forbidden,
  notFound,
  type Request,
  redirect,
  turnBack,
} from '../../platform/http/index.ts'
import { childFrame, childOf } from '../children/index.ts'
import type { OpenedAssessment } from './assessment.ts'
import { findAssessment } from './assessmentQueries.ts'
import { aboutWhat, type Comment } from './comment.ts'
import { commentForm, settleForm } from './commentForms.ts'
import { findComment, insertComment, settleComment } from './commentQueries.ts'
import { assessmentPath, commentPath, countersignPath, settleCommentPath } from './paths.ts'
import { QuestionRead } from './ReadView.tsx'
import { signedLast } from './signing.ts'
import { listSignings } from './signingQueries.ts'
import { mayCountersign, mayWrite, whyNotCountersign } from './whoMay.ts'

type Loaded = { it: OpenedAssessment; question: string; about: string }

/** Whoever may countersign the form, while it waits for that, writes beside its questions. */
async function loadToWrite(request: Request): Promise<Result<Loaded, Answer>> {
  const { tx, params, who } = request
  const child = await childOf(request)
  const it = child && (await findAssessment(tx, child.childId, params.assessmentId ?? ''))
  const question = params.question ?? ''
  const about = it && aboutWhat(it.asked, question)
  if (!child || !it || about === undefined) return refused(notFound)
  const signedById = signedLast(await listSignings(tx, it))?.signedById
  const asking = { ...who, isRelated: child.isRelated }
  if (!mayCountersign(it, signedById, asking))
    return refused(forbidden(whyNotCountersign(it, signedById, asking)))
  if (it.state !== 'sent')
    return refused(turnBack(assessmentPath.to(it), 'This form does not wait to be countersigned.'))
  return ok({ it, question, about })
}

const writeRoutes = formPage({
  path: commentPath,
  permission: 'assessments.countersign',
  about: 'child',
  change: 'Commented on an assessment',
  view: 'Opened the form to comment on an assessment',
  load: loadToWrite,
  form: () => commentForm,
  title: ({ about }) => `Comment: ${about}`,
  intro: ({ it, question }) => <QuestionRead it={it} question={question} />,
  back: ({ it }) => countersignPath.to(it),
  frame: childFrame('assessments'),
  submit: 'Write it down',
  async save({ tx, who, now }, { words }, { it, question }) {
    const { childId, assessmentId } = it
    const by = { serviceId: who.serviceId, childId, assessmentId, by: who.userId, at: now }
    await insertComment(tx, by, { question, words })
    return redirect(countersignPath.to(it), 'Your comment stands beside the question.')
  },
})

type ToSettle = { it: OpenedAssessment; comment: Comment }

/** Whoever may write the form, while it is open, says what was done about a comment. */
async function loadToSettle(request: Request): Promise<Result<ToSettle, Answer>> {
  const { tx, params, who } = request
  const child = await childOf(request)
  const it = child && (await findAssessment(tx, child.childId, params.assessmentId ?? ''))
  const comment = it && (await findComment(tx, it, params.commentId ?? ''))
  if (!child || !it || !comment) return refused(notFound)
  if (!mayWrite(it.definition, { ...who, isRelated: child.isRelated })) return refused(forbidden())
  if (it.state !== 'open')
    return refused(turnBack(assessmentPath.to(it), 'This form has been signed, and is no longer open.'))
  if (comment.outcome !== null && request.sent.names().length === 0)
    return refused(turnBack(assessmentPath.to(it), 'Somebody has answered this comment already.'))
  return ok({ it, comment })
}

const settleRoutes = formPage({
  path: settleCommentPath,
  permission: 'assessments.write',
  about: 'child',
  change: 'Answered a comment on an assessment',
  view: 'Opened a comment on an assessment',
  load: loadToSettle,
  form: () => settleForm,
  title: ({ it, comment }) => `Answer: ${aboutWhat(it.asked, comment.question) ?? it.definition.title}`,
  intro: ({ it, comment }) => (
    <>
      <p class="govuk-body tl-keep-lines" dir="auto">
        {comment.writtenBy} says: {comment.words}
      </p>
      <QuestionRead it={it} question={comment.question} />
    </>
  ),
  back: ({ it }) => assessmentPath.to(it),
  version: ({ comment }) => comment.version,
  row: ({ comment }) => ({ table: 'assessment_comment', key: { comment_id: comment.commentId } }),
  overtaken: ({ comment }) =>
    comment.outcome === null ? undefined : <p>Somebody has answered this comment already.</p>,
  frame: childFrame('assessments'),
  submit: 'Save',
  async save({ tx, who, now }, { outcome }, { it, comment }, answers) {
    const { childId, assessmentId } = it
    const by = { serviceId: who.serviceId, childId, assessmentId, by: who.userId, at: now }
    const answer = String(answers['outcome-reason'] ?? '')
    if (!(await settleComment(tx, by, comment, { outcome, answer })))
      return turnBack(assessmentPath.to(it), 'Somebody has answered this comment already.')
    return redirect(assessmentPath.to(it), 'Saved with the comment.')
  },
})

export const commentRoutes = [...writeRoutes, ...settleRoutes]
