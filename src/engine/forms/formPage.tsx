import type { JSX } from 'preact'
import { ukZone } from '../../kernel/dutyHours.ts'
import { fingerprint } from '../../kernel/fingerprint.ts'
import type { Result } from '../../kernel/result.ts'
import { writeTime } from '../../kernel/writtenDates.ts'
import type { Permission } from '../../platform/access/index.ts'
import { type AuditedRow, whoChangedLast } from '../../platform/audit/index.ts'
import {
  type Answer,
  type PageAnswer,
  type Path,
  page,
  type Request,
  type Sent,
  type SignedInRoute,
} from '../../platform/http/index.ts'
import { BackLink, Button, InsetText } from '../../ui/govuk/index.ts'
import { CollisionTable, Overtaken } from './Collision.tsx'
import { clearDraft, findDraft, saveDraft, secretMark } from './drafts.ts'
import { FormErrors, FormFields } from './FormFields.tsx'
import { type Answers, asksForSecret, type Beside, type Fields, type Form, type ValuesOf } from './field.ts'
import { fingerprints, type Opened, openedOn, withUntouched } from './opened.ts'
import { type FieldError, readForm, type Typed, typedFrom } from './readForm.ts'
import { SendingMarks } from './SendingMarks.tsx'
import { AlreadySaved } from './SentBefore.tsx'

/** Saving refused for a reason that the person can mend. */
export type Refusal =
  | {
      kind: 'errors'
      errors: FieldError[]
      /** What is asked has changed since: the page that comes back counts as opened now. */
      isAskedAnew?: true
    }
  /** Somebody else has saved since this form was opened: what the record holds now, and its version. */
  | { kind: 'collision'; theirs: Typed; version: number }

/** Shown before saving. */
export type Check = { body: JSX.Element; submit: string }

/** A form about a child shows whose record it is: opening it is a view, and the audit says which. */
type About = { about: 'child'; view: string } | { about?: never; view?: string }

/** A page that asks a form's questions and saves the answers; both its routes come from this one declaration. */
export type FormPage<F extends Fields, Loaded> = About & {
  path: Path
  permission: Permission
  /** What the audit says of a change made here. */
  change: string
  /** Finds what the page is about, or answers otherwise (not found, forbidden, gone elsewhere). */
  load(request: Request): Promise<Result<Loaded, Answer>>
  form(loaded: Loaded, request: Request): Form<F>
  title(loaded: Loaded): string
  /** What stands between heading and questions. */
  intro?(loaded: Loaded): JSX.Element
  /** What stands below the questions, to look things up in. */
  reference?(loaded: Loaded): JSX.Element
  /** What was answered before, shown beside the questions. */
  beside?(loaded: Loaded): Beside
  /** Where the back link leads. */
  back?(loaded: Loaded): string
  /** What the questions hold when the page is opened. */
  initial?(loaded: Loaded): Typed
  /** The version of what is edited; a newer one at saving is a collision. */
  version?(loaded: Loaded): number
  /**
   * What to say when somebody else was quicker and this can no longer be done: how the record stands, and what to do
   * first. What was typed stays on the page and is kept as a draft; nothing is saved.
   */
  overtaken?(loaded: Loaded, request: Request): JSX.Element | undefined
  /** The row that is edited: a collision then says who changed it. */
  row?(loaded: Loaded): AuditedRow
  /** Sets the page in the frame of what it is about: a child's identity bar and sections. */
  frame?(request: Request, answer: PageAnswer): Promise<Answer>
  submit: string
  /** True for a button in the colour of danger. */
  isWarning?: boolean
  /**
   * What is to be looked at before these answers are saved, with the button that then saves them: the dates of a series,
   * say. It stands inside the form, and may hold boxes of its own that `save` reads. Other answers are shown anew.
   */
  check?(
    request: Request,
    values: ValuesOf<F>,
    loaded: Loaded,
    answers: Answers,
  ): Promise<Result<Check | undefined, FieldError[]>>
  /** Saves what was answered: typed values, and the answers as they are kept where the form is a definition. */
  save(request: Request, values: ValuesOf<F>, loaded: Loaded, answers: Answers): Promise<Answer | Refusal>
}

/** The routes of a form's page: one shows it, one takes it. */
export function formPage<const F extends Fields, Loaded>(
  declared: FormPage<F, Loaded>,
): [SignedInRoute, SignedInRoute] {
  const shared = {
    path: declared.path,
    permission: declared.permission,
    ...(declared.about ? { about: declared.about } : {}),
  }
  return [
    {
      ...shared,
      method: 'GET',
      audit: declared.view ? { kind: 'view', what: declared.view } : { kind: 'none', why: 'opens a form' },
      handle: request => open(declared, request),
    },
    {
      ...shared,
      method: 'POST',
      audit: {
        kind: 'change',
        what: declared.change,
        ...(declared.view === undefined ? {} : { view: declared.view }),
      },
      handle: request => take(declared, request),
    },
  ]
}

async function open<F extends Fields, Loaded>(
  declared: FormPage<F, Loaded>,
  request: Request,
): Promise<Answer> {
  const loaded = await declared.load(request)
  if (!loaded.ok) return loaded.reason
  if (request.query.has('afresh')) await clearDraft(request.tx, request.who, request.address)
  const draft = await findDraft(request.tx, request.who, request.address)
  const initial = declared.initial?.(loaded.value) ?? {}
  if (!draft) return show(declared, loaded.value, request, { typed: initial })
  const typed = typedOver(declared.form(loaded.value, request), initial, draft.sent)
  const current = declared.version?.(loaded.value)
  // Somebody has changed the record since this was typed: both versions are shown before anything else.
  if (current !== undefined && draft.sent.one('_version') !== String(current)) {
    return collide(
      declared,
      loaded.value,
      request,
      typed,
      { kind: 'collision', theirs: initial, version: current },
      draft.sent.one('_was'),
    )
  }
  const kept = (
    <InsetText>
      This is what you typed and did not send, kept at{' '}
      {writeTime(draft.savedAt.toZonedDateTimeISO(ukZone).toPlainTime())}.{' '}
      <a class="govuk-link" href="?afresh">
        Begin afresh
      </a>
    </InsetText>
  )
  return show(declared, loaded.value, request, { typed, kept })
}

/** What a draft holds, laid over what the questions held: a box that the draft does not know keeps what it had. */
function typedOver(form: Form, initial: Typed, draft: Sent): Typed {
  const known = new Set(draft.names())
  const drafted = Object.entries(typedFrom(form, draft)).filter(([name]) => {
    const kind = form.fields[name]?.kind
    // Boxes and buttons that are not chosen are not sent at all.
    return kind === 'choice' || kind === 'choices' || known.has(name) || known.has(`${name}-day`)
  })
  return { ...initial, ...Object.fromEntries(drafted) }
}

async function take<F extends Fields, Loaded>(
  declared: FormPage<F, Loaded>,
  request: Request,
): Promise<Answer> {
  const loaded = await declared.load(request)
  if (!loaded.ok) return loaded.reason
  const form = declared.form(loaded.value, request)
  const read = readForm(form, request.sent, request.today)
  const overtaken = declared.overtaken?.(loaded.value, request)
  if (overtaken) {
    await saveDraft(request.tx, request.who, request.address, request.sent)
    request.keepAnyway()
    const row = declared.row?.(loaded.value)
    const who = row && (await whoChangedLast(request.tx, row))
    const collision = <Overtaken who={who}>{overtaken}</Overtaken>
    const opened = openedOn(request)
    return show(declared, loaded.value, request, { typed: read.typed, collision, opened, isOvertaken: true })
  }
  if (!read.ok) {
    const { typed, errors } = read
    return show(declared, loaded.value, request, { typed, errors, opened: openedOn(request) })
  }
  const current = declared.version?.(loaded.value)
  // Where something is edited its version tells the two apart below; where something is added nothing else does.
  if (request.sentBefore && current === undefined) {
    const collision = <AlreadySaved {...request.sentBefore} />
    return show(declared, loaded.value, request, { typed: read.typed, collision })
  }
  if (current !== undefined && request.sent.one('_version') !== String(current)) {
    const theirs = declared.initial?.(loaded.value) ?? {}
    return collide(
      declared,
      loaded.value,
      request,
      read.typed,
      { kind: 'collision', theirs, version: current },
      request.sent.one('_was'),
    )
  }
  const check = await declared.check?.(request, read.values, loaded.value, read.answers)
  if (check && !check.ok)
    return show(declared, loaded.value, request, {
      typed: read.typed,
      errors: check.reason,
      opened: openedOn(request),
    })
  const mark = fingerprint(JSON.stringify(read.typed))
  if (check?.value && request.sent.one('_checked') !== mark) {
    const checked = { ...check.value, mark }
    return show(declared, loaded.value, request, { typed: read.typed, checked, opened: openedOn(request) })
  }
  const saved = await declared.save(request, read.values, loaded.value, read.answers)
  switch (saved.kind) {
    case 'errors': {
      const shown = { typed: read.typed, errors: saved.errors }
      return show(
        declared,
        loaded.value,
        request,
        saved.isAskedAnew ? shown : { ...shown, opened: openedOn(request) },
      )
    }
    case 'collision':
      return collide(declared, loaded.value, request, read.typed, saved, request.sent.one('_was'))
    default:
      await clearDraft(request.tx, request.who, request.address)
      return saved
  }
}

async function collide<F extends Fields, Loaded>(
  declared: FormPage<F, Loaded>,
  loaded: Loaded,
  request: Request,
  typed: Typed,
  collision: Extract<Refusal, { kind: 'collision' }>,
  was: string,
): Promise<Answer> {
  const form = declared.form(loaded, request)
  const mine = withUntouched(typed, collision.theirs, was)
  const row = declared.row?.(loaded)
  const who = row && (await whoChangedLast(request.tx, row))
  const table = <CollisionTable form={form} theirs={collision.theirs} mine={mine} who={who} />
  const version = String(collision.version)
  const opened = { version, was: fingerprints(collision.theirs) }
  return show(declared, loaded, request, { typed: mine, collision: table, opened })
}

type Shown = {
  typed: Typed
  errors?: readonly FieldError[]
  kept?: JSX.Element | undefined
  collision?: JSX.Element
  /** What is looked at before saving, and the mark of the answers that it was worked out from. */
  checked?: Check & { mark: string }
  /** Left out: the page is opened now. */
  opened?: Opened
  /** Nothing can be sent any more: what was typed is shown to be taken over elsewhere. */
  isOvertaken?: true
}

async function show<F extends Fields, Loaded>(
  declared: FormPage<F, Loaded>,
  loaded: Loaded,
  request: Request,
  shown: Shown,
): Promise<Answer> {
  const form = declared.form(loaded, request)
  const title = declared.title(loaded)
  const back = declared.back?.(loaded)
  const errors = shown.errors ?? []
  const version = declared.version?.(loaded)
  const opened = shown.opened ?? {
    version: String(version),
    was: fingerprints(declared.initial?.(loaded) ?? {}),
  }
  const isSecret = asksForSecret(form)
  const hasFile = Object.values(form.fields).some(field => field.kind === 'file')
  const body = (
    <>
      <FormErrors form={form} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {shown.collision}
      {shown.kept}
      {!shown.checked && declared.intro?.(loaded)}
      <form
        method="post"
        action={request.address}
        novalidate
        enctype={hasFile ? 'multipart/form-data' : undefined}
        data-autosave={isSecret ? undefined : `/drafts/${encodeURIComponent(request.address)}`}
      >
        {isSecret ? (
          <>
            <input type="hidden" name={secretMark} value="" />
            <input type="hidden" name="_csrf" value={request.csrfToken} />
          </>
        ) : (
          <SendingMarks request={request} />
        )}
        {version !== undefined && <input type="hidden" name="_version" value={opened.version} />}
        {version !== undefined && <input type="hidden" name="_was" value={opened.was} />}
        {shown.checked && (
          <>
            <input type="hidden" name="_checked" value={shown.checked.mark} />
            {shown.checked.body}
            <Button preventDoubleClick>{shown.checked.submit}</Button>
            <h2 class="govuk-heading-m">Or change what you asked for</h2>
          </>
        )}
        <FormFields form={form} typed={shown.typed} errors={errors} beside={declared.beside?.(loaded)} />
        <div class="govuk-button-group">
          {!shown.isOvertaken && (
            <Button preventDoubleClick classes={declared.isWarning ? 'govuk-button--warning' : undefined}>
              {shown.checked ? 'Show it anew' : declared.submit}
            </Button>
          )}
          {back && (
            <a class="govuk-link" href={back}>
              {shown.isOvertaken ? 'Leave it as it is' : 'Cancel'}
            </a>
          )}
        </div>
      </form>
      {declared.reference?.(loaded)}
    </>
  )
  const answer = page(title, body, {
    status: shown.collision ? 409 : errors.length > 0 ? 422 : 200,
    width: 'reading',
    ...(back ? { above: <BackLink href={back} /> } : {}),
  })
  return declared.frame ? declared.frame(request, answer) : answer
}
