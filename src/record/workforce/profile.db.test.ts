import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorkforce, type Workforce } from './workforce.testkit.ts'

let service: Workforce['service']
let senior: Workforce['senior']
let away: Workforce['away']

beforeAll(async () => {
  ;({ service, senior, away } = await makeWorkforce())
})
afterAll(() => service.close())

describe('the profile of a worker', () => {
  it('is edited by the person and by seniors, and by nobody else', async () => {
    await senior.fill('/team/lists/add', { kind: 'language', title: 'Polish' })
    const twice = await senior.fill('/team/lists/add', { kind: 'language', title: 'polish' })
    expect(twice.text).toContain('It is on the list already')
    const [term] = await service.asOwner(`select term_id from work_term where title = 'Polish'`)
    const officer = await service.person('officer', 'Oda Officer')
    const said = { hours: '18.5', days: ['mon', 'tue'], language: [String(term?.term_id)] }
    expect((await officer.fill('/profile', said)).status).toBe(303)
    const page = await senior.get(`/team/${officer.userId}`)
    expect(page.text).toContain('18.5 hours a week, Monday, Tuesday')
    expect(page.text).toContain('Polish')
    expect((await senior.fill(`/team/${officer.userId}/profile`, { ...said, hours: '37' })).status).toBe(303)
    expect((await officer.get('/profile')).html).toContain('value="37"')
    expect((await officer.get(`/team/${away.userId}/profile`)).status).toBe(403)
    expect((await (await service.person('analyst')).get('/profile')).status).toBe(403)
  })

  it('that two change at once shows both versions', async () => {
    const officer = await service.person('officer')
    await officer.fill('/profile', { hours: '20' })
    const stale = { hours: '30', _version: '0' }
    const collided = await senior.post(`/team/${officer.userId}/profile`, stale)
    expect(collided.status).toBe(409)
  })

  it('is not there for an address that is none', async () => {
    for (const id of ['xyz', '1e20', service.serviceId]) {
      expect((await senior.get(`/team/${id}`)).status).toBe(404)
      expect((await senior.get(`/team/${id}/profile`)).status).toBe(404)
      expect((await senior.get(`/team/${id}/leave/add`)).status).toBe(404)
      expect((await senior.get(`/team/${id}/hand-over`)).status).toBe(404)
    }
  })
})
