import { daysGone, isComplete, type JudgementChange } from '../../engine/assessments/index.ts'
import { carryRead, form, formPage, notWhatWasRead, type Refusal } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import {
  type Answer,
  forbidden,
  notFound,
  type Path,
  type Request,
  redirect,
  turnBack,
} from '../../platform/http/index.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { type Child, childFrame, childOf } from '../children/index.ts'
import { type Happened, TakenUp, takenUp, takeUpField } from '../events/index.ts'
import { AskedBack } from './AskedBack.tsx'
import type { OpenedAssessment } from './assessment.ts'
import { findAssessment } from './assessmentQueries.ts'
import { besideEvents } from './besideEvents.ts'
import { ChangedJudgements } from './ChangedJudgements.tsx'
import { type Comment, stillOpen } from './comment.ts'
import { listComments } from './commentQueries.ts'
import { besideRecord, type LookedAt } from './factsAnew.ts'
import { changedJudgements } from './judged.ts'
import {
  assessmentPath,
  countersignPath,
  sectionPath,
  setAsidePath,
  signPath,
  takeBackPath,
} from './paths.ts'
import { ReadView } from './ReadView.tsx'
import { resultsOf, type WorkedResult } from './results.ts'
import { signAssessment } from './signAssessment.ts'
import { type Signing, type SigningKind, signedLast, signingWords, stateAfter } from './signing.ts'
import { listSignings } from './signingQueries.ts'
import { cautionsOf, WorkedOut } from './WorkedOut.tsx'
import { type Asking, mayCountersign, mayWrite, whyNotCountersign } from './whoMay.ts'

type Loaded = {
  it: OpenedAssessment
  /** What the record says now of the facts in it. */
  recordNow: LookedAt['now']
  child: Child
  signings: Signing[]
  asking: Asking
  results: readonly WorkedResult[]
  judgements: readonly JudgementChange[]
  comments: readonly Comment[]
  /** What has happened and asks for a review; undefined where this form is none. */
  happened: readonly Happened[] | undefined
}

/** Whether the reader may do it to this form at all; in words, why not. */
type MayDo = (loaded: Loaded) => boolean | string

const whoWrites: MayDo = ({ it, asking }) => mayWrite(it.definition, asking)
// Also where it was given back meanwhile: they are told so.
const whoSigned: MayDo = ({ signings, asking }) =>
  signings.findLast(({ kind }) => kind === 'signed')?.signedById === asking.userId
const whoCountersigns: MayDo = ({ it, signings, asking }) => {
  const signedById = signedLast(signings)?.signedById
  return whyNotCountersign(it, signedById, asking) ?? mayCountersign(it, signedById, asking)
}

function loader(kinds: readonly SigningKind[], mayDo: MayDo) {
  return async (request: Request): Promise<Result<Loaded, Answer>> => {
    const { tx, params, who, today } = request
    const child = await childOf(request)
    const found = child && (await findAssessment(tx, child.childId, params.assessmentId ?? ''))
    if (!child || !found) return refused(notFound)
    const { it: asRecorded, now: recordNow } = await besideRecord(tx, found, child, today)
    const { it, happened } = await besideEvents(request, asRecorded)
    const signings = await listSignings(tx, it)
    const results = await resultsOf(tx, it, child, today)
    const judgements = (await changedJudgements(tx, [it])).get(it.assessmentId) ?? []
    const comments = await listComments(tx, it)
    const loaded = {
      comments,
      happened,
      it,
      recordNow,
      child,
      signings,
      results,
      judgements,
      asking: { ...who, isRelated: child.isRelated },
    }
    const may = mayDo(loaded)
    if (may !== true) return refused(typeof may === 'string' ? forbidden(may) : forbidden())
    // What was typed while it was taken back, say, is shown with that, and not thrown away.
    if (cannotBe(kinds, loaded) && request.sent.names().length === 0)
      return refused(turnBack(assessmentPath.to(it), howItStands(loaded)))
    return ok(loaded)
  }
}

/** What somebody reads before they sign or countersign: what was answered, and who has signed it so far. */
const readOf = ({ it, signings }: Loaded) => [it.answers, it.state, signings.length]

const cannotBe = (kinds: readonly SigningKind[], { it }: Loaded) =>
  kinds.every(kind => stateAfter(it.state, kind, it.definition) === undefined)

/** What was done to a form last, by whom, when and why. */
function howItStands({ signings }: Loaded): string {
  const last = signings.at(-1)
  if (!last) return 'Nobody has signed this form yet.'
  const { kind, signedBy, signedAt, words } = last
  const done = `This form was ${signingWords[kind].toLowerCase()} by ${signedBy}, ${writeMoment(signedAt, ukZone)}`
  return words === '' ? `${done}.` : `${done}: “${words}”`
}

/** Says how a form stands where that cannot be done to it any more. */
const overtakenFor = (kinds: readonly SigningKind[]) => (loaded: Loaded) =>
  cannotBe(kinds, loaded) ? <p>{howItStands(loaded)}</p> : undefined

/** Does it, and says what came of it on the form's page. */
async function sign(
  request: Request,
  { it, child, signings }: Loaded,
  { said, ...signing }: { kind: SigningKind; words: string; takesUp?: readonly string[]; said: string },
): Promise<Answer | Refusal> {
  const signed = await signAssessment(request, { it, child, signings }, signing)
  if (!signed)
    return turnBack(assessmentPath.to(it), 'Somebody else has signed or changed this form in the meantime.')
  const { done } = signed
  return redirect(assessmentPath.to(it), done === undefined ? said : `${said} In the case: ${done}.`)
}

const signRoutes = formPage({
  path: signPath,
  permission: 'assessments.write',
  about: 'child',
  change: 'Signed an assessment',
  view: 'Opened an assessment to sign it',
  load: loader(['signed'], whoWrites),
  overtaken: overtakenFor(['signed']),
  form: ({ it, happened = [] }) =>
    form({
      id: 'sign-assessment',
      fields: {
        ...takeUpField(happened),
        words: {
          kind: 'textarea',
          label: it.definition.countersignedBy
            ? 'Is there anything the senior should know?'
            : 'Anything to add?',
          maxLength: 2_000,
          rows: 3,
        },
      },
    }),
  title: ({ it }) => `Sign: ${it.definition.title}`,
  intro: ({ it, recordNow, results, judgements, comments }) => (
    <>
      <ChangedJudgements changes={judgements} />
      <AskedBack asked={it.askedBack} />
      {stillOpen(comments).length > 0 && (
        <WarningText>
          {stillOpen(comments).length === 1 ? '1 comment is' : `${stillOpen(comments).length} comments are`}{' '}
          not dealt with yet.
        </WarningText>
      )}
      <p class="govuk-body">
        Signing says that this is complete and true as far as you know.{' '}
        {it.definition.countersignedBy && 'A senior then reads it and countersigns, or gives it back to you.'}
      </p>
      <ReadView it={it} comments={comments} now={recordNow} />
      <WorkedOut results={results} cautions={cautionsOf(it)} />
    </>
  ),
  back: ({ it }) => assessmentPath.to(it),
  frame: childFrame('assessments'),
  carries: loaded => carryRead(readOf(loaded)),
  submit: 'Sign',
  async save(request, { words }, loaded, typed) {
    const changed = notWhatWasRead(request, readOf(loaded), 'words')
    if (changed) return changed
    const { it, happened } = loaded
    const waits = it.definition.countersignedBy !== undefined
    const said = waits ? 'Signed. It waits for a senior.' : 'Signed.'
    const answer = await sign(request, loaded, {
      ...{ kind: 'signed', words, said },
      ...(happened ? { takesUp: takenUp(happened, typed) } : {}),
    })
    // Held by now: whoever saves a part from here on finds it signed.
    const found = await findAssessment(request.tx, it.childId, it.assessmentId)
    if (!found) return answer
    // It is signed by now: what was open in it is looked at as it was.
    const asOpen = { ...found, state: it.state }
    const { it: held } = await besideRecord(request.tx, asOpen, loaded.child, request.today)
    const gone = daysGone(held.asked, held.answers, request.today)
    if (isComplete(held.progress) && gone.length === 0) return answer
    const past = gone.map(({ name, message }) => ({
      field: name,
      message,
      href: sectionPath.to({ ...held, section: sectionOf(held, name) }),
    }))
    const errors = held.progress
      .filter(({ state }) => state !== 'complete')
      .map(({ id, section, missing }) => ({
        field: `part-${id}`,
        message: `Answer what is missing in “${section.title}”${howMany(missing.length)}`,
        href: sectionPath.to({ ...held, section: id }),
      }))
    return { kind: 'errors', errors: [...errors, ...past] }
  },
})

/** The part of a form in which a question stands. */
const sectionOf = ({ progress }: OpenedAssessment, name: string): string =>
  progress.find(({ section }) => Object.hasOwn(section.fields, name))?.id ?? ''

const howMany = (count: number) => (count === 0 ? '' : count === 1 ? ': 1 answer' : `: ${count} answers`)

const countersignRoutes = formPage({
  path: countersignPath,
  permission: 'assessments.countersign',
  about: 'child',
  change: 'Countersigned an assessment, or gave it back',
  view: 'Opened an assessment to countersign it',
  load: loader(['countersigned', 'returned'], whoCountersigns),
  overtaken: overtakenFor(['countersigned', 'returned']),
  form: () =>
    form({
      id: 'countersign-assessment',
      fields: {
        decision: {
          kind: 'choice',
          label: 'What do you decide?',
          required: 'Choose what you decide',
          options: [
            { value: 'countersigned', label: 'I countersign it' },
            { value: 'returned', label: 'I give it back, to be written on' },
          ],
        },
        words: {
          kind: 'textarea',
          label: 'Why?',
          hint: 'What is good about it, and what has to be done. Whoever wrote it reads this.',
          required: 'Say why',
          maxLength: 5_000,
        },
      },
    }),
  title: ({ it }) => `Countersign: ${it.definition.title}`,
  intro: ({ it, recordNow, signings, results, judgements, comments, happened = [] }) => (
    <>
      <ChangedJudgements changes={judgements} />
      <AskedBack asked={it.askedBack} />
      <p class="govuk-body">Write comments beside the questions first. Then decide below.</p>
      <SignedWords signing={signedLast(signings)} />
      <TakenUp happened={happened} ids={signedLast(signings)?.takesUp ?? null} />
      <ReadView it={it} comments={comments} now={recordNow} mayComment />
      <WorkedOut results={results} cautions={cautionsOf(it)} />
    </>
  ),
  back: ({ it }) => assessmentPath.to(it),
  frame: childFrame('assessments'),
  carries: loaded => carryRead(readOf(loaded)),
  submit: 'Save',
  save: async (request, { decision, words }, loaded) =>
    notWhatWasRead(request, readOf(loaded), 'decision') ??
    sign(request, loaded, {
      kind: decision,
      words,
      said: decision === 'countersigned' ? 'Countersigned.' : 'Given back, with your words.',
    }),
})

function SignedWords({ signing }: { signing: Signing | undefined }) {
  return signing === undefined || signing.words === '' ? null : (
    <p class="govuk-body tl-keep-lines" dir="auto">
      {signing.signedBy} says: {signing.words}
    </p>
  )
}

/** A page that asks why, and then does one thing. */
function withReason({
  path,
  kind,
  mayDo,
  ...said
}: {
  path: Path
  kind: SigningKind
  mayDo: MayDo
  change: string
  view: string
  title: string
  submit: string
  done: string
}) {
  return formPage({
    path,
    permission: 'assessments.write',
    about: 'child',
    change: said.change,
    view: said.view,
    load: loader([kind], mayDo),
    overtaken: overtakenFor([kind]),
    form: () =>
      form({
        id: kind,
        fields: {
          words: { kind: 'textarea', label: 'Why?', required: 'Say why', maxLength: 2_000, rows: 3 },
        },
      }),
    title: ({ it }) => `${said.title}: ${it.definition.title}`,
    back: ({ it }) => assessmentPath.to(it),
    frame: childFrame('assessments'),
    submit: said.submit,
    save: (request, { words }, loaded) => sign(request, loaded, { kind, words, said: said.done }),
  })
}

export const signingRoutes = [
  ...signRoutes,
  ...countersignRoutes,
  ...withReason({
    path: takeBackPath,
    kind: 'taken-back',
    mayDo: whoSigned,
    change: 'Took back a signed assessment',
    view: 'Opened the form to take back an assessment',
    title: 'Take back',
    submit: 'Take it back',
    done: 'Taken back. You can write on.',
  }),
  ...withReason({
    path: setAsidePath,
    kind: 'set-aside',
    mayDo: whoWrites,
    change: 'Set an assessment aside',
    view: 'Opened the form to set an assessment aside',
    title: 'Set aside',
    submit: 'Set it aside',
    done: 'Set aside. What was written stays in the record.',
  }),
]
