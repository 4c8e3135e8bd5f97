import { type Check, type FieldError, form, formPage, type Refusal } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { setReason } from '../../platform/database/index.ts'
import { type Answer, type Request, redirect } from '../../platform/http/index.ts'
import { InsetText, WarningText } from '../../ui/govuk/index.ts'
import {
  childOptions,
  findCandidates,
  type Match,
  newChild,
  offeredAnew,
  offeredMark,
  packagesPath,
  rankMatches,
  wasOffered,
} from '../arrivals/index.ts'
import { listFacts, loadChild } from '../children/index.ts'
import { isUnsaid, keptFrom } from './confidential.ts'
import { describedIn } from './describedIn.ts'
import { withParts } from './gatherPackage.ts'
import { loadWaiting, type Waiting } from './loadWaiting.ts'
import { pathwaysThatTakeOver } from './openWith.page.tsx'
import { PackageWords } from './PackageWords.tsx'
import { type PackagePart, packageParts } from './package.ts'
import { arrivedPackagePath, dropPackagePath, openWithPath, otherServicesPath } from './paths.ts'
import { sideBySide } from './sideBySide.ts'
import { takeIn } from './takeIn.ts'
import { DetailsThatDiffer, Goes, NotKept } from './WhatGoesIn.tsx'

type Loaded = {
  arrived: Waiting
  matches: Match[]
  /** The parts that the person may read; the others go in unread. */
  readable: PackagePart[]
  maySeeSensitive: boolean
  /** It was made by this very service. */
  isOurs: boolean
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
  const maySeeSensitive = may('notes.sensitive', roles, false)
  return ok({ arrived: waiting.value, matches, readable, maySeeSensitive, isOurs })
}

function whichForm({ matches }: Loaded) {
  return form({
    id: 'which-child',
    fields: {
      child: {
        kind: 'choice',
        label: 'Which child is it?',
        hint: 'Brothers, sisters and cousins share names and addresses. If in doubt, ask the other service.',
        required: 'Choose which child it is',
        options: childOptions(matches),
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
      body: (
        <>
          <Goes content={content} reference={undefined} />
          {isUnsaid(content.details, [], true) && (
            <NotKept from={keptFrom(content.details)} isOffered={false} />
          )}
        </>
      ),
      submit: 'Add the child with this record',
    })
  const known = await loadChild(request.tx, child)
  if (!known) return refused([{ field: 'child', message: 'Choose which child it is' }])
  const differing = sideBySide(known, content, request.today)
  const address = differing.find(({ key }) => key === 'address')
  const ours = await listFacts(request.tx, 'addresses', child)
  return ok({
    body: (
      <>
        <input type="hidden" name="record-version" value={String(known.version)} />
        <Goes content={content} reference={known.reference} />
        {isUnsaid(content.details, ours, address?.fills ?? false) && (
          <NotKept from={keptFrom(content.details)} isOffered={address !== undefined} />
        )}
        <DetailsThatDiffer differing={differing} />
      </>
    ),
    submit: `Add it to ${known.reference}`,
  })
}

/** Says which child a package is about, after a look at what goes in. */
export const whichChildRoutes = formPage({
  path: arrivedPackagePath,
  permission: 'transfer.take',
  change: 'Took in a record from another service',
  load,
  form: whichForm,
  title: ({ arrived: { content } }) =>
    `Who is ${`${content.child.givenName} ${content.child.familyName}`.trim()}?`,
  intro: loaded => <Intro {...loaded} />,
  reference: ({ arrived: { content }, readable, maySeeSensitive }) => {
    const it = withParts(content, readable)
    const notes = it.notes?.filter(({ sensitivity }) => maySeeSensitive || sensitivity !== 'sensitive')
    return <PackageWords it={notes ? { ...it, notes } : it} />
  },
  back: () => packagesPath.to(),
  version: ({ arrived }) => arrived.version,
  initial: ({ matches }) => offeredMark(matches),
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
    if (child === newChild && !wasOffered(sent.one('_was'), loaded.matches)) return asked(offeredAnew)
    const known = child === newChild ? undefined : await loadChild(tx, child)
    const isOffered = loaded.matches.some(({ candidate }) => candidate.childId === child)
    if (child !== newChild && !(known && isOffered)) return asked('Choose which child it is')
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

function Intro({ arrived, matches, readable, isOurs }: Loaded) {
  const { content, arrivedTransferId } = arrived
  const unread = content.parts.filter(part => !readable.includes(part))
  return (
    <>
      <p class="govuk-body">
        From <bdi>{content.from}</bdi>, made for <bdi>{content.to}</bdi>. What is in it stands below.{' '}
        <a class="govuk-link" href={dropPackagePath.to({ arrivedTransferId })}>
          Refuse it: it is not for us
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
