import { practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { parseId } from '../../kernel/ids.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeDay, writeTime } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import { forbidden, notFound, page, type Request, route } from '../../platform/http/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { appointmentPath, appointmentWords, placeWords } from '../appointments/index.ts'
import { listSessionsBeside, type SessionBeside, sessionPath } from '../groups/index.ts'
import { findProfile, listLeaveIn, workerPath } from '../workforce/index.ts'
import { listCoveredMeetings, listMeetings, type Meeting } from './feedQueries.ts'
import { feedsPath, weekPath } from './paths.ts'
import { type Together, together } from './together.ts'
import { readWeekDay, type Week, weekOf } from './week.ts'

const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(ukZone).toInstant()

/** Somebody's week: their own, and a worker's for those who lead the team. */
export const weekRoute = route({
  method: 'GET',
  path: weekPath,
  permission: 'contacts.see',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const { tx, who, query, today } = request
    const asked = query.get('worker')
    const workerId = asked === null ? who.userId : parseId(asked)
    if (!workerId) return notFound
    if (workerId !== who.userId && !reachOf('team.see', who.roles))
      return forbidden('Only those who lead the team see the week of somebody else.')
    const worker = await findProfile(tx, workerId)
    if (!worker) return notFound
    const week = weekOf(readWeekDay(query.get('day'), today))
    const [first, last] = [week[0] ?? today, week[6] ?? today]
    const between = { from: startOf(first), to: startOf(last.add({ days: 1 })) }
    const [own, covered, sessions, leave] = await Promise.all([
      listMeetings(tx, workerId, between),
      listCoveredMeetings(tx, workerId, between),
      listSessionsBeside(tx, workerId, between),
      listLeaveIn(tx, workerId, { from: first, until: last }),
    ])
    const meetings = [...own.map(it => ({ ...it, coveringFor: null })), ...covered]
    request.seen(
      meetings.map(({ childId }) => childId),
      'In the week of a worker',
    )
    const isOwn = workerId === who.userId
    const title = isOwn ? 'My week' : `Week of ${worker.name}`
    return page(
      title,
      <>
        <PageHeaderActions
          heading={title}
          actions={
            isOwn && reachOf('contacts.record', who.roles)
              ? [{ href: feedsPath.to(), text: 'In other calendars', isSecondary: true }]
              : []
          }
        />
        <Turn week={week} request={request} worker={isOwn ? undefined : workerId} />
        <div class="tl-week">
          {week.map(day => (
            <Day
              key={String(day)}
              day={day}
              today={today}
              entries={[...together(meetings), ...sessions]
                .filter(it => dayInUk(it.startsAt).equals(day))
                .toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))}
              isAway={leave.some(({ from, until }) => isWithin(day, from, until))}
            />
          ))}
        </div>
        {!isOwn && (
          <p class="govuk-body">
            <a class="govuk-link" href={workerPath.to({ userId: workerId })}>
              What is due with {worker.name}
            </a>
          </p>
        )}
      </>,
    )
  },
})

function isWithin(day: Temporal.PlainDate, from: Temporal.PlainDate, until: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate
  return compare(from, day) <= 0 && compare(day, until) <= 0
}

function Turn({
  week,
  request: { today },
  worker,
}: {
  week: Week
  request: Request
  worker: string | undefined
}) {
  const [first, last] = [week[0] ?? today, week[6] ?? today]
  const to = (day: Temporal.PlainDate) =>
    `${weekPath.to()}?${new URLSearchParams({ day: String(day), ...(worker ? { worker } : {}) })}`
  return (
    <nav class="tl-week-turn" aria-label="Weeks">
      <a class="govuk-link" href={to(first.subtract({ days: 7 }))} rel="prev">
        Week before
      </a>
      <strong>
        {writeDate(first)} to {writeDate(last)}
      </strong>
      <a class="govuk-link" href={to(last.add({ days: 1 }))} rel="next">
        Week after
      </a>
      {week.some(day => day.equals(today)) ? (
        // Where the days stand one below the other, today may be the last of them.
        <a class="govuk-link tl-week-turn__today" href={`#day-${today}`}>
          Today
        </a>
      ) : (
        <a class="govuk-link" href={to(today)}>
          This week
        </a>
      )}
    </nav>
  )
}

type DayGiven = {
  day: Temporal.PlainDate
  today: Temporal.PlainDate
  entries: readonly (Together | SessionBeside)[]
  isAway: boolean
}

function Day({ day, today, entries, isAway }: DayGiven) {
  const isToday = day.equals(today)
  const holiday = practiceInUse().calendars.bankHolidays.holidays.get(String(day))
  const [weekday, ...date] = writeDay(day).split(' ')
  return (
    <section
      class="tl-week__day"
      aria-labelledby={`day-${day}`}
      {...(isToday ? { 'aria-current': 'date' } : {})}
    >
      <h2 class="govuk-heading-s" id={`day-${day}`}>
        {weekday} <span class="tl-nowrap">{date.slice(0, 2).join(' ')}</span>
        {isToday && ', today'}
      </h2>
      {holiday && <p class="govuk-hint">{holiday}: bank holiday</p>}
      {isAway && (
        <p class="govuk-body">
          <Badge colour="purple">On leave</Badge>
        </p>
      )}
      {entries.length === 0 ? (
        <p class="govuk-hint">Nothing</p>
      ) : (
        <ol class="govuk-list">
          {entries.map(it => ('leadName' in it ? <BesideLine it={it} /> : <MeetingLine it={it} />))}
        </ol>
      )}
    </section>
  )
}

const timesOf = ({ startsAt, minutes }: Pick<Meeting, 'startsAt' | 'minutes'>) =>
  [startsAt, startsAt.add({ minutes })]
    .map(at => writeTime(at.toZonedDateTimeISO(ukZone).toPlainTime()))
    .join(' to ')

function MeetingLine({ it }: { it: Together }) {
  const { sessionId, groupId, children } = it
  const [place, said] = [placeWords(it), saidOf(it)]
  return (
    <li class={it.state === 'cancelled' ? 'tl-week__cancelled' : undefined}>
      <strong>{timesOf(it)}</strong>
      <br />
      {sessionId !== null && groupId !== null && children > 1 ? (
        <a class="govuk-link" href={sessionPath.to({ groupId, sessionId })}>
          {appointmentWords(it.kind)}: <bdi>{it.groupTitle}</bdi>, {children} children
        </a>
      ) : (
        <a class="govuk-link" href={appointmentPath.to(it)}>
          {appointmentWords(it.kind)}: <bdi>{[it.givenName, it.familyName].join(' ').trim()}</bdi>
        </a>
      )}
      <div class="govuk-hint tl-hint-below">
        {place !== '' && <bdi>{place}</bdi>}
        {place !== '' && said.length > 0 && '. '}
        {said.join('. ')}
      </div>
    </li>
  )
}

/** How it stands once that is known, and for whom it is covered. */
function saidOf(it: Together): string[] {
  const stands = it.state !== 'planned' && it.children === 1 ? (states[it.state] ?? it.state) : ''
  const covers = it.coveringFor === null ? '' : `Covering for ${it.coveringFor}`
  return [stands, covers].filter(words => words !== '')
}

/** A session of a group at which somebody else leads. */
function BesideLine({ it }: { it: SessionBeside }) {
  return (
    <li class={it.cancelledAt ? 'tl-week__cancelled' : undefined}>
      <strong>{timesOf(it)}</strong>
      <br />
      <a class="govuk-link" href={sessionPath.to(it)}>
        {appointmentWords('group')}: <bdi>{it.groupTitle}</bdi>
      </a>
      <div class="govuk-hint tl-hint-below">
        <bdi>{it.place}</bdi>, led by {it.leadName}
        {it.cancelledAt && '. Called off'}
      </div>
    </li>
  )
}

const states: Readonly<Record<string, string>> = { kept: 'Kept', missed: 'Missed', cancelled: 'Cancelled' }
