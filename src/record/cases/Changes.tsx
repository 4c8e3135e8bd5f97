import type { ComponentChildren } from 'preact'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { appointmentPath, appointmentWords } from '../appointments/index.ts'
import { alertWords, codeWords, notePath } from '../children/index.ts'
import { noteWords } from '../notes/index.ts'
import { ClockStanding } from './ClockTable.tsx'
import type { ContactSince } from './changesQueries.ts'
import type { Changes } from './readChanges.ts'

const dayWords = (at: Temporal.Instant) => writeDate(dayInUk(at))

/** How many lines of a kind stand there before it is said how many more there are. */
const mostLines = 12

/** What has changed since the last review or the start, by kind; kinds of which there is nothing say so in a word. */
export function ChangesSince({ it, today }: { it: Changes; today: Temporal.PlainDate }) {
  return (
    <SummaryList
      rows={[
        { key: 'Contacts', value: it.contacts ? <Contacts it={it.contacts} childId={it.childId} /> : closed },
        { key: 'Notes', value: it.notes ? <Notes it={it} /> : closed },
        {
          key: 'Alerts',
          value: (
            <Lines
              all={it.alerts}
              none="None raised or ended"
              keyOf={({ alertId }) => alertId}
              line={({ kind, text, raisedAt, endedAt }) => (
                <>
                  {endedAt ? `Ended ${dayWords(endedAt)}` : `Raised ${dayWords(raisedAt)}`}:{' '}
                  {alertWords(kind).label}, <bdi>{text}</bdi>
                </>
              )}
            />
          ),
        },
        {
          key: 'Address, school, people',
          value: (
            <Lines
              all={it.facts.filter(({ changes }) => changes.length > 0)}
              none="No change recorded"
              keyOf={({ id }) => String(id)}
              line={({ at, what, changes }) => (
                <>
                  {dayWords(at)}, {what}:{' '}
                  {changes.map(({ field, before, after }, index) => (
                    <span key={field}>
                      {index > 0 && '; '}
                      {field} {before !== '' && <del>{before}</del>}{' '}
                      <bdi>{after === '' ? 'taken out' : after}</bdi>
                    </span>
                  ))}
                </>
              )}
            />
          ),
        },
        {
          key: 'Holder',
          value: (
            <Lines
              all={it.holders}
              none="The same"
              keyOf={({ from }) => from.toString()}
              line={({ name, from }) => `${name}, since ${dayWords(from)}`}
            />
          ),
        },
        {
          key: 'Offences',
          value: (
            <Lines
              all={it.offences}
              none="None recorded"
              keyOf={({ offenceId }) => offenceId}
              line={({ description, committedOn, outcome, outcomeOn }) => (
                <>
                  {committedOn ? writeDate(committedOn) : 'Day not known'}: <bdi>{description}</bdi>
                  {outcome !== '' &&
                    `, ${codeWords('police-outcomes', outcome, outcomeOn ?? committedOn ?? today)}`}
                </>
              )}
            />
          ),
        },
        {
          key: 'Steps',
          value: (
            <Lines
              all={it.steps}
              none="None"
              keyOf={({ milestoneId }) => milestoneId}
              line={({ at, done, pathway }) =>
                `${dayWords(at)}: ${done}${pathway === it.pathway ? '' : ` (${findPathway(practiceInUse(), pathway)?.title ?? pathway})`}`
              }
            />
          ),
        },
        {
          key: 'Late',
          value: (
            <Lines
              all={it.late}
              none="Nothing"
              keyOf={({ clock, state }) => `${clock.id}-${JSON.stringify(state)}`}
              line={({ clock, state }) => (
                <>
                  {clock.title}: <ClockStanding state={state} />
                </>
              )}
            />
          ),
        },
      ]}
    />
  )
}

const closed = 'Not open to your role'

type LinesGiven<T> = {
  all: readonly T[]
  none: string
  keyOf(it: T): string
  line(it: T): ComponentChildren
}

function Lines<T>({ all, none, keyOf, line }: LinesGiven<T>) {
  if (all.length === 0) return <>{none}</>
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {all.slice(0, mostLines).map(it => (
        <li key={keyOf(it)}>{line(it)}</li>
      ))}
      {all.length > mostLines && <li>And {all.length - mostLines} more.</li>}
    </ul>
  )
}

/** How many contacts there were of each sort, in words. */
export function contactWords(contacts: readonly ContactSince[]): string {
  const count = (is: (it: ContactSince) => boolean) => contacts.filter(is).length
  const kept = count(({ state }) => state === 'kept')
  const missed = count(({ state }) => state === 'missed')
  const acceptable = count(({ state, isAcceptable }) => state === 'missed' && isAcceptable === true)
  const notKnown = count(({ state, isAcceptable }) => state === 'missed' && isAcceptable === null)
  const cancelled = count(({ state }) => state === 'cancelled')
  const tried = count(({ state }) => state === 'tried')
  const open = count(({ state }) => state === 'planned')
  const said = [
    ...(acceptable > 0 ? [`${acceptable} for an acceptable reason`] : []),
    ...(notKnown > 0 ? [`${notKnown} not known yet if acceptable`] : []),
  ]
  return [
    `${kept} kept`,
    `${missed} missed${said.length > 0 ? ` (${said.join(', ')})` : ''}`,
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
    ...(tried > 0 ? [`${tried} tried without reaching anybody`] : []),
    ...(open > 0 ? [`${open} not recorded yet`] : []),
  ].join(', ')
}

function Contacts({ it, childId }: { it: readonly ContactSince[]; childId: string }) {
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">{contactWords(it)}</p>
      {it.some(({ state }) => state === 'missed') && (
        <Lines
          all={it.filter(({ state }) => state === 'missed')}
          none=""
          keyOf={({ appointmentId }) => appointmentId}
          line={({ appointmentId, kind, startsAt, reason, isAcceptable, isFollowedUp }) => (
            <>
              <a class="govuk-link" href={appointmentPath.to({ childId, appointmentId })}>
                Missed {dayWords(startsAt)}
              </a>
              , {appointmentWords(kind)}: <bdi>{reason}</bdi>
              {!isAcceptable && !isFollowedUp && ' (not followed up)'}
            </>
          )}
        />
      )}
    </>
  )
}

function Notes({ it: { notes = [], childId } }: { it: Changes }) {
  return (
    <Lines
      all={notes}
      none="None written"
      keyOf={({ noteId }) => noteId}
      line={({ noteId, kind, happenedAt, beginning }) => (
        <>
          <a class="govuk-link" href={notePath.to({ childId, noteId })}>
            {dayWords(happenedAt)}, {noteWords(kind)}
          </a>
          : <bdi>{beginning.length === 200 ? `${beginning}…` : beginning}</bdi>
        </>
      )}
    />
  )
}
