import { describe, expect, it } from 'vitest'
import type { Person } from './personQueries.ts'
import { type ForVisit, visitAdvice } from './visitAdvice.ts'

const mother: Person = {
  personId: '1',
  childId: '1',
  name: 'Leila Amin',
  kind: 'parent',
  organisation: '',
  relationship: 'Mother',
  livesWithChild: true,
  hasParentalResponsibility: true,
  mustNotBeContacted: false,
  barredReason: '',
  bestWay: '',
  language: 'Arabic',
  needsInterpreter: false,
  phone: '',
  email: '',
  note: '',
  endedAt: null,
  version: 1,
}
const uncle: Person = {
  ...mother,
  personId: '2',
  name: 'Karim Amin',
  livesWithChild: false,
  hasParentalResponsibility: false,
  mustNotBeContacted: true,
}
const quiet: ForVisit = {
  child: { language: 'Arabic', needsInterpreter: false, interpreterNote: '', whatHelps: '' },
  people: [mother],
  everybody: [mother],
}
describe('what to do before a visit', () => {
  it('is nothing where the record tells of nothing', () => {
    expect(visitAdvice(quiet)).toEqual([])
  })

  it('is to meet the child elsewhere where somebody lives there who must not be contacted', () => {
    expect(visitAdvice({ ...quiet, people: [mother, uncle] })).toEqual([])
    expect(visitAdvice({ ...quiet, people: [mother, { ...uncle, livesWithChild: true }] })).toEqual([
      'Karim Amin lives there and must not be contacted: meet the child elsewhere.',
    ])
  })

  it('is to make sure who somebody is with the name of whoever must not be contacted', () => {
    const again = { ...mother, personId: '3', name: 'karim  AMIN', livesWithChild: true }
    const ask =
      'Make sure who karim  AMIN is before you speak with them: somebody of this name must not be contacted.'
    expect(visitAdvice({ ...quiet, people: [again], everybody: [again, uncle] })).toEqual([ask])
    expect(visitAdvice({ ...quiet, people: [again, uncle], everybody: [again, uncle] })).toContain(ask)
    expect(visitAdvice({ ...quiet, people: [mother, uncle], everybody: [mother, uncle] })).toEqual([])
  })

  it('asks for parental responsibility where nobody has it who may be contacted', () => {
    const ask = 'Ask who has parental responsibility: nobody is recorded who has it and may be contacted.'
    expect(visitAdvice({ ...quiet, people: [] })).toEqual([ask])
    expect(visitAdvice({ ...quiet, people: [{ ...mother, mustNotBeContacted: true }] })).toContain(ask)
  })

  it('asks whether an interpreter is needed where nobody has said', () => {
    const child = { ...quiet.child, needsInterpreter: null }
    expect(visitAdvice({ ...quiet, child })).toEqual([
      'Ask whether the child needs an interpreter (Arabic): nobody has said.',
    ])
  })

  it('books interpreters for the child and for whoever lives there and may be spoken with', () => {
    const child = {
      ...quiet.child,
      needsInterpreter: true,
      interpreterNote: 'Sudanese Arabic',
      whatHelps: 'A quiet room',
    }
    const people = [
      { ...mother, needsInterpreter: true },
      { ...uncle, needsInterpreter: true },
    ]
    expect(visitAdvice({ child, people, everybody: people })).toEqual([
      'Book an interpreter (Sudanese Arabic).',
      'Book an interpreter (Arabic) for Leila Amin.',
      'What helps: A quiet room.',
    ])
  })
})
