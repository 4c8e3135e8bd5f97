import { formPage, type Refusal, typedDate } from '../../engine/forms/index.ts'
import { listRoutes, practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { isScope, scopes } from '../../platform/access/index.ts'
import {
  type ApiKey,
  addPartnerSystem,
  apiDocsPath,
  endApiKey,
  listApiKeys,
  listPartnerSystems,
  makeApiKey,
  type PartnerSystem,
} from '../../platform/api/index.ts'
import {
  type Answer,
  notFound,
  page,
  type Request,
  redirect,
  route,
  turnBack,
} from '../../platform/http/index.ts'
import { Button, WarningText } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { type Column, SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { Above } from './Above.tsx'
import { endOf, keyStateNames, keyStateOf, lastDayOf } from './keyState.ts'
import { keyForm, newSystem, nothingAsked } from './keys.form.ts'
import { endKeyPath, keysPath, newKeyPath } from './paths.ts'

const columns = (now: Temporal.Instant): Column<ApiKey>[] => [
  {
    key: 'name',
    heading: 'Key',
    isRowHeader: true,
    cell: key => (
      <>
        {key.name} <code>{key.beginning}…</code>
      </>
    ),
  },
  { key: 'system', heading: 'For', cell: key => <bdi>{key.systemName}</bdi> },
  { key: 'scopes', heading: 'May', cell: mayDo },
  { key: 'made', heading: 'Made by', cell: key => <bdi>{key.madeBy}</bdi> },
  { key: 'used', heading: 'Last used', cell: key => writeWhen(key.usedAt) },
  { key: 'ends', heading: 'Last day', isOneLine: true, cell: key => writeDate(lastDayOf(key)) },
  { key: 'state', heading: 'State', cell: key => keyStateNames[keyStateOf(key, now)] },
  {
    key: 'do',
    heading: 'What to do',
    cell: key =>
      key.endedAt === null && (
        <a class="govuk-link" href={endKeyPath.to(key)}>
          End<span class="govuk-visually-hidden"> the key {key.name}</span>
        </a>
      ),
  },
]

/** What a key may do, and of sending, by which ways. */
function mayDo({ scopes: held, ways }: ApiKey): string {
  const routes = listRoutes(practiceInUse())
  const titles = ways?.map(way => routes.find(({ id }) => id === way)?.title ?? way)
  const by = titles && titles.length > 0 ? ` (${titles.join('; ')})` : ''
  return held.map(scope => `${scopes[scope]}${scope === 'notifications:write' ? by : ''}`).join('. ')
}

function writeWhen(at: Temporal.Instant | null): string {
  return at ? writeMoment(at, ukZone) : 'Never'
}

async function keysPage({ tx, who, now }: Request): Promise<Answer> {
  const keys = await listApiKeys(tx, who.serviceId)
  return page(
    'API keys',
    <>
      <h1 class="govuk-heading-l">API keys</h1>
      <p class="govuk-body">
        With a key a partner’s system sends to {who.serviceName} by itself. It opens no record: what it sends
        waits in Arrivals.{' '}
        <a class="govuk-link" href={apiDocsPath.to()}>
          What a system can send, and how
        </a>
      </p>
      <Button href={newKeyPath.to()}>Make a key</Button>
      <SortableTable
        id="keys"
        caption={keys.length === 1 ? '1 key' : `${keys.length} keys`}
        columns={columns(now)}
        rows={keys}
        rowKey={key => key.keyId}
        empty={
          <EmptyState title="No keys yet">
            The key of a partner’s system stands here once you have made one for it.
          </EmptyState>
        }
      />
    </>,
    { above: <Above /> },
  )
}

/** Shown once: afterwards nobody can know the key but whoever has kept it. */
function madePage(key: string, name: string, lastDay: Temporal.PlainDate): Answer {
  return page(
    'The key is made',
    <>
      <h1 class="govuk-heading-l">The key is made</h1>
      <WarningText>It is shown only now. Copy it before you go on.</WarningText>
      <p class="govuk-body" id="the-key">
        {name}, good until the end of {writeDate(lastDay)}:
      </p>
      <pre class="tl-code">
        <code>{key}</code>
      </pre>
      <p class="govuk-body">
        Hand it to whoever runs the system by a way that others cannot read: not by email. If it is ever lost
        or seen by somebody else, end it here and make another.
      </p>
      <Button href={keysPath.to()}>I have kept it: go on</Button>
    </>,
    { width: 'reading' },
  )
}

const newKey = formPage({
  path: newKeyPath,
  permission: 'keys.manage',
  change: 'Made an API key',
  load: async ({ tx, who, today }) =>
    ok({ systems: await listPartnerSystems(tx, who.serviceId), latest: today.add({ years: 1 }) }),
  form: ({ systems }) => keyForm(systems),
  title: () => 'Make an API key',
  initial: ({ systems, latest }) => ({
    'last-day': typedDate(latest),
    ...(systems.length === 0 ? { system: newSystem } : {}),
  }),
  back: () => keysPath.to(),
  submit: 'Make the key',
  async save({ tx, who, now }, values, { systems, latest }): Promise<Answer | Refusal> {
    const { name, scopes: chosen, ways, 'last-day': lastDay } = values
    if (Temporal.PlainDate.compare(lastDay, latest) > 0)
      return wrong('last-day', `Last day: this is more than a year ahead. The latest is ${writeDate(latest)}`)
    const system = await systemFor({ tx, who }, values, systems)
    if (!system.ok) return wrong('system-name', 'There is a system of this name already. Choose it above')
    const key = await makeApiKey(tx, {
      serviceId: who.serviceId,
      systemId: system.value,
      name,
      scopes: chosen.filter(isScope),
      ways,
      madeBy: who.userId,
      madeAt: now,
      expiresAt: endOf(lastDay),
    })
    return madePage(key, name, lastDay)
  },
})

type Chosen = { system: string; 'system-name': string | undefined }

/** The id of the system that was chosen, or of the one that was named and is new. */
async function systemFor(
  { tx, who }: Pick<Request, 'tx' | 'who'>,
  { system, 'system-name': name = '' }: Chosen,
  systems: readonly PartnerSystem[],
): Promise<Result<string, 'there-already'>> {
  if (systems.some(({ systemId }) => systemId === system)) return ok(system)
  const added = await addPartnerSystem(tx, who.serviceId, name)
  return added === undefined ? refused('there-already') : ok(added)
}

function wrong(field: string, message: string): Refusal {
  return { kind: 'errors', errors: [{ field, message }] }
}

const endKey = formPage({
  path: endKeyPath,
  permission: 'keys.manage',
  change: 'Ended an API key',
  async load({ tx, who, params }): Promise<Result<ApiKey, Answer>> {
    const [key] = await listApiKeys(tx, who.serviceId, params.keyId ?? '')
    if (!key) return refused(notFound)
    return key.endedAt ? refused(turnBack(keysPath.to(), 'That key has been ended before.')) : ok(key)
  },
  form: () => nothingAsked,
  title: ({ name }) => `End the key ${name}`,
  intro: ({ systemName }) => (
    <p class="govuk-body">
      From now on <bdi>{systemName}</bdi> is refused with it. What it has sent stays. A key that has been
      ended cannot be used again: make a new one.
    </p>
  ),
  back: () => keysPath.to(),
  submit: 'End the key',
  isWarning: true,
  async save({ tx, who, now }, _values, { keyId }) {
    await endApiKey(tx, { serviceId: who.serviceId, keyId }, who.userId, now)
    return redirect(keysPath.to(), 'The key has been ended.')
  },
})

export const keysRoutes = [
  route({
    method: 'GET',
    path: keysPath,
    permission: 'keys.manage',
    audit: { kind: 'none', why: 'shows systems of partners, not children' },
    handle: keysPage,
  }),
  ...newKey,
  ...endKey,
]
