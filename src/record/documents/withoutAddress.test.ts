import { expect, test } from 'vitest'
import type { DocumentTree } from '../../engine/documents/index.ts'
import { withoutAddress } from './withoutAddress.ts'

const treeOf = (words: string): DocumentTree => ({
  ...{ title: 'Letter', language: 'en-GB', direction: 'ltr' },
  blocks: [
    { kind: 'paragraph', words },
    { kind: 'facts', facts: [{ name: 'Home', words }] },
  ],
})

const homes = {
  from: 'the father',
  addresses: [{ address: '12 Invented Close\nMilton Keynes', postcode: 'MK1 1AA' }],
}

test.each([
  ['Yes: 12 Invented Close, Milton Keynes, MK1 1AA', 'Yes: (the address is confidential)'],
  ['Come to 12 invented close at four', 'Come to (the address is confidential) at four'],
  ['MK11AA is where', '(the address is confidential) is where'],
  ['12 Invented Close\nMilton Keynes', '(the address is confidential)'],
  ['Milton Keynes Youth Justice', 'Milton Keynes Youth Justice'],
])('“%s” is read without the address', (said, reads) => {
  expect(withoutAddress(treeOf(said), homes)).toEqual(treeOf(reads))
})

test('an address without a street number and without a postcode is kept out as a whole', () => {
  const refuge = { from: 'him', addresses: [{ address: 'The Haven, North Lane', postcode: '' }] }
  expect(withoutAddress(treeOf('She is at The Haven, North Lane now'), refuge)).toEqual(
    treeOf('She is at (the address is confidential) now'),
  )
})

test('where nothing is confidential, nothing is taken out', () => {
  const tree = treeOf('12 Invented Close')
  expect(withoutAddress(tree, { from: '', addresses: [] })).toBe(tree)
})
