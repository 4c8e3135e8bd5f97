import type { JSX } from 'preact'
import type { FeedbackForm } from '../../engine/feedback/index.ts'
import { answerWords, type Fields, form, formPage } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import type { Permission } from '../../platform/access/index.ts'
import {
  type Answer,
  hashOfForm,
  notFound,
  type PageAnswer,
  type Path,
  page,
  type Request,
  redirect,
  type SignedInRoute,
  turnBack,
} from '../../platform/http/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { BackLink, WarningText } from '../../ui/govuk/index.ts'
import { casePath, childFrame, loadOfCase, type OfCase } from '../children/index.ts'
import {
  emptyFeedback,
  findMadeBefore,
  insertFeedback,
  insertInvitation,
  linkDays,
  listFeedback,
  listInvitations,
  renewInvitation,
  withdrawInvitation,
} from './feedbackQueries.ts'
import { findFeedbackForm } from './give.page.tsx'
import { givers } from './givers.ts'
import { endInvitationPath, giveFeedbackPath, invitePath, takeBackPath, writePath } from './paths.ts'

/** Where feedback is asked for and kept, by whom, and in what frame its pages stand. */
type Asking = {
  paths: Record<'invite' | 'write' | 'end' | 'takeBack', Path>
  permission: Permission
  /** The case of the address, for whoever may ask about it; every page of these loads it so. */
  load(request: Request): Promise<Result<OfCase, Answer>>
  /** Which forms are asked by here. */
  asksBy(form: FeedbackForm): boolean
  /** The page to which each leads back, and what it is called. */
  back(of: OfCase): string
  backWords: string
  frame?(request: Request, answer: PageAnswer): Promise<Answer>
}

type OfForm = OfCase & { asked: FeedbackForm }

const loadForm =
  ({ asksBy, load }: Asking) =>
  async (request: Request): Promise<Result<OfForm, Answer>> => {
    const of = await load(request)
    const asked = findFeedbackForm(request.params.form ?? '')
    if (!of.ok) return of
    return asked && asksBy(asked) ? ok({ ...of.value, asked }) : refused(notFound)
  }

/** Sets a page in the frame that its pages have; on its own where they have none. */
async function inFrame({ frame }: Asking, request: Request, answer: PageAnswer): Promise<Answer> {
  return frame ? frame(request, answer) : answer
}

/** Whether a form is asked by here. */
function asks({ asksBy }: Asking, id: string): boolean {
  const form = findFeedbackForm(id)
  return form ? asksBy(form) : false
}

const framed = ({ frame }: Asking) => (frame ? { frame } : {})

/** Makes a link, and sends it where an address is given. The address of the link is shown once. */
const inviteRoutes = (at: Asking) =>
  formPage({
    path: at.paths.invite,
    permission: at.permission,
    about: 'child',
    change: 'Made a link for feedback',
    view: 'Opened the form to make a link for feedback',
    load: loadForm(at),
    form: () =>
      form({
        id: 'feedback-invitation',
        fields: {
          email: {
            kind: 'email',
            label: 'Send it to this e-mail address',
            hint: 'Only an address that nobody else reads. Leave it empty to hand the link on yourself.',
          },
        },
      }),
    title: ({ asked }) => `Invite ${givers[asked.from]} to say how it was`,
    intro: () => (
      <p class="govuk-body">
        The link opens a short form without signing in, once, within {linkDays} days. Nothing on it says whom
        it is about. Nobody has to answer.
      </p>
    ),
    back: of => at.back(of),
    ...framed(at),
    submit: 'Make the link',
    async save(request, { email }, { asked, ...of }) {
      const { tx, who, now, platform } = request
      const { serviceId, userId: by } = who
      const made = { ...of, serviceId, form: asked.id, by, at: now, madeByForm: hashOfForm(request) }
      const linkOf = (token: string) => `${platform.config.publicUrl}${giveFeedbackPath.to({ token })}`
      const shown = (body: JSX.Element) =>
        inFrame(
          at,
          request,
          page('The link', body, {
            width: 'reading',
            above: <BackLink href={at.back(of)}>{at.backWords}</BackLink>,
          }),
        )
      const before = await findMadeBefore(tx, made)
      // What went by e-mail stays as it was sent: a new token would make the link useless to whoever has it.
      if (before && (email !== '' || before.isUsed)) return shown(<MadeBefore isUsed={before.isUsed} />)
      if (before) {
        const link = linkOf(await renewInvitation(tx, before.invitationId))
        return shown(<MadeLink link={link} isSent={false} isAgain until={before.expiresAt} />)
      }
      const link = linkOf(await insertInvitation(tx, made))
      if (email !== '') await queueMessage(platform, tx, { ...messageOf(asked, link), serviceId, to: email })
      const until = now.add({ hours: 24 * linkDays })
      return shown(<MadeLink link={link} isSent={email !== ''} isAgain={false} until={until} />)
    },
  })

/** It says nothing of the child: whoever reads over a shoulder learns only that somebody asks how it was. */
function messageOf(asked: FeedbackForm, link: string) {
  const body = `Hello

${asked.title}

Tell us here, if you like. You do not have to:
${link}

The link works once, for ${linkDays} days.
`
  return { subject: asked.title, body, isAboutChild: true } as const
}

type Made = {
  link: string
  isSent: boolean
  /** The form arrived again: the link that it showed before gives way to this one. */
  isAgain: boolean
  until: Temporal.Instant
}

function MadeLink({ link, isSent, isAgain, until }: Made) {
  return (
    <>
      <h1 class="govuk-heading-l">The link</h1>
      {isAgain && (
        <WarningText>
          You sent the form before. If you have seen another link from it, that one does not work any more:
          hand on this one instead.
        </WarningText>
      )}
      <p class="govuk-body">
        {isSent && 'It is sent by e-mail. '}It works until {writeMoment(until, ukZone)} and is shown here only
        now. Open it on a device on which nobody is signed in.
      </p>
      <p class="govuk-body tl-long-word">
        <strong>{link}</strong>
      </p>
    </>
  )
}

/** The form arrived again, and there is nothing more to do. */
function MadeBefore({ isUsed }: { isUsed: boolean }) {
  return (
    <>
      <h1 class="govuk-heading-l">The link was made before</h1>
      <p class="govuk-body">
        {isUsed
          ? 'You sent this form before, and somebody has answered by the link that it made.'
          : 'You sent this form before. The link that it made is sent by e-mail, once.'}{' '}
        To make another, open the form again.
      </p>
    </>
  )
}

const how = {
  kind: 'choice',
  label: 'How did they say it?',
  required: 'Choose how they said it',
  options: [
    { value: 'device', label: 'To you, or on your device' },
    { value: 'paper', label: 'On paper' },
  ],
} as const

/** What somebody said to a worker or on paper is typed in. */
const writeRoutes = (at: Asking) =>
  formPage<Fields, OfForm>({
    path: at.paths.write,
    permission: at.permission,
    about: 'child',
    change: 'Typed in feedback',
    view: 'Opened the form to type in feedback',
    load: loadForm(at),
    form: ({ asked }) =>
      form({ id: `write-${asked.id}`, fields: { 'said-how': how, ...asked.fields }, saysOptionalOnce: true }),
    title: ({ asked }) => `What ${givers[asked.from]} says`,
    intro: () => <p class="govuk-body">In their own words. Leave out what they did not answer.</p>,
    back: of => at.back(of),
    ...framed(at),
    submit: 'Save',
    async save({ tx, who, now }, _values, { asked, ...of }, answers) {
      const { 'said-how': way, ...said } = answers
      if (Object.keys(said).length === 0) {
        const [field = ''] = Object.keys(asked.fields)
        return { kind: 'errors', errors: [{ field, message: 'Type in at least one answer' }] }
      }
      await insertFeedback(tx, {
        ...of,
        serviceId: who.serviceId,
        form: asked.id,
        way: way === 'paper' ? 'paper' : 'device',
        answers: said,
        words: answerWords(asked.fields, said),
        at: now,
        by: who.userId,
      })
      return redirect(at.back(of), 'Saved.')
    },
  })

const nothingAsked = (id: string) => form({ id, fields: {} })

const endInvitationRoutes = (at: Asking) =>
  formPage({
    path: at.paths.end,
    permission: at.permission,
    about: 'child',
    change: 'Withdrew a link for feedback',
    view: 'Opened a link for feedback',
    async load(request) {
      const of = await at.load(request)
      if (!of.ok) return of
      const all = await listInvitations(request.tx, of.value.involvementId)
      const found = all.find(({ invitationId }) => invitationId === request.params.invitationId)
      if (!found || !asks(at, found.form)) return refused(notFound)
      return found.withdrawnAt ? refused(turnBack(at.back(found), 'It was withdrawn already.')) : ok(found)
    },
    form: () => nothingAsked('end-feedback-invitation'),
    title: () => 'Withdraw the link',
    intro: () => <p class="govuk-body">Nobody can answer by it any more. What was answered already stays.</p>,
    back: of => at.back(of),
    ...framed(at),
    submit: 'Withdraw the link',
    isWarning: true,
    async save({ tx, now }, _values, it) {
      await withdrawInvitation(tx, it.invitationId, now)
      return redirect(at.back(it), 'The link can no longer be used.')
    },
  })

const takeBackRoutes = (at: Asking) =>
  formPage({
    path: at.paths.takeBack,
    permission: at.permission,
    about: 'child',
    change: 'Deleted feedback for whoever gave it',
    view: 'Opened feedback to delete it',
    async load(request) {
      const of = await at.load(request)
      if (!of.ok) return of
      const all = await listFeedback(request.tx, of.value.involvementId)
      const found = all.find(({ feedbackId }) => feedbackId === request.params.feedbackId)
      if (!found || !asks(at, found.form)) return refused(notFound)
      return found.withdrawnAt ? refused(turnBack(at.back(found), 'It was taken back already.')) : ok(found)
    },
    form: () => nothingAsked('take-back-feedback'),
    title: () => 'Take feedback back',
    intro: () => (
      <p class="govuk-body">
        Only when whoever gave it asks. What they said is deleted, and nobody can read it again: that it was
        given and taken back stays.
      </p>
    ),
    back: of => at.back(of),
    ...framed(at),
    submit: 'Delete what they said',
    isWarning: true,
    async save({ tx, now }, _values, it) {
      await emptyFeedback(tx, it.feedbackId, now)
      return redirect(at.back(it), 'What they said has been deleted.')
    },
  })

/** The pages by which feedback is asked for, typed in and taken back, for those who may do so there. */
export function askingRoutes(at: Asking): SignedInRoute[] {
  return [...inviteRoutes(at), ...writeRoutes(at), ...endInvitationRoutes(at), ...takeBackRoutes(at)]
}

/** By those who do the work, from the page of the case. */
export const workRoutes = askingRoutes({
  paths: { invite: invitePath, write: writePath, end: endInvitationPath, takeBack: takeBackPath },
  permission: 'feedback.record',
  load: loadOfCase,
  asksBy: ({ fromOutside }) => !fromOutside,
  back: of => casePath.to(of),
  backWords: 'The case',
  frame: childFrame('cases'),
})
