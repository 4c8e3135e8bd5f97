import { expect, test } from 'vitest'
import { openSecret } from '../config/index.ts'
import { openBefore, seal, sealUntil, unseal } from './sealing.ts'

const ours = openSecret({ secret: 'the secret of one installation', dataFolder: '' })
const another = openSecret({ secret: 'the secret of another installation', dataFolder: '' })
const now = Temporal.Instant.from('2026-11-21T10:00:00Z')

test('what is sealed can be opened for the same purpose and owner, and for nothing else', () => {
  const sealed = seal(ours, 'authenticator app', 'robin', 'Ø the shared secret')
  expect(sealed).not.toContain('shared')
  expect(unseal(ours, 'authenticator app', 'robin', sealed)).toBe('Ø the shared secret')
  expect(unseal(ours, 'authenticator app', 'sam', sealed)).toBeUndefined()
  expect(unseal(ours, 'sign-in', 'robin', sealed)).toBeUndefined()
  expect(unseal(another, 'authenticator app', 'robin', sealed)).toBeUndefined()
})

test('the same text is never sealed the same way twice', () => {
  expect(seal(ours, 'p', 'o', 'text')).not.toBe(seal(ours, 'p', 'o', 'text'))
})

test.each(['', 'short', 'not ours at all, but long enough to look like it'])('%j opens nothing', text => {
  expect(unseal(ours, 'p', 'o', text)).toBeUndefined()
})

test('a single altered letter closes it for good', () => {
  const sealed = seal(ours, 'p', 'o', 'text')
  const altered = (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1)
  expect(unseal(ours, 'p', 'o', altered)).toBeUndefined()
})

test('what a browser carries is good until its moment and not at it', () => {
  const sealed = sealUntil(ours, 'step', { userId: 'robin' }, now.add({ minutes: 5 }))
  expect(openBefore(ours, 'step', sealed, now.add({ minutes: 4 }))).toEqual({ userId: 'robin' })
  expect(openBefore(ours, 'step', sealed, now.add({ minutes: 5 }))).toBeUndefined()
  expect(openBefore(ours, 'step', undefined, now)).toBeUndefined()
})
