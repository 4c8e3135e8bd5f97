import type { FeedbackForm } from '../../engine/feedback/index.ts'
import { formFrom } from '../../engine/feedback/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Appointment, listPlanned } from '../appointments/index.ts'
import { isLanguage, listPictures, listWords, planLanguage, wordingOf } from '../easyRead/index.ts'
import { findPlace } from '../places/index.ts'
import { currentPlans, type Plan } from '../plans/index.ts'
import { listBosses, listCalled, listOwnPeople, type OwnPerson } from './cardQueries.ts'
import { listMessages, type OwnMessage } from './messageQueries.ts'
import { type FoundPage, listPagesOfReader } from './ownPageQueries.ts'

/**
 * An appointment as its page shows it. Only a place of the service’s own stands there: any other words may say where a child
 * lives or goes to school, which a parent who does not live with the child must not learn here.
 */
export type OwnMeeting = Appointment & {
  where: string | undefined
  address: string | undefined
  told: readonly OwnMessage[]
}

/** What a page shows: only what was shared is read at all. */
export type Content = {
  plan:
    | { plan: Plan; pictures: ReadonlyMap<string, string>; wording: ReturnType<typeof wordingOf> }
    | undefined
  meetings: readonly OwnMeeting[]
  people: readonly OwnPerson[]
  /** To whom somebody can complain about a worker. */
  bosses: Awaited<ReturnType<typeof listBosses>>
  /** The pages of whoever has this one: what was said on others is not theirs to read. */
  pages: ReadonlySet<string>
  /** What whoever has the page said of late, the latest first. */
  said: readonly OwnMessage[]
  /** Where help is to be had, and how to complain. */
  words: Pick<FeedbackForm, 'help' | 'complain'>
}

/** So many of the words that somebody sent stand on their page. */
const mostSaid = 3

/** Reads what a page shows. */
export async function readContent(tx: Work, it: FoundPage, now: Temporal.Instant): Promise<Content> {
  const [plan, meetings, people, bosses, messages, pages] = await Promise.all([
    it.shares.includes('plan') ? readPlan(tx, it) : undefined,
    it.shares.includes('meetings') ? readMeetings(tx, it, now) : [],
    it.shares.includes('people') ? listOwnPeople(tx, it.childId) : [],
    listBosses(tx),
    listMessages(tx, it.childId),
    listPagesOfReader(tx, it),
  ])
  const said = messages.filter(
    ({ ownPageId, appointmentId }) => pages.has(ownPageId) && appointmentId === null,
  )
  const words = formFrom(practiceInUse().feedback, it.whose) ?? {}
  return { plan, meetings, people, bosses, words, pages, said: said.slice(0, mostSaid) }
}

async function readPlan(tx: Work, { childId, language }: FoundPage): Promise<Content['plan']> {
  const { inForce: plan } = await currentPlans(tx, childId)
  if (!plan) return undefined
  const tag = isLanguage(language) ? language : planLanguage
  const [pictures, words] = await Promise.all([listPictures(tx, childId), listWords(tx, plan, tag)])
  return { plan, pictures, wording: wordingOf(tag, words) }
}

/** Appointments that are planned and not over, the next first. */
export async function readMeetings(tx: Work, it: FoundPage, now: Temporal.Instant): Promise<OwnMeeting[]> {
  const planned = await listPlanned(tx, it.childId)
  const ahead = planned.filter(
    ({ startsAt, minutes }) => Temporal.Instant.compare(startsAt.add({ minutes }), now) > 0,
  )
  const [told, pages] = [await listMessages(tx, it.childId), await listPagesOfReader(tx, it)]
  const called = await listCalled(
    tx,
    ahead.map(({ withUser }) => withUser),
  )
  return Promise.all(
    ahead.map(async meeting => ({
      ...meeting,
      withName: called.get(meeting.withUser) ?? meeting.withName,
      ...(await placeOf(tx, meeting)),
      // What one parent said is for that parent’s page: not for the other’s, nor for the child’s.
      told: told.filter(each => each.appointmentId === meeting.appointmentId && pages.has(each.ownPageId)),
    })),
  )
}

async function placeOf(tx: Work, { placeId }: Appointment): Promise<Pick<OwnMeeting, 'where' | 'address'>> {
  const place = placeId ? await findPlace(tx, placeId) : undefined
  if (!place) return { where: undefined, address: undefined }
  const whole = [place.name, place.address].filter(part => part !== '').join(', ')
  return { where: whole, address: place.address === '' ? undefined : place.address }
}
