import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'

test('the empty text has the offset basis, and "a" the published value', () => {
  expect(fingerprint('')).toBe((0x811c9dc5).toString(36))
  expect(fingerprint('a')).toBe((0xe40c292c).toString(36))
})

test('line ends do not count, letters do', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(fingerprint(`${one}\r\n${other}x`)).toBe(fingerprint(`${one}\n${other}x`))
      expect(fingerprint(`${one}b`)).not.toBe(fingerprint(`${one}c`))
    }),
  )
})
