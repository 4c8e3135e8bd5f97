import {
  type Check,
  type FieldError,
  type Fields,
  type Form,
  form,
  formPage,
  typedDate,
  type ValuesOf,
} from '../../engine/forms/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { isRole, may } from '../../platform/access/index.ts'
import { type Answer, notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { seesChildren } from '../children/index.ts'
import { CoveringFor } from './CoveringFor.tsx'
import {
  hasGivenAccess,
  isCoveredOn,
  type Leave,
  leaveAt,
  leaveWords,
  stretchesWords,
  whyNotChanged,
} from './leave.ts'
import {
  type Cover,
  type Covering,
  changeLeave,
  deleteLeave,
  findLeave,
  holdLeave,
  insertLeave,
  listBeyondCover,
  listCoverAway,
  listCovering,
  listLeaveIn,
  listOthers,
} from './leaveQueries.ts'
import { addLeavePath, changeLeavePath, endCoverPath, endLeavePath, workerPath } from './paths.ts'
import { findProfile, type Profile } from './profileQueries.ts'

/** The questions for the days of leave. */
export const leaveDays = {
  from: { kind: 'date', label: 'First day away', required: 'Enter the first day away' },
  until: {
    kind: 'date',
    label: 'Last day away',
    required: 'Enter the last day away',
    notBefore: { field: 'from', message: 'The last day cannot lie before the first' },
  },
} as const satisfies Fields

type Days = ValuesOf<typeof leaveDays>
type Loaded = { worker: Profile; covers: readonly Cover[]; covering: readonly Covering[] }

/** The worker whose leave it is, and who can cover: whoever works with children and can take steps in their cases. */
async function loadWorker({ tx }: Request, userId: string): Promise<Result<Loaded, Answer>> {
  const worker = await findProfile(tx, userId)
  if (!worker || worker.isDisabled || !seesChildren(worker.roles)) return refused(notFound)
  const covers = (await listOthers(tx, userId)).filter(({ roles }) => {
    const held = roles.filter(isRole)
    return may('case.move', held, true) && may('contacts.record', held, true)
  })
  return ok({ worker, covers, covering: await listCovering(tx, userId) })
}

function leaveForm({ covers }: Pick<Loaded, 'covers'>): Form<typeof leaveDays & { cover: Fields[string] }> {
  return form({
    id: 'leave',
    fields: {
      ...leaveDays,
      cover: {
        kind: 'choice',
        as: 'select',
        label: 'Who covers?',
        hint: 'In these days the cases of the person on leave are theirs as well, and end being so by themselves. For cover by several people, enter leave for each stretch of days.',
        options: covers.map(({ userId, name, away }) => ({
          value: userId,
          label: away.length === 0 ? name : `${name} (away ${stretchesWords(away)})`,
        })),
      },
    },
  })
}

/** Two of one person never share a day: it would not be clear who covers. */
export async function clash(
  request: Request,
  userId: string,
  { from, until }: Days,
  except?: string,
): Promise<FieldError[]> {
  await holdLeave(request.tx, userId)
  const other = leaveAt(await listLeaveIn(request.tx, userId, { from, until }), { from, until }, except)
  return other
    ? [{ field: 'from', message: `There is leave in these days already: ${leaveWords(other)}` }]
    : []
}

/** Leave that is over stands nowhere: a year that was mistyped is asked about before it is saved. */
export async function askAboutThePast(
  { today }: Pick<Request, 'today'>,
  days: Days,
): Promise<Result<Check | undefined, FieldError[]>> {
  if (Temporal.PlainDate.compare(days.until, today) >= 0) return ok(undefined)
  const body = (
    <WarningText>
      These days are over: {leaveWords(days)}. Is the year right? Leave that is over stands in no list, and
      nobody covers in it.
    </WarningText>
  )
  return ok({ body, submit: 'Save these days all the same' })
}

/** A cover who is away too leaves the cases with nobody on those days: that is said before it is saved, with the days. */
async function askAboutCoverAway(
  { tx }: Pick<Request, 'tx'>,
  { covers }: Loaded,
  { from, until, coveredBy }: Days & { coveredBy: string | null },
): Promise<Check | undefined> {
  const away = await listCoverAway(tx, { from, until, coveredBy })
  if (away.length === 0) return undefined
  const name = covers.find(({ userId }) => userId === coveredBy)?.name ?? 'Whoever covers'
  const body = (
    <WarningText>
      Nothing is saved yet. {name} is on leave too, {stretchesWords(away)}: on those days nobody has the
      cases. Choose somebody else, or enter those days as leave of their own with another cover.
    </WarningText>
  )
  return { body, submit: 'Save all the same' }
}

/**
 * What the senior must know at once: whoever covers is away too, or cannot work in some of the cases, or whoever is away
 * covers for a colleague in these days. It names nobody: the page that shows it does.
 */
async function warnings(
  { tx }: Request,
  userId: string,
  cover: string | null,
  { from, until }: Days,
): Promise<string> {
  const covering = await failsColleagues(tx, userId, { from, until })
  const failing = covering && ' They cover for a colleague in these days: see below who needs other cover.'
  if (cover === null) return [' Nobody covers yet.', failing].filter(text => text).join('')
  const away = await listCoverAway(tx, { from, until, coveredBy: cover })
  const { all } = await listBeyondCover(tx, userId, cover)
  const cases = all === 1 ? '1 case is' : `${all} cases are`
  return [
    away.length > 0 && ' Whoever covers is on leave themselves in some of these days: see below.',
    all > 0 && ` ${cases} not covered by this: see below.`,
    failing,
  ]
    .filter(text => text)
    .join('')
}

/** Whether somebody covers for a colleague in days of their own leave. */
export async function failsColleagues(tx: Request['tx'], userId: string, days: Days): Promise<boolean> {
  return (await listCovering(tx, userId)).some(({ away }) => leaveAt(away, days) !== undefined)
}

const coverOf = (cover: unknown): string | null => (typeof cover === 'string' && cover !== '' ? cover : null)

const addRoutes = formPage({
  path: addLeavePath,
  permission: 'team.see',
  change: 'Entered leave of a worker',
  load: request => loadWorker(request, request.params.userId ?? ''),
  form: loaded => leaveForm(loaded),
  title: ({ worker }) => `Enter leave of ${worker.name}`,
  intro: ({ worker, covering }) => <CoveringFor name={worker.name} all={covering} />,
  back: ({ worker }) => workerPath.to(worker),
  submit: 'Save',
  async check(request, values, loaded) {
    const errors = await clash(request, loaded.worker.userId, values)
    if (errors.length > 0) return refused(errors)
    const past = await askAboutThePast(request, values)
    if (!past.ok || past.value) return past
    return ok(await askAboutCoverAway(request, loaded, { ...values, coveredBy: coverOf(values.cover) }))
  },
  async save(request, values, { worker: { userId } }) {
    const errors = await clash(request, userId, values)
    if (errors.length > 0) return { kind: 'errors', errors }
    const coveredBy = coverOf(values.cover)
    await insertLeave(request.tx, request.who.serviceId, { ...values, userId, coveredBy })
    const beware = await warnings(request, userId, coveredBy, values)
    return redirect(workerPath.to({ userId }), `The leave has been entered.${beware}`)
  },
})

const changeRoutes = formPage({
  path: changeLeavePath,
  permission: 'team.see',
  change: 'Changed leave of a worker',
  async load(request) {
    const loaded = await loadWorker(request, request.params.userId ?? '')
    if (!loaded.ok) return loaded
    const leave = await leaveOf(request)
    return leave ? ok({ ...loaded.value, leave, today: request.today }) : refused(notFound)
  },
  form: loaded => leaveForm(loaded),
  title: ({ worker }) => `Change leave of ${worker.name}`,
  intro: it => (
    <>
      <OnlyShortened {...it} />
      <CoveringFor name={it.worker.name} all={it.covering} />
    </>
  ),
  initial: ({ leave }) => typedOf(leave),
  version: ({ leave }) => leave.version,
  row: ({ leave }) => ({ table: 'worker_leave', key: { leave_id: leave.leaveId } }),
  back: ({ worker }) => workerPath.to(worker),
  submit: 'Save',
  async check(request, values, loaded) {
    const coveredBy = coverOf(values.cover)
    const fault = whyNotChanged(loaded.leave, { ...values, coveredBy }, request.today)
    if (fault) return refused([fault])
    return ok(await askAboutCoverAway(request, loaded, { ...values, coveredBy }))
  },
  async save(request, values, { worker: { userId }, leave }) {
    const coveredBy = coverOf(values.cover)
    const fault = whyNotChanged(leave, { ...values, coveredBy }, request.today)
    if (fault) return { kind: 'errors', errors: [fault] }
    const errors = await clash(request, userId, values, leave.leaveId)
    if (errors.length > 0) return { kind: 'errors', errors }
    if (await changeLeave(request.tx, leave, { from: values.from, until: values.until, coveredBy })) {
      const beware = await warnings(request, userId, coveredBy, values)
      return redirect(workerPath.to({ userId }), `The leave has been changed.${beware}`)
    }
    const theirs = await leaveOf(request)
    return theirs ? { kind: 'collision', theirs: typedOf(theirs), version: theirs.version } : notFound
  },
})

function OnlyShortened({ leave, today }: { leave: Leave; today: Temporal.PlainDate }) {
  if (!hasGivenAccess(leave, today)) return null
  return (
    <p class="govuk-body">
      It has begun, and {leave.coverName} has the cases by it: it can only be shortened. Enter further days as
      leave of their own.{' '}
      {isCoveredOn(leave, today) && (
        <>
          Is it the wrong person?{' '}
          <a class="govuk-link" href={endCoverPath.to(leave)}>
            End the cover now
          </a>
          , then say who covers instead.
        </>
      )}
    </p>
  )
}

/** The leave of the address; undefined where the worker has none of that id. */
export async function leaveOf({ tx, params }: Request): Promise<Leave | undefined> {
  const id = parseId<'leave'>(params.leaveId ?? '')
  return id && findLeave(tx, params.userId ?? '', id)
}

const typedOf = ({ from, until, coveredBy }: Leave) => ({
  from: typedDate(from),
  until: typedDate(until),
  cover: coveredBy ?? '',
})

const endRoutes = formPage({
  path: endLeavePath,
  permission: 'team.see',
  change: 'Took leave of a worker back',
  async load(request) {
    const worker = await findProfile(request.tx, request.params.userId ?? '')
    const leave = worker && (await leaveOf(request))
    if (!worker || !leave) return refused(notFound)
    if (!hasGivenAccess(leave, request.today)) return ok({ worker, leave })
    const words =
      'This leave has begun, and somebody covers by it: it can only be shortened. Change its last day.'
    return refused(turnBack(changeLeavePath.to({ ...worker, ...leave }), words))
  },
  form: () => form({ id: 'end-leave', fields: {} }),
  title: ({ worker }) => `Take leave of ${worker.name} back`,
  intro: ({ leave }) => (
    <p class="govuk-body">
      {leaveWords(leave)}
      {leave.coverName === null ? '' : `, to be covered by ${leave.coverName}`}.
    </p>
  ),
  version: ({ leave }) => leave.version,
  row: ({ leave }) => ({ table: 'worker_leave', key: { leave_id: leave.leaveId } }),
  back: ({ worker }) => workerPath.to(worker),
  submit: 'Take it back',
  isWarning: true,
  async save(request, _values, { worker, leave }) {
    if (await deleteLeave(request.tx, leave))
      return redirect(workerPath.to(worker), 'The leave has been taken back.')
    const theirs = await leaveOf(request)
    return theirs ? { kind: 'collision', theirs: {}, version: theirs.version } : notFound
  },
})

export const leaveRoutes = [...addRoutes, ...changeRoutes, ...endRoutes]
