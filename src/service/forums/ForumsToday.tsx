import { findSeat } from '../../engine/forums/index.ts'
import { findForum, practiceInUse } from '../../engine/packs/index.ts'
import { writeDay } from '../../kernel/writtenDates.ts'
import type { DayPart } from '../../record/day/index.ts'
import type { DigestPart } from '../../record/digest/index.ts'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { returnDay } from './meeting.page.tsx'
import { returnPath } from './paths.ts'
import { type Asked, listAsked } from './returnQueries.ts'
import { shortTitle } from './words.tsx'

const mostShown = 8

/** On somebody’s day: what is asked of the seats that they hold, before the meeting, and by when. */
export const forumsToday: DayPart = [
  'forums.see',
  async ({ tx, who, today, seen }) => {
    const asked = (await listAsked(tx, who.userId, today)).flatMap(it => withDay(it) ?? [])
    if (asked.length === 0) return null
    const shown = asked.slice(0, mostShown)
    seen(
      shown.map(({ childId }) => childId),
      'On the page My day',
    )
    const more = asked.length - shown.length
    return (
      <>
        <h2 class="govuk-heading-m">To bring to meetings</h2>
        <ul class="govuk-list">
          {shown.map(it => (
            <li key={`${it.itemId} ${it.seat}`}>
              <a
                class="govuk-link"
                href={returnPath.to({ forumId: it.forum, itemId: it.itemId, seat: it.seat })}
              >
                <bdi>{it.childName}</bdi>
              </a>
              , {it.meeting}. <ByDay day={it.day} today={today} />
            </li>
          ))}
          {more > 0 && <li>{more === 1 ? '1 more child' : `${more} more children`}</li>}
        </ul>
      </>
    )
  },
]

/** In the e-mail of the morning: about how many children a seat still has to say something. */
export const returnsInDigest: DigestPart = async (tx, who, today) => {
  const asked = (await listAsked(tx, who.userId, today)).flatMap(it => withDay(it) ?? [])
  if (asked.length === 0) return []
  const children = asked.length === 1 ? '1 child' : `${asked.length} children`
  return [`${children} about whom a meeting asks what you know`]
}

/** By when something is asked, where the seat brings anything at all. */
function withDay(it: Asked): (Asked & { day: Temporal.PlainDate | undefined; meeting: string }) | undefined {
  const forum = findForum(practiceInUse(), it.forum)
  const brings = forum && findSeat(forum, it.seat)?.brings
  if (!brings) return undefined
  return { ...it, day: returnDay({ day: it.meetsOn }, brings.workingDaysBefore), meeting: shortTitle(forum) }
}

function ByDay({ day, today }: { day: Temporal.PlainDate | undefined; today: Temporal.PlainDate }) {
  if (!day) return null
  const order = Temporal.PlainDate.compare(day, today)
  const words = `by ${writeDay(day)}`
  if (order < 0) return <StatusTag kind="overdue" detail={words} isPlain />
  return order === 0 ? <StatusTag kind="today" isPlain /> : <StatusTag kind="waiting" word={words} isPlain />
}
