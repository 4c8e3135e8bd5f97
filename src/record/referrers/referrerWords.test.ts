import { beforeAll, describe, expect, test } from 'vitest'
import { arrivalForm } from '../../engine/arrivals/index.ts'
import { assemblePractice, usePractice } from '../../engine/packs/index.ts'
import { end, pathway, tellings } from '../../engine/pathways/index.ts'
import { addressToTell, type Referral } from './referral.ts'
import { initialsOf, referrerMessage } from './referrerWords.ts'

const file = 'src/record/referrers/referrerWords.test.ts'
const letter = arrivalForm({
  id: 'letter',
  title: 'Letter',
  source: 'Invented for this test',
  file,
  called: 'referral',
  fields: {
    sent: { kind: 'date', label: 'Sent', required: 'Enter the day' },
    family: { kind: 'text', label: 'Family name', required: 'Enter the name' },
    from: { kind: 'text', label: 'From' },
    email: { kind: 'email', label: 'E-mail' },
  },
  says: { received: 'sent', 'family-name': 'family', 'referrer-name': 'from', 'referrer-email': 'email' },
  example: { sent: '2026-11-20', family: 'Okafor-Reed' },
})
const club = pathway({
  id: 'club',
  kind: 'prevention',
  title: 'Club',
  summary: 'Invented.',
  source: 'Invented for this test',
  file,
  routesIn: {
    school: { title: 'School', form: 'letter', byProfessionals: true },
    neighbour: { title: 'A neighbour', form: 'letter' },
  },
  forms: [letter],
  ages: { from: 10, to: 17 },
  stages: { sent: { title: 'Sent', means: 'It came.' } },
  steps: {
    receive: { title: 'Receive', done: 'Received', from: 'start', to: 'sent', by: ['officer'], fields: {} },
    finish: { title: 'End', done: 'Ended', from: ['sent'], to: end('done'), by: ['officer'], fields: {} },
  },
  endings: { done: { title: 'Done', counts: 'completed' } },
  listensTo: {},
  clocks: [],
})
const noHolidays = {
  name: 'None',
  firstYear: 2026,
  lastYear: 2026,
  lastAnnouncedYear: 2026,
  holidays: new Map(),
}

beforeAll(() => {
  const packs = [{ id: 'here', title: 'Here', file, pathways: [club] }]
  usePractice(assemblePractice({ bankHolidays: noHolidays, zone: 'Europe/London', packs }))
})

const referral: Referral = {
  notificationId: 'n',
  form: 'letter',
  routeIn: 'school',
  reference: 'B/17',
  receivedAt: Temporal.Instant.from('2026-11-16T00:00Z'),
  givenName: 'Zofia',
  familyName: 'Adeyemi',
  details: {
    from: 'Bronwen Achebe',
    email: 'b.achebe@brook.example',
    wants: 'To be left alone',
  },
  childId: null,
  involvementId: null,
  hasJoined: false,
}

describe('what a referrer is told', () => {
  test.each(tellings)('“%s” names the child by initials only, with their own reference', telling => {
    const { subject, body } = referrerMessage('Milton Brook', referral, telling)
    expect(subject).toBe('Your referral to Milton Brook')
    expect(body).toContain('Dear Bronwen Achebe')
    expect(body).toContain('for Z. A., which we received on 16 November 2026. Your reference is B/17.')
    for (const secret of ['Zofia', 'Adeyemi', 'left alone']) expect(`${subject}${body}`).not.toContain(secret)
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
    ['nobody by a route that is not of professionals', { ...referral, routeIn: 'neighbour' }, undefined],
    ['nobody by a route that is no more', { ...referral, routeIn: 'by-pigeon' }, undefined],
  ])('%s', (_who, sent, address) => {
    expect(addressToTell(sent)).toBe(address)
  })
})
