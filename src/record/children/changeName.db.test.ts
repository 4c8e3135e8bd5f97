import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from './addChild.ts'

let service: TestService
let officer: TestPerson
beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
})
afterAll(() => service.close())

const aChild = (givenName: string, familyName: string, knownAs = '') =>
  service.as(officer, tx => addChild(tx, { serviceId: service.serviceId, givenName, familyName, knownAs }))
const change = (childId: string, fields: Record<string, string>) =>
  officer.fill(`/children/${childId}/details/names/change`, {
    how: 'deed-poll',
    former: 'may-be-used',
    'changed-on-day': '1',
    'changed-on-month': '9',
    'changed-on-year': '2026',
    ...fields,
  })
const search = async (q: string) => {
  await officer.post('/search', { q })
  return officer.get('/search')
}

describe('a change of name', () => {
  it('gives the new name, and the former one is still found, with when and how it was changed', async () => {
    const childId = await aChild('Rosa', 'Underhill', 'Rosie')
    await change(childId, { 'given-name': 'Rosa', 'family-name': 'Achterberg', 'known-as': '' })
    const details = await officer.get(`/children/${childId}/details`)
    expect(details.text).toContain('Rosa Underhill')
    expect(details.text).toContain('Until 1 September 2026, by deed poll')
    expect((await search('Rosie Underhill')).text).toContain('Rosa Achterberg')
  })

  it('where the former name must not be used, finds the child by it and shows it to nobody who does not ask', async () => {
    const childId = await aChild('Quinlan', 'Marsh')
    await change(childId, {
      'given-name': 'Willa',
      'family-name': 'Marsh',
      'known-as': '',
      how: 'transition',
      former: 'must-not',
    })
    const found = await search('Quinlan Marsh')
    expect(found.text).toContain('Willa Marsh')
    expect(found.text).toContain('A former name, which the child does not want used')
    expect(found.text).not.toContain('Other name: Quinlan')
    const details = await officer.get(`/children/${childId}/details`)
    expect(details.html).toMatch(/<details[^>]*>\s*<summary>A name that must not be used: show it<\/summary>/)
    const hidden = details.html.replace(/<details class="tl-small-details">.*?<\/details>/gs, '')
    expect(hidden).not.toContain('Quinlan')
  })

  it('is refused without a new name, and where somebody else has changed the child', async () => {
    const childId = await aChild('Ivo', 'Same')
    const same = await change(childId, { 'given-name': 'Ivo', 'family-name': 'Same', 'known-as': '' })
    expect(same.text).toContain('Enter the new name: this is the one that the record has')
    const stale = await officer.post(`/children/${childId}/details/names/change`, {
      _version: '0',
      _was: '',
      'given-name': 'Iva',
      'family-name': 'Same',
      how: 'other',
      former: 'may-be-used',
    })
    expect(stale.status).toBe(409)
  })
})
