import type { JSX } from 'preact'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { Fold } from '../../ui/layout/Fold.tsx'
import { type StatusKind, StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { deadlinesPath, practiceFor } from '../deadlines/index.ts'
import { listSessionsBeside, type SessionBeside } from '../groups/index.ts'
import { loadPath, loadWords } from '../workforce/index.ts'
import { Appointments, Missed, SessionsBeside } from './appointments.tsx'
import { CaseTable, DueLater, DueNow, DueOfOthers, NewTable } from './cases.tsx'
import {
  type CaseLine,
  type CaseToDo,
  type DueLine,
  dueSoon,
  isNew,
  owedBy,
  pressing,
  standsAt,
} from './caseToDo.ts'
import { type Day, listCasesToDo, readDay } from './dayQueries.ts'
import { entriesOf } from './entries.ts'

/** All that stands on somebody's day, worked out. */
export type WorkerDay = {
  day: Day
  /** Sessions of groups today at which they are there beside whoever leads them. */
  sessions: readonly SessionBeside[]
  /** Their own cases and those that they cover, the most pressing first. */
  cases: readonly CaseLine[]
  /** Cases that nobody holds who could work in them, where that was asked. */
  nobodys: readonly CaseLine[]
  /** What is theirs to do, as holder, as cover or after an appointment that was missed: counted with nobody else. */
  due: readonly DueLine[]
  /** What is due in their cases and theirs neither to do nor to answer for. */
  dueOfOthers: readonly DueLine[]
  fresh: readonly CaseToDo[]
}

/**
 * Reads the day of a worker, in three questions.
 * @param withNobodys whether cases without a worker are asked for as well
 */
export async function readWorkerDay(
  { tx, now, today }: Pick<Request, 'tx' | 'now' | 'today'>,
  userId: string,
  { withNobodys = false }: { withNobodys?: boolean } = {},
): Promise<WorkerDay> {
  const midnight = today.toZonedDateTime(ukZone).toInstant()
  const tomorrow = today.add({ days: 1 }).toZonedDateTime(ukZone).toInstant()
  // Asked together: none waits for another's answer.
  const [day, beside, found, practice] = await Promise.all([
    readDay(tx, userId, tomorrow),
    listSessionsBeside(tx, userId, { from: midnight, to: tomorrow }),
    listCasesToDo(tx, userId, { withNobodys }),
    practiceFor(tx),
  ])
  const all = pressing(found, practice, now)
  const cases = all.filter(({ it }) => it.isMine || it.coveringFor !== null)
  const due = dueSoon(cases, today)
  const isOwed = ({ it, line }: DueLine) => owedBy(line, it) === userId
  return {
    day,
    sessions: beside.filter(({ cancelledAt }) => cancelledAt === null),
    cases,
    nobodys: all.filter(({ it }) => it.holderName === null || it.shutOut !== null),
    due: due.filter(isOwed),
    dueOfOthers: due.filter(each => !isOwed(each)),
    fresh: cases.filter(({ it }) => isNew(it, now)).map(({ it }) => it),
  }
}

/** The children whom a day names. */
export function childrenOf({ day, cases }: WorkerDay): string[] {
  return [...day.appointments, ...day.missed, ...cases.map(({ it }) => it)].map(({ childId }) => childId)
}

type Count = { href: string; kind: StatusKind; word: string; count: number }

type CountsGiven = { it: WorkerDay; today: Temporal.PlainDate; withNobodys?: boolean }

/** Across the top: how many of each there are, each leading to where they stand. */
export function Counts({ it, today, withNobodys = false }: CountsGiven) {
  const at = (standing: string) => it.due.filter(({ line }) => standsAt(line, today) === standing).length
  const isToday = ({ startsAt }: { startsAt: Temporal.Instant }) => dayInUk(startsAt).equals(today)
  const meetings = entriesOf(it.day.appointments.filter(isToday)).length
  const isLate = ({ waiting: [line] }: CaseLine) => line !== undefined && standsAt(line, today) === 'overdue'
  const isNobodysLate = withNobodys && it.nobodys.some(isLate)
  const counts: Count[] = [
    // What a senior sees to before anything of their own: nobody else does.
    ...(withNobodys
      ? [
          {
            href: '#nobody',
            kind: isNobodysLate ? ('overdue' as const) : ('waiting' as const),
            word: 'Without a worker',
            count: it.nobodys.length,
          },
        ]
      : []),
    { href: '#due', kind: 'overdue', word: 'Overdue', count: at('overdue') },
    {
      href: meetings > 0 ? '#appointments' : it.sessions.length > 0 ? '#sessions' : '#due',
      kind: 'today',
      word: 'Today',
      count: at('today') + meetings + it.sessions.length,
    },
    { href: '#new', kind: 'waiting', word: 'New', count: it.fresh.length },
    { href: '#missed', kind: 'overdue', word: 'Missed, not followed up', count: it.day.missed.length },
  ]
  return (
    <ul class="tl-counts">
      {counts
        // That nothing is overdue is not said above what nobody has been named for, and is.
        .filter(({ count, word }) => count > 0 || word === 'Today' || (word === 'Overdue' && !isNobodysLate))
        .map(({ href, kind, word, count }) => (
          <li key={word}>
            {count === 0 ? (
              <StatusTag kind="on-course" word={word} detail={count} />
            ) : (
              <a class="govuk-link" href={href}>
                <StatusTag kind={kind} word={word} detail={count} />
              </a>
            )}
          </li>
        ))}
    </ul>
  )
}

type Given = {
  it: WorkerDay
  request: Pick<Request, 'now' | 'today' | 'who'>
  /** Whether the reader's own day is shown; a senior reads that of others, and has nothing to tick off there. */
  isOwn: boolean
}

/** What stands on a day: first what is now; on a phone what can wait folds under a line. */
export function WorkerDayParts({ it, request, isOwn }: Given): JSX.Element {
  const { day, sessions, cases, due, dueOfOthers, fresh } = it
  const { roles } = request.who
  const isNow = ({ line }: DueLine) => ['overdue', 'today'].includes(standsAt(line, request.today))
  const [now, later] = [due.filter(isNow), due.filter(each => !isNow(each))]
  const caption = isOwn ? 'My cases' : 'Cases'
  return (
    <>
      <Appointments appointments={day.appointments} request={request} isOwn={isOwn} />
      <SessionsBeside sessions={sessions} />
      <Covering day={day} isOwn={isOwn} />
      <DueNow lines={now} hasLater={later.length > 0} />
      <NewTable cases={fresh} isOwn={isOwn} />
      <Missed missed={day.missed} today={request.today} />
      <DueLater lines={later} />
      <DueOfOthers lines={dueOfOthers} />
      <Fold summary={`${caption} (${cases.length})`}>
        <CaseTable
          id="mine"
          caption={caption}
          cases={cases}
          empty="Cases stand here once a senior has named the worker, or added somebody to them."
          adds={
            isOwn
              ? { contact: may('contacts.record', roles, true), note: may('notes.write', roles, true) }
              : {}
          }
        />
      </Fold>
      {isOwn && <MyLoad day={day} />}
      <p class="govuk-body tl-no-print">
        <a class="govuk-link" href={deadlinesPath.to()}>
          All deadlines and their rules
        </a>
      </p>
    </>
  )
}

function MyLoad({ day: { load } }: { day: Day }) {
  const words = loadWords(load)
  if (words === '') return null
  return (
    <p class="govuk-body">
      My children: {load.children}.{' '}
      <a class="govuk-link" href={loadPath.to()}>
        Load {words}
      </a>
      {practiceInUse().workloads.some(({ unverified }) => unverified) &&
        ', by the service’s own points (unverified)'}
    </p>
  )
}

/** The same words whatever cannot be opened: that something is left out would tell of it. */
function Covering({ day: { covering }, isOwn }: { day: Day; isOwn: boolean }) {
  if (covering.length === 0) return null
  const whom = covering.map(({ name, until }) => `${name} until ${writeDate(until)}`).join(', ')
  return (
    <p class="govuk-body">
      {isOwn ? 'You cover' : 'Covers'} for {whom}.{' '}
      {isOwn && 'Only records that are open to you stand here; a senior sees to any others.'}
    </p>
  )
}
