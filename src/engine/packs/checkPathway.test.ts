import { describe, expect, it, test } from 'vitest'
import { clock } from '../clocks/index.ts'
import type { Field, Fields } from '../forms/index.ts'
import { byAnswer, end, type Pathway } from '../pathways/index.ts'
import { choice, clockOver, pathwayFaults, rule, sound, step, steps } from './definitions.testkit.ts'

describe('a fault of a pathway is named', () => {
  test.each<[string, Partial<Pathway>, string]>([
    [
      'a step offered in an unknown stage',
      steps({ extra: { from: ['three', 'one'] } }),
      'The step “extra” is offered in the stage “three”, which does not exist.',
    ],
    [
      'a step that leads to an unknown stage',
      steps({ extra: { to: 'three' } }),
      'The step “extra” leads to the stage “three”, which does not exist.',
    ],
    [
      'a follow-up after a step that there is not',
      { followUp: { years: 2, after: ['part'] } },
      'The follow-up begins with the step “part”, which does not exist.',
    ],
    [
      'a follow-up after a step that ends nothing',
      { followUp: { years: 2, after: ['open'] } },
      'The follow-up begins with the step “open”, which ends no case.',
    ],
    [
      'a follow-up of no time',
      { followUp: { years: 0, proofMonths: 0.5 } },
      'A follow-up lasts whole years, one at least, and waits whole months for proof.',
    ],
    [
      'a review that opens a case',
      { steps: { ...sound.steps, open: { ...step, from: 'start', to: 'one', reviews: true } } },
      'The step “open” opens a case and is said to be a review: there is nothing yet to look back on.',
    ],
    [
      'an answer shown beside a question that nothing asks',
      steps({
        extra: { fields: { well: { kind: 'text', label: 'Well?', beside: { field: 'goals' } } } },
      }),
      'In the step “extra”, “well” shows what was answered to “goals”, which no step asks.',
    ],
    [
      'a question about goals that is not asked',
      steps({ extra: { endsGoals: ['first-goal'] } }),
      'The step “extra” ends goals by the question “first-goal”, which it does not ask.',
    ],
    [
      'a line of an answer that has none',
      steps({
        extra: { fields: { well: { kind: 'text', label: 'Well?', beside: { field: 'which', line: 1 } } } },
      }),
      'In the step “extra”, “well” shows what was answered to “which” by a line, which is not a text of several lines.',
    ],
    [
      'a step that leads back where nothing has ended',
      steps({ extra: { to: 'back' } }),
      'The step “extra” leads back to before the ending, and is offered where the case has not ended.',
    ],
    [
      'a step that ends in an unknown way',
      steps({ extra: { to: end('lost') } }),
      'The step “extra” ends with “lost”, which is not an ending of the pathway.',
    ],
    [
      'a holder whose role can do nothing in cases',
      steps({
        extra: { holder: 'who', fields: { who: { kind: 'person', label: 'Who?', roles: ['analyst'] } } },
      }),
      'The step “extra” can make somebody in the role “analyst” the holder, who can then take no step.',
    ],
    [
      'a holder for whose role there is no later step',
      steps({
        extra: {
          holder: 'who',
          fields: { who: { kind: 'person', label: 'Who?', roles: ['health-worker'] } },
        },
      }),
      'The step “extra” can make somebody in the role “health-worker” the holder, who can then take no step.',
    ],
    ['a step nobody may take', steps({ extra: { by: [] } }), 'Nobody may take the step “extra”.'],
    ['a step offered nowhere', steps({ extra: { from: [] } }), 'The step “extra” is offered in no stage.'],
    [
      'a step that opens a case and stays',
      steps({ extra: { from: 'start', to: 'stay' } }),
      'The step “extra” opens a case and leaves it nowhere.',
    ],
    [
      'a stage no step leads to',
      {
        stages: { ...sound.stages, three: { title: 'Three', means: 'Third.' } },
        ...steps({ extra: { from: ['three'] } }),
      },
      'No step leads to the stage “three”.',
    ],
    [
      'a stage with no way out',
      {
        stages: { ...sound.stages, three: { title: 'Three', means: 'Third.' } },
        ...steps({ extra: { to: 'three' } }),
      },
      'From the stage “three” no ending can be reached.',
    ],
    [
      'a stage with a reserved name',
      {
        stages: { ...sound.stages, stay: { title: 'Stay', means: 'x' } },
        ...steps({
          in: { to: byAnswer('which', { on: 'stay', off: 'two' }), fields: { which: choice } },
          out: { from: ['stay'] },
        }),
      },
      'A stage is called “stay”, which is kept for the program’s own use.',
    ],
    [
      'an ending that cannot happen',
      { endings: { ...sound.endings, lost: { title: 'Lost', counts: 'stopped' } } },
      'No step ends with “lost”.',
    ],
    [
      'ages that hold nobody',
      { ages: { from: 18, to: 10 } },
      'No age lies within the ages the pathway is for.',
    ],
    [
      'a way that hangs on no choice',
      steps({ move: { fields: {} } }),
      'Where the step “move” leads hangs on “which”, which is not a choice among its fields.',
    ],
    [
      'a way that hangs on a choice that may be left empty',
      steps({
        move: {
          fields: {
            which: {
              kind: 'choice',
              label: 'Which?',
              options: choice.options,
            },
          },
        },
      }),
      'Where the step “move” leads hangs on “which”, which may be left empty.',
    ],
    [
      'an answer that leads nowhere',
      steps({ move: { to: byAnswer('which', { on: 'two' }) }, extra: { to: end('stopped') } }),
      'Where the step “move” leads hangs on “which”, but its answer “off” leads nowhere.',
    ],
    [
      'a way for an answer that is not offered',
      steps({ move: { to: byAnswer('which', { on: 'two', off: end('stopped'), up: 'two' }) } }),
      'Where the step “move” leads hangs on “which”, which does not offer “up”.',
    ],
  ])('%s', (_what, change, fault) => {
    expect(pathwayFaults(change)).toEqual([fault])
  })
})

it('a question that is to be asked of each child and that the step does not have is named', () => {
  expect(pathwayFaults(steps({ extra: { from: ['one'], to: 'two', ofEach: ['promised'] } }))).toEqual([
    'The step “extra” asks “promised” of each child, which is not one of its other questions.',
  ])
})

it('a question asked once for all children hangs on nothing that is asked of each', () => {
  const told: Field = { kind: 'choice', label: 'Told?', options: choice.options }
  const fields: Fields = {
    told,
    how: { kind: 'text', label: 'How?', appliesWhen: { field: 'told', is: ['on'] } },
    since: { kind: 'date', label: 'Since when?' },
    until: { kind: 'date', label: 'Until when?', notBefore: { field: 'since', message: 'Too early' } },
  }
  const faults = (ofEach: readonly string[]) =>
    pathwayFaults(steps({ extra: { from: ['one'], to: 'two', fields, ofEach } }))
  expect(faults(['told', 'since'])).toEqual([
    'The step “extra” asks “how” once for all children, and it hangs on “told”, which is asked of each child.',
    'The step “extra” asks “until” once for all children, and it hangs on “since”, which is asked of each child.',
  ])
  for (const sound of [[], ['how', 'until'], ['told', 'how', 'since', 'until']])
    expect(faults(sound)).toEqual([])
})

it('a step that hands a case over where it stands tells no referrer', () => {
  const worker: Field = { kind: 'person', label: 'Who?', roles: ['officer'] }
  const extra = { from: ['one'], to: 'stay', holder: 'worker', fields: { worker } } as const
  expect(pathwayFaults(steps({ extra }))).toEqual([])
  expect(pathwayFaults(steps({ extra: { ...extra, tellsReferrer: 'accepted' } }))).toEqual([
    'The step “extra” hands a case over where it stands and tells the referrer: where several cases change hands at once nobody is told.',
  ])
})

describe('a fault of a clock is named', () => {
  test.each<[string, Partial<Pathway>, string]>([
    [
      'an unknown step',
      { clocks: [clockOver('open', 'moove')] },
      'The clock “a-clock” names the step “moove”, which does not exist.',
    ],
    [
      'the same id twice',
      { clocks: [clockOver('open', 'move'), clockOver('open', 'finish')] },
      'The clock “a-clock” is defined twice.',
    ],
    [
      'nothing that stops it once it runs',
      { clocks: [clockOver('finish', 'open')] },
      'Nothing stops the clock “a-clock” once it runs.',
    ],
    [
      'a day that what starts it does not ask for',
      {
        clocks: [
          clock('a-clock', { ...rule, title: 'A clock', from: 'open', to: 'finish', dueOn: 'last-day' }),
        ],
      },
      'The clock “a-clock” is due on the day given to “last-day”, for which “open” does not ask.',
    ],
    [
      'an event that is also a step',
      { listensTo: { ...sound.listensTo, move: 'It moved' } },
      '“move” is both a step and something the pathway listens to.',
    ],
  ])('%s', (_what, change, fault) => {
    expect(pathwayFaults(change)).toEqual([fault])
  })

  it('a clock that nothing starts, beside the stage that cannot be reached', () => {
    const change = {
      stages: { ...sound.stages, three: { title: 'Three', means: 'Third.' } },
      ...steps({ extra: { from: ['three'] } }),
      clocks: [clockOver('extra', 'finish')],
    }
    expect(pathwayFaults(change)).toEqual([
      'No step leads to the stage “three”.',
      'Nothing starts the clock “a-clock”: “extra” can never be taken.',
    ])
  })
})
