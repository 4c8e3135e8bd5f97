import { answerWords, type Fields } from '../../engine/forms/index.ts'
import {
  bringing,
  type Forum,
  presenceWords,
  type Quorum,
  quorumOf,
  writeShortfall,
} from '../../engine/forums/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Involvement } from '../../record/cases/index.ts'
import { standing } from '../../record/cases/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import type { Action } from '../actions/index.ts'
import type { Attendance } from './attendanceQueries.ts'
import type { Item } from './itemQueries.ts'
import { returnPath } from './paths.ts'
import type { Return } from './returnQueries.ts'
import { isHeldOn, type SeatHolder } from './seatQueries.ts'
import { Referral, Said } from './words.tsx'

/** What the room knows of a child on its agenda. */
export type Brought = {
  item: Item
  returns: readonly Return[]
  cases: readonly Involvement[]
  actions: readonly Action[]
}

type ColumnsGiven = {
  forum: Forum
  it: Brought
  seats: readonly string[]
  /** Of its headings: one below what stands above it. */
  level: 2 | 3
}

/** A child before the meeting, in three columns: what happened, what each agency brought, what those concerned say. */
export function ThreeColumns({ forum, it, seats, level }: ColumnsGiven) {
  const Heading = `h${level}` as const
  const { item, returns, cases } = it
  return (
    <div class="tl-room__columns">
      <section aria-labelledby="room-happened">
        <Heading class="govuk-heading-s" id="room-happened">
          What happened, and why it was brought
        </Heading>
        <Referral forum={forum} item={item} />
        {cases.length > 0 && (
          <SummaryList
            rows={cases.map(each => {
              const pathway = findPathway(practiceInUse(), each.pathway)
              return {
                key: pathway?.title ?? each.pathway,
                value: `${standing(pathway, each)}, since ${writeDate(dayInUk(each.startedAt))}${each.holderName ? `, ${each.holderName}` : ''}`,
              }
            })}
          />
        )}
      </section>
      <section aria-labelledby="room-brought">
        <Heading class="govuk-heading-s" id="room-brought">
          What each agency brought
        </Heading>
        <Returns
          forum={forum}
          item={item}
          returns={returns}
          seats={seats}
          which="agencies"
          level={level === 2 ? 3 : 4}
        />
      </section>
      <section aria-labelledby="room-say">
        <Heading class="govuk-heading-s" id="room-say">
          What child, family and whoever was harmed say
        </Heading>
        <Returns
          forum={forum}
          item={item}
          returns={returns}
          seats={seats}
          which="voices"
          level={level === 2 ? 3 : 4}
        />
      </section>
    </div>
  )
}

type ReturnsGiven = {
  forum: Forum
  item: Item
  returns: readonly Return[]
  /** Those for which the reader may bring something. */
  seats: readonly string[]
  which: 'agencies' | 'voices'
  level: 3 | 4
}

/** What agencies brought: what they say themselves, or what they say for those concerned. */
export function Returns({ forum, item, returns, seats, which, level }: ReturnsGiven) {
  const Heading = `h${level}` as const
  const parts = bringing(forum).flatMap(({ id, seat, brings }) => {
    const voices = brings.voices ?? []
    const asks: Fields = Object.fromEntries(
      Object.entries(brings.asks).filter(([name]) => voices.includes(name) === (which === 'voices')),
    )
    return Object.keys(asks).length === 0 ? [] : [{ id, seat, brings, asks }]
  })
  if (parts.length === 0) return <p class="govuk-hint">Nobody is asked for this here.</p>
  return (
    <>
      {parts.map(({ id, seat, brings, asks }) => {
        const given = returns.find(each => each.seat === id)
        const said = given && !given.knowsNothing ? answerWords(asks, given.answers) : []
        const href = returnPath.to({ forumId: forum.id, itemId: item.itemId, seat: id })
        return (
          <div class="tl-room__return" key={id}>
            <Heading class="govuk-heading-s">{brings.title}</Heading>
            {!given && <p class="govuk-hint">Not brought yet: {seat.title}.</p>}
            {given?.knowsNothing && <p class="govuk-body">Knows nothing of this child.</p>}
            {given && !given.knowsNothing && said.length === 0 && (
              <p class="govuk-hint">Nothing was said to this.</p>
            )}
            {said.length > 0 && (
              <dl class="tl-room__said">
                {said.map(({ question, answer }) => (
                  <div key={question}>
                    <dt>{question}</dt>
                    <dd>
                      <Said words={answer} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            {given && (
              <p class="govuk-hint">
                <bdi>{given.givenName}</bdi>, {writeDate(dayInUk(given.givenAt))}
              </p>
            )}
            {which === 'agencies' && seats.includes(id) && item.state === 'waiting' && (
              <p class="govuk-body tl-no-print">
                <a class="govuk-link" href={href}>
                  {given ? 'Change what was brought' : 'Bring what is known'}
                  <span class="govuk-visually-hidden">: {seat.title}</span>
                </a>
              </p>
            )}
          </div>
        )
      })}
    </>
  )
}

export type SeatNow = {
  id: string
  title: string
  holders: readonly SeatHolder[]
  marked: Attendance | undefined
}

/** Each seat with whoever holds it on the day, and how it is filled. */
export function seatsOn(
  forum: Forum,
  day: Temporal.PlainDate,
  holders: readonly SeatHolder[],
  attendance: readonly Attendance[],
): SeatNow[] {
  return Object.entries(forum.seats).map(([id, { title }]) => ({
    id,
    title,
    holders: holders.filter(it => it.seat === id && isHeldOn(it, day)),
    marked: attendance.find(({ seat }) => seat === id),
  }))
}

/** Whether the forum can decide with those who are there. */
export function quorumNow(forum: Forum, attendance: readonly Attendance[]): Quorum {
  return quorumOf(forum, Object.fromEntries(attendance.map(({ seat, presence }) => [seat, presence])))
}

/** Who is there, and whether that suffices. */
export function WhoIsThere({
  forum,
  seats,
  attendance,
}: {
  forum: Forum
  seats: SeatNow[]
  attendance: Attendance[]
}) {
  const quorum = quorumNow(forum, attendance)
  const missing = writeShortfall(forum, quorum)
  return (
    <>
      <p class="govuk-body">
        {missing === undefined
          ? `${filledWords(quorum)}: it can decide.`
          : `${filledWords(quorum)}. To decide: ${missing}.`}
      </p>
      <ul class="govuk-list tl-room__people">
        {seats.map(({ id, title, holders, marked }) => (
          <li key={id}>
            <strong>{title}</strong>: {presenceOf(marked, holders)}
          </li>
        ))}
      </ul>
    </>
  )
}

const filledWords = ({ filled }: Quorum) => (filled === 1 ? '1 seat is filled' : `${filled} seats are filled`)

/** `Attended, by phone: Jo Marsh`, `Not marked yet: Jo Marsh`, `Not a member then`. */
export function presenceOf(marked: Attendance | undefined, holders: readonly SeatHolder[]): string {
  if (!marked)
    return holders.length === 0
      ? presenceWords['not-a-member-then']
      : `Not marked yet: ${holders.map(({ name }) => name).join(', ')}`
  const how = `${presenceWords[marked.presence]}${marked.byPhone ? ', by phone' : ''}`
  return marked.name === '' ? how : `${how}: ${marked.name}`
}
