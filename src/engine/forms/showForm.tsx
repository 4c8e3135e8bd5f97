import type { JSX } from 'preact'
import { fingerprint } from '../../kernel/fingerprint.ts'
import { type Answer, page, type Request } from '../../platform/http/index.ts'
import { BackLink, Button } from '../../ui/govuk/index.ts'
import type { Check, FormPage } from './declaredPage.ts'
import { ofName, secretMark } from './drafts.ts'
import { FormErrors } from './FormErrors.tsx'
import { FormFields } from './FormFields.tsx'
import { asksForSecret, type Fields } from './field.ts'
import { fingerprints, type Opened } from './opened.ts'
import type { FieldError, Typed } from './readForm.ts'
import { SendingMarks } from './SendingMarks.tsx'

/** The button by which what is looked at before saving is shown once more says so under this name: it never saves. */
export const anewName = '_anew'

/** What a form's page shows beside its questions, and what these hold. */
export type Shown = {
  typed: Typed
  errors?: readonly FieldError[]
  kept?: JSX.Element | undefined
  collision?: JSX.Element
  /** What is looked at before saving, and the mark of the answers that it was worked out from. */
  checked?: Check & { mark: string }
  /** Left out: the page is opened now. */
  opened?: Opened
  /** The row of a table that takes the focus: it was added now. */
  goTo?: { field: string; row: string } | undefined
  /** Nothing can be sent any more: what was typed is shown to be taken over elsewhere. */
  isOvertaken?: true
}

/** Draws the page of a form: its heading, what is wrong or to be looked at first, the questions and the buttons. */
export async function showForm<F extends Fields, Loaded>(
  declared: FormPage<F, Loaded>,
  loaded: Loaded,
  request: Request,
  shown: Shown,
): Promise<Answer> {
  const form = declared.form(loaded, request)
  const title = declared.title(loaded)
  const back = declared.back?.(loaded)
  const also = declared.submitAlso?.(loaded)
  const errors = shown.errors ?? []
  const version = declared.version?.(loaded)
  const opened = shown.opened ?? {
    version: String(version),
    was: fingerprints(declared.initial?.(loaded) ?? {}),
  }
  const of = draftMark(declared, loaded, request)
  const isSecret = asksForSecret(form)
  const hasFile = Object.values(form.fields).some(field => field.kind === 'file')
  // The key Enter presses the first button of a form: without this it would take away a row.
  const hasRows = Object.values(form.fields).some(field => field.kind === 'rows')
  const body = (
    <>
      <FormErrors form={form} errors={errors} typed={shown.typed} />
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
        {hasRows && (
          <Button classes="tl-first-button" attributes={{ tabindex: -1, 'aria-hidden': 'true' }}>
            {submitOf(declared, loaded)}
          </Button>
        )}
        {of !== '' && <input type="hidden" name={ofName} value={of} />}
        {version !== undefined && <input type="hidden" name="_version" value={opened.version} />}
        {version !== undefined && <input type="hidden" name="_was" value={opened.was} />}
        {Object.entries(declared.carries?.(loaded) ?? {}).flatMap(([name, values]) =>
          values.map(value => <input type="hidden" key={`${name} ${value}`} name={name} value={value} />),
        )}
        {shown.checked && (
          <>
            <input type="hidden" name="_checked" value={shown.checked.mark} />
            {shown.checked.body}
            <Button preventDoubleClick>{shown.checked.submit}</Button>
            <h2 class="govuk-heading-m">Or change what you asked for</h2>
          </>
        )}
        <FormFields
          form={form}
          typed={shown.typed}
          errors={errors}
          beside={declared.beside?.(loaded)}
          under={declared.under?.(loaded)}
          goTo={shown.goTo}
        />
        <div class="govuk-button-group">
          {!shown.isOvertaken &&
            (shown.checked ? (
              <Button preventDoubleClick classes="govuk-button--secondary" name={anewName} value="yes">
                Show it anew
              </Button>
            ) : (
              <Button preventDoubleClick classes={declared.isWarning ? 'govuk-button--warning' : undefined}>
                {submitOf(declared, loaded)}
              </Button>
            ))}
          {!shown.isOvertaken && !shown.checked && also && (
            <Button preventDoubleClick classes="govuk-button--secondary" name={also.name} value={also.value}>
              {also.text}
            </Button>
          )}
          {back && (
            <a class="govuk-link" href={back}>
              {shown.isOvertaken ? 'Leave it as it is' : (declared.leave ?? 'Cancel')}
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

/** A short name for what the draft of this page is of; '' where its address says it. What was sent keeps its own. */
export function draftMark<F extends Fields, Loaded>(
  { draftOf }: FormPage<F, Loaded>,
  loaded: Loaded,
  { sent }: Request,
): string {
  if (!draftOf) return ''
  if (sent.names().includes(ofName)) return sent.one(ofName)
  return markOf(draftOf(loaded))
}

/** What a draft is of, in short; '' for nothing. */
export const markOf = (of: readonly string[]) => (of.length === 0 ? '' : fingerprint(JSON.stringify(of)))

const submitOf = <F extends Fields, Loaded>({ submit }: FormPage<F, Loaded>, loaded: Loaded) =>
  typeof submit === 'function' ? submit(loaded) : submit
