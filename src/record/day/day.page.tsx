import type { JSX } from 'preact'
import { writeDay } from '../../kernel/writtenDates.ts'
import { may, reachOf } from '../../platform/access/index.ts'
import { page, path, type Request, route } from '../../platform/http/index.ts'
import { Fold } from '../../ui/layout/Fold.tsx'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { countWaiting } from '../arrivals/index.ts'
import { weekPath } from '../calendar/index.ts'
import { countBrokenGlass, listArrivalsForNamed, listLeftToNobody } from '../children/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { countFollowUpsToLookAt } from '../followUp/index.ts'
import { Appointments, LeftAppointments, SessionsBeside } from './appointments.tsx'
import { CaseTable } from './cases.tsx'
import type { CaseToDo } from './caseToDo.ts'
import { listLeftAppointments, mostShown } from './dayQueries.ts'
import { shutOutWords } from './shutOutWords.ts'
import { Arrivals, BrokenGlass, FollowUpsFound, LeftToNobody } from './waiting.tsx'
import { Counts, childrenOf, readWorkerDay, WorkerDayParts } from './workerDay.tsx'

/** The start page: what a person has to do today, and what waits for people like them. */
export const dayRoute = route({
  method: 'GET',
  path: path('/'),
  permission: 'account.own',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const { who, today } = request
    const [{ counts, work }, waits] = await Promise.all([ownWork(request), waiting(request)])
    const parts = [...waits, ...work]
    return page(
      'My day',
      <>
        <PageHeaderActions
          heading={writeDay(today)}
          actions={
            reachOf('contacts.see', who.roles)
              ? [{ href: weekPath.to(), text: 'My week', isSecondary: true }]
              : []
          }
        />
        {counts}
        {parts.length > 0 ? parts : <NothingYet who={who} />}
      </>,
    )
  },
})

/** What waits for anybody in these roles. */
async function waiting({ tx, now, who: { roles } }: Request): Promise<JSX.Element[]> {
  const parts: JSX.Element[] = []
  if (reachOf('arrivals.work', roles))
    parts.push(<Arrivals {...(await countWaiting(tx, await practiceFor(tx), now))} />)
  if (reachOf('followUp.judge', roles))
    parts.push(<FollowUpsFound waiting={await countFollowUpsToLookAt(tx)} />)
  if (reachOf('glass.review', roles)) parts.push(<BrokenGlass waiting={await countBrokenGlass(tx)} />)
  if (reachOf('child.restrict', roles))
    parts.push(
      <LeftToNobody
        waiting={(await listLeftToNobody(tx)).length}
        arrivals={(await listArrivalsForNamed(tx)).length}
      />,
    )
  return parts
}

/** What is the person's own, and what seniors see to; every child that it names counts as seen. */
async function ownWork(request: Request): Promise<{ counts?: JSX.Element; work: JSX.Element[] }> {
  const { tx, who, today } = request
  if (!reachOf('contacts.see', who.roles)) return { work: [] }
  const allocates = reachOf('case.allocate', who.roles) !== undefined
  const day = await readWorkerDay(request, who.userId, { withNobodys: allocates })
  const seen = childrenOf(day)
  const work: JSX.Element[] = []
  const works = may('case.move', who.roles, true)
  if (works) work.push(<WorkerDayParts it={day} request={request} isOwn />)
  else
    work.push(
      <Appointments appointments={day.day.appointments} request={request} isOwn />,
      <SessionsBeside sessions={day.sessions} />,
    )
  if (allocates) {
    const { nobodys } = day
    const left = await listLeftAppointments(tx)
    seen.push(...nobodys.slice(0, mostShown).map(({ it }) => it.childId))
    seen.push(...left.slice(0, mostShown).map(({ childId }) => childId))
    work.push(
      <Fold summary={`Cases without a worker (${nobodys.length})`}>
        <CaseTable
          id="nobody"
          caption="Cases without a worker"
          cases={nobodys}
          empty="Every open case has a worker."
          says={whyNobody}
        />
      </Fold>,
      <LeftAppointments appointments={left} today={today} />,
    )
  }
  request.seen(seen, 'On the page My day')
  return works ? { counts: <Counts it={day} today={today} />, work } : { work }
}

function whyNobody({ holderName, shutOut }: CaseToDo): string {
  return shutOut ? `${holderName} ${shutOutWords(shutOut)}` : 'Nobody has been named'
}

/** For roles whose pages are still to be built: says what will be here. */
function NothingYet({ who }: Pick<Request, 'who'>) {
  return (
    <EmptyState title={`Good day, ${who.name}`}>
      Board papers, volunteers and work with victims are still to be built, and will stand here. What you can
      open now stands in the row above; your password and your second step are under your name.
    </EmptyState>
  )
}
