import icons from '@iconify-json/fluent-emoji-flat/icons.json' with { type: 'json' }
import set from '@iconify-json/fluent-emoji-flat/package.json' with { type: 'json' }
import { expect, test } from 'vitest'
import list from './pictures.json' with { type: 'json' }
import { goalPictures, pictureVersion } from './pictures.ts'

test('every picture is in the set of the version that is installed', () => {
  const drawn: Readonly<Record<string, unknown>> = icons.icons
  expect(Object.values(list).filter(({ icon }) => drawn[icon] === undefined)).toEqual([])
  expect(set.version).toBe(pictureVersion)
})

test('about forty pictures can stand for a goal, and no two have the same words', () => {
  expect(goalPictures.length).toBeGreaterThanOrEqual(40)
  const words = Object.values(list).flatMap(each => ('ofGoal' in each ? [each.words] : []))
  expect(new Set(words).size).toBe(words.length)
})
