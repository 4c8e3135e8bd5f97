import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Arrivals, head, makeArrivals, reference } from './arrivals.testkit.ts'

let service: Arrivals['service']
let officer: Arrivals['officer']
let send: Arrivals['send']
let arrived: Arrivals['arrived']

beforeAll(async () => {
  ;({ service, officer, send, arrived } = await makeArrivals())
})
afterAll(() => service.close())

const school = '/arrivals/new/school-or-college'
const referral = {
  received: '16/11/2026',
  'referrer-name': 'Bronwen Achebe',
  'referrer-post': 'Head of year, Brook School',
  'referrer-email': 'b.achebe@brook.example',
  'their-reference': '',
  'first-name': 'Zofia',
  'family-name': 'Adeyemi',
  'date-of-birth-day': '1',
  'date-of-birth-month': '2',
  'date-of-birth-year': '2012',
  ethnicity: 'M9',
  'parent-name': 'Ola Adeyemi',
  'parent-phone': '07700 900301',
  'strengths-seen': 'Runs fast and helps the little ones',
  'worried-about': ['exploitation', 'other'],
  'worried-about-reason-other': 'New shoes each week',
  'what-happened': 'An older boy waits at the gate',
  'child-knows': 'both',
}
const dateOfBirth = (day: string, month: string, year: string) => ({
  'date-of-birth-day': day,
  'date-of-birth-month': month,
  'date-of-birth-year': year,
})
const rows = () =>
  service.asOwner(
    'select notification_id, route_in, form, reference from notification order by notification_id',
  )

describe('a referral', () => {
  test('asks first who sent it, then what their form asks', async () => {
    const ways = await officer.get('/arrivals/new')
    expect(ways.text).toContain('Channel Panel')
    expect(ways.text).toContain('Police notification of a community resolution')
    const form = await officer.get(school)
    expect(form.title).toContain('Record a referral')
    expect(form.text).toContain('From: School, college or further education')
    expect(form.text.indexOf('What is going well')).toBeLessThan(form.text.indexOf('worried about'))
    expect(form.text).not.toContain('Outcome')
    expect((await officer.get('/arrivals/new/by-pigeon')).status).toBe(404)
  })

  test('waits with its route, is identified, and opens a case that begins with what was said', async () => {
    const saved = await officer.fill(school, referral)
    const list = await officer.get('/arrivals')
    expect(list.text).toContain('Zofia Adeyemi')
    expect(list.text).toContain('School, college or further education')
    const who = await officer.get(saved.location ?? '')
    expect(who.text).toContain('Sent by School, college or further education')
    expect(who.text).toContain('All that the referral says')
    expect(who.text).toContain('New shoes each week')
    expect(who.text).toContain('Any other Mixed background')
    const opened = await officer.fill(saved.location ?? '', { child: 'new' })
    const page = await officer.get(opened.location ?? '')
    expect(page.title).toContain('Early Support Project: prevention')
    expect(page.text).toContain('Referral received')
    expect(page.text).toContain('Runs fast and helps the little ones')
    expect(page.text).toContain('New shoes each week')
    const childId = /children\/([^/]+)/.exec(opened.location ?? '')?.[1]
    const [child] = await service.asOwner('select ethnicity from child where child_id = $1', [childId])
    expect(child).toEqual({ ethnicity: 'M9' })
    expect(await service.asOwner('select from offence where child_id = $1', [childId])).toEqual([])
    const [parent] = await service.asOwner('select name, note from child_person where child_id = $1', [
      childId,
    ])
    expect(parent).toEqual({
      name: 'Ola Adeyemi',
      note: 'Named in a referral (Referral to the Early Support Project): ask about parental responsibility',
    })
  })

  test('says what to know before contact to everybody, until somebody has dealt with it', async () => {
    const quiet = 'Her mother must not hear of it: ring the school. A dog at the gate.'
    const saved = await officer.fill(school, {
      ...referral,
      'first-name': 'Wren',
      'child-knows': 'no',
      'child-knows-reason-no': 'Her parents may be angry',
      'before-contact': quiet,
    })
    const opened = await officer.fill(saved.location ?? '', { child: 'new' })
    expect((await officer.get(opened.location ?? '')).text).toContain(
      'The case is open. 2 alerts were raised.',
    )
    const childId = /children\/([^/]+)/.exec(opened.location ?? '')?.[1]
    const unaware = 'Child and family do not know of the referral. Her parents may be angry'
    for (const at of [`/children/${childId}`, `/children/${childId}/before-a-visit`]) {
      const page = await officer.get(at)
      expect(page.text).toContain(quiet)
      expect(page.text).toContain(unaware)
    }
    const held = await service.asOwner(
      'select child_alert_id as id, kind from child_alert where child_id = $1',
      [childId],
    )
    expect(held.map(({ kind }) => kind)).toEqual(['before-contact', 'before-contact'])
    for (const { id } of held)
      await officer.fill(`/children/${childId}/safety/alerts/${id}/end`, { reason: 'They know' })
    const afterwards = await officer.get(`/children/${childId}/before-a-visit`)
    expect(afterwards.text).not.toContain(quiet)
    expect(afterwards.text).not.toContain(unaware)
  })

  test.each([
    ['the year', { 'date-of-birth-basis': 'year', 'year-of-birth': '2011' }, '2011-07-01'],
    ['the age', { 'date-of-birth-basis': 'age', age: '14' }, '2012-05-16'],
    ['an estimate', { 'date-of-birth-basis': 'estimated', ...dateOfBirth('9', '9', '2011') }, '2011-09-09'],
  ])(
    'of whose birth only %s is known is kept, compared as an estimate, and makes one',
    async (_how, said, born) => {
      const unsure = {
        ...referral,
        ...dateOfBirth('', '', ''),
        'first-name': 'Kestrel',
        'family-name': `Lowmoor ${born.slice(-2)}`,
        ...said,
      }
      const saved = await officer.fill(school, unsure)
      expect(saved.status).toBe(303)
      expect((await officer.get('/arrivals')).text).toContain('(estimated)')
      const opened = await officer.fill(saved.location ?? '', { child: 'new' })
      const childId = /children\/([^/]+)/.exec(opened.location ?? '')?.[1]
      const [child] = await service.asOwner(
        'select birth_date::text as date, birth_date_basis as basis from child where child_id = $1',
        [childId],
      )
      expect(child).toEqual({ date: born, basis: 'estimated' })
      const again = await officer.fill(school, { ...unsure, 'what-happened': 'Again' })
      expect((await officer.get(again.location ?? '')).text).toContain('About the same age')
    },
  )

  test('that says two things of the date of birth is refused beside it', async () => {
    const both = { ...referral, 'date-of-birth-basis': 'year', 'year-of-birth': '2011' }
    const refused = await officer.fill(school, both)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('leave it empty where only the year or the age is known')
    const none = { ...referral, ...dateOfBirth('', '', ''), 'date-of-birth-basis': 'estimated' }
    expect((await officer.fill(school, none)).text).toContain('Date of birth: enter it, or say')
  })

  test('of a child whom we know offers that child, by phone and school as well as by name', async () => {
    const saved = await officer.fill(school, {
      ...referral,
      'first-name': 'Sofia',
      'their-reference': 'B/17',
    })
    const who = await officer.get(saved.location ?? '')
    expect(who.text).toContain('Zofia Adeyemi')
    expect(who.text).toContain('The same date of birth')
  })

  test('without a reference, the same words by the same route on the same day change nothing', async () => {
    const twin = { ...referral, 'family-name': 'Twyford' }
    const first = await officer.fill(school, twin)
    const before = await rows()
    const again = await officer.fill(school, twin)
    expect(again.location).toBe(first.location)
    expect((await officer.get(again.location ?? '')).text).toContain('Nothing was changed')
    expect(await rows()).toEqual(before)
  })

  test.each([
    ['another day', school, { received: '17/11/2026' }],
    ['other words', school, { 'what-happened': 'He waits on Mondays too' }],
    ['another route', '/arrivals/new/early-help', {}],
    ['another child', school, { 'first-name': 'Zara' }],
  ])('without a reference, %s makes it another one', async (_what, address, change) => {
    const before = await rows()
    const sent = await officer.fill(address, { ...referral, 'family-name': 'Twyford', ...change })
    expect(sent.status).toBe(303)
    expect(await rows()).toHaveLength(before.length + 1)
  })

  test('with a reference, the same child by the same route is said to be here already', async () => {
    const one = { ...referral, 'family-name': 'Quill', 'their-reference': 'SC-9' }
    await officer.fill(school, one)
    const again = await officer.fill(school, { ...one, 'what-happened': 'Something else' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('A referral about this child with this reference is here already')
    // Another sender may count alike.
    expect((await officer.fill('/arrivals/new/channel-panel', one)).status).toBe(303)
  })

  test('of somebody who is 18 is kept, and no case is opened', async () => {
    const grown = await officer.fill(school, { ...referral, 'date-of-birth-year': '2008' })
    expect(grown.status).toBe(303)
    const refused = await officer.fill(grown.location ?? '', { child: 'new' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('this person was 18 when the referral was received')
  })

  test('is a new one once the first is settled, under the same reference, and is kept', async () => {
    const one = { ...referral, 'first-name': 'Again', 'their-reference': 'P-77' }
    const first = await officer.fill(school, one)
    const later = { ...one, 'what-happened': 'A knife was found in the bag' }
    expect((await officer.fill(school, later)).status).toBe(422)
    await officer.fill(`${first.location}/close`, { why: 'Withdrawn', tell: 'no' })
    const second = await officer.fill(school, later)
    expect(second.status).toBe(303)
    expect(second.location).not.toBe(first.location)
    expect((await officer.get(second.location ?? '')).text).toContain('A knife was found in the bag')
  })

  test('is found by its reference and by the parent’s phone while it waits', async () => {
    await officer.post('/search', { q: 'SC-9' })
    expect((await officer.get('/search')).text).toContain('Quill')
    await officer.post('/search', { q: '07700 900301' })
    expect((await officer.get('/search')).text).toContain('Twyford')
  })

  test('about a child hidden from somebody is not in her sight', async () => {
    const aunt = await service.person('officer', 'Aunt')
    const [child] = await service.asOwner(`select child_id from child where given_name = 'Zofia'`)
    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
      [service.serviceId, child?.child_id, aunt.userId],
    )
    await officer.fill(school, { ...referral, 'first-name': 'Zofja', 'their-reference': 'B/18' })
    expect((await officer.get('/arrivals')).text).toContain('Zofja')
    expect((await aunt.get('/arrivals')).text).not.toContain('Zofja')
  })
})

describe('the list of arrivals', () => {
  test('is narrowed by route and by pathway, in its address', async () => {
    const one = reference()
    await send(`${head}\n${one},16/11/2026,Petra,Vane,1/2/2011,Theft,8\n`)
    const names = async (query: string) => {
      const { text } = await officer.get(`/arrivals?${query}`)
      return ['Petra Vane', 'Zara Twyford'].filter(name => text.includes(name))
    }
    expect(await names('')).toEqual(['Petra Vane', 'Zara Twyford'])
    expect(await names('route=police-notification')).toEqual(['Petra Vane'])
    expect(await names('route=school-or-college')).toEqual(['Zara Twyford'])
    expect(await names('pathway=esp-prevention')).toEqual(['Zara Twyford'])
    expect(await names('pathway=diversion&route=school-or-college')).toEqual([])
    expect(await names('route=nobody')).toEqual(['Petra Vane', 'Zara Twyford'])
    expect((await arrived(one))?.form).toBe('yot1')
  })

  test('keeps what it is narrowed to on the next page', async () => {
    const many = Array.from({ length: 55 }, (_, n) => `${reference()},15/11/2026,Row,Child${n},,Theft,8`)
    await send([head, ...many].join('\n'))
    const first = await officer.get('/arrivals?route=police-notification')
    const next = /href="([^"]*after=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(next).toContain('route=police-notification')
    const second = await officer.get(next)
    expect(second.status).toBe(200)
    expect(second.text).not.toContain('Twyford')
    expect(second.text).toContain('Petra Vane')
  })
})
