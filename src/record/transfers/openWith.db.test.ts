import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenValue } from '../../app/testkit/service.ts'
import { aPackage, makeTakingIn, type TakingIn } from './takeIn.testkit.ts'

let t: TakingIn
beforeAll(async () => {
  t = await makeTakingIn()
})
afterAll(() => t.service.close())

describe('a case that goes on here', () => {
  const opening = {
    pathway: 'diversion',
    from: '20/11/2026',
    agreed: 'Ines rings on Friday; the mother knows.',
  }

  it('is led on to where a case stands open there, and begins at its beginning with what came', async () => {
    const { childId, done } = await t.take(aPackage(), 'new', t.senior)
    const address = done.location ?? ''
    expect(address).toMatch(/\/open-case$/)
    const page = await t.senior.get(address)
    for (const words of ['There: Diversion', 'Stands: At work', 'ask the child and the family anew'])
      expect(page.text).toContain(words)
    const opened = await t.senior.fill(address, opening)
    expect(opened.location).toMatch(new RegExp(`^/children/${childId}/cases/`))
    expect(await t.rows('involvement', childId)).toMatchObject([
      { pathway: 'diversion', route_in: 'other-service', stage: 'notified', holder_id: null },
    ])
    const [milestone] = await t.rows('milestone', childId)
    expect(milestone?.words).toEqual({
      done: 'Taken over from Milton Brook',
      said: [
        { question: 'From', answer: 'Milton Brook' },
        { question: 'There: Diversion', answer: 'Stands: At work\nHolder: Ines Duarte' },
        { question: 'Agreed with the other service', answer: opening.agreed },
      ],
    })
    const its = await t.senior.get(opened.location ?? '')
    expect(its.text).toContain('Taken over from Milton Brook')
    expect(its.text).toContain('Another youth justice service')
  })

  it('is opened once, and the page about other services says which it is', async () => {
    const { childId, done } = await t.take(aPackage(), 'new', t.senior)
    const address = done.location ?? ''
    const services = `/children/${childId}/other-services`
    expect((await t.senior.get(services)).text).toContain('Open a case with what came')
    const { location } = await t.senior.fill(address, opening)
    expect((await t.senior.get(address)).location).toBe(location)
    await t.senior.post(address, opening)
    expect(await t.rows('involvement', childId)).toHaveLength(1)
    const after = await t.senior.get(services)
    expect(after.text).not.toContain('Open a case with what came')
    expect(after.html).toContain(location)
  })

  it('is opened once by two who open it at the same moment', async () => {
    const manager = await t.service.person('manager')
    for (let i = 0; i < 3; i++) {
      const { childId, done } = await t.take(aPackage(), 'new', t.senior)
      const address = done.location ?? ''
      const both = [t.senior, manager]
      const pages = await Promise.all(both.map(by => by.get(address)))
      const answers = await Promise.all(
        both.map((by, n) =>
          by.post(address, { ...opening, _csrf: hiddenValue(pages[n]?.html ?? '', '_csrf') ?? '' }),
        ),
      )
      const cases = await t.rows('involvement', childId)
      expect(cases).toHaveLength(1)
      const [taken] = await t.rows('arrived_transfer', childId)
      expect(taken?.involvement_id).toBe(cases[0]?.involvement_id)
      const inCase = `/children/${childId}/cases/${cases[0]?.involvement_id}`
      expect(answers.map(({ location }) => location)).toContain(inCase)
    }
  })

  it('is not offered where everything has ended there, nor to whoever may not take records in', async () => {
    const it = aPackage()
    const ended = (it.cases ?? []).map(each => ({ ...each, endedAt: '2026-10-01T10:00:00Z' }))
    const { childId, done } = await t.take({ ...it, cases: ended }, 'new', t.senior)
    expect(done.location).toBe(`/children/${childId}/other-services`)
    const officer = await t.service.person('officer')
    expect((await officer.get(`/children/${childId}/other-services`)).text).not.toContain('Open a case')
    const { done: other } = await t.take(aPackage(), 'new', t.senior)
    expect((await officer.get(other.location ?? '')).status).toBe(403)
  })

  it('does not begin before the work of the other service began', async () => {
    const { childId, done } = await t.take(aPackage(), 'new', t.senior)
    const slip = await t.senior.fill(done.location ?? '', { ...opening, from: '20/11/2006' })
    expect(slip.status).toBe(422)
    expect(slip.text).toContain('The day cannot lie before 1 May 2026, when their work began')
    expect(slip.html).toContain(opening.agreed)
    expect(await t.rows('involvement', childId)).toEqual([])
  })

  it('asks for the pathway, the day and what was agreed', async () => {
    const { done } = await t.take(aPackage(), 'new', t.senior)
    const sent = await t.senior.fill(done.location ?? '', { pathway: '', from: '1/1/2027', agreed: '' })
    expect(sent.status).toBe(422)
    for (const words of [
      'Choose on which pathway it goes on',
      'cannot be in the future',
      'Say what was agreed',
    ])
      expect(sent.text).toContain(words)
  })
})
