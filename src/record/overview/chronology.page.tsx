import { parseId } from '../../kernel/ids.ts'
import { type Request, route } from '../../platform/http/index.ts'
import { Checkboxes } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { Filter, FilterLayout } from '../../ui/moj/filter/Filter.tsx'
import { Timeline } from '../../ui/moj/timeline/Timeline.tsx'
import { childOf, childPage, chronologyPath } from '../children/index.ts'
import { type Happening, type HappeningKind, listHappenings } from './chronologyQueries.ts'
import { happeningKinds, readableKinds, tell } from './happening.tsx'

const onPage = 50
/** All on one page, for printing. */
const onPaper = 2_000

export const chronologyRoute = route({
  method: 'GET',
  path: chronologyPath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the chronology' },
  async handle(request) {
    const { tx, query, who } = request
    const child = await childOf(request)
    const readable = readableKinds(who.roles, child?.isRelated ?? false)
    const asked = query
      .getAll('kind')
      .filter((kind): kind is HappeningKind => readable.some(each => each === kind))
    const kinds = asked.length > 0 ? asked : readable
    const most = query.has('all') ? onPaper : onPage
    const found = await listHappenings(tx, {
      childId: child?.childId ?? '',
      kinds,
      most: most + 1,
      after: cursorOf(query.get('after'), readable),
    })
    return childPage(request, {
      section: 'chronology',
      title: 'Chronology',
      body: it => (
        <Chronology
          request={request}
          childId={it.childId}
          readable={readable}
          asked={asked}
          shown={found.slice(0, most)}
          hasMore={found.length > most}
        />
      ),
    })
  },
})

function cursorOf(text: string | null, readable: readonly HappeningKind[]) {
  const [name, ...rest] = (text ?? '').split('.')
  const kind = readable.find(each => each === name)
  const id = parseId<'happening'>(rest.join('.'))
  return kind && id ? { kind, id } : undefined
}

type Given = {
  request: Request
  childId: string
  readable: readonly HappeningKind[]
  asked: readonly HappeningKind[]
  shown: Happening[]
  hasMore: boolean
}

function Chronology({ request, childId, readable, asked, shown, hasMore }: Given) {
  const { address } = request
  const withKinds = (kinds: readonly HappeningKind[], more: Record<string, string> = {}) => {
    const parts = [...kinds.map(kind => ['kind', kind]), ...Object.entries(more)]
    return parts.length === 0 ? address : `${address}?${new URLSearchParams(parts)}`
  }
  const last = shown.at(-1)
  return (
    <>
      <h1 class="govuk-heading-l">Chronology</h1>
      <FilterLayout
        filter={
          <Filter
            action={address}
            selected={
              asked.length === 0
                ? []
                : [
                    {
                      heading: 'Kinds',
                      items: asked.map(kind => ({
                        text: happeningKinds[kind].title,
                        href: withKinds(asked.filter(each => each !== kind)),
                      })),
                    },
                  ]
            }
            clearHref={address}
          >
            <Checkboxes
              name="kind"
              idPrefix="kind"
              classes="govuk-checkboxes--small"
              legend={{ text: 'What to show', classes: 'govuk-fieldset__legend--s' }}
              items={readable.map(kind => ({ value: kind, label: happeningKinds[kind].title }))}
              values={[...asked]}
            />
          </Filter>
        }
      >
        {shown.length === 0 ? (
          <EmptyState title="Nothing to tell yet">
            Steps of cases, appointments, notes, offences, alerts and arrivals stand here in the order of
            time.
          </EmptyState>
        ) : (
          <Timeline
            label="What has happened, the newest first"
            headingLevel={2}
            items={shown.map(it => tell(it, childId))}
          />
        )}
        {hasMore && last && (
          <p class="govuk-body tl-no-print">
            <a class="govuk-link" href={withKinds(asked, { after: `${last.kind}.${last.id}` })}>
              What happened before
            </a>{' '}
            <a class="govuk-link" href={withKinds(asked, { all: '' })}>
              Everything on one page, to print
            </a>
          </p>
        )}
      </FilterLayout>
    </>
  )
}
