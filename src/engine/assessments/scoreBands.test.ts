import { expect, test } from 'vitest'
import { from } from '../../kernel/period.ts'
import { bandsOf, checkScoreBands, type ScoreBands } from './index.ts'

const bands: ScoreBands = {
  of: { name: 'score', figure: 'twoYears' },
  inForce: from('2026-04-01'),
  source: 'Invented for this test',
  bands: [
    { from: 0, label: 'First' },
    { from: 50, label: 'Second' },
  ],
}
const on = (day: string) => Temporal.PlainDate.from(day)

test('a figure lies in the last band that it reaches, from the day on which the bands hold', () => {
  expect(bandsOf([bands], 'score', { twoYears: 49 }, on('2026-04-01'))).toEqual(['First'])
  expect(bandsOf([bands], 'score', { twoYears: 50 }, on('2026-04-01'))).toEqual(['Second'])
  expect(bandsOf([bands], 'score', { twoYears: 50 }, on('2026-03-31'))).toEqual([])
})

test('there are no bands where a service has set none, nor for another figure', () => {
  expect(bandsOf([], 'score', { twoYears: 50 }, on('2026-04-01'))).toEqual([])
  expect(bandsOf([bands], 'score', { oneYear: 50 }, on('2026-04-01'))).toEqual([])
  expect(bandsOf([bands], 'other', { twoYears: 50 }, on('2026-04-01'))).toEqual([])
})

test('bands that do not rise, or say no source, are a fault', () => {
  expect(checkScoreBands(bands)).toEqual([])
  expect(checkScoreBands({ ...bands, source: '', bands: bands.bands.toReversed() })).toEqual([
    'The bands of “score” do not say where they were decided.',
    'The bands of “score” do not rise: “First” begins at 0.',
  ])
  expect(checkScoreBands({ ...bands, bands: [] })).toEqual(['The bands of “score” name no band.'])
})
