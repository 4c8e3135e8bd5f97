import { describe, expect, it } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { aimedAge, readSentences } from '../../ui/readability/readingAge.ts'
import { meetingWords, travelWords } from './meetingWords.ts'

const tooHard = (texts: readonly string[]) =>
  texts.flatMap(readSentences).filter(({ age }) => age !== undefined && age > aimedAge)

describe('what every child’s page says can be read at nine', () => {
  it('of where help is, and how to complain', () => {
    const form = practice.feedback.find(({ from }) => from === 'child')
    const lines = [form?.help, form?.complain].flatMap(part => (part ? [part.title, ...part.lines] : []))
    expect(lines.length).toBeGreaterThan(4)
    expect(tooHard(lines)).toEqual([])
  })

  it.each([
    'home-visit',
    'office',
    'school',
    'telephone',
    'video',
    'reparation',
    'review',
    'group',
    'new-kind',
  ])('of a meeting: %s', kind => {
    expect(tooHard([meetingWords({ kind }, 'child')])).toEqual([])
  })

  it('of how they get there, and not at all where they go by themselves', () => {
    expect(travelWords({ travel: 'fetched' })).toBe('We pick you up. Your worker tells you where.')
    expect(travelWords({ travel: 'taxi' })).toBe('A taxi picks you up. Your worker tells you where.')
    expect(travelWords({ travel: 'bus' })).toBeUndefined()
    expect(tooHard(['We pick you up. Your worker tells you where.'])).toEqual([])
  })
})
