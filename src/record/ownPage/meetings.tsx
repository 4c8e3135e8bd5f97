import type { Visit } from '../../platform/http/index.ts'
import { easyMoment, planLanguage } from '../easyRead/index.ts'
import type { OwnMeeting } from './content.ts'
import { meetingWords, travelWords } from './meetingWords.ts'
import type { FoundPage } from './ownPageQueries.ts'
import { cannotComePath, ownCalendarPath } from './paths.ts'
import { type Unsaid, Writing } from './writing.tsx'

type MeetingsGiven = {
  visit: Visit
  it: FoundPage
  meetings: readonly OwnMeeting[]
  unsaid: Unsaid | undefined
}

/** The meetings that are planned, the next first, each with a way to say that they cannot come. */
export function Meetings({ visit, it, meetings, unsaid }: MeetingsGiven) {
  const token = visit.params.token ?? ''
  if (meetings.length === 0) return <p>No meeting is planned. New ones will be here.</p>
  const [next, ...later] = meetings
  return (
    <>
      {next && <Meeting {...{ visit, it, meeting: next, unsaid }} />}
      {later.length > 0 && (
        <details open={unsaid?.at.startsWith('meeting-')}>
          <summary>More meetings ({later.length})</summary>
          {later.map(meeting => (
            <Meeting key={meeting.appointmentId} {...{ visit, it, meeting, unsaid }} />
          ))}
        </details>
      )}
      <p>
        <a class="tl-own-button" href={ownCalendarPath.to({ token })}>
          Put the meetings in my calendar
        </a>
      </p>
    </>
  )
}

type MeetingGiven = { visit: Visit; it: FoundPage; meeting: OwnMeeting; unsaid: Unsaid | undefined }

function Meeting({ visit, it, meeting, unsaid }: MeetingGiven) {
  const { appointmentId, where, address } = meeting
  const at = `meeting-${appointmentId}`
  const travel = it.whose === 'child' ? travelWords(meeting) : undefined
  return (
    <article id={at}>
      <h3>{easyMoment(meeting.startsAt, planLanguage)}</h3>
      <p>
        {meetingWords(meeting, it.whose)} With <bdi>{meeting.withName}</bdi>. It takes {meeting.minutes}{' '}
        minutes.
      </p>
      {where && (
        <p>
          Where: <bdi>{where}</bdi>
        </p>
      )}
      {address && (
        <p>
          <a
            class="tl-own-button"
            href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`}
            rel="noreferrer"
          >
            Show me on a map
          </a>
        </p>
      )}
      {travel && <p>{travel}</p>}
      {meeting.told.map(({ messageId, words, heardAt }) => (
        <p key={messageId}>
          You told us: <bdi class="tl-keep-lines">“{words}”</bdi>{' '}
          {heardAt ? 'Somebody has read it.' : 'Nobody has read it yet. Is it soon? Then ring.'}
        </p>
      ))}
      <details open={unsaid?.at === at}>
        <summary>I can’t come</summary>
        <Writing
          visit={visit}
          action={cannotComePath.to({ token: visit.params.token ?? '', appointmentId })}
          id={at}
          label="I can’t come because"
          hint="Somebody here reads it, and talks to you about a new time."
          unsaid={unsaid}
        />
      </details>
    </article>
  )
}
