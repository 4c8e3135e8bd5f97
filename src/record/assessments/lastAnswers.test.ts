import { expect, test } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { fieldsOf } from '../../engine/assessments/index.ts'
import { findAssessmentForm } from '../../engine/packs/index.ts'
import { lastAnswers } from './lastAnswers.ts'

const fields = (form: string) => {
  const wording = findAssessmentForm(practice, form)?.versions['2026-1']
  if (!wording) throw new Error(`no form ${form}`)
  return fieldsOf(wording)
}
const said = (form: string, day: string, answers: Record<string, string>) => ({
  ...{ in: { form, wording: '2026-1' }, answers },
  savedAt: Temporal.Instant.from(`${day}T10:00:00Z`),
})
const assessment = said('full-assessment', '2026-09-01', {
  reoffending: 'medium',
  'reoffending-why': 'He is back at school',
})

test('the first review shows the judgements of the assessment before it, with their reasons', () => {
  const beside = lastAnswers(practice, 'review', fields('review'), [assessment])
  expect(beside.reoffending?.said).toBe('Medium')
  expect(beside['reoffending-why']?.said).toBe('He is back at school')
  expect(beside.reoffending?.on.toString()).toBe('2026-09-01')
  expect(beside['serious-harm']).toBeUndefined()
})

test('the latest answer stands, whichever form gave it', () => {
  const review = said('review', '2026-10-20', { reoffending: 'low' })
  const beside = lastAnswers(practice, 'review', fields('review'), [review, assessment])
  expect(beside.reoffending?.said).toBe('Low')
  expect(beside['reoffending-why']?.said, 'nothing newer was said').toBe('He is back at school')
})

test('a question of the same name in other words is another question', () => {
  const screening = said('physical-health', '2026-09-01', { 'look-again': '2026-12-01' })
  expect(fields('physical-health')['look-again']?.label).not.toBe(
    fields('full-assessment')['look-again']?.label,
  )
  expect(lastAnswers(practice, 'full-assessment', fields('full-assessment'), [screening])).toEqual({})
})

test('an answer is shown with its reason', () => {
  const before = [
    said('initial-screening', '2026-09-01', { urgent: 'yes', 'urgent-reason': 'A bed for tonight' }),
  ]
  const beside = lastAnswers(practice, 'initial-screening', fields('initial-screening'), before)
  expect(beside.urgent?.said).toBe('Yes: A bed for tonight')
})

test('a form that the definitions no longer have says nothing', () => {
  const before = [said('gone', '2026-09-01', { reoffending: 'high' })]
  expect(lastAnswers(practice, 'review', fields('review'), before)).toEqual({})
})

test('a step of a case stands beside the same question of a form, and not beside one in other words', () => {
  const step = {
    in: { pathway: 'diversion', step: 'screen' },
    answers: { strengths: 'Plays the drums', reoffending: 'high' },
    savedAt: Temporal.Instant.from('2026-09-01T10:00:00Z'),
  }
  const screening = lastAnswers(practice, 'initial-screening', fields('initial-screening'), [step])
  expect(screening.strengths?.said).toBe('Plays the drums')
  expect(lastAnswers(practice, 'review', fields('review'), [step]).reoffending).toBeUndefined()
})
