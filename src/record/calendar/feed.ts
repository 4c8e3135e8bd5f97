import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { initials } from '../../kernel/names.ts'
import { may } from '../../platform/access/index.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { type Answer, notFound, route, type Visit } from '../../platform/http/index.ts'
import { hashToken } from '../../platform/identity/index.ts'
import { appointmentPath, appointmentWords } from '../appointments/index.ts'
import { findReader, listMeetings, type Meeting, markAsked, recordNamed } from './feedQueries.ts'
import { feedPath } from './paths.ts'

/** How far back and ahead a calendar outside reaches, in days. */
const reach = { back: 30, ahead: 365 }

/**
 * A person's appointments for a calendar program. It leaves the service, so it says as little as helps: the kind of
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
    const meetings = await inTransaction(platform.db, context, async tx => {
      const found = await listMeetings(tx, reader.userId, {
        from: now.subtract({ hours: reach.back * 24 }),
        to: now.add({ hours: reach.ahead * 24 }),
      })
      if (!reader.askedOn?.equals(today)) {
        await markAsked(tx, reader.feedId, today)
        if (reader.withInitials)
          await recordNamed(
            tx,
            found.map(({ childId }) => childId),
          )
      }
      return found
    })
    const bytes = write(meetings, reader.withInitials, visit)
    return { kind: 'file', name: 'appointments.ics', type: 'text/calendar; charset=utf-8', bytes }
  },
})

function write(meetings: readonly Meeting[], withInitials: boolean, { platform, now }: Visit): string {
  const calendar = ical({
    name: 'Throughline',
    prodId: { company: 'Throughline', product: 'appointments', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
  })
  for (const it of meetings) {
    const words = appointmentWords(it.kind)
    const event = calendar.createEvent({
      id: `${it.appointmentId}@throughline`,
      sequence: it.version,
      stamp: moment(now),
      start: moment(it.startsAt),
      end: moment(it.startsAt.add({ minutes: it.minutes })),
      summary: withInitials ? `${words}: ${initials(it.givenName, it.familyName)}` : words,
      url: `${platform.config.publicUrl}${appointmentPath.to(it)}`,
    })
    event.status(it.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED)
  }
  return calendar.toString()
}

/** The library takes moments as text too, and writes them in UTC. */
const moment = (at: Temporal.Instant): string => at.toString()
