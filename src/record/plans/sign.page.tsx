import {
  carryRead,
  type Form,
  form,
  formPage,
  notWhatWasRead,
  type Refusal,
} from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { may, type Permission } from '../../platform/access/index.ts'
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
import {
  type Comment,
  listComments,
  type Signing,
  type SigningKind,
  signedLast,
  stillOpen,
} from '../assessments/index.ts'
import { type Child, childFrame, childOf } from '../children/index.ts'
import { type Happened, readHappenedBeside, TakenUp, takenUp, takeUpField } from '../events/index.ts'
import { BeforeSigning } from './BeforeSigning.tsx'
import { overtaken, planHref } from './loadPlan.ts'
import { PlanRead } from './PlanRead.tsx'
import { countersignPlanPath, setAsidePlanPath, signPlanPath, takeBackPlanPath } from './paths.ts'
import { type Missing, missingFrom, type Plan, questionsAbout, type Voice } from './plan.ts'
import { findPlan } from './planQueries.ts'
import { listPlanSignings, listWriters } from './signingQueries.ts'
import { planAfter, signPlan } from './signPlan.ts'
import { listVoices } from './voiceQueries.ts'

type Loaded = {
  child: Child
  plan: Plan
  voices: readonly Voice[]
  /** What has happened and asks for a review: a plan is one, too. */
  happened: readonly Happened[]
  comments: readonly Comment[]
  today: Temporal.PlainDate
  userId: string
} & Makers

/** Who has signed a plan and who has written in it: none of them countersigns it. */
export type Makers = { signings: readonly Signing[]; writers: readonly string[] }

const another = 'Another senior or manager must read it and countersign it, or give it back.'

/** Why somebody may not countersign a plan that others in their role may, in words: it is their own. The same rule as for forms. */
export function whyNotCountersignPlan(
  { signings, writers }: Makers,
  { userId, roles }: Pick<Request['who'], 'userId' | 'roles'>,
  isRelated: boolean,
): string | undefined {
  if (!may('plans.countersign', roles, isRelated)) return undefined
  if (signedLast(signings)?.signedById === userId) return `You signed this plan yourself. ${another}`
  return writers.includes(userId) ? `You wrote in this plan yourself. ${another}` : undefined
}

/** Whether somebody may countersign a plan, or give it back: nobody does that to what they have signed or written themselves. */
export const mayCountersignPlan = (
  makers: Makers,
  who: Pick<Request['who'], 'userId' | 'roles'>,
  isRelated: boolean,
) =>
  may('plans.countersign', who.roles, isRelated) &&
  whyNotCountersignPlan(makers, who, isRelated) === undefined

/** Whether the reader may do it to this plan at all; in words, why not. */
type MayDo = (loaded: Loaded, request: Request) => boolean | string

function loader(kinds: readonly SigningKind[], mayDo: MayDo) {
  return async (request: Request): Promise<Result<Loaded, Answer>> => {
    const { tx, params, who, today } = request
    const child = await childOf(request)
    const plan = child && (await findPlan(tx, child.childId, params.planId ?? ''))
    if (!child || !plan) return refused(notFound)
    const [signings, writers, voices] = await Promise.all([
      listPlanSignings(tx, plan),
      listWriters(tx, plan),
      listVoices(tx, child.childId),
    ])
    const happened = await readHappenedBeside(request, child.childId, plan.planId)
    const comments = await listComments(tx, plan)
    const loaded = { child, plan, voices, signings, writers, happened, comments, today, userId: who.userId }
    const isTheirs = mayDo(loaded, request)
    if (isTheirs !== true) return refused(typeof isTheirs === 'string' ? forbidden(isTheirs) : forbidden())
    return kinds.some(kind => planAfter(plan, kind) !== undefined)
      ? ok(loaded)
      : refused(turnBack(planHref(plan), 'That cannot be done to this plan as it stands.'))
  }
}

/** What somebody reads before they sign or countersign: the plan, what is known of whoever was harmed, and who has signed it so far. */
const readOf = ({ plan, voices, signings }: Loaded) => [plan, voices, signings.length]

async function sign(
  { tx, who, now }: Request,
  { plan }: Loaded,
  { said, ...signing }: { kind: SigningKind; words: string; takesUp?: readonly string[]; said: string },
): Promise<Answer | Refusal> {
  const becomes = await signPlan(tx, plan, {
    ...{ serviceId: who.serviceId, by: who.userId, at: now },
    ...signing,
  })
  return becomes ? redirect(planHref({ ...plan, state: becomes }), said) : overtaken(plan)
}

const whoWrites: MayDo = ({ child }, { who }) => may('plans.write', who.roles, child.isRelated)
const whoSigned: MayDo = ({ signings, userId }) => signedLast(signings)?.signedById === userId
const whoCountersigns: MayDo = (loaded, { who }) => {
  const { isRelated } = loaded.child
  return whyNotCountersignPlan(loaded, who, isRelated) ?? mayCountersignPlan(loaded, who, isRelated)
}

function Questions({ plan, voices, today }: Pick<Loaded, 'plan' | 'voices' | 'today'>) {
  const questions = questionsAbout(plan, voices, today)
  return questions.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Worth asking first</h2>
      <ul class="govuk-list govuk-list--bullet">
        {questions.map(question => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </>
  )
}

/** What came to be missing while a plan waits for a senior: it is given back, to be put right. */
export function MissingSince({ missing }: { missing: readonly Missing[] }) {
  return missing.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Missing since it was signed</h2>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map(({ words, victimId }) => (
          <li key={`${victimId}${words}`}>{words}</li>
        ))}
      </ul>
      <p class="govuk-body">Give it back, so that it can be put right.</p>
    </>
  )
}

/** What is missing from a plan as it stands by now, where it has just been signed and is held. */
async function missingNow({ tx, today }: Request, { childId, planId }: Plan): Promise<string | undefined> {
  const held = await findPlan(tx, childId, planId)
  const missing = held ? missingFrom(held, await listVoices(tx, childId), today) : []
  return missing.length === 0 ? undefined : missing.map(({ words }) => words).join('; ')
}

const signRoutes = formPage({
  path: signPlanPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Signed a plan',
  view: 'Opened a plan to sign it',
  load: loader(['signed'], whoWrites),
  form: ({ happened }) =>
    form({
      id: 'sign-plan',
      fields: {
        ...takeUpField(happened),
        made: {
          kind: 'textarea',
          label: 'How was it made with the child and the family?',
          hint: 'Who was there, and what the child thinks of it. The senior reads this.',
          required: 'Say how it was made with the child and the family',
          maxLength: 2_000,
          rows: 3,
        },
      },
    }),
  title: () => 'Sign the plan',
  intro: loaded => (
    <>
      <p class="govuk-body">
        Signing says that this is what was agreed. A senior then countersigns it, or gives it back to you.
      </p>
      <BeforeSigning {...loaded} />
      <Questions {...loaded} />
      {stillOpen(loaded.comments).length > 0 && (
        <WarningText>
          {stillOpen(loaded.comments).length === 1
            ? '1 comment is'
            : `${stillOpen(loaded.comments).length} comments are`}{' '}
          not dealt with yet.
        </WarningText>
      )}
      <PlanRead {...loaded} />
    </>
  ),
  back: ({ plan }) => planHref(plan),
  frame: childFrame('plan'),
  carries: loaded => carryRead(readOf(loaded)),
  submit: 'Sign',
  async save(request, { made }, loaded, typed) {
    const changed = notWhatWasRead(request, readOf(loaded), 'made')
    if (changed) return changed
    const answer = await sign(request, loaded, {
      kind: 'signed',
      words: made,
      takesUp: takenUp(loaded.happened, typed),
      said: 'Signed. It waits for a senior.',
    })
    // Held by now: whoever writes in it from here on finds it signed.
    const missing = await missingNow(request, loaded.plan)
    return missing === undefined
      ? answer
      : { kind: 'errors', errors: [{ field: 'made', message: `This is missing still: ${missing}` }] }
  },
})

const countersignRoutes = formPage({
  path: countersignPlanPath,
  permission: 'plans.countersign',
  about: 'child',
  change: 'Countersigned a plan, or gave it back',
  view: 'Opened a plan to countersign it',
  load: loader(['countersigned', 'returned'], whoCountersigns),
  form: ({ plan, voices, today }) =>
    form({
      id: 'countersign-plan',
      fields: {
        decision: {
          kind: 'choice',
          label: 'What do you decide?',
          required: 'Choose what you decide',
          options: [
            ...(missingFrom(plan, voices, today).length === 0
              ? [{ value: 'countersigned', label: 'I countersign it: it is in force from now on' } as const]
              : []),
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
  title: () => 'Countersign the plan',
  intro: loaded => (
    <>
      <SignedWords signing={signedLast(loaded.signings)} />
      <TakenUp happened={loaded.happened} ids={signedLast(loaded.signings)?.takesUp ?? null} />
      <MissingSince missing={missingFrom(loaded.plan, loaded.voices, loaded.today)} />
      <Questions {...loaded} />
      <p class="govuk-body">Write comments beside the goals first. Then decide below.</p>
      <PlanRead {...loaded} mayComment />
    </>
  ),
  back: ({ plan }) => planHref(plan),
  frame: childFrame('plan'),
  carries: loaded => carryRead(readOf(loaded)),
  submit: 'Save',
  async save(request, { decision, words }, loaded) {
    const changed = notWhatWasRead(request, readOf(loaded), 'decision')
    if (changed) return changed
    const answer = await sign(request, loaded, {
      kind: decision,
      words,
      said:
        decision === 'countersigned'
          ? 'Countersigned. The plan is in force.'
          : 'Given back, with your words.',
    })
    // Somebody may have been passed on since it was signed, or since this page was opened.
    const missing = decision === 'countersigned' ? await missingNow(request, loaded.plan) : undefined
    return missing === undefined
      ? answer
      : {
          kind: 'errors',
          errors: [{ field: 'decision', message: `Give it back. This is missing: ${missing}` }],
        }
  },
})

function SignedWords({ signing }: { signing: Signing | undefined }) {
  return signing === undefined || signing.words === '' ? null : (
    <p class="govuk-body tl-keep-lines" dir="auto">
      {signing.signedBy} says: {signing.words}
    </p>
  )
}

const whyForm = (
  id: string,
): Form<{ words: { kind: 'textarea'; label: string; required: string; maxLength: number; rows: number } }> =>
  form({
    id,
    fields: {
      words: { kind: 'textarea', label: 'Why?', required: 'Say why', maxLength: 2_000, rows: 3 },
    },
  })

type Reasoned = {
  path: Path
  kind: SigningKind
  mayDo: MayDo
  permission: Permission
  change: string
  view: string
  title: string
  done: string
}

/** A page that asks why, and then does one thing. */
function withReason({ path, kind, mayDo, ...words }: Reasoned) {
  return formPage({
    path,
    permission: words.permission,
    about: 'child',
    change: words.change,
    view: words.view,
    load: loader([kind], mayDo),
    form: () => whyForm(kind),
    title: () => `${words.title} the plan`,
    back: ({ plan }) => planHref(plan),
    frame: childFrame('plan'),
    submit: words.title,
    save: (request, { words: why }, loaded) => sign(request, loaded, { kind, words: why, said: words.done }),
  })
}

export const signingRoutes = [
  ...signRoutes,
  ...countersignRoutes,
  ...withReason({
    path: takeBackPlanPath,
    kind: 'taken-back',
    mayDo: whoSigned,
    permission: 'plans.write',
    change: 'Took back a signed plan',
    view: 'Opened the form to take back a plan',
    title: 'Take back',
    done: 'Taken back. You can write on.',
  }),
  ...withReason({
    path: setAsidePlanPath,
    kind: 'set-aside',
    mayDo: whoWrites,
    permission: 'plans.write',
    change: 'Set a plan aside',
    view: 'Opened the form to set a plan aside',
    title: 'Set aside',
    done: 'Set aside. What was written stays in the record.',
  }),
]
