import type { FeedbackForm } from '../../engine/feedback/index.ts'
import {
  answerWords,
  type FieldError,
  FormErrors,
  FormFields,
  form,
  readForm,
  typedFrom,
} from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { type Answer, page, route, type Visit } from '../../platform/http/index.ts'
import { Button } from '../../ui/govuk/index.ts'
import { findInvitation, giveByLink, type OpenInvitation, takeBackByLink } from './feedbackQueries.ts'
import { HelpMeNow } from './HelpMeNow.tsx'
import { giveFeedbackPath, takeBackOwnPath } from './paths.ts'

/** A form for feedback by its id; undefined where the service has none such any more. */
export function findFeedbackForm(id: string): FeedbackForm | undefined {
  return practiceInUse().feedback.find(each => each.id === id)
}

const titles = {
  given: 'Thank you',
  'taken-back': 'It is gone',
  spent: 'This link does not work any more',
}

/** The same words for a link that never was and for one that has had its time. */
const spentPage: Answer = page(
  titles.spent,
  <div class="tl-easy">
    <h1 class="govuk-heading-l">{titles.spent}</h1>
    <p class="govuk-body">Ask the person who gave it to you for a new one.</p>
  </div>,
  { width: 'reading' },
)

function formPageOf(
  visit: Visit,
  asked: FeedbackForm,
  it: OpenInvitation,
  errors: FieldError[] = [],
): Answer {
  const its = form({ id: asked.id, fields: asked.fields, saysOptionalOnce: true })
  return page(
    asked.title,
    <div class="tl-easy">
      <FormErrors form={its} errors={errors} />
      <h1 class="govuk-heading-l">{asked.title}</h1>
      {asked.namesService && <p class="govuk-body">{it.serviceName}</p>}
      {asked.intro.map(line => (
        <p class="govuk-body" key={line}>
          {line}
        </p>
      ))}
      <form method="post" action={visit.address} novalidate autocomplete="off">
        <input type="hidden" name="_csrf" value={visit.csrfToken} />
        <FormFields form={its} typed={typedFrom(its, visit.sent)} errors={errors} />
        <Button preventDoubleClick>Send</Button>
      </form>
      <HelpMeNow form={asked} />
    </div>,
    { width: 'reading', status: errors.length > 0 ? 422 : 200 },
  )
}

function donePage(visit: Visit, asked: FeedbackForm, token: string): Answer {
  return page(
    titles.given,
    <div class="tl-easy">
      <h1 class="govuk-heading-l">{titles.given}</h1>
      <p class="govuk-body">{asked.thanks}</p>
      <p class="govuk-body">
        You can take it back at any time with the same link. Then we delete what you said.
      </p>
      <form method="post" action={takeBackOwnPath.to({ token })} novalidate>
        <input type="hidden" name="_csrf" value={visit.csrfToken} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Take it back
        </Button>
      </form>
      <HelpMeNow form={asked} />
    </div>,
    { width: 'reading' },
  )
}

function gonePage(asked: FeedbackForm): Answer {
  return page(
    titles['taken-back'],
    <div class="tl-easy">
      <h1 class="govuk-heading-l">{titles['taken-back']}</h1>
      <p class="govuk-body">We have deleted what you said.</p>
      <HelpMeNow form={asked} />
    </div>,
    { width: 'reading' },
  )
}

type Found = { it: OpenInvitation; asked: FeedbackForm; token: string }

async function find(visit: Visit): Promise<Found | undefined> {
  const token = visit.params.token ?? ''
  const it = await findInvitation(visit.platform.db, token, visit.now)
  const asked = it && findFeedbackForm(it.form)
  return it && asked ? { it, asked, token } : undefined
}

function show(visit: Visit, { it, asked, token }: Found): Answer {
  switch (it.state) {
    case 'open':
      return formPageOf(visit, asked, it)
    case 'given':
      return donePage(visit, asked, token)
    case 'taken-back':
      return gonePage(asked)
    case 'spent':
      return spentPage
  }
}

async function give(visit: Visit): Promise<Answer> {
  const found = await find(visit)
  if (!found) return spentPage
  const { it, asked, token } = found
  if (it.state !== 'open') return show(visit, found)
  const read = readForm(form({ id: asked.id, fields: asked.fields }), visit.sent, visit.today)
  if (!read.ok) return formPageOf(visit, asked, it, read.errors)
  if (Object.keys(read.answers).length === 0) {
    const [field = ''] = Object.keys(asked.fields)
    return formPageOf(visit, asked, it, [{ field, message: 'Answer one question, or close this page' }])
  }
  const by = { serviceId: it.serviceId, token, request: visit.requestId, at: visit.now }
  const words = answerWords(asked.fields, read.answers)
  const isKept = await giveByLink(visit.platform.db, by, read.answers, words)
  return isKept ? donePage(visit, asked, token) : spentPage
}

async function takeBack(visit: Visit): Promise<Answer> {
  const found = await find(visit)
  if (!found) return spentPage
  const { it, asked, token } = found
  if (it.state === 'given') {
    const by = { serviceId: it.serviceId, token, request: visit.requestId, at: visit.now }
    await takeBackByLink(visit.platform.db, by)
    return gonePage(asked)
  }
  return show(visit, found)
}

/** Feedback by a link, without signing in: the token is kept as a hash, the page says nothing about a child. */
export const giveRoutes = [
  route({
    method: 'GET',
    path: giveFeedbackPath,
    permission: 'anyone',
    perMinute: 60,
    audit: { kind: 'none', why: 'opens a form' },
    async handle(visit) {
      const found = await find(visit)
      return found ? show(visit, found) : spentPage
    },
  }),
  route({
    method: 'POST',
    path: giveFeedbackPath,
    permission: 'anyone',
    perMinute: 20,
    audit: { kind: 'change', what: 'Gave feedback by a link' },
    handle: give,
  }),
  route({
    method: 'POST',
    path: takeBackOwnPath,
    permission: 'anyone',
    perMinute: 20,
    audit: { kind: 'change', what: 'Took feedback back by a link' },
    handle: takeBack,
  }),
]
