import { expect, test } from 'vitest'
import { beginningOf, isKeyText, newKeyText } from './keyText.ts'

test('a key can be told from everything else by its form', () => {
  const keys = Array.from({ length: 200 }, newKeyText)
  for (const key of keys) expect(key).toMatch(/^throughline_[0-9A-Za-z]{49}$/)
  expect(keys.every(isKeyText)).toBe(true)
  expect(new Set(keys).size).toBe(200)
})

test('a letter that was mistyped, left out or added makes it none', () => {
  const key = newKeyText()
  const other = key[20] === 'a' ? 'b' : 'a'
  const mistyped = `${key.slice(0, 20)}${other}${key.slice(21)}`
  for (const text of [mistyped, key.slice(0, -1), `${key}0`, ` ${key}`, key.toUpperCase(), ''])
    expect(isKeyText(text), text).toBe(false)
})

test('the form stays as it was published: scanners look for it', () => {
  expect(isKeyText(`throughline_${'0'.repeat(42)}10HNUPx`)).toBe(true)
})

test('what is shown of a key gives none of it away', () => {
  expect(beginningOf('throughline_AbCdEfGh')).toBe('throughline_AbCd')
})
