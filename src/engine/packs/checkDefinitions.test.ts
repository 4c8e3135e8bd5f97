import { describe, expect, it, test } from 'vitest'
import { always, from, until } from '../../kernel/period.ts'
import type { ArrivalForm } from '../arrivals/index.ts'
import { type Clock, clock, days } from '../clocks/index.ts'
import type { CodeList, CodeMapping } from '../codes/index.ts'
import type { Field } from '../forms/index.ts'
import { byAnswer, end, type Pathway, type Step } from '../pathways/index.ts'
import type { WorkloadMethod } from '../workload/index.ts'
import { assemblePractice, checkDefinitions, type Pack } from './index.ts'

const step: Step = { title: 'Do it', done: 'Done', from: ['one'], to: 'two', by: ['officer'], fields: {} }
const rule = { policy: 'service', source: 'Invented for this test', inForce: always } as const
const clockOver = (from: string, to: string, id = 'a-clock'): Clock =>
  clock(id, { ...rule, title: 'A clock', from, to, within: days(1) })

const choice: Field = {
  kind: 'choice',
  label: 'Which?',
  required: 'Choose one',
  options: [
    { value: 'on', label: 'On' },
    { value: 'off', label: 'Off' },
  ],
}

/** A pathway without a fault, typed as widely as data that came from elsewhere would be. */
const sound: Pathway = {
  id: 'sound',
  kind: 'prevention',
  title: 'Sound',
  summary: 'Has no fault.',
  source: 'Invented for this test',
  file: 'practice/somewhere/sound.ts',
  routesIn: { school: { title: 'School', form: 'letter' } },
  ages: { from: 10, to: 17 },
  stages: { one: { title: 'One', means: 'First.' }, two: { title: 'Two', means: 'Second.' } },
  steps: {
    open: { ...step, from: 'start', to: 'one' },
    move: { ...step, to: byAnswer('which', { on: 'two', off: end('stopped') }), fields: { which: choice } },
    finish: { ...step, from: ['two'], to: end('completed') },
  },
  endings: {
    completed: { title: 'Completed', counts: 'completed' },
    stopped: { title: 'Stopped', counts: 'stopped' },
  },
  listensTo: { missed: 'Something was missed', 'followed-up': 'It was followed up' },
  clocks: [clockOver('open', 'move'), clockOver('missed', 'followed-up', 'another-clock')],
}

const outcomes: CodeList = {
  id: 'outcomes',
  title: 'Outcomes',
  source: 'Invented for this test',
  file: 'practice/somewhere/outcomes.ts',
  entries: [
    { code: '1', label: 'Old', inForce: until('2020-12-31') },
    { code: '1', label: 'New', inForce: from('2021-01-01') },
    { code: '2', label: 'Two' },
  ],
}
const mapping: CodeMapping = {
  id: 'return',
  title: 'The return',
  source: 'Invented for this test',
  list: 'outcomes',
  file: 'practice/somewhere/return.ts',
  rows: [
    { code: '1', target: 'A' },
    { code: '2', notCarried: 'It has no code.' },
  ],
}
const day: Field = { kind: 'date', label: 'Received on', required: 'Enter the day' }
const letter: ArrivalForm = {
  id: 'letter',
  title: 'Letter',
  source: 'x',
  file: 'practice/somewhere/forms.ts',
  called: 'referral',
  fields: {
    received: day,
    family: { kind: 'text', label: 'Family name', required: 'Enter the family name' },
    which: choice,
  },
  says: { received: 'received', 'family-name': 'family' },
}
const soundPack: Pack = {
  id: 'somewhere',
  title: 'Somewhere',
  file: 'practice/somewhere/index.ts',
  pathways: [sound],
  codeLists: [outcomes],
  mappings: [mapping],
  forms: [letter],
}

const bankHolidays = {
  name: 'None',
  firstYear: 2025,
  lastYear: 2025,
  lastAnnouncedYear: 2025,
  holidays: new Map(),
}
const faultsOf = (...packs: Pack[]) =>
  checkDefinitions(assemblePractice({ bankHolidays, zone: 'Europe/London', packs })).map(
    ({ file, fault }) => `${file}: ${fault}`,
  )
const pathwayFaults = (change: Partial<Pathway>) =>
  faultsOf({ ...soundPack, pathways: [{ ...sound, ...change }] }).map(line =>
    line.replace('practice/somewhere/sound.ts: ', ''),
  )
const steps = (change: Record<string, Partial<Step>>): Partial<Pathway> => ({
  steps: {
    ...sound.steps,
    ...Object.fromEntries(
      Object.entries(change).map(([id, said]) => [id, { ...(sound.steps[id] ?? step), ...said }]),
    ),
  },
})
const field = (said: Field, before: Record<string, Field> = {}) =>
  steps({ finish: { fields: { ...before, asked: said } } })

describe('definitions without a fault', () => {
  it('have nothing said of them', () => {
    expect(faultsOf(soundPack)).toEqual([])
  })
})

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
      'a count of a step that there is not',
      { counted: { offer: 'ring' } },
      'The figures count the step “ring”, which does not exist.',
    ],
    [
      'a count of an answer that is not offered',
      { counted: { decision: { step: 'move', field: 'which', offers: ['perhaps'] } } },
      'The figures count the answer “perhaps”, which “which” does not offer.',
    ],
    [
      'a count of a question that is no choice',
      { counted: { refusal: { step: 'move', why: 'reason' } } },
      'The figures count the answers to “reason”, which the step “move” does not ask as a choice.',
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
    [
      'a key that is two questions',
      steps({
        move: { fields: { which: choice, how: { kind: 'textarea', label: 'How is it going?' } } },
        finish: { fields: { how: { kind: 'textarea', label: 'How did it go?' } } },
      }),
      'The key “how” is two questions: “How is it going?” in the step “move”, “How did it go?” in the step “finish”.',
    ],
    [
      'a key that is two kinds of answer',
      steps({
        move: { fields: { which: choice, how: { kind: 'textarea', label: 'How?' } } },
        finish: { fields: { how: { kind: 'text', label: 'How?' } } },
      }),
      'The key “how” is two questions: “How?” in the step “move”, “How?” in the step “finish”, answered in another way.',
    ],
    [
      'a key that is also where another question keeps its reason',
      steps({
        move: {
          fields: {
            which: {
              ...choice,
              options: [
                { value: 'on', label: 'On' },
                { value: 'off', label: 'Off', needsReason: 'Say why' },
              ],
            },
          },
        },
        finish: { fields: { 'which-reason': { kind: 'text', label: 'Why?' } } },
      }),
      'The key “which-reason” is two questions: the reason for “Which?” in the step “move”, “Why?” in the step “finish”.',
    ],
    [
      'an answer that raises an alert of an unknown kind',
      field({
        ...choice,
        options: [
          { value: 'on', label: 'On', raisesAlert: { kind: 'dragon' as 'dog' } },
          { value: 'off', label: 'Off', raisesAlert: { kind: 'dog' } },
        ],
      }),
      'In the fields of the step “finish” the field “asked” raises an alert of the kind “dragon”, which does not exist.',
    ],
    [
      'a question under a key of the page’s own',
      steps({ finish: { fields: { 'happened-on': { kind: 'date', label: 'When?' } } } }),
      'In the fields of the step “finish” the field “happened-on” stands under a key that the page keeps for itself.',
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
      'a route in with an unknown form',
      { routesIn: { school: { title: 'School', form: 'lettre' } } },
      'The route in “school” brings the form “lettre”, which does not exist.',
    ],
    [
      'a route in that hangs on an answer nobody can give',
      { routesIn: { school: { title: 'School', form: 'letter', accepts: { which: ['up'] } } } },
      'The route in “school” hangs on the answer “up”, which “which” does not offer.',
    ],
    [
      'a route of records from other services that brings a form',
      { routesIn: { school: { title: 'School', form: 'letter', handedOver: true } } },
      'The route in “school” is that of records that another service hands over, and brings a form.',
    ],
    [
      'a second route of records from other services',
      {
        routesIn: {
          ...sound.routesIn,
          there: { title: 'There', handedOver: true },
          elsewhere: { title: 'Elsewhere', handedOver: true },
        },
      },
      'The route in “elsewhere” is a second one for records that another service hands over.',
    ],
    [
      'a question of the form that the first step asks in another way',
      steps({
        open: { fields: { which: { kind: 'text', label: 'Which?' } } },
        move: { to: 'two', fields: {} },
        extra: { to: end('stopped') },
      }),
      'The route in “school” brings “which” as a choice, which the step that opens the case asks as a text.',
    ],
    [
      'an answer that tells the referrer something and is not offered',
      steps({ move: { tellsReferrer: { field: 'which', says: { on: 'taken-up', up: 'ended' } } } }),
      'What the step “move” tells hangs on the answer “up”, which it does not offer.',
    ],
    [
      'a referrer who is told that the case opens',
      steps({ open: { tellsReferrer: 'taken-up' } }),
      'The step “open” opens a case and tells the referrer, who has just sent it.',
    ],
    [
      'telling that hangs on an agreement nobody asks for',
      { tellsReferrerIf: { field: 'sharing', is: ['yes'] } },
      'Telling referrers hangs on the answer “yes” to “sharing”, which no step offers.',
    ],
    [
      'a question about sharing that nobody asks',
      { asksSharing: 'sharing' },
      'Sharing is said to be asked by the question “sharing”, which no step has.',
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
              options: choice.kind === 'choice' ? choice.options : [],
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

describe('a fault of a form by which children arrive is named', () => {
  test.each<[string, Partial<ArrivalForm>, string]>([
    [
      'a topic said by a question that it does not ask',
      { says: { ...letter.says, postcode: 'where' } },
      'The form “letter” says “postcode” by the question “where”, which it does not ask.',
    ],
    [
      'a topic said by a question of another kind',
      { says: { ...letter.says, 'birth-date': 'family' } },
      'The form “letter” says “birth-date” by the question “family”, which is not a date.',
    ],
    [
      'a day that may be left empty',
      { fields: { ...letter.fields, received: { kind: 'date', label: 'Received on' } } },
      'The form “letter” must ask for “received”, so that it is never left empty.',
    ],
    [
      'an unknown code list',
      { fields: { ...letter.fields, sex: { kind: 'code', label: 'Sex', list: 'sexes' } } },
      'The form “letter” asks “sex” by the code list “sexes”, which does not exist.',
    ],
    [
      'a question that hangs on one asked later',
      {
        fields: {
          early: { kind: 'text', label: 'Early', appliesWhen: { field: 'which', is: ['on'] } },
          ...letter.fields,
        },
      },
      'In the fields of the form “letter” the field “early” hangs on “which”, which is not asked before it.',
    ],
    [
      'a question for a colleague',
      { fields: { ...letter.fields, who: { kind: 'person', label: 'Who?', roles: ['officer'] } } },
      'The form “letter” asks “who” as a person, which no arrival brings.',
    ],
  ])('%s', (_what, change, fault) => {
    const faults = faultsOf({ ...soundPack, forms: [{ ...letter, ...change }] })
    expect(faults).toEqual([`practice/somewhere/forms.ts: ${fault}`])
  })

  it('a route that two pathways describe otherwise', () => {
    const second = { ...sound, id: 'second', routesIn: { school: { title: 'A school', form: 'letter' } } }
    expect(faultsOf({ ...soundPack, pathways: [sound, second] })).toEqual([
      'practice/somewhere/sound.ts: The route in “school” is another one in the pathway “sound”: its title, form or sender differs.',
    ])
  })

  it('a pathway may bring a form of its own', () => {
    const second = {
      ...sound,
      id: 'second',
      forms: [{ ...letter, id: 'note' }],
      routesIn: { club: { title: 'Club', form: 'note' } },
    }
    expect(faultsOf({ ...soundPack, pathways: [sound, second] })).toEqual([])
  })
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

describe('a fault of a field is named', () => {
  const name = 'In the fields of the step “finish” the field “asked”'
  const text: Field = { kind: 'text', label: 'Asked', maxLength: 9 }
  test.each<[string, Partial<Pathway>, string]>([
    ['no label', field({ ...text, label: ' ' }), `${name} has no label.`],
    [
      'required without words for it',
      field({ ...text, required: '' }),
      `${name} must be filled in, but does not say what to do when it is empty.`,
    ],
    ['no room for an answer', field({ ...text, maxLength: 0 }), `${name} can be answered by nothing.`],
    [
      'no number in its range',
      field({ kind: 'number', label: 'x', min: 2, max: 1 }),
      `${name} can be answered by nothing.`,
    ],
    [
      'nobody to choose from',
      field({ kind: 'person', label: 'x', roles: [] }),
      `${name} can be answered by nothing.`,
    ],
    [
      'one answer only',
      field({ kind: 'choice', label: 'x', options: [{ value: 'a', label: 'A' }] }),
      `${name} offers fewer than two answers.`,
    ],
    [
      'the same answer twice',
      field({
        kind: 'choice',
        label: 'x',
        options: [
          { value: 'a', label: 'A' },
          { value: 'a', label: 'B' },
        ],
      }),
      `${name} offers the answer “a” twice.`,
    ],
    [
      'an answer without a label',
      field({
        kind: 'choices',
        label: 'x',
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: '' },
        ],
      }),
      `${name} has no label for the answer “b”.`,
    ],
    [
      'a condition on a field that is not asked before it',
      field({ ...text, appliesWhen: { field: 'later', is: ['on'] } }),
      `${name} hangs on “later”, which is not asked before it.`,
    ],
    [
      'a condition on an answer that is not offered',
      field({ ...text, appliesWhen: { field: 'which', is: ['up'] } }, { which: choice }),
      `${name} hangs on the answer “up”, which “which” does not offer.`,
    ],
  ])('%s', (_what, change, fault) => {
    expect(pathwayFaults(change)).toEqual([fault])
  })

  it('a reason kept where another field keeps its answer', () => {
    const asking: Field = {
      kind: 'choice',
      label: 'x',
      options: [
        { value: 'a', label: 'A', needsReason: 'Say why' },
        { value: 'b', label: 'B' },
      ],
    }
    const change = steps({ finish: { fields: { asked: asking, 'asked-reason': text } } })
    expect(pathwayFaults(change)).toEqual([
      `${name} keeps its reason under “asked-reason”, which is another field.`,
    ])
  })
})

describe('a fault of a list or a mapping is named', () => {
  const row = (said: Partial<CodeMapping>) => ({ ...soundPack, mappings: [{ ...mapping, ...said }] })
  const entries = (said: CodeList['entries']) => ({
    ...soundPack,
    codeLists: [{ ...outcomes, entries: said }],
  })
  const inReturn = 'practice/somewhere/return.ts: '
  const inList = 'practice/somewhere/outcomes.ts: '

  test.each<[string, Pack, string]>([
    [
      'a code without words',
      entries([
        { code: '1', label: '' },
        { code: '2', label: 'Two' },
      ]),
      `${inList}In the list “outcomes” the code “1” has no label.`,
    ],
    [
      'a code twice for the same days',
      entries([
        { code: '1', label: 'One' },
        { code: '1', label: 'Uno', inForce: from('2020-01-01') },
        { code: '2', label: 'Two' },
      ]),
      `${inList}In the list “outcomes” the code “1” stands twice for the same days.`,
    ],
    [
      'a mapping of no list',
      row({ list: 'results' }),
      `${inReturn}The mapping “return” is of the list “results”, which does not exist.`,
    ],
    [
      'a mapping with an unknown code',
      row({ rows: [...mapping.rows, { code: '3', target: 'C' }] }),
      `${inReturn}The mapping “return” has the code “3”, which the list “outcomes” does not have.`,
    ],
    [
      'a mapping that leaves out a code',
      row({ rows: mapping.rows.slice(1) }),
      `${inReturn}The mapping “return” says nothing of the code “1”: give what the return writes, or why it is not carried.`,
    ],
    [
      'a mapping with two answers',
      row({ rows: [...mapping.rows, { code: '1', target: 'B' }] }),
      `${inReturn}The mapping “return” answers twice for the code “1” on the same days.`,
    ],
  ])('%s', (_what, pack, fault) => {
    expect(faultsOf(pack)).toEqual([fault])
  })
})

describe('a fault between packs is named', () => {
  const elsewhere: Pack = { id: 'elsewhere', title: 'Elsewhere', file: 'practice/elsewhere/index.ts' }
  const own = { within: days(2), inForce: always, source: 'Board', reason: 'Sooner' }

  it('two pathways of one id', () => {
    const twin = { ...sound, file: 'practice/elsewhere/sound.ts' }
    expect(faultsOf(soundPack, { ...elsewhere, pathways: [twin] })).toEqual([
      'practice/elsewhere/sound.ts: The pathway “sound” is defined already, in practice/somewhere/sound.ts.',
    ])
  })

  it('two packs, lists, mappings and forms of one id', () => {
    const { pathways: _, ...rest } = soundPack
    expect(faultsOf(soundPack, rest)).toHaveLength(4)
  })

  it('a service’s own length for a clock that does not exist', () => {
    const clockOverrides = [{ ...own, pathway: 'sound', clock: 'nothing' }]
    expect(faultsOf(soundPack, { ...elsewhere, clockOverrides })).toEqual([
      'practice/elsewhere/index.ts: A length of the service’s own is given for the clock “nothing” of the pathway “sound”, which does not exist.',
    ])
  })

  it('a service’s own length for a clock set by law', () => {
    const byLaw: Clock = { ...clockOver('open', 'move'), policy: 'statutory' }
    const clockOverrides = [{ ...own, pathway: 'sound', clock: 'a-clock' }]
    expect(faultsOf({ ...soundPack, pathways: [{ ...sound, clocks: [byLaw] }], clockOverrides })).toEqual([
      'practice/somewhere/index.ts: A length of the service’s own is given for the clock “a-clock” of the pathway “sound”, whose length is set by law.',
    ])
  })

  describe('a method of counting load', () => {
    const method: WorkloadMethod = {
      id: 'points',
      title: 'Points',
      source: 'Invented for this test',
      file: 'practice/somewhere/workload.ts',
      fullTime: { hours: 37, points: 80 },
      kinds: { prevention: 4, diversion: 5, 'out-of-court': 6, court: 8, custody: 9 },
      stages: { sound: { one: 2 } },
      extras: { alert: 1, interpreter: 1 },
      coWorkerShare: 0.5,
    }

    it.each<[string, Partial<WorkloadMethod>, string]>([
      ['without a fault', {}, ''],
      [
        'with a stage that does not exist',
        { stages: { sound: { three: 1 } } },
        'Load is counted for the stage “three” of the pathway “sound”, which does not exist.',
      ],
      [
        'with a pathway that does not exist',
        { stages: { gone: { one: 1 } } },
        'Load is counted for the pathway “gone”, which does not exist.',
      ],
      [
        'with points that are not whole',
        { extras: { alert: 0.5, interpreter: 1 } },
        'The points for an alert are 0.5: they must be a whole number from 0 on.',
      ],
      [
        'with a full time of nothing',
        { fullTime: { hours: 0, points: 80 } },
        'Full time must be more than no hours and no points.',
      ],
      [
        'with a share of more than the whole',
        { coWorkerShare: 2 },
        'The share of whoever works beside the holder is 2: it must lie from 0 to 1.',
      ],
    ])('%s', (_, change, fault) => {
      expect(faultsOf({ ...soundPack, workload: { ...method, ...change } })).toEqual(
        fault === '' ? [] : [`practice/somewhere/workload.ts: ${fault}`],
      )
    })

    it('of which there are two', () => {
      expect(faultsOf({ ...soundPack, workload: method }, { ...elsewhere, workload: method })).toEqual([
        'practice/somewhere/workload.ts: Load is counted already, in practice/somewhere/workload.ts: a service has one method.',
      ])
    })
  })
})
