import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { between, from } from '../../kernel/period.ts'
import {
  type ActionColours,
  type ActionStanding,
  checkActionColours,
  checkActionSources,
  colourOf,
  coloursOn,
  findSource,
  readDue,
  typedDue,
  writeDue,
} from './index.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-03-10')
const by: ActionColours = {
  id: 'test',
  title: 'Test',
  source: 'Invented for this test',
  file: 'practice/somewhere/actionColours.ts',
  inForce: from('2026-01-01'),
  soonDays: 7,
  quietDays: 30,
  uncheckedDays: 14,
}
const open: ActionStanding = {
  state: 'open',
  due: { on: null, beginsOn: null, words: '' },
  givenOn: day('2026-03-01'),
  progressOn: null,
  doneOn: null,
}
const dueOn = (text: string) => ({ on: day(text), beginsOn: null, words: '' })
const colour = (it: Partial<ActionStanding>) => {
  const coloured = colourOf({ ...open, ...it }, by, today)
  return [coloured.colour, coloured.reason]
}

describe('what is typed as due', () => {
  test.each([
    ['2021-07-30', '2021-07-30'],
    ['30 July 2021', '2021-07-30'],
    ['29 February 2024', '2024-02-29'],
  ])('“%s” is a day', (typed, on) => {
    expect(readDue(typed)).toEqual({ ok: true, value: { on: day(on), beginsOn: null, words: '' } })
  })

  test.each(['July board', 'Board agenda item', 'October board', 'when the court agrees', 'July 2021', ''])(
    '“%s” stays in its words, and no day is made of it',
    typed => {
      expect(readDue(typed)).toEqual({ ok: true, value: { on: null, beginsOn: null, words: typed } })
    },
  )

  test.each(['2021-06-30 onwards', 'from 30 June 2021', 'From 30/6/2021 onwards'])(
    '“%s” says when it begins, not when it is to be done',
    typed => {
      const value = { on: null, beginsOn: day('2021-06-30'), words: typed }
      expect(readDue(typed)).toEqual({ ok: true, value })
    },
  )

  test.each([
    ['31 June 2021', 'no-such-day'],
    ['29 February 2023 onwards', 'no-such-day'],
    ['30/7/21', 'short-year'],
  ])('“%s” is asked again', (typed, reason) => {
    expect(readDue(typed)).toEqual({ ok: false, reason })
  })

  test('is shown as a day, or as what was said', () => {
    expect(writeDue(dueOn('2021-07-30'))).toBe('30 July 2021')
    expect(writeDue({ on: null, beginsOn: null, words: 'July board' })).toBe('“July board”')
  })

  test('says the same when it is typed again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('2021-06-30 onwards', '3/4/2025')), typed => {
        const once = readDue(typed)
        if (once.ok) expect(readDue(typedDue(once.value))).toEqual(once)
      }),
    )
  })
})

describe('the colour of an action', () => {
  test.each<[string, Partial<ActionStanding>, string, string]>([
    ['due yesterday', { due: dueOn('2026-03-09') }, 'red', 'Due 1 day ago and not done'],
    ['due today', { due: dueOn('2026-03-10') }, 'amber', 'Due today and not done'],
    ['due in a week', { due: dueOn('2026-03-17') }, 'amber', 'Due in 7 days, nothing written yet'],
    [
      'due in a week, and written of',
      { due: dueOn('2026-03-17'), progressOn: day('2026-03-08') },
      'green',
      'Due in 7 days',
    ],
    ['due in 8 days', { due: dueOn('2026-03-18') }, 'green', 'Due in 8 days'],
    [
      'quiet for 30 days',
      { due: dueOn('2026-06-01'), givenOn: day('2026-02-08') },
      'green',
      'Due in 83 days',
    ],
    [
      'quiet for 31 days',
      { due: dueOn('2026-06-01'), givenOn: day('2026-02-07') },
      'amber',
      'No progress written for 31 days',
    ],
    [
      'set as words',
      { due: { on: null, beginsOn: null, words: 'July board' } },
      'grey',
      'No day is set: “July board”. It cannot go red by itself, so somebody has to say a day',
    ],
    [
      'done',
      { state: 'done', doneOn: day('2026-02-24') },
      'grey',
      'Done, waits to be checked by somebody else',
    ],
    [
      'done and left',
      { state: 'done', doneOn: day('2026-02-23') },
      'amber',
      'Done 15 days ago, and nobody else has checked it',
    ],
    [
      'checked, though it was late',
      { state: 'checked', due: dueOn('2026-01-01') },
      'green',
      'Done, and checked by somebody else',
    ],
    ['given up', { state: 'given-up', due: dueOn('2026-01-01') }, 'grey', 'Given up'],
  ])('%s', (_what, it, expected, reason) => {
    expect(colour(it)).toEqual([expected, reason])
  })

  test('what has no day and of which nobody writes is not left grey', () => {
    const it = { givenOn: day('2025-12-01'), due: { on: null, beginsOn: null, words: 'July board' } }
    expect(colour(it)[0]).toBe('amber')
  })

  test('what begins later is not quiet before', () => {
    const due = { on: null, beginsOn: day('2026-04-01'), words: '1 April 2026 onwards' }
    const [shade, reason] = colour({ givenOn: day('2025-12-01'), due })
    expect(shade).toBe('grey')
    expect(reason).toContain('It begins on 1 April 2026')
  })

  const days = fc.integer({ min: -400, max: 400 }).map(count => today.add({ days: count }))
  test('nothing goes red without a day that has gone by, and everything open that has one does', () => {
    fc.assert(
      fc.property(fc.option(days), days, fc.option(days), (on, givenOn, progressOn) => {
        const it = { ...open, due: { on, beginsOn: null, words: '' }, givenOn, progressOn }
        const isLate = on !== null && Temporal.PlainDate.compare(on, today) < 0
        expect(colourOf(it, by, today).colour === 'red').toBe(isLate)
      }),
    )
  })
})

describe('definitions', () => {
  test('days that are none, and two that hold on the same day, are faults', () => {
    expect(checkActionColours(by, [by])).toEqual([])
    expect(checkActionColours({ ...by, soonDays: 0 }, [by])).toHaveLength(1)
    const other = { ...by, id: 'other' }
    expect(checkActionColours(other, [by, other])).toEqual(['“other” and “test” hold on the same day.'])
    const ends = { ...by, inForce: between('2026-01-01', '2026-02-01') }
    expect(checkActionColours(ends, [ends])).toHaveLength(1)
  })

  test('the colours of a day are those in force on it', () => {
    const ended = { ...by, id: 'ended', inForce: between('2026-01-01', '2026-02-01') }
    const now = { ...by, inForce: from('2026-02-02') }
    expect(coloursOn([ended, now], day('2026-02-01'))?.id).toBe('ended')
    expect(coloursOn([ended, now], day('2026-02-02'))?.id).toBe('test')
  })

  test('a source is found by what files call it, and no name leads to two', () => {
    const sources = [
      { id: 'inspection', title: 'Inspection', alsoCalled: ['HMIP inspection'] },
      { id: 'board', title: 'Board' },
    ]
    expect(findSource(sources, ' hmip INSPECTION ')?.id).toBe('inspection')
    expect(findSource(sources, 'Somewhere')).toBeUndefined()
    expect(checkActionSources(sources)).toEqual([])
    expect(checkActionSources([...sources, { id: 'other', title: 'Board' }])).toHaveLength(1)
  })
})
