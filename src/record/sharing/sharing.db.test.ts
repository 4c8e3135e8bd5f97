import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion, walkTo } from '../cases/cases.testkit.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let support: TestPerson
let childId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  support = await service.person('business-support', 'Bea Support')
})
afterAll(() => service.close())

const aChild = async () => {
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  return childId
}

const page = (who = officer) => who.get(`/children/${childId}/sharing`)

const agree = (fields: Record<string, string | string[]> = {}) =>
  officer.fill(`/children/${childId}/sharing/agreements/add`, {
    what: 'How school is going',
    health: 'no',
    'with-whom': 'Brookfield School',
    basis: 'consent',
    'agreed-by': ['child', 'parent'],
    'how-asked': 'With drawings; he said it back in his own words',
    from: '1/11/2026',
    until: '30/11/2026',
    ...fields,
  })

const share = (fields: Record<string, string>) =>
  officer.fill(`/children/${childId}/sharing/add`, {
    what: 'That he comes on time',
    health: 'no',
    'with-whom': 'Ms Reed, Brookfield School',
    way: 'By phone',
    day: '20/11/2026',
    ...fields,
  })

const linksTo = (html: string, end: string) =>
  [...html.matchAll(new RegExp(`href="([^"]+${end})"`, 'g'))].map(([, href]) => String(href))
const agreementIds = (html: string) => [
  ...new Set([...html.matchAll(/sharing\/agreements\/([0-9a-f-]{36})/g)].map(([, id]) => String(id))),
]

describe('what may be shared', () => {
  it('says what, with whom, on what basis, who agreed, how they were asked, and until when', async () => {
    await aChild()
    await agree()
    const { text } = await page()
    expect(text.match(/have not been checked against their source/g)).toHaveLength(1)
    expect(text).not.toContain('unverified code')
    expect(text).toMatch(
      /With Brookfield School May be shared .*How school is going.*Consent: they agreed .*The child, A parent or carer.*said it back in his own words.*1 November 2026 to 30 November 2026.*Olive Officer/,
    )
  })

  it.each([
    [{ 'agreed-by': [] }, 'Choose who agreed'],
    [{ 'how-asked': ' ' }, 'Say how they were asked so that they understood'],
    [{ basis: 'vital-interests' }, 'Say why it may be shared without consent'],
    [{ until: '31/10/2026' }, 'The last day must not be before the first'],
    [{ health: '' }, 'Say whether any of it is about health'],
  ])('refuses %j', async (fields, message) => {
    await aChild()
    const refused = await agree(fields)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
  })

  it('expires the day after its last, and is withdrawn by whoever says so', async () => {
    await aChild()
    await agree({ until: '20/11/2026' })
    expect((await page()).text).toContain('With Brookfield School Expired')
    await agree({ until: '', 'with-whom': 'College' })
    const before = await page()
    expect(before.text).toContain('With College May be shared')
    const [withdraw = ''] = linksTo(before.html, '/withdraw').filter(href =>
      agreementIds(before.html).includes(href.split('/').at(-2) ?? ''),
    )
    await officer.fill(withdraw, { on: '21/11/2026', by: 'child', why: '“Not my teachers.”' })
    expect((await page()).text).toMatch(/Withdrawn.*21 November 2026: The child.*Not my teachers/)
    expect((await officer.get(withdraw)).location).toContain('/sharing')
  })

  it('shows both versions where two people correct it at once', async () => {
    await aChild()
    await agree()
    const [id] = agreementIds((await page()).html)
    const at = `/children/${childId}/sharing/agreements/${id}`
    const colleague = await service.person('officer', 'Otto Officer')
    const opened = await colleague.get(at)
    const same = {
      health: 'no',
      'with-whom': 'Brookfield School',
      basis: 'consent',
      'agreed-by': 'child',
      'how-asked': 'x',
      from: '1/11/2026',
    }
    await officer.fill(at, { ...same, what: 'Only attendance' })
    const second = await colleague.post(at, {
      ...same,
      what: 'Only marks',
      _version: hiddenValue(opened.html, '_version') ?? '',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Only attendance')
  })
})

describe('what was shared', () => {
  it('rests on an agreement that stood on that day', async () => {
    await aChild()
    await agree({ from: '10/11/2026', until: '15/11/2026' })
    const [agreement = ''] = agreementIds((await page()).html)
    expect((await share({ agreement })).text).toContain('This agreement had ended on that day')
    expect((await share({ agreement, day: '9/11/2026' })).text).toContain('begins only on 10 November 2026')
    expect((await share({ agreement, day: '15/11/2026', health: 'yes' })).text).toContain(
      'does not speak of health',
    )
    expect((await share({ agreement, day: '15/11/2026' })).status).toBe(303)
    expect((await page()).text).toMatch(
      /What was shared, the latest first.*Sunday 15 November 2026, midday That he comes on time Ms Reed, Brookfield School By phone Consent: they agreed.*Olive Officer/,
    )
  })

  it('may be shared without an agreement, on another basis and with a reason', async () => {
    await aChild()
    expect((await share({ agreement: 'none', basis: 'vital-interests' })).text).toContain(
      'Say why it was shared without an agreement',
    )
    expect((await share({ agreement: 'none', basis: 'consent', reason: 'x' })).status).toBe(422)
    await share({ agreement: 'none', basis: 'vital-interests', reason: 'He was in danger that night' })
    expect((await page()).text).toMatch(/Vital interests.*He was in danger that night/)
  })

  it('cannot be shared with words of another child’s agreement', async () => {
    await aChild()
    await agree()
    const [elsewhere = ''] = agreementIds((await page()).html)
    await aChild()
    expect((await share({ agreement: elsewhere })).status).toBe(422)
  })

  it('stays when it was written by mistake, with what is wrong', async () => {
    await aChild()
    await share({ agreement: 'none', basis: 'public-task', reason: 'Panel' })
    const [mistaken = ''] = linksTo((await page()).html, '/mistaken')
    await officer.fill(mistaken, { reason: 'Another child' })
    expect((await page()).text).toMatch(/That he comes on time Written by mistake: Another child/)
  })

  it('of two who say what is wrong with it the second sees what the first said', async () => {
    await aChild()
    await share({ agreement: 'none', basis: 'public-task', reason: 'Panel' })
    const [mistaken = ''] = linksTo((await page()).html, '/mistaken')
    const opened = await officer.get(mistaken)
    const senior = await service.person('senior')
    await senior.fill(mistaken, { reason: 'Another child' })
    const marks = ['_csrf', '_version', '_was'].map(name => [name, hiddenValue(opened.html, name) ?? ''])
    const second = await officer.post(mistaken, { ...Object.fromEntries(marks), reason: 'Another day' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Another child')
    expect(second.html).toContain('Another day')
    expect((await page()).text).toContain('Written by mistake: Another child')
  })
})

describe('health', () => {
  it('is told in words only to those who may read of it; that there is something is not hidden', async () => {
    await aChild()
    await agree({ health: 'yes', what: 'His asthma plan', 'how-asked': 'Asked about his inhaler' })
    await share({
      agreement: 'none',
      basis: 'public-task',
      reason: 'Inhaler at school',
      health: 'yes',
      what: 'Asthma',
    })
    expect((await page()).text).toContain('His asthma plan')
    const seen = await page(support)
    expect(seen.text).toContain('Health information, which your role does not read')
    expect(seen.html).not.toMatch(/asthma|inhaler/i)
    const [id] = agreementIds(seen.html)
    const form = await support.get(`/children/${childId}/sharing/agreements/${id}`)
    expect(form.status).toBe(403)
    expect((await support.get(`/children/${childId}/sharing/add`)).html).not.toMatch(/asthma/i)
    expect((await support.get(`/children/${childId}/sharing/agreements/${id}/withdraw`)).html).not.toMatch(
      /asthma/i,
    )
  })
})

describe('who records', () => {
  it('is whoever works with the child; an inspector and the police only look', async () => {
    await aChild()
    for (const role of ['inspector', 'police-officer'] as const) {
      const person = await service.person(role)
      expect((await page(person)).html).not.toContain('/sharing/add"')
      expect((await person.get(`/children/${childId}/sharing/add`)).status).toBe(403)
    }
    const therapist = await service.person('speech-therapist')
    expect((await page(therapist)).status).toBe(404)
  })
})

it('shows what was said when a programme was offered, and an agreement can be written down from it', async () => {
  const [serviceId, by] = [service.serviceId, officer]
  const involvement = await service.as(officer, tx => {
    const way = walkTo(diversion(), 'accept', officer.userId)
    const accepted = way.map(taken =>
      taken.step === 'accept'
        ? {
            ...taken,
            answers: {
              'accepted-by': ['child'],
              sharing: 'some',
              'sharing-reason': 'Only the college',
            },
          }
        : taken,
    )
    return caseAfter(tx, { serviceId, userId: by.userId }, diversion(), accepted)
  })
  childId = involvement.childId
  const shown = await page()
  expect(shown.text).toContain(
    'May we talk with other services about the child? With some: Only the college 5 October 2026',
  )
  const [from = ''] = linksTo(shown.html, String.raw`agreements/add\?said=[^"]+`)
  const form = await officer.get(from)
  expect(form.html).toContain('value="Only the college"')
  expect(form.html).toContain('value="5/10/2026"')
  const draft = /data-autosave="([^"]*)"/.exec(form.html)?.[1] ?? ''
  const _of = hiddenValue(form.html, '_of') ?? ''
  await officer.post(draft, { _of, 'with-whom': 'Half typed about the college' })
  expect((await officer.get(from)).html).toContain('Half typed about the college')
  const blank = await officer.get(`/children/${childId}/sharing/add`)
  expect(blank.html, 'an agreement of its own').not.toContain('Half typed about the college')
})
