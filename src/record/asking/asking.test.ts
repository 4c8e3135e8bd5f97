import { describe, expect, it } from 'vitest'
import { type Asking, stateOf } from './asking.ts'

const lastDay = Temporal.PlainDate.from('2026-03-31')
const moment = Temporal.Instant.from('2026-03-01T10:00:00Z')
const noonOn = (day: string) => Temporal.Instant.from(`${day}T12:00:00Z`)
const untouched: Asking = {
  saidAt: null,
  outcome: null,
  againOn: null,
  triedAt: null,
  tries: 0,
  linkUntil: null,
}
const on = (day: string, it: Partial<Asking> = {}) => stateOf({ ...untouched, ...it }, lastDay, noonOn(day))

describe('how the asking after the end of work stands', () => {
  it('is to be asked up to the last day, that day included', () => {
    expect(on('2026-03-31')).toBe('to-ask')
    expect(on('2026-04-01')).toBe('over')
  })

  it('is done once something was said, or they did not want to, whatever day it is', () => {
    expect(on('2026-03-02', { saidAt: moment })).toBe('said')
    expect(on('2026-05-02', { saidAt: moment })).toBe('said')
    expect(on('2026-05-02', { outcome: 'declined', tries: 1 })).toBe('declined')
    expect(on('2026-03-02', { saidAt: moment, outcome: 'declined', tries: 1 })).toBe('said')
  })

  it('waits until the day that was named, and not on it', () => {
    const later = { outcome: 'later', againOn: Temporal.PlainDate.from('2026-03-10'), tries: 1 } as const
    expect(on('2026-03-09', later)).toBe('later')
    expect(on('2026-03-10', later)).toBe('tried')
  })

  it('waits for a link that was handed out, and is tried where nobody was reached', () => {
    expect(on('2026-03-02', { linkUntil: noonOn('2026-03-20') })).toBe('link')
    expect(on('2026-03-21', { linkUntil: noonOn('2026-03-20') })).toBe('to-ask')
    expect(on('2026-03-02', { outcome: 'not-reached', tries: 2 })).toBe('tried')
  })
})
