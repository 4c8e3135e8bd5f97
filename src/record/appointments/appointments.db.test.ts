import { afterAll, beforeEach, describe, expect, it, test } from 'vitest'
import { hiddenValue } from '../../app/testkit/service.ts'
import { addChild, addPerson } from '../children/index.ts'
import { makeAppointments } from './appointments.testkit.ts'

const { service, officer, colleague, child, afresh, plan } = await makeAppointments()
afterAll(() => service.close())
beforeEach(afresh)

const followedUp = { reached: 'parent', 'follow-up': 'Rang the mother', next: 'as-planned' }

describe('an appointment', () => {
  it('is kept, with what happened', async () => {
    const address = await plan()
    await officer.fill(`${address}/kept`, { 'what-happened': 'We looked at colleges' })
    const page = await officer.get(address)
    expect(page.text).toContain('How it stands Kept')
    expect(page.text).toContain('We looked at colleges')
  })

  it('is neither kept nor missed before it has begun', async () => {
    const address = await plan({ day: '22/11/2026' })
    expect((await officer.get(address)).text).not.toContain('Record as kept')
    expect((await officer.get(`${address}/kept`)).location).toBe(address)
  })

  it('is missed for a reason that is acceptable or not, and one that is not is followed up', async () => {
    const address = await plan()
    expect((await officer.fill(`${address}/missed`, { why: 'Overslept' })).status).toBe(422)
    await officer.fill(`${address}/missed`, { why: 'Overslept', acceptable: 'no' })
    expect((await officer.get(address)).text).toContain('Missed, not followed up')
    await officer.fill(`${address}/follow-up`, followedUp)
    expect((await officer.get(address)).text).toContain('Missed, followed up')
    expect((await officer.get(`${address}/follow-up`)).location).toBe(address)
  })

  it('is still to be followed up after a try that reached nobody, and the try is written down', async () => {
    const address = await plan()
    await officer.fill(`${address}/missed`, { why: 'Overslept', acceptable: 'no' })
    const tried = { reached: 'nobody', 'follow-up': 'Rang twice, no answer', next: 'try-again' }
    await officer.fill(`${address}/follow-up`, tried)
    const page = await officer.get(address)
    expect(page.text).toContain('Missed, not followed up')
    expect(page.text).toMatch(/Nobody reached, .* Rang twice, no answer \(/)
    await officer.fill(`${address}/follow-up`, { ...tried, 'follow-up': 'Knocked at the door' })
    expect((await officer.get(address)).text).toMatch(/Rang twice.*Knocked at the door/)
    await officer.fill(`${address}/follow-up`, followedUp)
    expect((await officer.get(address)).text).toContain('Missed, followed up')
  })

  it.each(['as-planned', 'talk-it-over'])(
    'is not followed up where nobody was reached, whatever comes next (%s)',
    async next => {
      const address = await plan()
      await officer.fill(`${address}/missed`, { why: 'Overslept', acceptable: 'no' })
      await officer.fill(`${address}/follow-up`, { reached: 'nobody', 'follow-up': 'Rang twice', next })
      const page = await officer.get(address)
      expect(page.text).toContain('Missed, not followed up')
      expect(page.text).toMatch(/Rang twice (The next appointment stands|It is talked over)/)
      expect((await officer.get('/')).text).toContain('Missed, not followed up')
    },
  )

  it('is not followed up by reaching somebody and nobody at once', async () => {
    const address = await plan()
    await officer.fill(`${address}/missed`, { why: 'Overslept', acceptable: 'no' })
    const answer = await officer.fill(`${address}/follow-up`, { ...followedUp, reached: ['child', 'nobody'] })
    expect(answer.text).toContain('Choose whom you reached, or “Nobody yet”, and not both')
    expect((await officer.get(address)).text).toContain('Missed, not followed up')
  })

  it('that is followed up says whom to ring, and whom not', async () => {
    await service.as(officer, async tx => {
      const { serviceId } = service
      const person = { serviceId, childId: child.childId, kind: 'family', relationship: 'Mother' } as const
      await addPerson(tx, { ...person, name: 'Amina Amin', phone: '07700 900 982' })
      const barred = { mustNotBeContacted: true, barredReason: 'Court order' }
      await addPerson(tx, { ...person, ...barred, name: 'Karim Amin', phone: '07700 900 111' })
    })
    const address = await plan()
    await officer.fill(`${address}/missed`, { why: 'Overslept', acceptable: 'no' })
    const { html, text } = await officer.get(`${address}/follow-up`)
    expect(text).toMatch(/Must not be contacted Karim Amin ?, Mother ?: Court order/)
    expect(text).toContain('Amina Amin')
    expect(html).toContain('<a class="govuk-link" href="tel:07700900982">07700 900 982</a>')
    expect(html).not.toContain('900 111')
    for (const page of ['', '/people', '/before-a-visit'])
      expect((await officer.get(`/children/${child.childId}${page}`)).html, page).not.toContain(
        'tel:07700900111',
      )
    expect((await officer.get(`/children/${child.childId}/people`)).html).toContain('tel:07700900982')
    expect((await officer.get(`/children/${child.childId}`)).html).toContain('tel:07700900982')
  })

  describe('of which nobody knew why it was missed', () => {
    const unknown = { cause: 'not-known', acceptable: 'not-known' }

    it('asks why when it is followed up, and keeps what was learnt', async () => {
      const address = await plan()
      await officer.fill(`${address}/missed`, unknown)
      const asked = await officer.get(`${address}/follow-up`)
      expect(asked.text).toContain('Why was it missed?')
      expect(asked.html).not.toMatch(/value="not-known"[^>]*name="cause"[^>]*checked/)
      await officer.fill(`${address}/follow-up`, { ...followedUp, cause: 'ill', acceptable: 'yes' })
      const page = await officer.get(address)
      expect(page.text).toMatch(/Why it was missed Ill or hurt/)
      expect(page.text).not.toContain('Not known yet')
    })

    it('takes the family’s own words, and a try can learn them too', async () => {
      const address = await plan()
      await officer.fill(`${address}/missed`, unknown)
      const tried = { reached: 'nobody', 'follow-up': 'The school said', next: 'try-again' }
      await officer.fill(`${address}/follow-up`, {
        ...tried,
        why: 'At the dentist',
        acceptable: 'not-known',
      })
      const page = await officer.get(address)
      expect(page.text).toMatch(/Why it was missed At the dentist/)
      expect(page.text).toContain('Missed, not followed up')
      expect((await officer.get(`${address}/follow-up`)).html).toContain('At the dentist')
    })

    it('keeps the reason as it stands where nobody knows yet, and words that were written before', async () => {
      const address = await plan()
      await officer.fill(`${address}/missed`, { ...unknown, why: 'The mother will ask' })
      await officer.fill(`${address}/follow-up`, { ...followedUp, acceptable: 'not-known' })
      expect((await officer.get(address)).text).toMatch(/Why it was missed The mother will ask/)
    })

    it('does not ask where it is known', async () => {
      const address = await plan()
      await officer.fill(`${address}/missed`, { cause: 'forgot', acceptable: 'no' })
      expect((await officer.get(`${address}/follow-up`)).text).not.toContain('Why was it missed?')
    })
  })

  it('that was missed with an acceptable reason asks for no following up', async () => {
    const address = await plan()
    await officer.fill(`${address}/missed`, { why: 'In hospital', acceptable: 'yes' })
    const page = await officer.get(address)
    expect(page.text).toContain('Missed, with an acceptable reason')
    expect(page.text).not.toContain('Follow up')
    expect((await officer.get(`${address}/follow-up`)).location).toBe(address)
  })

  it('is cancelled with a reason that the history keeps', async () => {
    const address = await plan()
    expect((await officer.get(`${address}/cancel`)).html).toMatch(/>\s*Keep it\s*</)
    await officer.fill(`${address}/cancel`, { reason: 'School trip' })
    expect((await officer.get(address)).text).toContain('How it stands Cancelled')
    expect((await officer.get(`/children/${child.childId}/history`)).text).toContain('Reason: School trip')
  })

  it('that was recorded wrongly can be taken back', async () => {
    const address = await plan()
    await officer.fill(`${address}/missed`, { why: 'Not there', acceptable: 'no' })
    await officer.fill(`${address}/take-back`, { reason: 'It was another child' })
    expect((await officer.get(address)).text).toContain('To be recorded')
  })

  it('that a colleague has recorded meanwhile is not written over, and nothing that was typed is lost', async () => {
    const address = await plan()
    const opened = await colleague.get(`${address}/kept`)
    await officer.fill(`${address}/missed`, { why: 'Not there', acceptable: 'no' })
    const send = (html: string) =>
      colleague.post(`${address}/kept`, {
        'what-happened': 'He was there, at the back door',
        _version: hiddenValue(html, '_version') ?? '',
        _was: hiddenValue(html, '_was') ?? '',
      })
    const overtaken = await send(opened.html)
    expect(overtaken.status).toBe(409)
    expect(overtaken.text).toContain('Olive Officer has changed this since you opened it')
    expect(overtaken.text).toContain('The record now says Missed With the words Not there')
    expect(overtaken.html).toContain('He was there, at the back door')
    expect((await send(overtaken.html)).status).toBe(409)
    expect((await officer.get(address)).text).toContain('Missed, not followed up')
    await colleague.fill(`${address}/take-back`, { reason: 'He was at the back door' })
    const again = await colleague.get(`${address}/kept`)
    expect(again.html).toContain('He was there, at the back door')
    expect((await send(again.html)).status).toBe(303)
    const page = await officer.get(address)
    expect(page.text).toContain('How it stands Kept')
    expect(page.text).not.toContain('Not there')
  })

  it('of another child is not there', async () => {
    const address = await plan()
    const other = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName: 'Other', familyName: 'Child' }),
    )
    expect((await officer.get(address.replace(child.childId, other))).status).toBe(404)
    expect((await officer.get(`/children/${child.childId}/contacts/nonsense`)).status).toBe(404)
  })
})

test('the list has what is planned first, the earliest at the top', async () => {
  await plan({ day: '2/12/2026' })
  await plan({ day: '1/12/2026' })
  const past = await plan()
  await officer.fill(`${past}/kept`, { 'what-happened': 'Well' })
  const { text } = await officer.get(`/children/${child.childId}/contacts`)
  const days = ['1 December', '2 December', '21 November'].map(day => text.lastIndexOf(day))
  expect(days).toEqual(days.toSorted((a, b) => a - b))
  expect(days[0]).toBeGreaterThan(0)
})

test('what has begun and is not recorded stands apart from what is planned', async () => {
  await plan({ day: '1/12/2026' })
  await plan()
  const { text } = await officer.get(`/children/${child.childId}/contacts`)
  expect(text).toMatch(/To be recorded .*21 November.* Planned .*1 December/)
})

test('a police officer sees no contacts; an inspector sees and records none', async () => {
  const address = await plan()
  const police = await service.person('police-officer')
  const inspector = await service.person('inspector')
  expect((await police.get(address)).status).toBe(403)
  expect((await inspector.get(address)).status).toBe(200)
  expect((await inspector.get(`${address}/kept`)).status).toBe(403)
})
