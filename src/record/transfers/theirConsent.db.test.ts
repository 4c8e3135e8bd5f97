import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPackage, makeTakingIn, type TakingIn } from './takeIn.testkit.ts'

let t: TakingIn
beforeAll(async () => {
  t = await makeTakingIn()
})
afterAll(() => t.service.close())

describe('consent that came', () => {
  const agreement = {
    what: 'How school is going',
    isAboutHealth: false,
    withWhom: 'Brook School',
    basis: 'Consent',
    reason: '',
    agreedBy: ['The child'],
    howAsked: 'We drew it',
    from: '2026-09-01',
    until: null,
    withdrawnOn: null,
  }
  it('is read as theirs and is no agreement of ours; what is about health only by those who may read of health', async () => {
    const health = {
      ...agreement,
      what: 'What the therapist found',
      isAboutHealth: true,
      withWhom: 'The clinic',
    }
    const { childId } = await t.take({ ...aPackage(), agreements: [agreement, health] }, 'new', t.senior)
    expect(await t.rows('sharing_agreement', childId)).toEqual([])
    const seen = await t.senior.get(`/children/${childId}/other-services`)
    for (const words of ['With Brook School', 'How school is going', 'What the therapist found'])
      expect(seen.text).toContain(words)
    const asSupport = await t.support.get(`/children/${childId}/other-services`)
    expect(asSupport.text).toContain('How school is going')
    expect(asSupport.text).not.toContain('What the therapist found')
  })

  it('is not shown before it is taken in to whoever may not read of health', async () => {
    const health = { ...agreement, what: 'What the therapist found', isAboutHealth: true }
    const { location = '' } = await t.bring({ ...aPackage(), agreements: [health] })
    expect((await t.support.get(location)).text).not.toContain('What the therapist found')
    expect((await t.senior.get(location)).text).toContain('What the therapist found')
  })
})
