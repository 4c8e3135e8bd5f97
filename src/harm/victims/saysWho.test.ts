import { describe, expect, test } from 'vitest'
import { tellingIn, tellingInName, tellingWords } from './saysWho.ts'

const shop = {
  kind: 'organisation' as const,
  name: 'Larkspur Corner Stores',
  knownAs: 'the shop',
  phone: '01908 555 0100',
  email: 'till@larkspur.example',
  address: 'Unit 3, 14 Saxon Terrace, Milton Keynes MK9 2AB',
}
const boy = {
  ...{ kind: 'person' as const, name: 'Liam O’Porter-Ng', knownAs: 'the boy on the bike' },
  ...{ phone: '+44 7700 900123', email: '', address: '' },
}
const mark = { ...boy, name: 'Mark Young', phone: '' }

describe('a text says who was harmed', () => {
  test.each([
    [shop, 'Larkspur would like to read a letter', 'Larkspur'],
    [shop, 'LÁRKSPUR’s window is broken', 'LÁRKSPUR'],
    [shop, 'They ask that he keeps out of Corner Stores', 'Corner'],
    [shop, 'Ring (01908) 5550100 first', '019085550100'],
    [shop, 'Ring +44 1908 555-0100', '019085550100'],
    [shop, 'Write to Till@Larkspur.example', 'Larkspur'],
    [{ ...shop, name: 'The garage' }, 'Write to Till@larkspur.example', 'till@larkspur.example'],
    [shop, 'He walks home by Saxon Terrace', 'Saxon Terrace'],
    [shop, 'They live in mk92ab', 'MK9 2AB'],
    [boy, 'liam walks home alone', 'liam'],
    [boy, 'The porter family is afraid', 'porter'],
    [boy, 'Text him on 07700900123', '07700900123'],
    [mark, 'He has told Mark that he is sorry', 'Mark'],
    [boy, 'Ring 07700–900123', '07700900123'],
    [boy, 'Ring 07700/900123', '07700900123'],
    [shop, 'They live in MK9-2AB', 'MK9 2AB'],
    [{ ...boy, name: 'Desmond Fen' }, 'He says that D e s m o n d is afraid', 'Desmond'],
    [{ ...boy, name: 'Desmond Fen' }, 'd-e-s-m-o-n-d is afraid', 'desmond'],
  ] as const)('%#: %s', (it, text, word) => {
    expect(tellingIn(it, text)?.word).toBe(word)
  })

  test.each([
    [shop, 'The shop wants the window mended; it is at the corner, and stores open late'],
    [shop, 'He keeps out of Milton Keynes, unit or not'],
    [shop, 'At 14:30, number 555'],
    [boy, 'He got a B, a C and an A in his tests'],
    [mark, 'Mark my words: the young boy left a mark'],
    [boy, 'The boy on the bike walks home at three'],
    [{ ...boy, name: 'Boy Bike' }, 'The Boy on the Bike'],
    [{ ...shop, knownAs: 'Larkspur' }, 'Larkspur wants a letter'],
  ] as const)('%#, not: %s', (it, text) => {
    expect(tellingIn(it, text)).toBeUndefined()
  })
})

test('what the plan calls them may be the name of an organisation, and holds neither a person’s name nor a number', () => {
  expect(tellingInName({ ...shop, knownAs: 'Larkspur Corner Stores' })).toBeUndefined()
  expect(tellingInName({ ...shop, knownAs: 'the shop, 01908 5550100' })?.of).toBe('phone')
  expect(tellingInName({ ...boy, knownAs: 'Liam’s friend' })?.word).toBe('Liam')
})

test('the words say what is wrong and what to do', () => {
  expect(tellingWords({ word: 'Larkspur', of: 'name' }, 'write “the shop”')).toBe(
    '“Larkspur” is a part of their name, and the child and the family read this: write “the shop”',
  )
  expect(tellingWords({ word: '07700', of: 'phone' }, 'leave it out')).toContain('is their telephone number')
})
