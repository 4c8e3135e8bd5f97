import type { Block, DocumentTree } from '../../engine/documents/index.ts'
import { answerWords } from '../../engine/forms/index.ts'
import {
  type Forum,
  findDecision,
  presenceWords,
  quorumOf,
  writeShortfall,
} from '../../engine/forums/index.ts'
import { writeDate, writeDay, writeTime } from '../../kernel/writtenDates.ts'
import { type Action, ownersOf } from '../actions/index.ts'
import type { Attendance } from './attendanceQueries.ts'
import type { Item } from './itemQueries.ts'
import type { Meeting } from './meetingQueries.ts'
import type { SeatNow } from './roomParts.tsx'

export type MinutesOf = {
  forum: Forum
  meeting: Meeting
  seats: readonly SeatNow[]
  attendance: readonly Attendance[]
  agenda: readonly Item[]
  next: Meeting | undefined
  actions: readonly (Action & { aboutId: string })[]
}

/** The minutes of a meeting: who was there, what was decided and why, who saw it otherwise, and when it meets next. */
export function minutesOf(it: MinutesOf): DocumentTree {
  const { forum, meeting, agenda, next, actions } = it
  const when = `${writeDay(meeting.day)}, ${writeTime(meeting.at)}`
  return {
    title: `${forum.title}: minutes`,
    language: 'en-GB',
    direction: 'ltr',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { name: 'When', words: when },
          { name: 'Where', words: meeting.place || 'Not recorded' },
          ...(meeting.state === 'closed'
            ? []
            : [{ name: 'How it stands', words: 'The meeting is not over: these are no final minutes.' }]),
        ],
      },
      { kind: 'heading', level: 2, words: 'Who was there' },
      attendanceTable(it),
      { kind: 'paragraph', words: quorumWords(it) },
      ...agenda.flatMap((item, index) => [
        ...itemBlocks(forum, item, index + 1),
        ...actionTable(actions.filter(({ aboutId }) => aboutId === item.itemId)),
      ]),
      ...(meeting.notes === ''
        ? []
        : ([
            { kind: 'heading', level: 2, words: 'Other notes' },
            { kind: 'paragraph', words: meeting.notes },
          ] as const)),
      { kind: 'heading', level: 2, words: 'Next meeting' },
      {
        kind: 'paragraph',
        words: next ? `${writeDay(next.day)}, ${writeTime(next.at)}` : 'Not planned yet.',
      },
    ],
  }
}

function attendanceTable({ forum, seats }: MinutesOf): Block {
  return {
    kind: 'table',
    caption: 'Who was there',
    columns: ['Seat', 'Agency', 'How', 'Who'],
    widths: [3, 3, 3, 3],
    rows: seats.map(({ id, title, holders, marked }) => [
      title,
      forum.seats[id]?.agency ?? '',
      marked
        ? `${presenceWords[marked.presence]}${marked.byPhone ? ', by phone' : ''}`
        : holders.length === 0
          ? presenceWords['not-a-member-then']
          : 'Not recorded',
      marked?.name ?? holders.map(({ name }) => name).join(', '),
    ]),
  }
}

function quorumWords({ forum, attendance }: MinutesOf): string {
  const quorum = quorumOf(forum, Object.fromEntries(attendance.map(({ seat, presence }) => [seat, presence])))
  const missing = writeShortfall(forum, quorum)
  return missing === undefined
    ? `${quorum.filled} seats were filled: the meeting could decide.`
    : `${quorum.filled} seats were filled. The meeting was not complete: ${missing}.`
}

function itemBlocks(forum: Forum, item: Item, number: number): Block[] {
  const decision = item.decision === null ? undefined : findDecision(forum, item.decision)
  const facts = [
    ...answerWords(forum.referral, item.referral).map(({ question, answer }) => ({
      name: question,
      words: answer,
    })),
    { name: 'Brought by', words: item.referredBy },
    ...(decision
      ? [
          { name: 'Decision', words: decision.title },
          ...answerWords(decision.asks ?? {}, item.decisionAnswers).map(({ question, answer }) => ({
            name: question,
            words: answer,
          })),
          { name: 'Reasons', words: item.reasons },
          ...(item.dissent === '' ? [] : [{ name: 'Who saw it otherwise', words: item.dissent }]),
        ]
      : [{ name: 'Decision', words: 'Not decided' }]),
    ...(decision?.sets?.backInWeeks === undefined || !item.meetsOn
      ? []
      : [
          {
            name: 'Comes back',
            words: `From ${writeDate(item.meetsOn.add({ weeks: decision.sets.backInWeeks }))} on`,
          },
        ]),
  ]
  return [
    { kind: 'heading', level: 2, words: `${number}. ${item.kind === 'child' ? item.childName : item.title}` },
    { kind: 'answers', answers: facts },
  ]
}

/** Who does what by when, as it was agreed. */
function actionTable(actions: readonly Action[]): Block[] {
  if (actions.length === 0) return []
  const rows = actions.map(it => [
    it.what,
    ownersOf(it),
    it.dueOn ? writeDate(it.dueOn) : 'No day was agreed',
  ])
  return [
    { kind: 'table', caption: 'Who does what', columns: ['What', 'Who', 'By when'], widths: [5, 3, 2], rows },
  ]
}
