import type { JSX } from 'preact'
import { practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeDay } from '../../kernel/writtenDates.ts'
import { may, type Permission, reachOf } from '../../platform/access/index.ts'
import { page, path, type Request, route } from '../../platform/http/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { countWaiting } from '../arrivals/index.ts'
import { weekPath } from '../calendar/index.ts'
import { countBrokenGlass, listArrivalsForNamed, listLeftToNobody } from '../children/index.ts'
import { listGivenBackTo, listWaiting } from '../countersigning/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { AskedReviews, readAskedReviews } from '../events/index.ts'
import {
  quarterOf,
  readUnread,
  summaryPath,
  toReadPath,
  wordsAsked,
  writeQuarter,
} from '../feedback/index.ts'
import { MonthFigures } from '../figures/index.ts'
import { countFollowUpsToLookAt } from '../followUp/index.ts'
import { listInDanger, listTried, listUnheard, Unheard } from '../ownPage/index.ts'
import { listPlansToReview, listVoicesSince, PlansToReview, VoicesSince } from '../plans/index.ts'
import { LeftAppointments } from './appointments.tsx'
import { CaseTable, OwnCases } from './cases.tsx'
import type { CaseToDo } from './caseToDo.ts'
import { listLeftAppointments, mostShown } from './dayQueries.ts'
import { shutOutWords } from './shutOutWords.ts'
import { WhatIsHere } from './WhatIsHere.tsx'
import { Arrivals, BrokenGlass, FollowUpsFound, GivenBack, LeftToNobody, ToCountersign } from './waiting.tsx'
import { Counts, childrenOf, readWorkerDay, type WorkerDay, WorkerDayParts } from './workerDay.tsx'

/** What waits for whoever has a permission; empty where nothing does. */
export type DayPart = readonly [Permission, (request: Request) => Promise<JSX.Element | null>]

/**
 * The start page: what a person has to do today, and what waits for people like them.
 * @param more what waits elsewhere than in the record
 */
export const dayRoute = (more: readonly DayPart[]) =>
  route({
    method: 'GET',
    path: path('/'),
    permission: 'account.own',
    audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
    async handle(request) {
      const { who, today } = request
      const [{ counts, work }, waits] = await Promise.all([
        ownWork(request),
        waiting(request, [...waitingParts, ...more]),
      ])
      const parts = [...waits, ...work]
      const isAllHere = counts !== undefined
      return page(
        'My day',
        <>
          <PageHeaderActions
            heading={writeDay(today)}
            actions={
              worksWithChildren(who) ? [{ href: weekPath.to(), text: 'My week', isSecondary: true }] : []
            }
          />
          {counts}
          {parts}
          {!isAllHere && <WhatIsHere who={who} />}
        </>,
      )
    },
  })

/** What waits for anybody in these roles. Asked together: none of them waits for another’s answer. */
async function waiting(request: Request, of: readonly DayPart[]): Promise<(JSX.Element | null)[]> {
  const { roles } = request.who
  const parts = of.flatMap(([permission, part]) => (reachOf(permission, roles) ? part(request) : []))
  return Promise.all(parts)
}

const waitingParts: readonly DayPart[] = [
  [
    'arrivals.work',
    async ({ tx, now }) => <Arrivals {...(await countWaiting(tx, await practiceFor(tx), now))} />,
  ],
  ['assessments.countersign', toCountersign],
  ['assessments.write', givenBack],
  ['ownPages.make', unheard],
  ['feedback.theme', saidUnread],
  ['events.see', askedReviews],
  ['plans.write', plansToReview],
  ['followUp.judge', async ({ tx }) => <FollowUpsFound waiting={await countFollowUpsToLookAt(tx)} />],
  ['glass.review', async ({ tx }) => <BrokenGlass waiting={await countBrokenGlass(tx)} />],
  [
    'child.restrict',
    async ({ tx }) => (
      <LeftToNobody
        waiting={(await listLeftToNobody(tx)).length}
        arrivals={(await listArrivalsForNamed(tx)).length}
      />
    ),
  ],
]

async function toCountersign({ tx, now, who: { userId } }: Request): Promise<JSX.Element> {
  const others = (await listWaiting(tx, now)).filter(({ notFor }) => !notFor.includes(userId))
  const changed = others.filter(({ changes }) => changes.length > 0)
  return <ToCountersign waiting={others.length} changed={changed.length} />
}

async function givenBack({ tx, today, seen, who: { userId } }: Request): Promise<JSX.Element> {
  const given = await listGivenBackTo(tx, { userId, today })
  seen(
    given.map(({ childId }) => childId),
    'On the page My day',
  )
  return <GivenBack given={given} reader={userId} />
}

async function unheard({ tx, now, seen, who: { userId, roles } }: Request) {
  const reader = { userId, answersForService: reachOf('team.see', roles) !== undefined }
  const messages = await listUnheard(tx, reader, now)
  const inDanger = await listInDanger(tx, reader)
  const tried = await listTried(tx, reader, now)
  seen(
    [...messages, ...inDanger, ...tried].map(({ childId }) => childId),
    'On the page My day',
  )
  return <Unheard messages={messages} inDanger={inDanger} tried={tried} />
}

/** What came in words stands here until somebody who can see whose it is has read it: somebody may tell of danger. */
async function saidUnread({ tx, who: { roles } }: Request): Promise<JSX.Element | null> {
  const unread = await readUnread(tx, wordsAsked(practiceInUse().feedback))
  const [first] = unread
  if (!first) return null
  const day = dayInUk(first.givenAt)
  const canRead = reachOf('feedback.whose', roles) !== undefined
  const ofQuarter = `${summaryPath.to()}?quarter=${writeQuarter(quarterOf(day))}`
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={canRead ? toReadPath.to() : ofQuarter}>
        {unread.length === 1
          ? '1 person has told us in words how it was'
          : `${unread.length} people have told us in words how it was`}
      </a>
      , {unread.length === 1 ? '' : 'the first '}on {writeDate(day)}, and{' '}
      {canRead ? 'nobody has read it' : 'no senior has read it'} yet. Read it today: words can tell of danger.
    </p>
  )
}

async function plansToReview({ tx, now, today, seen, who: { userId } }: Request): Promise<JSX.Element> {
  const plans = await listPlansToReview(tx, userId, today)
  const voices = await listVoicesSince(tx, userId, today, now)
  seen(
    [...plans, ...voices].map(({ childId }) => childId),
    'On the page My day',
  )
  return (
    <>
      <VoicesSince voices={voices} />
      <PlansToReview plans={plans} today={today} />
    </>
  )
}

async function askedReviews({ tx, now, today, seen, who: { userId } }: Request): Promise<JSX.Element> {
  const reviews = await readAskedReviews({ tx, now, today }, { userId })
  seen(
    reviews.map(({ childId }) => childId),
    'On the page My day',
  )
  return <AskedReviews asked={reviews} />
}

/** Whether a whole working day can stand here: contacts to look at, and steps to take. */
const worksWithChildren = ({ roles }: Request['who']) =>
  reachOf('contacts.see', roles) !== undefined && may('case.move', roles, true)

/** Whether anything stands on a day. Whoever writes no notes may never have a case, and is not shown tables without a row. */
const hasAny = ({ day: { appointments, missed, covering }, sessions, cases }: WorkerDay) =>
  [appointments, missed, covering, sessions, cases].some(({ length }) => length > 0)

/** Whether somebody can be given a part in a case: by the same rule as saying when they work. */
const hasOwnCases = ({ roles }: Request['who']) =>
  reachOf('child.see', roles) !== undefined && reachOf('profile.own', roles) !== undefined

/** What is the person's own, and what seniors see to; every child that it names counts as seen. */
async function ownWork(request: Request): Promise<{ counts?: JSX.Element; work: JSX.Element[] }> {
  const { tx, who, today } = request
  if (!hasOwnCases(who)) return { work: [] }
  const allocates = reachOf('case.allocate', who.roles) !== undefined
  const day = await readWorkerDay(request, who.userId, { withNobodys: allocates })
  const seen = worksWithChildren(who) ? childrenOf(day) : day.cases.map(({ it }) => it.childId)
  const work: JSX.Element[] = []
  if (allocates) {
    const { nobodys } = day
    const left = await listLeftAppointments(tx)
    seen.push(...nobodys.slice(0, mostShown).map(({ it }) => it.childId))
    seen.push(...left.slice(0, mostShown).map(({ childId }) => childId))
    work.push(
      <CaseTable
        id="nobody"
        caption="Cases without a worker"
        cases={nobodys}
        empty="Every open case has a worker."
        says={it => whyNobody(it, today)}
      />,
      <LeftAppointments appointments={left} today={today} />,
    )
  }
  if (reachOf('figures.see', who.roles)) work.push(await MonthFigures(tx, today))
  // Whoever names workers and holds no case has none of the parts of a worker's day.
  const isWhole =
    worksWithChildren(who) && (hasAny(day) || (!allocates && reachOf('notes.write', who.roles) !== undefined))
  if (isWhole) work.push(<WorkerDayParts it={day} request={request} isOwn />)
  else if (!worksWithChildren(who)) work.push(<OwnCases cases={day.cases} />)
  request.seen(seen, 'On the page My day')
  if (!isWhole && !allocates) return { work }
  return { counts: <Counts it={day} today={today} withNobodys={allocates} />, work }
}

function whyNobody({ holderName, shutOut, startedAt }: CaseToDo, today: Temporal.PlainDate): string {
  const days = dayInUk(startedAt).until(today).days
  const open = `open for ${days === 1 ? '1 day' : `${days} days`}`
  return shutOut ? `${holderName} ${shutOutWords(shutOut)}; ${open}` : `Nobody has been named; ${open}`
}
