import { tidyName } from '../../kernel/names.ts'
import { type Answer, page, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { BackLink, Button, ErrorSummary, Input } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SendingMarks } from '../forms/index.ts'
import { addressWith, readAsked, viewsPath } from './asked.ts'
import type { ListDeclaration } from './declaration.ts'
import type { ListFilters } from './filter.ts'
import { OpensWith } from './parts.tsx'
import { changeView, readViews, removeView, type SavedView, saveView } from './viewQueries.ts'

type Declared<Row extends { id: string }, F extends ListFilters> = ListDeclaration<Row, F>
const longest = 60

/** A name that was refused: for which view ('' for a new one), what was typed, and what to do. */
type Mistake = { viewId: string; typed: string; message: string; query?: string }

/** The page on which a person renames and removes their views of a list. */
export async function showViews<Row extends { id: string }, F extends ListFilters>(
  declared: Declared<Row, F>,
  request: Request,
  mistake?: Mistake,
): Promise<Answer> {
  const views = await readViews(request.tx, declared.path.pattern)
  const title = `My views of “${declared.title}”`
  const action = viewsPath(declared).to()
  return page(
    title,
    <>
      {mistake && (
        <ErrorSummary
          title="There is a problem"
          errorList={[{ text: mistake.message, href: `#${nameId(mistake.viewId)}` }]}
        />
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      {mistake?.query !== undefined && (
        <section>
          <h2 class="govuk-heading-m">The view to keep</h2>
          <form method="post" action={action} novalidate>
            <SendingMarks request={request} />
            <input type="hidden" name="act" value="save" />
            <input type="hidden" name="query" value={mistake.query} />
            <NameBox viewId="" value={mistake.typed} mistake={mistake} />
            <OpensWith id="opens-new" isChecked={request.sent.one('opens') === 'yes'} />
            <Button preventDoubleClick>Keep view</Button>
          </form>
        </section>
      )}
      {views.length === 0 && mistake?.query === undefined && (
        <EmptyState title="No views yet">
          Narrow or sort the list as you need it, and keep that view under a name. It stands here to be
          renamed or removed.
        </EmptyState>
      )}
      {views.map(view => (
        <ViewForm key={view.viewId} {...{ declared, view, action, mistake, request }} />
      ))}
    </>,
    {
      status: mistake ? 422 : 200,
      width: 'reading',
      above: <BackLink href={declared.path.pattern}>{declared.title}</BackLink>,
    },
  )
}

const nameId = (viewId: string) => `name-${viewId || 'new'}`

type NameGiven = { viewId: string; value: string; mistake: Mistake | undefined }

function NameBox({ viewId, value, mistake }: NameGiven) {
  const own = mistake?.viewId === viewId ? mistake : undefined
  return (
    <Input
      id={nameId(viewId)}
      name="name"
      label="Name"
      classes="govuk-input--width-20"
      value={own?.typed ?? value}
      {...(own ? { errorMessage: own.message } : {})}
    />
  )
}

type ViewGiven = {
  declared: Pick<ListDeclaration<{ id: string }, ListFilters>, 'path'>
  view: SavedView
  action: string
  request: Request
  mistake: Mistake | undefined
}

function ViewForm({ declared, view, action, request, mistake }: ViewGiven) {
  const hidden = (
    <>
      <SendingMarks request={request} />
      <input type="hidden" name="view" value={view.viewId} />
      <input type="hidden" name="version" value={view.version} />
    </>
  )
  return (
    <section>
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={addressWith(declared, view.query)}>
          <bdi>{view.name}</bdi>
        </a>
      </h2>
      <form method="post" action={action} novalidate>
        {hidden}
        <NameBox viewId={view.viewId} value={view.name} mistake={mistake} />
        <OpensWith id={`opens-${view.viewId}`} isChecked={view.opensWith} />
        <div class="govuk-button-group">
          <Button name="act" value="change" preventDoubleClick>
            Save<span class="govuk-visually-hidden"> {view.name}</span>
          </Button>
          <Button name="act" value="remove" classes="govuk-button--secondary">
            Remove<span class="govuk-visually-hidden"> {view.name}</span>
          </Button>
        </div>
      </form>
    </section>
  )
}

/** Keeps, changes or removes a view. */
export async function takeView<Row extends { id: string }, F extends ListFilters>(
  declared: Declared<Row, F>,
  request: Request,
): Promise<Answer> {
  const { sent, tx, who } = request
  const list = declared.path.pattern
  const viewId = sent.one('view')
  if (sent.one('act') === 'remove') {
    await removeView(tx, list, viewId)
    return redirect(viewsPath(declared).to(), 'The view has been removed.')
  }
  const isNew = sent.one('act') === 'save'
  const name = tidyName(sent.one('name'))
  // What is kept is what the list itself would write: nothing else that somebody may have put there.
  const { query } = await readAsked(declared, new URLSearchParams(sent.one('query')), request)
  const mend = (message: string) =>
    showViews(declared, request, {
      viewId: isNew ? '' : viewId,
      typed: sent.one('name'),
      message,
      ...(isNew ? { query } : {}),
    })
  if (name === '') return mend('Enter a name for the view')
  if (name.length > longest) return mend(`The name must be ${longest} characters or fewer`)
  const opensWith = sent.one('opens') === 'yes'
  if (isNew) {
    await saveView(tx, { serviceId: who.serviceId, userId: who.userId, list }, { name, query, opensWith })
    return redirect(addressWith(declared, query), 'The view has been kept.')
  }
  const became = await changeView(
    tx,
    { list, viewId, version: Number(sent.one('version')) },
    { name, opensWith },
  )
  switch (became) {
    case 'changed':
      return redirect(viewsPath(declared).to(), 'The view has been saved.')
    case 'name-taken':
      return mend('Another of your views has this name: enter another')
    case 'overtaken':
      return turnBack(
        viewsPath(declared).to(),
        'Nothing was saved: the view was changed or removed in another window. This is how it stands now.',
      )
  }
}
