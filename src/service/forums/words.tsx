import { answerWords } from '../../engine/forms/index.ts'
import { type Forum, findDecision } from '../../engine/forums/index.ts'
import { writeDate, writeDay, writeTime } from '../../kernel/writtenDates.ts'
import { ageWords } from '../../record/children/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import type { Item } from './itemQueries.ts'
import type { Meeting } from './meetingQueries.ts'

/** `Thursday 8 January 2026, 10am` */
export const whenWords = ({ day, at }: Pick<Meeting, 'day' | 'at'>): string =>
  `${writeDay(day)}, ${writeTime(at)}`

/** What a forum is called in a list. */
export const shortTitle = ({ short, title }: Forum): string => short ?? title

/** What stands on an agenda, by its name: a child, or the title of a paper. */
export const titleOf = ({ kind, childName, title }: Item): string => (kind === 'child' ? childName : title)

/** How a meeting stands, by word and shape. */
export function MeetingTag({ meeting, today }: { meeting: Meeting; today: Temporal.PlainDate }) {
  const { state, day } = meeting
  if (state === 'closed') return <StatusTag kind="on-course" word="Held" isPlain />
  if (state === 'called-off') return <StatusTag kind="waiting" word="Called off" isPlain />
  if (state === 'open') return <StatusTag kind="today" word="Meets now" isPlain />
  if (day.equals(today)) return <StatusTag kind="today" word="Today" isPlain />
  return Temporal.PlainDate.compare(day, today) < 0 ? (
    <StatusTag kind="overdue" word="Not written up" isPlain />
  ) : (
    <StatusTag kind="waiting" word="Planned" isPlain />
  )
}

/** How something on an agenda stands. */
export function ItemTag({ forum, item }: { forum: Forum; item: Item }) {
  if (item.state === 'withdrawn') return <StatusTag kind="waiting" word="Taken off" isPlain />
  if (item.state === 'waiting') return <StatusTag kind="waiting" word="Not decided yet" isPlain />
  return <StatusTag kind="on-course" word={decisionTitle(forum, item)} isPlain />
}

/** What was decided, in the words of the definition. */
export function decisionTitle(forum: Forum, { decision }: Pick<Item, 'decision'>): string {
  return decision === null ? '' : (findDecision(forum, decision)?.title ?? decision)
}

/** Why it was brought. */
export function Referral({ forum, item }: { forum: Forum; item: Item }) {
  const said = answerWords(forum.referral, item.referral)
  return (
    <SummaryList
      rows={[
        ...said.map(({ question, answer }) => ({ key: question, value: <Said words={answer} /> })),
        { key: 'Brought by', value: item.referredBy },
      ]}
    />
  )
}

/** What was decided and why. */
export function Decided({ forum, item }: { forum: Forum; item: Item }) {
  const decision = item.decision === null ? undefined : findDecision(forum, item.decision)
  const said = answerWords(decision?.asks ?? {}, item.decisionAnswers)
  return (
    <SummaryList
      rows={[
        { key: 'Decision', value: decisionTitle(forum, item) },
        ...said.map(({ question, answer }) => ({ key: question, value: <Said words={answer} /> })),
        { key: 'Reasons', value: <Said words={item.reasons} /> },
        ...(item.dissent === ''
          ? []
          : [{ key: 'Who saw it otherwise', value: <Said words={item.dissent} /> }]),
      ]}
    />
  )
}

/** Words that somebody wrote, with their lines, in whichever direction they read. */
export function Said({ words }: { words: string }) {
  return (
    <span class="tl-keep-lines" dir="auto">
      {words}
    </span>
  )
}

/** How old a child on an agenda is. */
export function itemAge(
  { birthDate, birthDateBasis }: Pick<Item, 'birthDate' | 'birthDateBasis'>,
  today: Temporal.PlainDate,
): string {
  return birthDate === null ? 'age not known' : ageWords({ birthDate, birthDateBasis }, today)
}

/** On which day something is discussed, or from when on it waits. */
export function dayOfItem({ meetsOn, dueOn }: Pick<Item, 'meetsOn' | 'dueOn'>): string {
  if (meetsOn) return writeDate(meetsOn)
  return dueOn ? `From ${writeDate(dueOn)} on: no meeting is planned yet` : ''
}
