import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild, insertAlert } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let childId: string
let involvementId: string

beforeAll(async () => {
  service = await makeTestService()
})
afterAll(() => service.close())

beforeEach(async () => {
  officer = await service.person('officer', 'Olive Officer')
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  const [row] = await service.asOwner(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
     values ($1, $2, 'diversion', 'police-notification', 'active', '2026-01-05T09:00:00Z') returning involvement_id`,
    [service.serviceId, childId],
  )
  involvementId = String(row?.involvement_id)
})

const weekly = (more: Record<string, string | string[]> = {}) => ({
  case: involvementId,
  kind: 'office',
  day: '4/12/2026',
  time: '16:30',
  minutes: '45',
  place: 'Room 2',
  with: officer.userId,
  repeat: 'weekly',
  ends: 'times',
  times: '3',
  holidays: 'yes',
  ...more,
})
const planPath = () => `/children/${childId}/contacts/plan`

/** Sends the plan, and then what it came to, as a person does who agrees with all of it or with these days. */
async function planSeries(fields: Record<string, string | string[]>, days?: string[]) {
  const shown = await officer.fill(planPath(), fields)
  const all = [...shown.html.matchAll(/value="(\d{4}-\d\d-\d\d)"/g)].map(([, day]) => day ?? '')
  const checked = { ...fields, days: days ?? all, _checked: hiddenValue(shown.html, '_checked') ?? '' }
  return { shown, all, saved: await officer.fill(planPath(), checked) }
}

const starts = async () =>
  (
    await service.asOwner(
      `select appointment_id, state, to_char(starts_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as at
       from appointment where child_id = $1 order by starts_at`,
      [childId],
    )
  ).map(({ at, state, appointment_id }) => ({ at, state, id: String(appointment_id) }))
const addressOf = (id: string) => `/children/${childId}/contacts/${id}`

describe('a series', () => {
  it('is shown before it is saved, without the bank holidays, and nothing is saved until then', async () => {
    const shown = await officer.fill(planPath(), weekly({ day: '18/12/2026' }))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('3 appointments: which are to be saved?')
    expect(shown.text).toContain('Left out as bank holidays: Friday 25 December')
    expect(await starts()).toHaveLength(0)
  })

  it('is saved as it was shown, each appointment by itself', async () => {
    const { saved } = await planSeries(weekly())
    expect(saved.location).toBe(`/children/${childId}/contacts`)
    expect((await starts()).map(({ at }) => at)).toEqual([
      '2026-12-04 16:30',
      '2026-12-11 16:30',
      '2026-12-18 16:30',
    ])
  })

  it('at 16:30 stays at 16:30 when the clocks go forward', async () => {
    await planSeries(weekly({ day: '23/3/2027', times: '2' }))
    expect((await starts()).map(({ at }) => at)).toEqual(['2027-03-23 16:30', '2027-03-30 16:30'])
  })

  it('is saved without the days that were taken out', async () => {
    await planSeries(weekly(), ['2026-12-04', '2026-12-18'])
    expect((await starts()).map(({ at }) => at)).toEqual(['2026-12-04 16:30', '2026-12-18 16:30'])
  })

  it('marks the bank holidays among its days where they are not left out', async () => {
    const { shown } = await planSeries(weekly({ day: '18/12/2026', holidays: 'no' }))
    expect(shown.text).toContain(
      'Friday 25 December 2026, 4:30pm Beware: that day is a bank holiday (Christmas Day).',
    )
    expect(shown.text.match(/bank holiday \(/g)).toHaveLength(2)
  })

  it('shows with what each clashes', async () => {
    await officer.fill(planPath(), weekly({ repeat: 'once', day: '11/12/2026', time: '16:00' }))
    const { shown } = await planSeries(weekly())
    expect(shown.text).toContain('One of them clashes with something else that is planned')
    expect(shown.text).toContain('Beware: this child has another appointment then, at 4pm.')
  })

  it('shows on which days the worker is on leave, and says so of one that is saved all the same', async () => {
    await service.asOwner(
      `insert into worker_leave (service_id, user_id, from_on, until_on) values ($1, $2, '2026-12-10', '2026-12-12')`,
      [service.serviceId, officer.userId],
    )
    const { shown } = await planSeries(weekly())
    expect(shown.text).toContain('One of them clashes with something else that is planned, or with leave')
    expect(shown.text).toContain('Friday 11 December 2026, 4:30pm Beware: the worker is on leave that day.')
    const { shown: warned, saved } = await planSeries(weekly({ repeat: 'once', day: '12/12/2026' }))
    expect(warned.text).toContain(
      'Saturday 12 December 2026, 4:30pm. Beware: the worker is on leave that day.',
    )
    expect(saved.status).toBe(303)
    expect((await officer.get(saved.location ?? '')).text).toContain(
      'The appointment has been saved. Beware: the worker is on leave that day.',
    )
    const after = await officer.fill(planPath(), weekly({ repeat: 'once', day: '13/12/2026' }))
    expect((await officer.get(after.location ?? '')).text).not.toContain('on leave')
    await service.asOwner('delete from worker_leave')
  })

  it('that is changed after it was shown is shown anew', async () => {
    const shown = await officer.fill(planPath(), weekly())
    const mark = hiddenValue(shown.html, '_checked') ?? ''
    const again = await officer.fill(planPath(), { ...weekly({ times: '5' }), _checked: mark })
    expect(again.text).toContain('5 appointments: which are to be saved?')
    expect(await starts()).toHaveLength(0)
  })

  it('that is asked to be shown anew is never saved, whether it was changed or not', async () => {
    const shown = await officer.fill(planPath(), weekly())
    const mark = hiddenValue(shown.html, '_checked') ?? ''
    expect(shown.html).toMatch(/<button[^>]*value="yes" name="_anew"[^>]*>Show it anew/)
    const anew = await officer.fill(planPath(), { ...weekly(), _checked: mark, _anew: 'yes' })
    expect(anew.text).toContain('3 appointments: which are to be saved?')
    const single = await officer.fill(planPath(), { ...weekly({ repeat: 'once' }), _anew: 'yes' })
    expect(single.text).toContain('nothing more to look at before you save this. It has not been saved yet.')
    expect(single.html).not.toContain('Show it anew')
    expect(await starts()).toHaveLength(0)
  })

  it('ends within a year, and asks for what it needs', async () => {
    const late = await officer.fill(planPath(), weekly({ ends: 'until', until: '5/12/2027' }))
    expect(late.status).toBe(422)
    expect(late.text).toContain('The last day must be within a year of the first')
    const bare = await officer.fill(planPath(), weekly({ repeat: 'weekdays', ends: '' }))
    expect(bare.text).toContain('Choose the days of the week')
    expect(bare.text).toContain('Say how long it goes on')
  })

  it('is cancelled from one appointment on, and those before it stand', async () => {
    await planSeries(weekly({ times: '4' }))
    const second = (await starts())[1]
    await officer.fill(`${addressOf(second?.id ?? '')}/cancel`, { which: 'following', reason: 'Moved away' })
    expect((await starts()).map(({ state }) => state)).toEqual([
      'planned',
      'cancelled',
      'cancelled',
      'cancelled',
    ])
  })

  it('of one that is cancelled alone the others stand', async () => {
    await planSeries(weekly())
    const second = (await starts())[1]
    await officer.fill(`${addressOf(second?.id ?? '')}/cancel`, { which: 'this', reason: 'Dentist' })
    expect((await starts()).map(({ state }) => state)).toEqual(['planned', 'cancelled', 'planned'])
  })

  it('is moved from one appointment on: as many days, to the same time on the wall over the change of the clocks', async () => {
    await planSeries(weekly({ day: '16/3/2027', times: '3' }))
    const second = (await starts())[1]
    const moved = weekly({ day: '25/3/2027', time: '17:00', which: 'following' })
    await officer.fill(`${addressOf(second?.id ?? '')}/move`, moved)
    expect((await starts()).map(({ at }) => at)).toEqual([
      '2027-03-16 16:30',
      '2027-03-25 17:00',
      '2027-04-01 17:00',
    ])
  })
})

describe('place and way', () => {
  const alert = (kind: 'risk-from-others' | 'dog') =>
    service.as(officer, tx =>
      insertAlert(tx, {
        serviceId: service.serviceId,
        childId,
        kind,
        text: 'Older boys wait at the bus station',
        by: officer.userId,
        at: service.clock.now,
      }),
    )

  it('shows what is known of risks, and asks whether the way is safe where there is one', async () => {
    await alert('risk-from-others')
    expect((await officer.get(planPath())).text).toContain('Older boys wait at the bus station')
    const once = weekly({ repeat: 'once' })
    const refused = await officer.fill(planPath(), once)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Say whether the way and the place are safe')
    const bare = await officer.fill(planPath(), { ...once, 'way-safe': 'with-care' })
    expect(bare.text).toContain('Say what makes it safe')
    const saved = await officer.fill(planPath(), {
      ...once,
      'way-safe': 'with-care',
      'way-safe-reason-with-care': 'Fetched from the school gate',
      travel: 'fetched',
      'fetched-by': officer.userId,
      'meets-at': 'School gate',
    })
    const page = await officer.get(saved.location ?? '')
    expect(page.text).toContain(
      'Way there We fetch the child Fetched by Olive Officer Meeting point School gate',
    )
    expect(page.text).toContain('What makes it safe Fetched from the school gate')
  })

  it('does not insist where no alert is about the way', async () => {
    await alert('dog')
    expect((await officer.fill(planPath(), weekly({ repeat: 'once' }))).status).toBe(303)
  })

  it('offers the service’s places, and keeps their words as they were', async () => {
    const support = await service.person('business-support')
    await support.fill('/places/add', { name: 'The Hub', address: '3 Canal Street', suits: ['groups'] })
    const [row] = await service.asOwner('select place_id from meeting_place')
    const saved = await officer.fill(
      planPath(),
      weekly({ repeat: 'once', 'place-kept': String(row?.place_id), place: 'Room 2' }),
    )
    expect((await officer.get(saved.location ?? '')).text).toContain('Where The Hub, 3 Canal Street: Room 2')
    const same = await support.fill('/places/add', { name: 'the hub', address: 'Elsewhere' })
    expect(same.text).toContain('There is a place with this name')
    const closed = { name: 'The Hub', address: '3 Canal Street', 'in-use': 'no' }
    await support.fill(`/places/${row?.place_id}/edit`, closed)
    expect((await officer.get(planPath())).text).not.toContain('The Hub')
    expect((await officer.get(saved.location ?? '')).text).toContain('The Hub, 3 Canal Street')
    expect((await officer.get('/places')).text).toContain('No longer')
    expect((await officer.get('/places/add')).status).toBe(403)
  })
})

describe('how it went', () => {
  const begun = async () => {
    const saved = await officer.fill(planPath(), weekly({ repeat: 'once', day: '21/11/2026', time: '09:00' }))
    return saved.location ?? ''
  }

  it('is said on one page that My day leads to', async () => {
    const address = await begun()
    expect((await officer.get('/')).html).toContain(`href="${address}/record"`)
    await officer.fill(`${address}/record`, { went: 'kept' })
    expect((await officer.get(address)).text).toContain('How it stands Kept')
  })

  it('was missed for a reason of the list, which somebody says is acceptable or not', async () => {
    const address = await begun()
    const bare = await officer.fill(`${address}/record`, { went: 'missed', acceptable: 'no' })
    expect(bare.text).toContain('Choose why it was missed, or write it')
    await officer.fill(`${address}/record`, { went: 'missed', cause: 'forgot', acceptable: 'no' })
    const page = await officer.get(address)
    expect(page.text).toContain('Why it was missed Forgot, or mixed up the day or the time')
    expect(page.text).toContain('Acceptable reason No, said by Olive Officer')
  })

  it('names who said that the reason is acceptable, where it was somebody else', async () => {
    const address = await begun()
    const senior = await service.person('senior', 'Sam Senior')
    const missed = { cause: 'ill', why: 'At the doctor’s', acceptable: 'yes', 'judged-by': senior.userId }
    await officer.fill(`${address}/missed`, missed)
    const page = await officer.get(address)
    expect(page.text).toContain('Why it was missed At the doctor’s Kind of reason Ill or hurt')
    expect(page.text).toContain('Yes, said by Sam Senior')
  })

  it('is called off with a reason that the history keeps', async () => {
    const address = await begun()
    await officer.fill(`${address}/record`, { went: 'cancelled', 'called-off': 'Worker was ill' })
    expect((await officer.get(`/children/${childId}/history`)).text).toContain('Worker was ill')
  })

  it('that was missed is followed up: who was reached, and the next appointment from the same page', async () => {
    const address = await begun()
    await officer.fill(`${address}/record`, { went: 'missed', cause: 'forgot', acceptable: 'no' })
    const followUp = {
      reached: ['child', 'parent'],
      'follow-up': 'Rang both.',
      next: 'new-appointment',
      'next-day': '25/11/2026',
      'next-time': '15:00',
      'next-place': 'Room 2',
    }
    const past = await officer.fill(`${address}/follow-up`, { ...followUp, 'next-day': '1/11/2026' })
    expect(past.text).toContain('The day must be today or later')
    const saved = await officer.fill(`${address}/follow-up`, followUp)
    expect((await officer.get(saved.location ?? '')).text).toContain('Wednesday 25 November 2026, 3pm')
    const page = await officer.get(address)
    expect(page.text).toContain('Who was reached The child, A parent or carer')
    expect(page.text).toContain('What comes next A new appointment, planned here')
  })
})

test('a police officer plans no series and keeps no places', async () => {
  const police = await service.person('police-officer')
  expect((await police.get(planPath())).status).toBe(403)
  expect((await police.get('/places')).status).toBe(403)
})
