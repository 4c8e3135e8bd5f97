import {
  type Check,
  type FieldError,
  fingerprints,
  form,
  formPage,
  type Option,
  type Refusal,
} from '../../engine/forms/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { setReason } from '../../platform/database/index.ts'
import { type Answer, notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { Checkboxes, InsetText, Table, WarningText } from '../../ui/govuk/index.ts'
import {
  findCandidates,
  holdIdentifying,
  likelyWeight,
  type Match,
  packagesPath,
  rankMatches,
} from '../arrivals/index.ts'
import { birthDateWords, childPath, loadChild } from '../children/index.ts'
import { type Arrived, findArrived, settleArrived } from './arrivedQueries.ts'
import { describedIn } from './describedIn.ts'
import { withParts } from './gatherPackage.ts'
import { pathwaysThatTakeOver } from './openWith.page.tsx'
import { PackageWords } from './PackageWords.tsx'
import { countParts, type PackagePart, packageParts, type TransferPackage } from './package.ts'
import { arrivedPackagePath, dropPackagePath, openWithPath, otherServicesPath } from './paths.ts'
import { type Differing, sideBySide } from './sideBySide.ts'
import { takeIn } from './takeIn.ts'

type Waiting = Arrived & { content: TransferPackage }
type Loaded = {
  arrived: Waiting
  matches: Match[]
  /** The parts that the person may read; the others go in unread. */
  readable: PackagePart[]
  /** It was made by this very service. */
  isOurs: boolean
}

/** A package that waits; one that is settled leads to where it is. */
async function loadWaiting({ tx, params, sent }: Request): Promise<Result<Waiting, Answer>> {
  const id = parseId<'arrived-transfer'>(params.arrivedTransferId ?? '')
  const isSent = sent.names().length > 0
  // One after the other: the second of two packages about one child finds the record that the first has made.
  if (isSent) await holdIdentifying(tx)
  const found = id && (await findArrived(tx, id, isSent ? 'to-settle' : 'to-read'))
  if (!found) return refused(notFound)
  const { childId, content } = found
  if (childId !== null)
    return refused(turnBack(otherServicesPath.to({ childId }), 'This package has been taken in.'))
  if (content === null) return refused(turnBack(packagesPath.to(), 'This package was put aside.'))
  return ok({ ...found, content })
}

async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const waiting = await loadWaiting(request)
  if (!waiting.ok) return waiting
  const { roles } = request.who
  const described = describedIn(waiting.value.content)
  const matches = rankMatches(await findCandidates(request.tx, described), described).slice(0, 10)
  request.seen(
    matches.map(({ candidate }) => candidate.childId),
    'Shown as a child whom a record from another service may be about',
  )
  const readable = (Object.keys(packageParts) as PackagePart[]).filter(
    part =>
      (part !== 'notes' || may('notes.see', roles, false)) &&
      (part !== 'contacts' || may('contacts.see', roles, false)) &&
      // Some of it may be about health.
      (part !== 'agreements' || may('health.see', roles, false)),
  )
  const isOurs = waiting.value.fromService === request.who.serviceName
  return ok({ arrived: waiting.value, matches, readable, isOurs })
}

const newChild = 'new'
/** Not a question: which children the page offered, kept with what the form was opened on. */
const offered = 'offered'
const offeredIn = ({ matches }: Loaded) => matches.map(({ candidate }) => candidate.childId).sort()

function whichForm({ matches }: Loaded) {
  const known = matches.map(({ candidate, reasons, against }): Option => {
    const { givenName, familyName, reference } = candidate
    const born = candidate.birthDate ? `, born ${birthDateWords(candidate)}` : ''
    const but = against.length > 0 ? ` But: ${against.join(', ').toLowerCase()}.` : ''
    return {
      value: candidate.childId,
      label: `${`${givenName} ${familyName}`.trim()}${born} (${reference})`,
      hint: `${reasons.join('. ')}.${but}`,
      seeAlso: { text: `Look at ${reference}`, href: childPath.to(candidate) },
    }
  })
  const likely = matches.find(({ weight }) => weight >= likelyWeight)
  const isNew: Option = {
    value: newChild,
    label: 'A child whom we do not know yet',
    ...(likely && { needsReason: `Why is it not ${likely.candidate.reference}?` }),
  }
  return form({
    id: 'which-child',
    fields: {
      child: {
        kind: 'choice',
        label: 'Which child is it?',
        hint: 'Brothers, sisters and cousins share names and addresses. If in doubt, ask the other service.',
        required: 'Choose which child it is',
        options: [...known, isNew],
      },
    },
  })
}

async function check(
  request: Request,
  { child }: { child: string },
  loaded: Loaded,
): Promise<Result<Check | undefined, FieldError[]>> {
  const { content } = loaded.arrived
  if (child === newChild)
    return ok({
      body: <Goes content={content} reference={undefined} />,
      submit: 'Add the child with this record',
    })
  const known = await loadChild(request.tx, child)
  if (!known) return refused([{ field: 'child', message: 'Choose which child it is' }])
  return ok({
    body: (
      <>
        <input type="hidden" name="record-version" value={String(known.version)} />
        <Goes content={content} reference={known.reference} />
        <Details differing={sideBySide(known, content, request.today)} />
      </>
    ),
    submit: `Add it to ${known.reference}`,
  })
}

const identifyRoutes = formPage({
  path: arrivedPackagePath,
  permission: 'transfer.take',
  change: 'Took in a record from another service',
  load,
  form: whichForm,
  title: ({ arrived: { content } }) =>
    `Who is ${`${content.child.givenName} ${content.child.familyName}`.trim()}?`,
  intro: loaded => <Intro {...loaded} />,
  reference: ({ arrived: { content }, readable }) => (
    <>
      <PackageWords it={withParts(content, readable)} />
    </>
  ),
  back: () => packagesPath.to(),
  version: ({ arrived }) => arrived.version,
  initial: loaded => ({ [offered]: offeredIn(loaded) }),
  row: ({ arrived }) => ({
    table: 'arrived_transfer',
    key: { arrived_transfer_id: arrived.arrivedTransferId },
  }),
  submit: 'Look at what goes in',
  check,
  async save({ tx, who, now, sent }, { child }, loaded, answers) {
    const { arrived } = loaded
    const asked = (message: string): Refusal => ({
      kind: 'errors',
      errors: [{ field: 'child', message }],
      isAskedAnew: true,
    })
    if (
      child === newChild &&
      !sent
        .one('_was')
        .split(' ')
        .includes(fingerprints({ [offered]: offeredIn(loaded) }))
    )
      return asked(
        'Other children than before may now be the one: look at them, and choose again which child it is',
      )
    const known = child === newChild ? undefined : await loadChild(tx, child)
    if (child !== newChild && !(known && offeredIn(loaded).includes(child)))
      return asked('Choose which child it is')
    if (known && String(known.version) !== sent.one('record-version'))
      return asked('The record has changed in the meantime: look again at what goes in')
    const reason = answers['child-reason']
    if (reason !== undefined) await setReason(tx, String(reason))
    const childId = await takeIn(tx, {
      serviceId: who.serviceId,
      arrived,
      content: arrived.content,
      child: known ? { known, take: sent.all('take') } : 'new',
      by: who.userId,
      at: now,
    })
    if (childId === undefined) return asked('Somebody else was quicker: look again at what goes in')
    const { arrivedTransferId } = arrived
    const goesOn = arrived.content.cases?.some(({ endedAt }) => endedAt === null)
    return goesOn && pathwaysThatTakeOver().length > 0
      ? redirect(
          openWithPath.to({ childId, arrivedTransferId }),
          'The record has been taken in. A case stands open there: open ours here, or later under Other services.',
        )
      : redirect(
          otherServicesPath.to({ childId }),
          'The record has been taken in. No case has been opened: that can be done here.',
        )
  },
})

const dropRoutes = formPage({
  path: dropPackagePath,
  permission: 'transfer.take',
  change: 'Put aside a package from another service',
  load: loadWaiting,
  form: () =>
    form({
      id: 'drop-package',
      fields: {
        reason: {
          kind: 'textarea',
          label: 'Why is it not taken in?',
          hint: 'What is in it is deleted. That it came, from where, and this reason stay. Do not name the child.',
          required: 'Say why it is not taken in',
          maxLength: 500,
          rows: 3,
        },
      },
    }),
  title: () => 'Put the package aside',
  back: arrived => arrivedPackagePath.to(arrived),
  version: ({ version }) => version,
  row: it => ({ table: 'arrived_transfer', key: { arrived_transfer_id: it.arrivedTransferId } }),
  submit: 'Delete what is in it',
  isWarning: true,
  async save({ tx, who, now }, { reason }, arrived) {
    await setReason(tx, reason)
    const isDone = await settleArrived(tx, arrived, { childId: null, by: who.userId, at: now })
    return isDone
      ? redirect(packagesPath.to(), 'The package was put aside. What was in it is deleted.')
      : turnBack(packagesPath.to(), 'Not done: somebody else has dealt with it in the meantime.')
  },
})

export const whichChildRoutes = [...identifyRoutes, ...dropRoutes]

function Intro({ arrived, matches, readable, isOurs }: Loaded) {
  const { content, arrivedTransferId } = arrived
  const unread = content.parts.filter(part => !readable.includes(part))
  return (
    <>
      <p class="govuk-body">
        From <bdi>{content.from}</bdi>, made for <bdi>{content.to}</bdi>. What is in it stands below.{' '}
        <a class="govuk-link" href={dropPackagePath.to({ arrivedTransferId })}>
          It is not for us
        </a>
      </p>
      {isOurs && (
        <WarningText>
          This package was made by our own service: what is in it is on the child’s record already.
        </WarningText>
      )}
      {content.child.wasRestricted && (
        <WarningText>
          The record was restricted there. Ask a manager before you take it in: a new record here is open to
          everybody who may see children, until a manager restricts it.
        </WarningText>
      )}
      {unread.length > 0 && (
        <InsetText>
          Your role does not read {unread.join(' and ')}: they go in and stand there for others.
        </InsetText>
      )}
      {matches.length === 0 && (
        <p class="govuk-body">No child that you may see has a name or a date of birth like this.</p>
      )}
    </>
  )
}

/** What is added to which record. */
function Goes({ content, reference }: { content: TransferPackage; reference: string | undefined }) {
  const counts = countParts(content)
  const came = content.parts.filter(part => part !== 'details')
  return (
    <>
      <h2 class="govuk-heading-m">
        {reference === undefined ? 'A new record is made' : `What is added to ${reference}`}
      </h2>
      <Table
        caption="What came"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Part', 'In the package']}
        rows={came.map(part => [packageParts[part], String(counts[part] ?? 0)])}
      />
      <p class="govuk-body">
        {reference !== undefined &&
          'What the record has already is not added again. Their name for the child goes among the other names. '}
        Cases, contacts, notes and consent stay theirs: they can be read here and not changed.
      </p>
    </>
  )
}

/** Ours and theirs side by side; theirs is taken only where somebody says so, or where we have nothing. */
function Details({ differing }: { differing: Differing[] }) {
  const choices = differing.filter(({ fills }) => !fills)
  return (
    <>
      {differing.length > 0 && (
        <Table
          caption="Details that differ"
          captionClasses="govuk-table__caption--s"
          firstCellIsHeader
          head={['Detail', 'Ours', 'Theirs']}
          rows={differing.map(({ label, ours, theirs, fills }) => [
            label,
            fills ? 'None: theirs is filled in' : ours,
            theirs,
          ])}
        />
      )}
      {choices.length > 0 && (
        <Checkboxes
          name="take"
          idPrefix="take"
          legend={{ text: 'Where is theirs taken instead of ours?', classes: 'govuk-fieldset__legend--s' }}
          hint={{
            text: 'Ours stays where you choose nothing. An address that gives way is kept as an earlier one.',
          }}
          items={choices.map(({ key, label, theirs }) => ({ value: key, label: `${label}: ${theirs}` }))}
          values={[]}
        />
      )}
    </>
  )
}
