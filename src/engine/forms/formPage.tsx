import { ukZone } from '../../kernel/dutyHours.ts'
import { fingerprint } from '../../kernel/fingerprint.ts'
import { writeTime } from '../../kernel/writtenDates.ts'
import { whoChangedLast } from '../../platform/audit/index.ts'
import type { Answer, Request, Sent, SignedInRoute } from '../../platform/http/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import { CollisionTable, Overtaken } from './Collision.tsx'
import type { FormPage, Refusal } from './declaredPage.ts'
import { clearDraft, findDraft, saveDraft } from './drafts.ts'
import { asksForSecret, type Fields, type Form } from './field.ts'
import { fingerprints, openedOn, withUntouched } from './opened.ts'
import { readForm, type Typed, typedFrom } from './readForm.ts'
import { rowsName, rowToGoTo, withRows } from './rows.ts'
import { AlreadySaved } from './SentBefore.tsx'
import { anewName, draftMark, markOf, type Shown, showForm } from './showForm.tsx'

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
  // Before it is loaded: what is thrown away goes also where the page cannot be opened any more. It leads on to the page's
  // own address, since loading this one again would throw away what is typed from now on.
  const afresh = request.query.get('afresh')
  if (afresh !== null) {
    await clearDraft(request.tx, request.who, request.address, afresh)
    return { kind: 'redirect', to: addressAsking(request) }
  }
  const loaded = await declared.load(request)
  if (!loaded.ok) return loaded.reason
  const of = draftMark(declared, loaded.value, request)
  const draft = await findDraft(request.tx, request.who, request.address, of)
  const initial = declared.initial?.(loaded.value) ?? {}
  if (!draft) return showForm(declared, loaded.value, request, { typed: initial })
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
      This is what you typed and did not save, kept at{' '}
      {writeTime(draft.savedAt.toZonedDateTimeISO(ukZone).toPlainTime())}.{' '}
      <a class="govuk-link" href={afreshHref(request, of)}>
        Begin afresh
      </a>
    </InsetText>
  )
  return showForm(declared, loaded.value, request, { typed, kept })
}

/** The address of this page with what was asked of it, by which the draft is thrown away. */
const afreshHref = ({ query }: Request, of: string) => `?${new URLSearchParams([...query, ['afresh', of]])}`

/** The address of this page with what was asked of it, and nothing thrown away. */
function addressAsking({ address, query }: Request): string {
  const asked = new URLSearchParams([...query].filter(([name]) => name !== 'afresh'))
  return asked.size === 0 ? address : `${address}?${asked}`
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
  const { typed } = read
  /** The form once more, with what was typed: it is not saved yet, and is there again for whoever leaves the page. */
  const showAgain = (shown: Omit<Shown, 'typed'>) => {
    if (!asksForSecret(form)) request.keepTyped()
    return showForm(declared, loaded.value, request, { typed, ...shown })
  }
  const showBoth = (theirs: Typed, version: number) => {
    request.keepTyped()
    const collision = { kind: 'collision', theirs, version } as const
    return collide(declared, loaded.value, request, typed, collision, request.sent.one('_was'))
  }
  const opened = openedOn(request)
  const overtaken = declared.overtaken?.(loaded.value, request)
  if (overtaken) {
    const row = declared.row?.(loaded.value)
    const who = row && (await whoChangedLast(request.tx, row))
    const collision = <Overtaken who={who}>{overtaken}</Overtaken>
    return showAgain({ collision, opened, isOvertaken: true })
  }
  const rows = request.sent.one(rowsName)
  if (rows !== '') {
    if (!asksForSecret(form)) request.keepTyped()
    const held = withRows(typed, form.fields, rows)
    return showForm(declared, loaded.value, request, { typed: held, opened, goTo: rowToGoTo(rows, held) })
  }
  if (!read.ok) return showAgain({ errors: read.errors, opened })
  const current = declared.version?.(loaded.value)
  // Where something is edited its version tells the two apart below; where something is added nothing else does.
  if (request.sentBefore && current === undefined)
    return showAgain({ collision: <AlreadySaved {...request.sentBefore} /> })
  if (current !== undefined && request.sent.one('_version') !== String(current))
    return showBoth(declared.initial?.(loaded.value) ?? {}, current)
  const check = await declared.check?.(request, read.values, loaded.value, read.answers)
  if (check && !check.ok) return showAgain({ errors: check.reason, opened })
  const mark = fingerprint(JSON.stringify(typed))
  const isOnlyShown = request.sent.one(anewName) !== ''
  if (check?.value && (isOnlyShown || request.sent.one('_checked') !== mark))
    return showAgain({ checked: { ...check.value, mark }, opened })
  if (isOnlyShown) return showAgain({ kept: nothingToLookAt, opened })
  const saved = await declared.save(request, read.values, loaded.value, read.answers)
  switch (saved.kind) {
    case 'errors': {
      const { errors, keptFor, isAskedAnew } = saved
      if (keptFor) {
        const { tx, who, address, sent } = request
        await saveDraft(tx, who, address, sent, markOf(keptFor))
        request.keepAnyway()
      }
      return showAgain(isAskedAnew ? { errors } : { errors, opened })
    }
    case 'collision':
      return showBoth(saved.theirs, saved.version)
    default:
      await clearDraft(request.tx, request.who, request.address, draftMark(declared, loaded.value, request))
      return saved
  }
}

/** Said where somebody asked to be shown anew what is to be looked at before saving, and there is nothing any more. */
const nothingToLookAt = (
  <InsetText>There is nothing more to look at before you save this. It has not been saved yet.</InsetText>
)

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
  return showForm(declared, loaded, request, { typed: mine, collision: table, opened })
}
