import { describe, expect, it } from 'vitest'
import { checkFeedbackForm, type FeedbackForm } from './feedbackForm.ts'

const sound: FeedbackForm = {
  id: 'a-form',
  from: 'child',
  title: 'How was it?',
  intro: [],
  thanks: 'Thank you',
  fields: { best: { kind: 'textarea', label: 'What was good?' } },
  help: { title: 'Help me now', lines: ['Call 999.'], source: 'Invented for this test' },
  source: 'Invented for this test',
  file: 'practice/somewhere/feedback.ts',
}

describe('a form for feedback', () => {
  it('has no fault where nothing is required and help stands on it', () => {
    expect(checkFeedbackForm(sound)).toEqual([])
  })

  it('may not require an answer', () => {
    const fields = { best: { kind: 'textarea', label: 'What was good?', required: 'Say it' } } as const
    expect(checkFeedbackForm({ ...sound, fields })).toEqual([
      'The question “best” must be answered: feedback is never required.',
    ])
  })

  it('says to a child where help is to be had now', () => {
    const { help: _, ...without } = sound
    expect(checkFeedbackForm(without)).toHaveLength(1)
    expect(checkFeedbackForm({ ...without, from: 'referrer' })).toEqual([])
  })

  it('says within how many days somebody from outside asks by it', () => {
    const within = (withinDays: number) => checkFeedbackForm({ ...sound, fromOutside: { withinDays } })
    expect(within(60)).toEqual([])
    expect(within(0)).toHaveLength(1)
    expect(within(1.5)).toHaveLength(1)
  })
})
