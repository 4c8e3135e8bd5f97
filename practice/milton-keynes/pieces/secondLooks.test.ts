import { expect, test } from 'vitest'
import type { KnownOfForms } from '../../../src/engine/assessments/index.ts'
import type { Answers } from '../../../src/engine/forms/index.ts'
import { secondLooks } from './secondLooks.ts'

const all = secondLooks({
  partners: 'one',
  harmed: 'one',
  'risk-to-others': 'one',
  contingencies: 'one',
  'after-event': 'one',
  'against-record': 'one',
  therapist: 'one',
})
const asked = (
  id: string,
  answers: Answers,
  { signedForms = [], happened = [], harmSaid = '' }: Partial<KnownOfForms> = {},
) => all.find(look => look.id === id)?.ask(answers, { signedForms, happened, harmSaid })
const possibility = { if: 'He is arrested', does: 'The duty worker goes', who: 'Olive' }

test.each([
  ['partners', { 'asked-of': ['child', 'own-records'] }, 'Only the child and our own records were asked.'],
  ['partners', { 'asked-of': ['child'] }, 'Only the child was asked.'],
  ['harmed', { harmed: 'not-known' }, 'Who can say'],
  ['harmed', { harmed: 'yes', 'harmed-wishes': 'not-asked' }, 'Who asks them'],
  ['risk-to-others', { harmed: 'yes', 'serious-harm': 'low' }, 'what makes it low'],
  ['contingencies', {}, 'Nothing is written yet'],
  ['contingencies', { 'if-things': [possibility], reoffending: 'very-high' }, 'What else could happen'],
  ['after-event', { events: ['arrest'], 'plan-fits': 'yes' }, 'Does it still fit'],
] as const)('%s: %o is asked about', (id, answers, words) => {
  expect(asked(id, answers)).toContain(words)
})

test.each([
  ['partners', {}],
  ['partners', { 'asked-of': ['child', 'police'] }],
  ['harmed', { harmed: 'no' }],
  ['harmed', { harmed: 'yes', 'harmed-wishes': 'known' }],
  ['risk-to-others', { harmed: 'yes', 'serious-harm': 'medium' }],
  ['risk-to-others', { harmed: 'no', 'serious-harm': 'low' }],
  ['contingencies', { 'if-things': [possibility], reoffending: 'low' }],
  ['contingencies', { 'if-things': [possibility, possibility], reoffending: 'high' }],
  ['after-event', { events: ['nothing'], 'plan-fits': 'yes' }],
  ['after-event', { events: ['arrest'], 'plan-fits': 'change' }],
] as const)('%s: %o is not asked about', (id, answers) => {
  expect(asked(id, answers)).toBeUndefined()
})

test('that a therapist found no need is asked about until a therapist’s assessment is signed', () => {
  expect(asked('therapist', { communication: 'none' }, { signedForms: ['review'] })).toContain(
    'should a therapist look',
  )
  expect(asked('therapist', { communication: 'none' }, { signedForms: ['communication'] })).toBeUndefined()
  expect(asked('therapist', { communication: 'known' })).toBeUndefined()
})

test.each(['no', 'not-known'])(
  'that nobody is said to be harmed (%s) is asked about where the record says otherwise',
  harmed => {
    const said = 'Notification received, 3 November 2026,'
    expect(asked('harmed', { harmed }, { harmSaid: said })).toContain(`${said} says that somebody was harmed`)
    expect(asked('harmed', { harmed: 'yes', 'harmed-wishes': 'known' }, { harmSaid: said })).toBeUndefined()
    expect(asked('harmed', {}, { harmSaid: said })).toBeUndefined()
  },
)
test('what the record says has happened is named where a form says that nothing has, or leaves the plan as it is', () => {
  const happened = ['Arrest, 20 November 2026']
  expect(asked('against-record', { events: ['nothing'] }, { happened })).toContain('Arrest, 20 November 2026')
  expect(asked('against-record', { events: ['arrest'] }, { happened })).toBeUndefined()
  expect(asked('against-record', { events: ['nothing'] })).toBeUndefined()
  expect(asked('after-event', { events: ['nothing'], 'plan-fits': 'yes' }, { happened })).toContain(
    'Arrest, 20 November 2026',
  )
})
