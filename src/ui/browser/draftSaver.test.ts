import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { waitAfter } from './backoff.ts'
import { draftSaver, type Sent } from './draftSaver.ts'

describe('saving a draft while somebody types', () => {
  let typed: string
  let answers: Sent[]
  let sent: string[]
  let said: string[]
  let saver: ReturnType<typeof draftSaver>

  beforeEach(() => {
    vi.useFakeTimers()
    typed = 'as it was'
    answers = []
    sent = []
    said = []
    saver = draftSaver({
      read: () => typed,
      send: async body => {
        sent.push(body)
        return answers.shift() ?? 'saved'
      },
      say: news => said.push(news),
    })
  })
  afterEach(() => vi.useRealTimers())

  const type = (text: string) => {
    typed = text
    saver.changed()
  }

  it('waits until typing stops and then saves once', async () => {
    type('a')
    await vi.advanceTimersByTimeAsync(1000)
    type('ab')
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(500)
    expect(sent).toEqual(['ab'])
    expect(said).toEqual(['saved'])
  })

  it('says nothing and sends nothing when nothing has changed', async () => {
    type('as it was')
    await vi.advanceTimersByTimeAsync(5000)
    expect([sent, said]).toEqual([[], []])
  })

  it('keeps quiet while offline, and tries again', async () => {
    answers = ['unreachable', 'unreachable', 'saved']
    type('a')
    await vi.advanceTimersByTimeAsync(1200)
    expect(said).toEqual([])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent).toEqual(['a', 'a'])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toEqual(['a', 'a', 'a'])
    expect(said).toEqual(['saved'])
  })

  it('tries at once when the network is back', async () => {
    answers = ['unreachable', 'saved']
    type('a')
    await vi.advanceTimersByTimeAsync(1200)
    saver.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(said).toEqual(['saved'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual(['a', 'a'])
  })

  it('says so when the server will not take it, and waits for the next change', async () => {
    answers = ['refused']
    type('a')
    await vi.advanceTimersByTimeAsync(60_000)
    expect([sent, said]).toEqual([['a'], ['refused']])
    type('ab')
    await vi.advanceTimersByTimeAsync(1200)
    expect(said).toEqual(['refused', 'saved'])
  })

  it('saves what was typed while it was saving', async () => {
    type('a')
    await vi.advanceTimersByTimeAsync(1199)
    saver.retry()
    typed = 'ab'
    await vi.advanceTimersByTimeAsync(1200)
    expect(sent).toEqual(['a', 'ab'])
  })

  it('saves no draft once the form is sent', async () => {
    type('a')
    saver.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual([])
  })
})

describe('waiting longer after each failure', () => {
  it.each([
    [1, 5_000],
    [2, 10_000],
    [4, 40_000],
    [5, 60_000],
    [99, 60_000],
  ])('after %i', (failures, expected) => {
    expect(waitAfter(failures, 5_000, 60_000)).toBe(expected)
  })
})
