import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { practiceInUse, usePractice } from '../../engine/packs/index.ts'
import type { Pathway } from '../../engine/pathways/index.ts'
import { lineOf, makeFigures } from './figures.testkit.ts'
import { arrivalClocks, happenings } from './happening.ts'

// A clock may be stopped by any one of several steps: whoever took one in time was in time, whatever they took later.

let t: Awaited<ReturnType<typeof makeFigures>>
const both: { childId: string; involvementId: string }[] = []

beforeAll(async () => {
  t = await makeFigures()
  usePractice(withScreeningByDecision())
  // Ten working days from Monday 5 October end with Monday 19 October.
  const screened = ['screen', {}, '2026-10-14'] as const
  both.push(
    await t.aCase('Screened-first', '2026-10-05', [
      [...screened],
      ['decide', { decision: 'suitable' }, '2026-11-02'],
    ]),
    await t.aCase('Both-late', '2026-10-05', [
      ['screen', {}, '2026-11-02'],
      ['decide', { decision: 'suitable' }, '2026-11-03'],
    ]),
  )
})
afterAll(() => t.service.close())

/** The definitions of the product, but the screening is done by a decision as well, and the case ends by an agreed day. */
function withScreeningByDecision() {
  const practice = practiceInUse()
  const pathways = practice.pathways.map((pathway): Pathway => {
    if (pathway.id !== 'diversion') return pathway
    const clocks = pathway.clocks.map(clock =>
      clock.id === 'screening' ? { ...clock, to: ['screen', 'decide'] } : clock,
    )
    const [first] = pathway.clocks
    if (!first) throw new Error('no clock')
    const { within: _, hours: __, repeats: ___, countedFrom: ____, ...said } = first
    return {
      ...pathway,
      clocks: [...clocks, { ...said, id: 'by-agreement', to: 'offer', dueOn: 'resolution-date' }],
    }
  })
  return { ...practice, pathways }
}

describe('a case that took one of the steps in time and another late', () => {
  it('is in time on its page', async () => {
    const [first] = both
    const page = await t.manager.get(`/children/${first?.childId}/cases/${first?.involvementId}`)
    expect(page.text).toMatch(/Screening and assessment of suitability.*?Done in time/)
  })

  it('is in time in the figures, whichever of the steps they count', async () => {
    const page = await t.manager.get('/figures?period=year&pathway=diversion')
    expect(lineOf(page, 'Screening completed').slice(3)).toEqual(['1 of 2 (50%)', '1'])
    expect(lineOf(page, 'Decision').slice(3)).toEqual(['1 of 2 (50%)', '1'])
    expect(page.text).not.toContain('it cannot be said whether they were in time')
  })

  it('is in time in the list of cases', async () => {
    for (const happened of ['done.screen', 'decided']) {
      const late = await t.manager.get(`/children?whose=all&happened=${happened}&clock=late`)
      expect(late.text, happened).toContain('Both-late')
      expect(late.text, happened).not.toContain('Screened-first')
      const met = await t.manager.get(`/children?whose=all&happened=${happened}&clock=met`)
      expect(met.html, happened).toMatch(/Screened-first[\s\S]*data-label="By the clock"[^>]*>In time/)
    }
  })
})

test('what is due on a day that is agreed in the case is not counted as a wait from the arrival', () => {
  expect(arrivalClocks(practiceInUse().pathways).map(({ clockId }) => clockId)).not.toContain('by-agreement')
  expect(happenings().map(({ value }) => value)).not.toContain('done.offer')
})
