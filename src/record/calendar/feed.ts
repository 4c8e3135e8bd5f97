import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { initials } from '../../kernel/names.ts'
import { may } from '../../platform/access/index.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { type Answer, notFound, route, type Visit } from '../../platform/http/index.ts'
import { hashToken } from '../../platform/identity/index.ts'
import { appointmentPath, appointmentWords } from '../appointments/index.ts'
import { listSessionsBeside, type SessionBeside, sessionPath } from '../groups/index.ts'
import { findReader, listCoveredMeetings, listMeetings, markAsked, recordNamed } from './feedQueries.ts'
import { feedPath } from './paths.ts'
import { asEvents, type Together } from './together.ts'

/** How far back and ahead a calendar outside reaches, in days. */
const reach = { back: 30, ahead: 365 }

/**
 * A person's appointments, and those that they cover today, for a calendar program. It leaves the service, so it says as little as helps: the kind of
 * appointment, when, and a link that needs a sign-in; the child's initials only where the person has chosen so, and never a
 * place, which may be a home. Who was named is written down once a day.
 */
export const feedRoute = route({
  method: 'GET',
  path: feedPath,
  permission: 'anyone',
  perMinute: 30,
  audit: { kind: 'none', why: 'writes down by itself, once a day, who was named' },
  async handle(visit): Promise<Answer> {
    const { platform, params, now, today } = visit
    const token = (params.token ?? '').replace(/\.ics$/, '')
    const reader = await findReader(platform.db, hashToken(token))
    // A part in the case lasts or ends with the case: what is asked here is whether the role records contacts at all.
    if (!reader || !may('contacts.record', reader.roles, true)) return notFound
    const context = {
      serviceId: reader.serviceId,
      userId: reader.userId,
      today,
      purpose: 'Read a calendar outside',
    }
    const { meetings, sessions } = await inTransaction(platform.db, context, async tx => {
      const between = {
        from: now.subtract({ hours: reach.back * 24 }),
        to: now.add({ hours: reach.ahead * 24 }),
      }
      const own = await listMeetings(tx, reader.userId, between)
      const covered = await listCoveredMeetings(tx, reader.userId, between)
      const found = asEvents([...own.map(it => ({ ...it, coveringFor: null })), ...covered])
      const beside = await listSessionsBeside(tx, reader.userId, between)
      if (!reader.askedOn?.equals(today)) {
        await markAsked(tx, reader.feedId, today)
        if (reader.withInitials)
          await recordNamed(
            tx,
            found.filter(({ sessionId }) => sessionId === null).map(({ childId }) => childId),
          )
      }
      // Somebody who covers for whoever leads a session at which they are too has it once.
      const led = new Set(found.map(({ sessionId }) => sessionId))
      return { meetings: found, sessions: beside.filter(({ sessionId }) => !led.has(sessionId)) }
    })
    const entries = [
      ...meetings.map(it => meetingEntry(it, reader.withInitials)),
      ...sessions.map(sessionEntry),
    ]
    const bytes = write(entries, visit)
    return { kind: 'file', name: 'appointments.ics', type: 'text/calendar; charset=utf-8', bytes }
  },
})

/** What a calendar outside is told of an appointment, or of a session at which somebody is there beside its lead. */
type Entry = {
  id: string
  version: number
  startsAt: Temporal.Instant
  minutes: number
  words: string
  address: string
  isCancelled: boolean
}

/** A session of a group is one event that names no child, as My week has one line for it. */
function meetingEntry(it: Together, withInitials: boolean): Entry {
  const { sessionId, groupId, sessionVersion } = it
  const isSession = sessionId !== null && groupId !== null && sessionVersion !== null
  const what = appointmentWords(it.kind)
  const words = withInitials && !isSession ? `${what}: ${initials(it.givenName, it.familyName)}` : what
  return {
    ...it,
    id: isSession ? sessionId : it.appointmentId,
    version: isSession ? sessionVersion : it.version,
    words: it.coveringFor === null ? words : `${words} (covering)`,
    address: isSession ? sessionPath.to({ groupId, sessionId }) : appointmentPath.to(it),
    isCancelled: it.state === 'cancelled',
  }
}

/** The name of a group can say what its children have done: it is not told. */
const sessionEntry = (it: SessionBeside): Entry => ({
  ...it,
  id: it.sessionId,
  words: appointmentWords('group'),
  address: sessionPath.to(it),
  isCancelled: it.cancelledAt !== null,
})

function write(entries: readonly Entry[], { platform, now }: Visit): string {
  const calendar = ical({
    name: 'Throughline',
    prodId: { company: 'Throughline', product: 'appointments', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
  })
  for (const it of entries) {
    const event = calendar.createEvent({
      id: `${it.id}@throughline`,
      sequence: it.version,
      stamp: moment(now),
      start: moment(it.startsAt),
      end: moment(it.startsAt.add({ minutes: it.minutes })),
      summary: it.words,
      url: `${platform.config.publicUrl}${it.address}`,
    })
    event.status(it.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED)
  }
  return calendar.toString()
}

/** The library takes moments as text too, and writes them in UTC. */
const moment = (at: Temporal.Instant): string => at.toString()
