import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { otherHalf, readDate, readDateParts, readTime } from './readDates.ts'
import { writeDate, writeDay, writeTime } from './writtenDates.ts'

const anyDay = fc
  .integer({ min: 0, max: 60_000 })
  .map(days => Temporal.PlainDate.from('1900-01-01').add({ days }))

describe('reading a date', () => {
  test.each([
    ['3/3/2011', '2011-03-03'],
    ['03/12/2010', '2010-12-03'],
    ['3.3.2011', '2011-03-03'],
    ['3-3-2011', '2011-03-03'],
    ['2011-03-03', '2011-03-03'],
    ['2011/3/3', '2011-03-03'],
    ['3 March 2011', '2011-03-03'],
    ['  3rd   MARCH 2011 ', '2011-03-03'],
    ['3 Mar 2011', '2011-03-03'],
    ['3-Mar-2011', '2011-03-03'],
    ['1 Sept 2011', '2011-09-01'],
    ['Thursday 3 March 2011', '2011-03-03'],
    ['Thursday, 3 March, 2011', '2011-03-03'],
    ['29/2/2008', '2008-02-29'],
  ])('%s', (typed, date) => {
    const result = readDate(typed)
    expect(result.ok && result.value.toString()).toBe(date)
  })

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['yesterday', 'not-a-date'],
    ['3 Marchember 2011', 'not-a-date'],
    ['3 Ma 2011', 'not-a-date'],
    ['03/2011', 'not-a-date'],
    ['3/3/2011 or so', 'not-a-date'],
    ['2011-03-03T10:00', 'not-a-date'],
    ['40544', 'not-a-date'],
    ['3/3/11', 'short-year'],
    ['3 March 11', 'short-year'],
    ['31/4/2011', 'no-such-day'],
    ['29/2/2011', 'no-such-day'],
    ['12/31/2011', 'no-such-day'],
    ['0/1/2011', 'no-such-day'],
    ['1/1/0000', 'no-such-day'],
  ])('refuses %j as %s', (typed, kind) => {
    expect(readDate(typed)).toEqual({ ok: false, reason: { kind } })
  })

  it('reads back every date as it is written on screen and in a file', () => {
    fc.assert(
      fc.property(anyDay, date => {
        for (const typed of [writeDate(date), writeDay(date), date.toString()]) {
          const result = readDate(typed)
          expect(result.ok && result.value.equals(date)).toBe(true)
        }
      }),
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), text => typeof readDate(text).ok === 'boolean'))
  })
})

describe('reading a date in three boxes', () => {
  it('takes a month in figures or in words', () => {
    expect(readDateParts(' 3', '3', '2011')).toEqual(readDate('2011-03-03'))
    expect(readDateParts('3', 'march', '2011')).toEqual(readDate('2011-03-03'))
  })

  it('is empty only when all three boxes are', () => {
    expect(readDateParts(' ', '', '')).toEqual({ ok: false, reason: { kind: 'empty' } })
    expect(readDateParts('3', '', '2011')).toEqual({ ok: false, reason: { kind: 'not-a-date' } })
  })
})

describe('reading a time', () => {
  test.each([
    ['16:00', '16:00:00'],
    ['16.05', '16:05:00'],
    ['0905', '09:05:00'],
    ['4pm', '16:00:00'],
    ['4:05 p.m.', '16:05:00'],
    ['12am', '00:00:00'],
    ['12:30pm', '12:30:00'],
    ['midday', '12:00:00'],
    ['Midnight', '00:00:00'],
  ])('%s', (typed, time) => {
    const result = readTime(typed)
    expect(result.ok && result.value.toString()).toBe(time)
  })

  test.each(['4', '24:00', '13pm', '0am', '9:60', 'teatime', '12:5'])('refuses %s', typed => {
    expect(readTime(typed)).toEqual({ ok: false, reason: { kind: 'not-a-time' } })
  })

  test.each([
    ['2.30', '14:30:00'],
    ['3:15', '15:15:00'],
    ['06:59', '18:59:00'],
    ['0100', '13:00:00'],
    ['2.30am', undefined],
    ['2:30 p.m.', undefined],
    ['0:30', undefined],
    ['7:00', undefined],
    ['14:30', undefined],
    ['teatime', undefined],
  ])('%s may have meant %s in the afternoon', (typed, time) => {
    expect(otherHalf(typed)?.toString()).toBe(time)
  })

  it('reads back every minute of the day as it is written', () => {
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const time = new Temporal.PlainTime().add({ minutes: minute })
      const result = readTime(writeTime(time))
      expect(result.ok && result.value.equals(time)).toBe(true)
    }
  })
})
