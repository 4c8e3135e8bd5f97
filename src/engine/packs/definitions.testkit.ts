import { always, from, until } from '../../kernel/period.ts'
import type { ArrivalForm } from '../arrivals/index.ts'
import { type Clock, clock, days } from '../clocks/index.ts'
import type { CodeList, CodeMapping } from '../codes/index.ts'
import type { Field } from '../forms/index.ts'
import { byAnswer, end, type Pathway, type Step } from '../pathways/index.ts'
import { assemblePractice, checkDefinitions, type Pack } from './index.ts'

export const step: Step = {
  title: 'Do it',
  done: 'Done',
  from: ['one'],
  to: 'two',
  by: ['officer'],
  fields: {},
}
export const rule = { policy: 'service', source: 'Invented for this test', inForce: always } as const
export const clockOver = (from: string, to: string, id = 'a-clock'): Clock =>
  clock(id, { ...rule, title: 'A clock', from, to, within: days(1) })

export const choice: Extract<Field, { kind: 'choice' }> = {
  kind: 'choice',
  label: 'Which?',
  required: 'Choose one',
  options: [
    { value: 'on', label: 'On' },
    { value: 'off', label: 'Off' },
  ],
}

/** A pathway without a fault, typed as widely as data that came from elsewhere would be. */
export const sound: Pathway = {
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

export const outcomes: CodeList = {
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
export const mapping: CodeMapping = {
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
export const day: Field = { kind: 'date', label: 'Received on', required: 'Enter the day' }
export const letter: ArrivalForm = {
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
  example: { received: '2026-11-20', family: 'Okafor-Reed', which: 'a' },
}
export const soundPack: Pack = {
  id: 'somewhere',
  title: 'Somewhere',
  file: 'practice/somewhere/index.ts',
  pathways: [sound],
  codeLists: [outcomes],
  mappings: [mapping],
  forms: [letter],
}

export const bankHolidays = {
  name: 'None',
  firstYear: 2025,
  lastYear: 2025,
  lastAnnouncedYear: 2025,
  holidays: new Map(),
}
export const faultsOf = (...packs: Pack[]) =>
  checkDefinitions(assemblePractice({ bankHolidays, zone: 'Europe/London', packs })).map(
    ({ file, fault }) => `${file}: ${fault}`,
  )
export const pathwayFaults = (change: Partial<Pathway>) =>
  faultsOf({ ...soundPack, pathways: [{ ...sound, ...change }] }).map(line =>
    line.replace('practice/somewhere/sound.ts: ', ''),
  )
export const steps = (change: Record<string, Partial<Step>>): Partial<Pathway> => ({
  steps: {
    ...sound.steps,
    ...Object.fromEntries(
      Object.entries(change).map(([id, said]) => [id, { ...(sound.steps[id] ?? step), ...said }]),
    ),
  },
})
export const field = (said: Field, before: Record<string, Field> = {}) =>
  steps({ finish: { fields: { ...before, asked: said } } })
