import { describe, expect, test } from 'vitest'
import {
  type Goal,
  lastMark,
  lastMarks,
  missingFrom,
  overdueSteps,
  type Plan,
  questionsAbout,
  type Silence,
  type Step,
  type Strand,
  strandIds,
  type Voice,
} from './plan.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-22')

const step = (change: Partial<Step> = {}): Step => ({
  stepId: 's',
  goalId: 'g',
  words: 'Go to training on Tuesday',
  who: 'child',
  whoUserId: null,
  whoWords: '',
  whoCalled: '',
  dueOn: day('2026-12-01'),
  state: 'to-do',
  stateOn: null,
  stateWords: '',
  version: 1,
  ...change,
})

const goal = (strand: Strand, change: Partial<Goal> = {}): Goal => ({
  goalId: `goal-${strand}`,
  planId: 'p',
  lineId: `line-${strand}`,
  strand,
  words: `Something of ${strand}`,
  why: '',
  lowWords: '',
  highWords: '',
  outcome: null,
  outcomeOn: null,
  outcomeWords: '',
  version: 1,
  steps: [step(), step({ stepId: 't', who: 'other', whoWords: 'His school' })],
  progress: [],
  ...change,
})

/** A plan to which nothing is missing and about which nothing is asked. */
const plan = (change: Partial<Plan> = {}): Plan => ({
  planId: 'p',
  childId: 'c',
  involvementId: null,
  state: 'open',
  startsOn: day('2026-11-23'),
  reviewOn: day('2027-02-23'),
  level: 'standard',
  delivery: 'Short sentences; not on Friday at noon',
  harmed: 'no',
  noWishesReason: '',
  begunBy: 'Olive Officer',
  begunAt: Temporal.Instant.from('2026-11-21T10:00:00Z'),
  caseEndedAt: null,
  version: 1,
  goals: strandIds.map(strand => goal(strand)),
  contingencies: [
    { contingencyId: 'x', ifWords: 'He goes missing', thenWords: 'Ring', whoWords: 'Mum', version: 1 },
  ],
  silences: [],
  harmSaid: '',
  ...change,
})

const voice = (change: Partial<Voice> = {}): Voice => ({
  victimId: 'v',
  knownAs: 'the shop',
  wishes: [],
  wishesWords: '',
  noWishesReason: '',
  safetyWords: '',
  recordedBy: 'Vic Worker',
  recordedAt: Temporal.Instant.from('2026-11-21T10:00:00Z'),
  ...change,
})

const silence = (change: Partial<Silence> = {}): Silence => ({
  victimId: 'v',
  words: 'The police gave no details',
  saidBy: 'Olive Officer',
  saidAt: Temporal.Instant.from('2026-11-21T10:00:00Z'),
  version: 1,
  ...change,
})

const wordsOf = (of: Plan, voices: readonly Voice[] = []) =>
  missingFrom(of, voices, today)
    .map(({ words }) => words)
    .join(' ')

describe('a plan cannot be signed', () => {
  test('as though nobody had been harmed where the record says so, without the reason', () => {
    const harmSaid = 'Full assessment, 3 November 2026,'
    for (const harmed of ['no', 'not-known'] as const) {
      expect(wordsOf(plan({ harmed, harmSaid }))).toContain(`${harmSaid} says that somebody was harmed`)
      expect(wordsOf(plan({ harmed, harmSaid, noWishesReason: 'It was another child' }))).toBe('')
    }
    expect(wordsOf(plan({ harmed: 'yes', harmSaid, noWishesReason: 'Not asked yet' }))).toBe('')
    const heard = [voice({ wishes: ['letter'] })]
    expect(wordsOf(plan({ harmed: 'no' }), heard)).toContain('says that somebody was harmed')
    expect(wordsOf(plan({ harmed: 'no', noWishesReason: 'By another child' }), heard)).toBe('')
  })

  test('is not said of one in which everything stands', () => {
    expect(missingFrom(plan(), [], today)).toEqual([])
    expect(questionsAbout(plan(), [], today)).toEqual([])
  })

  test.each(strandIds)('without a goal in the strand %s', strand => {
    const goals = strandIds.filter(each => each !== strand).map(each => goal(each))
    expect(missingFrom(plan({ goals }), [], today)).toMatchObject([{ part: 'goals', strand }])
  })

  test.each([
    [{ startsOn: null }, 'Say when the work begins'],
    [{ reviewOn: null }, 'Say when the plan is reviewed'],
    [{ level: null }, 'Choose how often you meet'],
    [{ harmed: null }, 'Say whether anybody was harmed'],
    [{ goals: strandIds.map(strand => goal(strand, { steps: [] })) }, 'Add a step to the goal'],
  ] as const)('with %j', (change, words) => {
    expect(wordsOf(plan(change))).toContain(words)
  })
})

describe('somebody who was harmed', () => {
  test('holds the plan back until their wishes are recorded', () => {
    expect(wordsOf(plan({ harmed: 'yes' }), [voice()])).toContain('what the shop wishes')
    expect(missingFrom(plan({ harmed: 'yes' }), [voice({ wishes: ['letter'] })], today)).toEqual([])
    expect(missingFrom(plan({ harmed: 'yes' }), [voice({ wishesWords: 'Never again' })], today)).toEqual([])
  })

  test('does not hold it back where the victim worker says why nothing is known, or whoever writes the plan does', () => {
    expect(
      missingFrom(
        plan({ harmed: 'yes' }),
        [voice({ noWishesReason: 'She did not want to be asked' })],
        today,
      ),
    ).toEqual([])
    expect(
      missingFrom(plan({ harmed: 'yes', noWishesReason: 'The police gave no details' }), [], today),
    ).toEqual([])
    expect(missingFrom(plan({ harmed: 'yes', silences: [silence()] }), [voice()], today)).toEqual([])
  })

  test('holds it back where the reason is one for somebody else, or for nobody, or was taken back', () => {
    const boy = voice({ victimId: 'w', knownAs: 'the boy' })
    const words = wordsOf(plan({ silences: [silence()] }), [voice(), boy])
    expect(words).toContain('what the boy wishes')
    expect(words).not.toContain('the shop')
    expect(wordsOf(plan({ noWishesReason: 'The police gave no details' }), [boy])).toContain('the boy')
    expect(wordsOf(plan({ silences: [silence({ words: '' })] }), [voice()])).toContain('the shop')
  })

  test('holds it back where the reason is older than what the victim worker told last', () => {
    const later = voice({ recordedAt: Temporal.Instant.from('2026-11-21T10:00:01Z') })
    expect(wordsOf(plan({ silences: [silence()] }), [later])).toContain('the shop')
  })

  test('holds it back where nobody has passed anything on and nothing says why', () => {
    expect(wordsOf(plan({ harmed: 'yes' }))).toContain('Somebody was harmed')
  })

  test('is heard each for themselves: the wishes of one do not stand for another', () => {
    const heard = voice({ wishes: ['informed'] })
    const unheard = voice({ victimId: 'w', knownAs: 'the boy' })
    expect(wordsOf(plan(), [heard, unheard])).toContain('what the boy wishes')
    expect(wordsOf(plan(), [heard, unheard])).not.toContain('the shop')
  })
})

describe('worth asking', () => {
  test.each([
    [{ contingencies: [] }, 'What could go wrong'],
    [{ harmed: 'not-known' }, 'Who could tell you?'],
    [{ delivery: '' }, 'What shapes how you work'],
    [
      { goals: strandIds.map(strand => goal(strand, { steps: [step({ who: 'worker' })] })) },
      'the child’s or the family’s own',
    ],
    [{ goals: strandIds.map(strand => goal(strand, { steps: [step()] })) }, 'No other service'],
    [{ goals: strandIds.map(strand => goal(strand, { steps: [step({ dueOn: null })] })) }, 'have no day'],
    [{ goals: [...strandIds, ...strandIds].map(strand => goal(strand)) }, '6 goals are many'],
  ] as const)('of %j', (change, words) => {
    expect(questionsAbout(plan(change), [], today).join(' ')).toContain(words)
    expect(missingFrom(plan(change), [], today)).toEqual([])
  })

  test('of somebody who needs to be kept safe, by which step that is done', () => {
    const needing = [voice({ wishes: ['informed'], safetyWords: 'He must not come near her school' })]
    expect(questionsAbout(plan(), needing, today)).toEqual([
      'What keeps the shop safe: “He must not come near her school”. Which step of this plan does that?',
    ])
    expect(questionsAbout(plan(), [voice({ wishes: ['informed'] })], today)).toEqual([])
  })
})

test.each([
  ['2026-11-30', 0],
  ['2026-12-01', 0],
  ['2026-12-02', 1],
])('on %s so many steps are overdue: %i', (today, count) => {
  const goals = [
    goal('good-life', {
      steps: [step(), step({ state: 'done', stateOn: day('2026-11-25') }), step({ dueOn: null })],
    }),
  ]
  expect(overdueSteps({ goals }, day(today))).toHaveLength(count)
})

test('the last mark is the one of the latest day, whenever it was written down', () => {
  const mark = (on: string, value: number) => ({
    lineId: 'l',
    mark: value,
    saidBy: 'child' as const,
    words: '',
    on: day(on),
    recordedBy: 'Olive',
  })
  expect(lastMark({ progress: [mark('2026-11-20', 7), mark('2026-11-01', 2)] })?.mark).toBe(7)
  expect(lastMark({ progress: [] })).toBeUndefined()
})

test('the last mark of each stands, the child’s first: nobody’s takes the place of another’s', () => {
  const mark = (on: string, value: number, saidBy: 'child' | 'family') => ({
    ...{ lineId: 'l', mark: value, saidBy, words: '', on: day(on), recordedBy: null },
  })
  const progress = [
    mark('2026-11-01', 2, 'child'),
    mark('2026-11-10', 3, 'child'),
    mark('2026-11-20', 1, 'family'),
  ]
  expect(lastMarks({ progress }).map(each => [each.saidBy, each.mark])).toEqual([
    ['child', 3],
    ['family', 1],
  ])
  expect(lastMarks({ progress: [] })).toEqual([])
})

describe('a day that has passed', () => {
  test('is no day of the next review', () => {
    const late = plan({ reviewOn: day('2026-11-21') })
    expect(missingFrom(late, [], today).map(({ words }) => words)).toEqual([
      'The day of the review has passed (21 November 2026): say when the plan is reviewed next',
    ])
    expect(missingFrom(plan({ reviewOn: today }), [], today)).toEqual([])
  })

  test('of a step is asked about, unless it is done', () => {
    const goals = (change: Partial<Step>) =>
      strandIds.map(strand =>
        goal(strand, strand === 'good-life' ? { steps: [step(change), step({ who: 'other' })] } : {}),
      )
    const late = { dueOn: day('2026-11-20'), words: 'Call the club' }
    expect(questionsAbout(plan({ goals: goals(late) }), [], today)).toEqual([
      'The day of a step has passed (20 November 2026): Call the club. Was it done, or is another day meant?',
    ])
    expect(questionsAbout(plan({ goals: goals({ ...late, state: 'done' }) }), [], today)).toEqual([])
  })
})
