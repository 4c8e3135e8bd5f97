import { type DaysAsked, readDays } from '../../engine/lists/index.ts'
import { parseId } from '../../kernel/ids.ts'
import type { HappeningKind } from './chronologyQueries.ts'

/** What of a chronology is asked for. Only codes, ids and dates stand in the address. */
export type ChronologyAsked = {
  kinds: readonly HappeningKind[]
  from: Temporal.PlainDate | undefined
  /** The last day, which is included. */
  to: Temporal.PlainDate | undefined
  /** A case of the child. */
  involvementId: string | undefined
  onlySignificant: boolean
}

/** A case of the child as the filter offers it. */
export type CaseOption = { involvementId: string; title: string }

/** The two days as they were typed, with what is wrong with them. */
export function readTyped(query: URLSearchParams): DaysAsked {
  return readDays(query, { from: 'from', to: 'to' })
}

/** Reads what is asked for out of an address. What cannot be asked for is as if it were not there. */
export function readAsked(
  query: URLSearchParams,
  readable: readonly HappeningKind[],
  cases: readonly string[],
): ChronologyAsked {
  const { from, to } = readTyped(query).days
  return {
    kinds: readable.filter(kind => query.getAll('kind').includes(kind)),
    from,
    to,
    involvementId: cases.find(id => id === query.get('case')),
    onlySignificant: query.get('significant') === 'yes',
  }
}

/** The address at which this is asked for, with whatever else is added to it. */
export function askedHref(
  address: string,
  asked: ChronologyAsked,
  more: Record<string, string> = {},
): string {
  const parts = [
    ...asked.kinds.map(kind => ['kind', kind]),
    ...(asked.from ? [['from', String(asked.from)]] : []),
    ...(asked.to ? [['to', String(asked.to)]] : []),
    ...(asked.involvementId === undefined ? [] : [['case', asked.involvementId]]),
    ...(asked.onlySignificant ? [['significant', 'yes']] : []),
    ...Object.entries(more),
  ]
  return parts.length === 0 ? address : `${address}?${new URLSearchParams(parts)}`
}

/** The last entry of a page, as it stands in the address of the next: `note.` and its id. */
export function readCursor(text: string | null, readable: readonly HappeningKind[]) {
  const [name, ...rest] = (text ?? '').split('.')
  const kind = readable.find(each => each === name)
  const id = parseId<'happening'>(rest.join('.'))
  return kind && id ? { kind, id } : undefined
}
