import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestKey } from '../../app/testkit/apiKey.ts'
import { assemblePractice, checkDefinitions, practiceInUse, usePractice } from '../../engine/packs/index.ts'
import { type Arrivals, makeArrivals } from './arrivals.testkit.ts'
import { inclusion } from './thirdPathway.testkit.ts'

const pack = { id: 'elsewhere', title: 'Elsewhere', file: inclusion.file, pathways: [inclusion] }
/** The definitions that are shipped, and the new one. */
function withThird() {
  const { calendars, packs } = practiceInUse()
  return assemblePractice({ ...calendars, packs: [...packs, pack] })
}

let service: Arrivals['service']
let officer: Arrivals['officer']
let send: Arrivals['send']

beforeAll(async () => {
  ;({ service, officer, send } = await makeArrivals())
  usePractice(withThird())
})
afterAll(() => service.close())

const sent = {
  'sent-on': '16/11/2026',
  'pupil-first-name': 'Ines',
  'pupil-family-name': 'Okoro-Lind',
  'pupil-born-day': '3',
  'pupil-born-month': '4',
  'pupil-born-year': '2018',
  'pupil-phone': '07700 900455',
  teacher: 'Ffion Dar',
  'days-missed': '14',
}
const form = '/arrivals/new/head-teacher'

test('a third pathway is one new definition: a child goes by its route and its form from arrival to ending', async () => {
  expect(checkDefinitions(practiceInUse())).toEqual([])
  expect((await officer.get('/arrivals/new')).text).toContain('Head teacher')
  const arrived = await officer.fill(form, sent)
  expect(arrived.status).toBe(303)
  const list = await officer.get('/arrivals?pathway=inclusion')
  expect(list.text).toContain('Ines Okoro-Lind')
  expect(list.text).toContain('Head teacher')
  const who = await officer.get(arrived.location ?? '')
  expect(who.text).toContain('Days missed this term 14')
  const opened = await officer.fill(arrived.location ?? '', { child: 'new' })
  const address = opened.location ?? ''
  const page = await officer.get(address)
  expect(page.title).toContain('Inclusion project')
  expect(page.text).toContain('Days missed this term 14')
  for (const step of ['begin', 'finish']) {
    await officer.fill(`${address}/steps/${step}`, { 'happened-on': '20/11/2026' })
  }
  expect((await officer.get(address)).text).toContain('Ended: Kept in school')
})

test('its children are matched by what its form says, whatever it calls the questions', async () => {
  const again = await officer.fill(form, { ...sent, 'pupil-first-name': 'Inez', 'sent-on': '17/11/2026' })
  const who = await officer.get(again.location ?? '')
  expect(who.text).toContain('Ines Okoro-Lind')
  expect(who.text).toContain('The same phone number')
  await officer.post('/search', { q: '07700 900455' })
  expect((await officer.get('/search')).text).toContain('Inez Okoro-Lind')
})

test('its ages are its own: a child of eight is not too young', async () => {
  const old = await officer.fill(form, { ...sent, 'pupil-first-name': 'Ida', 'pupil-born-year': '2009' })
  expect(old.status).toBe(303)
  const refused = await officer.fill(old.location ?? '', { child: 'new' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('17 when the referral was received')
  expect(refused.text).toContain('aged 5 to 16')
})

test('its children come by file and by program as well, and nothing else was written for it', async () => {
  const rows = 'sent_on,pupil_family_name,teacher,days_missed\n16/11/2026,Vanterpool,Ffion Dar,9\n'
  const { progress } = await send(rows, { routeIn: 'head-teacher' })
  expect(progress).toMatchObject({ accepted: 1, failed: 0 })
  expect((await officer.get('/arrivals?route=head-teacher')).text).toContain('Vanterpool')
  expect((await officer.get('/arrivals/import')).text).toContain('Referral to the inclusion project')
  const school = await makeTestKey(service)
  const body = { route: 'head-teacher', sent_on: '2026-11-16', pupil_family_name: 'Ozola', teacher: 'F Dar' }
  const answer = await school.ask('POST', '/api/notifications', body, { 'idempotency-key': 'ozola' })
  expect(answer.statusCode).toBe(201)
  expect((await officer.get(`/arrivals/${answer.json().id}`)).text).toContain('Ozola')
})
