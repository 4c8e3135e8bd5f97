import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway } from '../../engine/packs/index.ts'
import { caseAfter } from '../cases/cases.testkit.ts'
import { addOffence } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let childId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
})
afterAll(() => service.close())

beforeEach(async () => {
  const diversion = findPathway(practice, 'diversion')
  if (!diversion) throw new Error('no pathway')
  const opened = await service.as(officer, tx =>
    caseAfter(tx, { serviceId: service.serviceId, userId: officer.userId }, diversion, []),
  )
  childId = opened.childId
  await service.asOwner(`update involvement set holder_id = $1 where involvement_id = $2`, [
    officer.userId,
    opened.involvementId,
  ])
})

/** A review that the officer signs now. */
async function signedReview(): Promise<void> {
  const begun = await officer.fill(`/children/${childId}/assessments/begin/review`, { case: 'none' })
  const id = begun.location?.split('/').at(-1)
  await service.asOwner(`update assessment set state = 'sent' where assessment_id = $1`, [id])
  await service.asOwner(
    `insert into assessment_signing (service_id, assessment_id, child_id, kind, signed_by, signed_at)
     values ($1, $2, $3, 'signed', $4, $5)`,
    [service.serviceId, id, childId, officer.userId, service.clock.now],
  )
  service.clock.now = service.clock.now.add({ minutes: 1 })
}

const arrested = {
  kind: 'arrest',
  day: '20/11/2026',
  told: 'Police',
  words: 'Arrested for theft, released on bail.',
}
const writeDown = (more: Record<string, string> = {}, by = officer) =>
  by.fill(`/children/${childId}/events/add`, { ...arrested, ...more })

const due = async () => (await officer.get(`/children/${childId}`)).text.includes('A review is due')

describe('something that happens', () => {
  test('after a signed assessment asks for a review, on My day and with the child, until one is signed', async () => {
    await signedReview()
    expect(await due()).toBe(false)
    expect((await writeDown()).status).toBe(303)
    expect(await due()).toBe(true)
    const day = (await officer.get('/')).text
    expect(day).toContain('reviews that are due')
    expect(day).toContain('Arrest, 20 November 2026')
    expect(day).toContain('10 working days left')
    const page = (await officer.get(`/children/${childId}/events`)).text
    expect(page).toContain('Arrested for theft, released on bail.')
    expect(page).toContain('not checked at its source')
    service.clock.now = service.clock.now.add({ minutes: 1 })
    await signedReview()
    expect(await due()).toBe(false)
    expect((await officer.get('/')).text).not.toContain('reviews that are due')
  })

  test('before anything was assessed asks for none: there is nothing to review', async () => {
    await writeDown()
    expect(await due()).toBe(false)
    expect((await officer.get(`/children/${childId}/chronology`)).text).toContain('Told by: Police')
  })

  test('asks for a review again when the review is taken back', async () => {
    await signedReview()
    await writeDown()
    service.clock.now = service.clock.now.add({ minutes: 1 })
    await signedReview()
    expect(await due()).toBe(false)
    await service.asOwner(
      `update assessment set state = 'open' where assessment_id = (
         select assessment_id from assessment where child_id = $1 order by begun_at desc limit 1)`,
      [childId],
    )
    expect(await due()).toBe(true)
  })

  test('and was written down by mistake stays with its reason, and asks for nothing', async () => {
    await signedReview()
    await writeDown()
    const page = await officer.get(`/children/${childId}/events`)
    const address = /href="([^"]+\/mistaken)"/.exec(page.html)?.[1] ?? ''
    expect((await officer.fill(address, { reason: 'It was his brother' })).status).toBe(303)
    expect(await due()).toBe(false)
    expect((await officer.get(`/children/${childId}/events`)).text).toContain('It was his brother')
    expect((await officer.get(`/children/${childId}/chronology`)).text).not.toContain('Told by')
  })

  test('asks for no review once no case is open', async () => {
    await signedReview()
    await writeDown()
    await service.asOwner(
      `update involvement set ended_at = started_at, ending = 'completed' where child_id = $1`,
      [childId],
    )
    expect(await due()).toBe(false)
  })
})

describe('the record itself', () => {
  const home = (from: string | null, until: string | null = null, recorded = service.clock.now) =>
    service.asOwner(
      `insert into child_address (service_id, child_id, kind, address, from_on, until_on, recorded_at)
       values ($1, $2, 'home', '1 High Street', $3, $4, $5)`,
      [service.serviceId, childId, from, until, recorded.toString()],
    )
  const offence = (committedOn: string | undefined) =>
    service.as(officer, tx =>
      addOffence(tx, {
        ...{ serviceId: service.serviceId, childId, description: 'Theft', at: service.clock.now },
        committedOn: committedOn === undefined ? undefined : Temporal.PlainDate.from(committedOn),
      }),
    )
  const now = () => service.clock.now
  /** As if what was signed had been signed a month ago. */
  const signedLongAgo = async () => {
    const then = service.clock.now
    await signedReview()
    await service.asOwner(
      `update assessment_signing set signed_at = signed_at - interval '30 days' where child_id = $1`,
      [childId],
    )
    expect(Temporal.Instant.compare(then, now())).toBeLessThan(0)
  }

  test('tells of a move: a second home asks for a review, the first that is written down does not', async () => {
    await signedLongAgo()
    await home('2026-11-01')
    expect(await due()).toBe(false)
    await home('2026-11-18')
    expect(await due()).toBe(true)
    expect((await officer.get(`/children/${childId}`)).text).toContain('A move of home, 18 November 2026')
  })

  test('tells of an offence that was committed since', async () => {
    await signedLongAgo()
    await offence('2026-11-19')
    expect((await officer.get(`/children/${childId}`)).text).toContain('A new offence, 19 November 2026')
  })

  test('tells of what we learn late, and the time runs from when we do', async () => {
    const month = { hours: 24 * 30 }
    await home('2025-01-01', null, service.clock.now.subtract(month))
    await signedReview()
    await offence('2026-10-10')
    const { text } = await officer.get('/')
    expect(text).toContain('A new offence, 10 October 2026')
    expect(text).toContain('10 working days left')
    await signedReview()
    expect(await due()).toBe(false)
    await home('2026-11-12')
    expect((await officer.get(`/children/${childId}`)).text).toContain('A move of home, 12 November 2026')
  })

  test('tells also of an offence and a move whose day nobody knows', async () => {
    await home('2025-01-01', null, service.clock.now.subtract({ hours: 24 * 30 }))
    await signedReview()
    await offence(undefined)
    expect((await officer.get(`/children/${childId}`)).text).toContain(
      'A new offence, on a day that is not known',
    )
    await signedReview()
    await home(null)
    expect((await officer.get(`/children/${childId}`)).text).toContain(
      'A move of home, on a day that is not known',
    )
  })

  test('asks for nothing where somebody fills in where the child lived once', async () => {
    await home('2023-01-01', null, service.clock.now.subtract({ hours: 24 * 30 }))
    await signedReview()
    await home('2023-06-01', '2024-06-01')
    expect(await due()).toBe(false)
  })

  test('asks on the day itself for a move that was known of before', async () => {
    const before = service.clock.now.subtract({ hours: 24 * 30 })
    await home('2025-01-01', null, before)
    await home('2026-11-20', null, before)
    await signedLongAgo()
    expect(await due()).toBe(true)
  })
})

describe('who may', () => {
  test('a police officer writes down an arrest; an inspector reads and writes nothing', async () => {
    const police = await service.person('police-officer')
    expect((await writeDown({}, police)).status).toBe(303)
    const inspector = await service.person('inspector')
    expect((await inspector.get(`/children/${childId}/events`)).status).toBe(200)
    expect((await inspector.get(`/children/${childId}/events/add`)).status).toBe(403)
    const analyst = await service.person('analyst')
    expect((await analyst.get(`/children/${childId}/events`)).status).toBe(403)
  })

  test('what is wrong is named, and what was typed is kept', async () => {
    const refused = await writeDown({ day: '24/12/2026', told: '' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('cannot be in the future')
    expect(refused.text).toContain('Say who told us')
    expect(refused.html).toContain('Arrested for theft')
  })
})
