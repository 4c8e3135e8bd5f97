import { describe, expect, test } from 'vitest'
import { authenticatorAddress, codeAt, newSharedSecret, stepOf } from './authenticator.ts'

/** RFC 6238, appendix B: the shared secret is the ASCII string "12345678901234567890"; the codes' last six figures. */
const published = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  ['1970-01-01T00:00:59Z', '287082'],
  ['2005-03-18T01:58:29Z', '081804'],
  ['2005-03-18T01:58:31Z', '050471'],
  ['2009-02-13T23:31:30Z', '005924'],
  ['2033-05-18T03:33:20Z', '279037'],
])('at %s the published code is %s', (at, code) => {
  expect(codeAt(published, Temporal.Instant.from(at))).toBe(code)
})

describe('a code of the app', () => {
  const secret = newSharedSecret()
  const now = Temporal.Instant.from('2026-11-21T10:00:00Z')
  const step = now.epochMilliseconds / 30_000

  test.each([
    ['of now', 0, step],
    ['of half a minute ago, from a slow clock', -30, step - 1],
    ['of half a minute ahead, from a fast clock', 30, step + 1],
    ['of a minute ago', -60, undefined],
    ['of a minute ahead', 60, undefined],
  ])('%s', (_name, seconds, expected) => {
    expect(stepOf(secret, codeAt(secret, now.add({ seconds })), now)).toBe(expected)
  })

  test.each(['', '12345', '1234567', 'abcdef'])('%j is none', code => {
    expect(stepOf(secret, code, now)).toBeUndefined()
  })
})

test('the app is told whose codes these are', () => {
  const address = authenticatorAddress(published, 'robin.vale@example.test')
  expect(address).toContain('otpauth://totp/Throughline:robin.vale%40example.test')
  expect(address).toContain(published)
})
