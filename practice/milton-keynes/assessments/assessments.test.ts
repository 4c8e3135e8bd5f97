import { describe, expect, test } from 'vitest'
import {
  type AssessmentForm,
  askedIn,
  type FormVersion,
  fieldsOf,
  progressOf,
} from '../../../src/engine/assessments/index.ts'
import { formFrom, formFromOutside } from '../../../src/engine/feedback/index.ts'
import { type Answers, type Field, optionsOf, reasonKey } from '../../../src/engine/forms/index.ts'
import { checkDefinitions } from '../../../src/engine/packs/index.ts'
import { practice } from '../../index.ts'

/** Every form, with its first question about what is strong and its first about what is a worry. */
const strongThenWorry = {
  'initial-screening': ['strengths', 'worries'],
  'exploitation-screening': ['strengths', 'missing'],
  'prevention-diversion': ['strengths', 'home-hard'],
  'full-assessment': ['strengths', 'home-safe'],
  review: ['strengths', 'events'],
  closing: ['strengths', 'did-not-work'],
  'pre-visit-safety': ['goes-well', 'to-workers'],
  communication: ['talks-well', 'need'],
  'physical-health': ['keeps-well', 'conditions'],
  'substance-use': ['feels-good', 'used'],
  education: ['likes', 'part-time'],
} as const

const find = (id: keyof typeof strongThenWorry): { form: AssessmentForm; wording: FormVersion } => {
  const form = practice.assessments.find(each => each.id === id)
  const wording = form?.versions['2026-1']
  if (!form || !wording) throw new Error(`no form ${id}`)
  return { form, wording }
}
const sectionsOf = (id: keyof typeof strongThenWorry, answers: Answers) =>
  progressOf(find(id).wording, answers, new Set()).map(each => each.id)
const asks = (id: keyof typeof strongThenWorry, answers: Answers) => askedIn(find(id).wording, answers)

const wordings = practice.assessments.flatMap(form =>
  Object.entries(form.versions).map(([version, wording]) => ({
    name: `${form.id} ${version}`,
    form,
    wording,
  })),
)
const textsOf = (field: Field): string[] =>
  [
    field.label,
    field.hint,
    field.required,
    ...optionsOf(field).flatMap(({ label, hint, needsReason }) => [label, hint, needsReason]),
  ].filter(text => text !== undefined)

test('no answer that is offered is worded as a question', () => {
  const offered = wordings.flatMap(({ name, wording }) =>
    Object.values(fieldsOf(wording)).flatMap(field =>
      optionsOf(field).map(({ label }) => ({ name, question: field.label, label })),
    ),
  )
  expect(offered.filter(({ label }) => label.endsWith('?'))).toEqual([])
})

test('there is no fault in the definitions, and every form is in the table above', () => {
  expect(checkDefinitions(practice)).toEqual([])
  expect(practice.assessments.map(({ id }) => id).toSorted()).toEqual(Object.keys(strongThenWorry).toSorted())
})

describe.each(wordings)('$name', ({ form, wording }) => {
  const fields = fieldsOf(wording)

  test('asks for strengths before concerns', () => {
    const [strong, worry] = strongThenWorry[form.id as keyof typeof strongThenWorry]
    const names = Object.keys(fields)
    expect(names).toContain(strong)
    expect(names.indexOf(strong)).toBeLessThan(names.indexOf(worry))
  })

  test('says where it is from, and that its questions are ours', () => {
    expect(form.ours).toBe(true)
    expect(form.source).toMatch(/paragraph|as it is described in public|unverified/)
    expect(form.source).toContain('questions are ours')
    expect(form.source.length).toBeLessThanOrEqual(300)
  })

  test('says what to do wherever something must be answered', () => {
    for (const [name, field] of Object.entries(fields))
      if (field.required !== undefined)
        expect(field.required, name).toMatch(/^(Say|Choose|Write|Give|Enter) /)
    for (const field of Object.values(fields))
      for (const { needsReason } of optionsOf(field))
        if (needsReason !== undefined) expect(needsReason).toMatch(/^(Say|Write) /)
  })

  test('can be read in short sentences, without abbreviations that nobody explains', () => {
    const said = [
      form.title,
      form.summary,
      ...Object.values(wording.sections).flatMap(({ title, intro }) => [title, intro ?? '']),
      ...Object.values(fields).flatMap(textsOf),
    ]
    for (const text of said) {
      expect(text.length, text).toBeLessThanOrEqual(200)
      for (const sentence of text.split(/[.:?] /))
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20)
    }
    const explained = ['EHE', 'EOTAS', 'EHCP', 'SEN', 'ETE', 'MDMA', 'OK']
    const short = said.flatMap(text => text.match(/\b[A-Z]{2,}\b/g) ?? [])
    expect(short.filter(word => !explained.includes(word))).toEqual([])
  })

  test('has names that stay the same in files and programs', () => {
    for (const name of Object.keys(fields)) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  test('is no longer than a worker can bear', () => {
    // What the record holds is confirmed, and is no question; the figures of a score are asked only after a conviction.
    const long = Object.values(wording.sections).filter(({ workedOut }) => !workedOut)
    const questions = long
      .flatMap(section => Object.values(section.fields))
      .filter(({ kind }) => kind !== 'fact')
    expect(questions.length).toBeLessThanOrEqual(120)
    for (const [id, section] of Object.entries(wording.sections))
      expect(Object.keys(section.fields).length, id).toBeLessThanOrEqual(14)
  })
})

describe('who writes and who countersigns', () => {
  test('a therapist’s form is a therapist’s, and a health worker’s a health worker’s', () => {
    expect(find('communication').form.by).toEqual(['speech-therapist'])
    expect(find('physical-health').form.by).toEqual(['health-worker'])
    expect(find('communication').form.countersignedBy).toBeUndefined()
    for (const { id, by } of practice.assessments)
      if (!['communication', 'physical-health'].includes(id)) expect(by, id).toContain('officer')
  })

  test('a senior countersigns whatever decides how a child is seen', () => {
    const countersigned = practice.assessments.filter(form => form.countersignedBy).map(({ id }) => id)
    expect(countersigned).toEqual([
      'initial-screening',
      'exploitation-screening',
      'prevention-diversion',
      'full-assessment',
      'review',
      'closing',
    ])
    for (const { id, clocks, countersignedBy } of practice.assessments)
      expect(
        clocks?.map(clock => clock.id),
        id,
      ).toEqual(countersignedBy ? ['countersigned'] : undefined)
  })
})

describe('what is asked', () => {
  test('courts and custody are asked about only where there is a court, or custody', () => {
    const courtly = (court: string) =>
      sectionsOf('full-assessment', { court }).filter(id => ['court', 'custody', 'rules'].includes(id))
    expect(courtly('no')).toEqual([])
    expect(courtly('community')).toEqual(['court', 'rules'])
    expect(courtly('custody')).toEqual(['court', 'custody', 'rules'])
  })

  test('the full assessment goes from what is known to what it means and what is done', () => {
    const { sections } = find('full-assessment').wording
    const thirds = Object.values(sections).map(section => section.under)
    expect([...new Set(thirds)]).toEqual(['What is known', 'What it means', 'What is done'])
    expect(sections.likely?.under).toBe('What it means')
    expect(sections.path?.under).toBe('What is done')
  })

  test('a child answers with faces, and a parent, where they want to', () => {
    const { wording } = find('full-assessment')
    expect(sectionsOf('full-assessment', {})).not.toContain('child')
    expect(sectionsOf('full-assessment', { 'child-how': 'declined' })).not.toContain('child')
    expect(
      sectionsOf('full-assessment', { 'child-how': 'alone', 'parent-asked': 'yes' }).slice(0, 3),
    ).toEqual(['basis', 'child', 'parent'])
    for (const field of Object.values(wording.sections.child?.fields ?? {}))
      expect(field.required).toBeUndefined()
    expect(fieldsOf(wording)['child-home']).toMatchObject({ as: 'faces' })
    expect(fieldsOf(wording)['parent-home']).toMatchObject({ as: 'faces' })
  })

  test.each(['full-assessment', 'review'] as const)(
    '%s: every judgement has four steps and needs a reason',
    id => {
      const fields = fieldsOf(find(id).wording)
      for (const name of ['reoffending', 'serious-harm', 'safety-wellbeing']) {
        const { [name]: level, [`${name}-why`]: why } = fields
        expect(level && optionsOf(level).map(({ value }) => value)).toEqual([
          'low',
          'medium',
          'high',
          'very-high',
        ])
        expect(level?.required).toBeDefined()
        expect(why?.required).toBeDefined()
        expect(why?.appliesWhen, 'whatever the level').toBeUndefined()
      }
    },
  )

  test('a child is screened out only with evidence, and then nothing else is asked', () => {
    expect(sectionsOf('communication', { outcome: 'screened-out' })).toEqual(['way', 'screened-out'])
    const { evidence, conclusive } = fieldsOf(find('communication').wording)
    expect(evidence?.required).toBeDefined()
    expect(conclusive?.required).toBeDefined()
  })

  test('a need brings advice to the court, school, panel, police and home', () => {
    const audiences = ['court', 'school', 'panel', 'police', 'home']
    const advised = (need: string) =>
      sectionsOf('communication', { outcome: 'assessed', need }).filter(id => audiences.includes(id))
    expect(advised('yes')).toEqual(audiences)
    expect(advised('no')).toEqual([])
    expect(asks('communication', { outcome: 'assessed', need: 'yes' })).toContain('identified-before')
  })

  test('a child who is exploited: the hub is told; one without a sign: nothing more is asked', () => {
    expect(sectionsOf('exploitation-screening', { exploitation: 'no-sign' })).not.toContain('known')
    for (const exploitation of ['vulnerable', 'targeted', 'exploited'])
      expect(asks('exploitation-screening', { exploitation })).toContain('shared-with-hub')
    expect(asks('exploitation-screening', { exploitation: 'vulnerable' })).not.toContain('national-referral')
    expect(asks('exploitation-screening', { exploitation: 'targeted' })).toContain('national-referral')
  })

  test('a part-time timetable has a start and a review; a child without education no hours', () => {
    const partTime = asks('education', { place: 'school', 'part-time': 'yes' })
    expect(partTime).toContain('part-time-from')
    expect(partTime).toContain('part-time-review')
    expect(asks('education', { place: 'school', 'part-time': 'no' })).not.toContain('part-time-from')
    expect(sectionsOf('education', { place: 'none' })).toEqual([
      'strengths',
      'place',
      'nowhere',
      'exclusions',
      'support',
      'next',
    ])
    expect(sectionsOf('education', { place: 'home' })).toContain('home')
    expect(sectionsOf('education', { place: 'other-place' })).toContain('other-place')
  })

  test('a child who uses nothing is not asked how often; one who does not agree, not about the body', () => {
    expect(sectionsOf('substance-use', { used: 'never' })).toEqual(['strengths', 'others', 'wishes'])
    expect(sectionsOf('physical-health', { agreed: 'no' })).toEqual(['well', 'next'])
  })

  test('the assessment for prevention and diversion keeps its order', () => {
    expect(sectionsOf('prevention-diversion', { 'came-for': 'diversion' })).toEqual([
      'begin',
      'life',
      'strengths',
      'circumstances',
      'diversity',
      'family',
      'exploitation',
      'behaviour',
      'resolution',
      'safety',
      'addressed',
    ])
    expect(sectionsOf('prevention-diversion', { 'came-for': 'prevention' })).not.toContain('resolution')
  })

  test('where somebody was harmed, their wishes and their safety', () => {
    for (const id of ['prevention-diversion', 'full-assessment', 'review', 'closing'] as const) {
      expect(asks(id, { harmed: 'yes', court: 'no' })).toContain('harmed-wishes')
      expect(asks(id, { harmed: 'yes', court: 'no' })).toContain('harmed-safe')
      expect(asks(id, { harmed: 'no', court: 'no' })).not.toContain('harmed-wishes')
    }
  })
})

test('what everybody must know is raised at once: danger, self-harm, an allergy, two workers', () => {
  const raising = wordings.flatMap(({ wording }) =>
    Object.entries(fieldsOf(wording)).flatMap(([name, field]) =>
      optionsOf(field).flatMap(({ value, raisesAlert }) =>
        raisesAlert ? [`${name} ${value}: ${raisesAlert.kind}`] : [],
      ),
    ),
  )
  expect([...new Set(raising)].toSorted()).toEqual([
    'address yes: risk-at-address',
    'allergies dangerous: health',
    'danger-now yes: danger',
    'decision two: two-workers',
    'dog shut: dog',
    'emergency yes: health',
    'exploitation exploited: exploitation',
    'exploitation targeted: exploitation',
    'risk-now yes: health',
    'self-harm now: self-harm',
    'to-child yes: risk-from-others',
    'to-workers yes: risk-to-workers',
  ])
})

test('the reason for an answer never stands under the name of another question', () => {
  for (const { wording } of wordings) {
    const fields = fieldsOf(wording)
    for (const name of Object.keys(fields)) expect(Object.keys(fields)).not.toContain(reasonKey(name))
  }
})

test('feedback at the end has a form of its own, for the child and for a parent', () => {
  const byThoseWhoDidTheWork = practice.feedback.filter(({ fromOutside }) => !fromOutside)
  expect(byThoseWhoDidTheWork.map(({ from }) => from)).toEqual(['child', 'parent', 'referrer'])
  const outside = formFromOutside(practice.feedback)
  expect(outside).toMatchObject({ id: 'where-to-now', from: 'child', fromOutside: { withinDays: 90 } })
  expect(formFrom(practice.feedback, 'child')?.id).toBe('feedback-child')
})
