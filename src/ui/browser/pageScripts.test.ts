import { describe, expect, it } from 'vitest'
import { zoomOf } from './drawingKeys.ts'
import { passkeyMessage } from './passkeyMessage.ts'
import { isWorthFetching } from './prefetch.ts'
import { isProgress } from './progress.ts'
import { leadsToSearch } from './searchKey.ts'

describe('the key that leads to search', () => {
  const bare = { key: '/', ctrlKey: false, metaKey: false, altKey: false, isTyping: false }
  it.each([
    ['a bare /', bare, true],
    ['/ while typing a note', { ...bare, isTyping: true }, false],
    ['/ with Ctrl', { ...bare, ctrlKey: true }, false],
    ['another key', { ...bare, key: 's' }, false],
  ])('%s: %s', (_name, press, expected) => {
    expect(leadsToSearch(press)).toBe(expected)
  })
})

describe('the keys that show less or more of a drawing', () => {
  const bare = { key: '+', ctrlKey: false, metaKey: false, altKey: false }
  it.each([
    ['+', bare, 'closer'],
    ['+ without its shift key', { ...bare, key: '=' }, 'closer'],
    ['-', { ...bare, key: '-' }, 'farther'],
    ['+ with Ctrl, which enlarges the page', { ...bare, ctrlKey: true }, undefined],
    ['another key', { ...bare, key: 'p' }, undefined],
  ])('%s: %s', (_name, press, expected) => {
    expect(zoomOf(press)).toBe(expected)
  })
})

describe('pages worth fetching ahead', () => {
  const here = 'https://yjs.example/children?page=2'
  it.each([
    ['https://yjs.example/my-day', true],
    ['https://yjs.example/children?page=3', true],
    ['https://yjs.example/children?page=2#table', false],
    ['https://elsewhere.example/my-day', false],
  ])('%s: %s', (address, expected) => {
    expect(isWorthFetching(address, here)).toBe(expected)
  })
})

describe('an answer about progress', () => {
  it('is taken only when it is whole', () => {
    expect(isProgress({ done: 3, total: 9, text: '3 of 9 rows', finished: false })).toBe(true)
    expect(isProgress({ done: 3, total: 9, finished: false })).toBe(false)
    expect(isProgress(null)).toBe(false)
    expect(isProgress('<html>')).toBe(false)
  })
})

describe('what a person is told about a passkey', () => {
  it('does not tell a cancelled passkey from a missing one', () => {
    expect(passkeyMessage('NotAllowedError')).toBe(passkeyMessage('AbortError'))
  })

  it('always offers a way on', () => {
    expect(passkeyMessage('SomethingNew')).toContain('another way')
  })
})
