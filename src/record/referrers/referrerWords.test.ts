import { beforeAll, describe, expect, test } from 'vitest'
import { practice } from '../../../practice/index.ts'
import { usePractice } from '../../engine/packs/index.ts'
import { tellings } from '../../engine/pathways/index.ts'
import { addressToTell, type Referral } from './referral.ts'
import { initialsOf, referrerMessage } from './referrerWords.ts'

beforeAll(() => usePractice(practice))

const referral: Referral = {
  notificationId: 'n',
  form: 'esp-referral',
  routeIn: 'school-or-college',
  reference: 'B/17',
  receivedAt: Temporal.Instant.from('2026-11-16T00:00Z'),
  givenName: 'Zofia',
  familyName: 'Adeyemi',
  details: {
    'referrer-name': 'Bronwen Achebe',
    'referrer-email': 'b.achebe@brook.example',
    'strengths-seen': 'Runs fast',
    'child-wants': 'To be left alone',
  },
  childId: null,
  involvementId: null,
}

describe('what a referrer is told', () => {
  test.each(tellings)('“%s” names the child by initials only, with their own reference', telling => {
    const { subject, body } = referrerMessage('Milton Brook', referral, telling)
    expect(subject).toBe('Your referral to Milton Brook')
    expect(body).toContain('Dear Bronwen Achebe')
    expect(body).toContain('for Z. A., which we received on 16 November 2026. Your reference is B/17.')
    for (const secret of ['Zofia', 'Adeyemi', 'Runs fast', 'left alone'])
      expect(`${subject}${body}`).not.toContain(secret)
  })

  test('without a reference or a name nothing stands in their place', () => {
    const { body } = referrerMessage('Milton Brook', { ...referral, reference: null, details: {} }, 'ended')
    expect(body).toContain('Dear colleague')
    expect(body).toContain('on 16 November 2026.\n\nOur work with the child has ended.')
  })

  test.each([
    ['Zofia', 'Adeyemi', 'Z. A.'],
    ['', 'O’Neill', 'O.'],
    ['ليلى', 'حداد', 'ل. ح.'],
    ['émile', 'ólafsson', 'É. Ó.'],
    ['𐐀nn', 'Lee', '𐐀. L.'],
  ])('%s %s is %s', (givenName, familyName, initials) => {
    expect(initialsOf({ givenName, familyName })).toBe(initials)
  })
})

describe('who can be told', () => {
  test.each([
    ['a professional with an address', referral, 'b.achebe@brook.example'],
    ['nobody without one', { ...referral, details: {} }, undefined],
    ['nobody by a route that is not of professionals', { ...referral, routeIn: 'a-neighbour' }, undefined],
    [
      'not the police, whose form asks for none',
      { ...referral, routeIn: 'police-notification', form: 'yot1' },
      undefined,
    ],
  ])('%s', (_who, sent, address) => {
    expect(addressToTell(sent)).toBe(address)
  })
})
