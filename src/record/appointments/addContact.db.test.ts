import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let childId: string
let involvementId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
})
afterAll(() => service.close())

beforeEach(async () => {
  const { serviceId } = service
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  const [row] = await service.asOwner(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at, holder_id)
     values ($1, $2, 'diversion', 'police-notification', 'active', '2026-01-05T09:00:00Z', $3) returning involvement_id`,
    [serviceId, childId, officer.userId],
  )
  involvementId = String(row?.involvement_id)
})

const formPath = () => `/children/${childId}/contacts/add`
const met = (more: Record<string, string> = {}) => ({
  case: involvementId,
  day: '5/1/2026',
  time: '16:00',
  minutes: '20',
  kind: 'community',
  place: 'Outside the library',
  with: officer.userId,
  went: 'kept',
  'what-happened': 'Met by chance, and talked of the week',
  ...more,
})
const held = () =>
  service.asOwner(
    'select state, place, recorded_at is not null as told from appointment where child_id = $1',
    [childId],
  )

describe('a contact that was not planned', () => {
  it('is written down in one form, and stands as an appointment that was kept', async () => {
    const opened = await officer.get(formPath())
    expect(opened.html).toContain(`<option value="${officer.userId}" selected`)
    const saved = await officer.fill(formPath(), met())
    const { text } = await officer.get(saved.location ?? '')
    expect(text).toContain('The contact has been recorded.')
    expect(text).toContain('Met by chance, and talked of the week')
    expect(await held()).toEqual([{ state: 'kept', place: 'Outside the library', told: true }])
  })

  it('by telephone asks for no place, and none is said', async () => {
    await officer.fill(formPath(), met({ kind: 'telephone', place: '' }))
    const now = await officer.get(`/children/${childId}`)
    expect(now.text).toMatch(/telephone call with Olive Officer(?!,)/)
    expect((await officer.get('/week?day=2026-01-05')).text).not.toMatch(/Tariq Amin Telephone/)
    expect(await held()).toEqual([{ state: 'kept', place: 'Telephone', told: true }])
    const refused = await officer.fill(formPath(), met({ place: '' }))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Say where')
    expect(refused.html).toContain('Met by chance')
  })

  it('has happened: neither its day nor its time lies ahead', async () => {
    const day = await officer.fill(formPath(), met({ day: '1/1/2099' }))
    expect(day.text).toContain('The day must not lie ahead')
    const { day: date, month, year } = service.clock.now.toZonedDateTimeISO('Europe/London')
    const time = await officer.fill(formPath(), met({ day: `${date}/${month}/${year}`, time: '23:59' }))
    expect(time.text).toContain('The time must not lie ahead: plan an appointment instead')
    expect(await held()).toEqual([])
  })

  it('does not lie before the child was born', async () => {
    await service.asOwner(
      `update child set birth_date = '2009-08-13', birth_date_basis = 'known' where child_id = $1`,
      [childId],
    )
    const refused = await officer.fill(formPath(), met({ day: '1/2/2007' }))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('The day lies before the child’s date of birth, 13 August 2009')
    expect(refused.html).toContain('Met by chance')
    expect(await held()).toEqual([])
  })

  it('that lies before the case is looked at once more, and saved where it is meant', async () => {
    const before = met({ day: '4/1/2026' })
    const warned = await officer.fill(formPath(), before)
    expect(warned.status).toBe(200)
    expect(warned.text).toContain('The case began on 5 January 2026. This contact would lie before it')
    expect(await held()).toEqual([])
    const mark = hiddenValue(warned.html, '_checked') ?? ''
    expect((await officer.fill(formPath(), { ...before, _checked: mark })).status).toBe(303)
    expect(await held()).toHaveLength(1)
  })

  it('may be as short as a message left on the telephone', async () => {
    await officer.fill(formPath(), met({ kind: 'telephone', place: '', minutes: '1', went: 'tried' }))
    expect(await held()).toHaveLength(1)
    expect((await officer.fill(formPath(), met({ minutes: '0' }))).status).toBe(422)
  })

  it('that reached nobody is a try: neither kept nor missed, with nothing owed for it', async () => {
    const opened = await officer.get(formPath())
    expect(opened.text).not.toContain('or left a message')
    const try_ = met({ kind: 'telephone', place: '', went: 'tried', 'what-happened': 'Left a message' })
    const { location = '' } = await officer.fill(formPath(), try_)
    const page = await officer.get(location)
    expect(page.text).toContain('How it stands Tried, nobody reached')
    expect(page.text).toContain('Left a message')
    expect(page.text).not.toContain('Follow up')
    expect(await held()).toEqual([{ state: 'tried', place: 'Telephone', told: true }])
    const now = await officer.get(`/children/${childId}`)
    expect(now.text).toContain('Last None has been kept yet')
    expect((await officer.get(`/children/${childId}/chronology`)).text).toContain('tried, nobody reached')
    expect((await officer.get('/appointments?state=tried')).html).toContain(location)
    expect((await officer.get('/appointments?state=kept')).html).not.toContain(location)
    const silent = await officer.fill(formPath(), { ...try_, 'what-happened': '' })
    expect(silent.text).toContain('Say what happened')
    await officer.fill(`${location}/take-back`, { reason: 'She rang back' })
    expect((await officer.get(location)).text).toContain('To be recorded')
  })

  it('to which the child did not come is missed, and followed up like any other', async () => {
    const missed = {
      went: 'missed',
      cause: 'forgot',
      acceptable: 'no',
      'what-happened': '',
      day: '20/11/2026',
    }
    const saved = await officer.fill(formPath(), met(missed))
    const page = await officer.get(saved.location ?? '')
    expect(page.text).toContain('Missed, not followed up')
    expect(page.text).toContain('Why it was missed Forgot, or mixed up the day or the time')
    expect(page.text).toContain('No, said by Olive Officer')
    const bare = await officer.fill(formPath(), met({ ...missed, cause: '' }))
    expect(bare.text).toContain('Choose why it was missed, or write it')
    const silent = await officer.fill(formPath(), met({ 'what-happened': '' }))
    expect(silent.text).toContain('Say what happened')
  })

  it('that was planned after all is recorded where it stands', async () => {
    const { year, month, day } = service.clock.now.toZonedDateTimeISO('Europe/London')
    const thisMorning = { day: `${day}/${month}/${year}`, time: '00:05' }
    await officer.fill(`/children/${childId}/contacts/plan`, met({ repeat: 'once', ...thisMorning }))
    const { html, text } = await officer.get(formPath())
    expect(text).toContain('nobody has said yet how they went. Is it one of them?')
    expect(html).toMatch(/contacts\/[0-9a-f-]+\/record"/)
  })

  it('is one link away from My day, from Contacts and from Now, for whoever may record it', async () => {
    for (const page of ['/', `/children/${childId}`, `/children/${childId}/contacts`])
      expect((await officer.get(page)).html, page).toContain(formPath())
    expect((await officer.get('/')).html).toContain(`/children/${childId}/notes/add`)
    const inspector = await service.person('inspector', 'Iris Inspector')
    expect((await inspector.get(`/children/${childId}/contacts`)).html).not.toContain(formPath())
    expect((await inspector.get(formPath())).status).toBe(403)
  })

  it('belongs to an open case', async () => {
    await service.asOwner(
      `update involvement set ended_at = now(), ending = 'completed' where involvement_id = $1`,
      [involvementId],
    )
    expect((await officer.get(formPath())).location).toBe(`/children/${childId}/contacts`)
  })
})
