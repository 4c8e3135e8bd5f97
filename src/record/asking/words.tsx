import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { type StatusKind, StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { type Asking, type AskingState, stateOf } from './asking.ts'

/** How an asking stands, as people say it. */
export const stateWords: Readonly<Record<AskingState, { kind: StatusKind; word: string }>> = {
  said: { kind: 'on-course', word: 'Said' },
  declined: { kind: 'on-course', word: 'Did not want to' },
  over: { kind: 'overdue', word: 'Not asked in time' },
  later: { kind: 'waiting', word: 'To be asked later' },
  link: { kind: 'waiting', word: 'Has a link' },
  tried: { kind: 'today', word: 'Not reached yet' },
  'to-ask': { kind: 'today', word: 'To be asked' },
}

type Given = { it: Asking; lastDay: Temporal.PlainDate; now: Temporal.Instant }

/** The same by word and shape, with since or until when. */
export function AskingTag({ it, lastDay, now }: Given) {
  const state = stateOf(it, lastDay, now)
  const detail = detailOf(it, state)
  return <StatusTag {...stateWords[state]} {...(detail === undefined ? {} : { detail })} />
}

function detailOf({ saidAt, againOn, linkUntil, tries }: Asking, state: AskingState): string | undefined {
  if (state === 'said' && saidAt) return writeDate(dayInUk(saidAt))
  if (state === 'later' && againOn) return `from ${writeDate(againOn)}`
  if (state === 'link' && linkUntil) return `until ${writeMoment(linkUntil, ukZone)}`
  if (state === 'tried') return tries === 1 ? 'one try' : `${tries} tries`
  return undefined
}
