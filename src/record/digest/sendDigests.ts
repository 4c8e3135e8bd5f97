import { practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { may, reachOf } from '../../platform/access/index.ts'
import { inTransaction, listServices, type Work } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/http/index.ts'
import { type Job, JobFault, keepSafe } from '../../platform/jobs/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { entriesOf, readWorkerDay, standsAt, type WorkerDay } from '../day/index.ts'
import { digestWords, isDayFor, isMorning, type Waiting } from './digest.ts'
import { forgetTold, listReaders, markTold, type Reader } from './digestQueries.ts'
import { digestPath } from './paths.ts'

/**
 * Tells everybody in the morning what waits for them. Done twice, it tells nobody twice. Whoever cannot be told does not
 * keep the others from it: the job goes on, and says at the end that it could not be done for all.
 */
export const sendDigests = (parts: readonly DigestPart[]): Job => ({
  name: 'send-digests',
  title: 'Tell people by email what is due',
  every: '10 * * * *',
  async run(_data, platform) {
    const now = platform.now()
    const holidays = practiceInUse().calendars.bankHolidays
    if (!isMorning(now, holidays)) return
    const today = dayInUk(now)
    const faults: JobFault[] = []
    const noting = (fault: unknown) => void faults.push(keepSafe(fault))
    for (const serviceId of await listServices(platform.db)) {
      const readers = await listWhomToTell(platform, serviceId, today).catch(noting)
      for (const reader of readers ?? [])
        if (isDayFor(reader.days, today, holidays, reader.awayOn))
          await tell(platform, serviceId, reader, today, parts).catch(noting)
    }
    const [first] = faults
    const many = faults.length === 1 ? '1 fault' : `${faults.length} faults`
    if (first) throw new JobFault(`Not everybody could be told what is due: ${many}, first: ${first.message}`)
  },
})

/** What another slice says waits for somebody: lines of counts that name nobody, asked in a transaction of the reader’s own. */
export type DigestPart = (
  tx: Work,
  reader: Pick<Reader, 'userId' | 'roles'>,
  today: Temporal.PlainDate,
) => Promise<readonly string[]>

function listWhomToTell({ db }: Platform, serviceId: string, today: Temporal.PlainDate): Promise<Reader[]> {
  return inTransaction(db, { serviceId, today, purpose: 'Told people what is due' }, async tx => {
    await forgetTold(tx, today)
    return listReaders(tx, today)
  })
}

const works = ({ roles }: Reader) =>
  may('case.move', roles, true) && reachOf('contacts.see', roles) !== undefined

/** In a transaction of the reader's own, so that nothing is counted that they may not know of. */
async function tell(
  platform: Platform,
  serviceId: string,
  reader: Reader,
  today: Temporal.PlainDate,
  parts: readonly DigestPart[],
): Promise<void> {
  const { userId, roles } = reader
  const context = { serviceId, userId, today, purpose: 'Was told by email what is due' }
  await inTransaction(platform.db, context, async tx => {
    if (!(await markTold(tx, serviceId, userId, today))) return
    const withNobodys = reachOf('case.allocate', roles) !== undefined
    const at = { tx, now: platform.now(), today }
    const waiting = works(reader)
      ? waitingOn(await readWorkerDay(at, userId, { withNobodys }), today, withNobodys)
      : undefined
    const more = (await Promise.all(parts.map(part => part(tx, reader, today)))).flat()
    const { publicUrl } = platform.config
    const addresses = { dayAddress: `${publicUrl}/`, settingsAddress: `${publicUrl}${digestPath.to()}` }
    const words = digestWords({ name: reader.name, today, ...addresses }, waiting, more)
    if (words) await queueMessage(platform, tx, { serviceId, to: reader.email, ...words })
  })
}

function waitingOn(
  { day, sessions, due, fresh, nobodys }: WorkerDay,
  today: Temporal.PlainDate,
  withNobodys: boolean,
): Waiting {
  const at = (standing: ReturnType<typeof standsAt>) =>
    due.filter(({ line }) => standsAt(line, today) === standing).length
  const isToday = (at: Temporal.Instant) => dayInUk(at).equals(today)
  const starts = entriesOf(day.appointments).map(({ first }) => first.startsAt)
  return {
    overdue: at('overdue'),
    dueToday: at('today'),
    appointments: [...starts.filter(isToday), ...sessions.map(({ startsAt }) => startsAt)].toSorted(
      Temporal.Instant.compare,
    ),
    unrecorded: starts.filter(start => !isToday(start)).length,
    missed: day.missed.length,
    fresh: fresh.length,
    withoutWorker: withNobodys ? nobodys.length : 0,
  }
}
