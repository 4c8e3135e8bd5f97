import { describe, expect, it, test } from 'vitest'
import { isSameAddress, keptFromBoth } from './confidential.ts'

const at = (address: string, postcode = '') => ({ address, postcode })

describe('an address that two services have typed', () => {
  const ours = at('4 Mill Lane, Brookside', 'MK9 3AA')
  test.each([
    ['to the letter', ours, true],
    ['in capitals, without stops', at('4 MILL LANE BROOKSIDE', 'mk93aa'), true],
    ['on lines of its own', at('4, Mill Lane\nBrookside.', 'MK9  3AA'), true],
    ['with the postcode in the address', at('4 Mill Lane, Brookside, MK9 3AA'), true],
    ['without its postcode', at('4 mill lane brookside'), true],
    ['with another postcode', at('4 Mill Lane, Brookside', 'NN1 1AA'), false],
    ['of another house', at('44 Mill Lane, Brookside', 'MK9 3AA'), false],
    ['that is only a postcode', at('', 'MK9 3AA'), false],
    ['that is empty', at(''), false],
  ])('%s', (_, theirs, isSame) => {
    expect(isSameAddress(ours, theirs)).toBe(isSame)
    expect(isSameAddress(theirs, ours)).toBe(isSame)
  })

  it('is not the same where neither says anything, and is where both say only the same postcode', () => {
    expect(isSameAddress(at(''), at(' '))).toBe(false)
    expect(isSameAddress(at('', 'MK9 3AA'), at('', 'mk93aa'))).toBe(true)
  })
})

it('is kept from everybody that one of the two names, and from each once', () => {
  expect(keptFromBoth('', 'The father')).toBe('The father')
  expect(keptFromBoth('the father', 'The father')).toBe('the father')
  expect(keptFromBoth('The father', 'The father; his brother')).toBe('The father; his brother')
  expect(keptFromBoth('The uncle', 'The father')).toBe('The uncle; The father')
  expect(keptFromBoth('The uncle; The father', 'the father.')).toBe('The uncle; The father')
})
