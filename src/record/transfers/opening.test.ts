import { describe, expect, it, test } from 'vitest'
import { type NotOpened, notOpenedWords, whyNotFrom } from './opening.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('the day from which we work with a child who came', () => {
  const known = { theirsBegan: day('2026-05-01'), birthDate: day('2011-02-14') }
  test.each([
    ['the day on which theirs began', known, '2026-05-01', undefined],
    ['the day before', known, '2026-04-30', 'before 1 May 2026, when their work began'],
    ['a slip in the year', known, '2006-11-20', 'before 1 May 2026'],
    ['years back, where they told of no case', { ...known, theirsBegan: undefined }, '2012-01-01', undefined],
    [
      'before the birth, where they told of no case',
      { ...known, theirsBegan: undefined },
      '2006-11-20',
      'before the child was born',
    ],
    ['any day, where nothing is known', { theirsBegan: undefined, birthDate: null }, '2006-11-20', undefined],
  ])('%s', (_, before, from, why) => {
    const said = whyNotFrom(day(from), before)
    if (why === undefined) expect(said).toBeUndefined()
    else expect(said).toContain(why)
  })
})

describe('a case that was not opened', () => {
  const notOffered: NotOpened = { kind: 'not-offered', step: 'x', position: { kind: 'notStarted' } }
  it('says that somebody was quicker only where somebody was', () => {
    const said = (reason: NotOpened) => notOpenedWords(reason, 'Diversion')
    expect(said({ kind: 'opened-before' })).toContain('somebody else has opened a case')
    expect(said({ kind: 'takes-nobody-over' })).toContain('“Diversion” does not take over')
    for (const reason of [notOffered, { kind: 'not-answered', step: 'x', field: 'y' }] as const)
      expect(said(reason)).toContain('cannot begin with what came')
  })
})
