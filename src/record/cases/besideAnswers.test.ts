import { describe, expect, it } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { findPathway } from '../../engine/packs/index.ts'
import { besideAnswers } from './besideAnswers.ts'

const diversion = findPathway(practice, 'diversion')
if (!diversion) throw new Error('no pathway')

const asked = (step: string, before: { step: string; at: string; answers: Answers }[]) =>
  besideAnswers(
    diversion,
    step,
    diversion.steps[step]?.fields ?? {},
    before.map(it => ({ ...it, at: Temporal.Instant.from(it.at) })),
  )

const started = {
  step: 'start',
  at: '2026-03-02T10:00:00Z',
  answers: { goals: '- Back to school\n\n2. A job on Saturdays', 'planned-end': '2026-06-01' },
}

describe('a review', () => {
  it('shows the last answer to each question, also one that another step asked', () => {
    const first = { step: 'review', at: '2026-04-01T10:00:00Z', answers: { 'going-well': 'School' } }
    const second = { step: 'review', at: '2026-05-01T10:00:00Z', answers: { 'going-well': 'Boxing' } }
    const { beside } = asked('review', [started, first, second])
    expect(beside['going-well']?.said).toBe('Boxing')
    expect(beside['going-well']?.on.toString()).toBe('2026-05-01')
    expect(beside['planned-end']?.said).toBe('1 June 2026')
    expect(beside['to-change']).toBeUndefined()
  })

  it('asks every question where nothing was answered before', () => {
    const { fields, beside } = asked('review', [])
    expect(Object.keys(fields)).toEqual(Object.keys(diversion.steps.review?.fields ?? {}))
    expect(beside).toEqual({})
  })
})

describe('the ending', () => {
  it('asks about each goal of the plan, with the goal beside, and about no others', () => {
    const { fields, beside } = asked('end', [started])
    expect(beside['first-goal']?.said).toBe('Back to school')
    expect(beside['second-goal']?.said).toBe('A job on Saturdays')
    expect(fields).not.toHaveProperty('third-goal')
    expect(fields).toHaveProperty('achieved')
  })

  it.each([
    [
      '1. Three full days of school a week by half-term. 2. Asleep by eleven.',
      ['Three full days of school a week by half-term.', 'Asleep by eleven.'],
    ],
    [
      '1. Finish the level 2 course. 2. A stand at the market.',
      ['Finish the level 2 course.', 'A stand at the market.'],
    ],
    ['1) School, 2) Boxing; 3) Home by 9.', ['School,', 'Boxing;', 'Home by 9.']],
    ['Home by 10. 2. is my lucky number', ['Home by 10. 2. is my lucky number']],
    ['1. Home by 10. 3. nothing', ['Home by 10. 3. nothing']],
  ])('takes the numbers of a list on one line for goals: %s', (goals, each) => {
    const { beside } = asked('end', [{ ...started, answers: { ...started.answers, goals } }])
    const said = ['first-goal', 'second-goal', 'third-goal'].map(name => beside[name]?.said)
    expect(said.filter(words => words !== undefined)).toEqual(each)
  })

  it('asks about no goals where no plan says any', () => {
    expect(Object.keys(asked('end', []).fields)).not.toContain('first-goal')
  })
})
