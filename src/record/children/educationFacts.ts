import type { FactKind } from './factKinds.ts'

const kinds = {
  school: 'School',
  'special-school': 'Special school',
  college: 'College',
  alternative: 'Alternative provision',
  home: 'Educated at home',
  training: 'Training or apprenticeship',
  work: 'Work',
  none: 'Nowhere: no school, college, training or work',
} as const

const nowhere = ['home', 'none']

/** Where a child learns, trains or works, or that the child is nowhere. */
export const educationKind: FactKind = {
  table: 'child_education',
  key: 'education_id',
  columns: ['kind', 'name', 'contact', 'note'],
  heading: 'School, college or work',
  addText: 'Change school or work',
  empty: 'Nothing is recorded. The school, college or work of the child stands here, with what was before.',
  noun: 'school, college or work',
  replaces: true,
  fields: (_today, held) => ({
    kind: {
      kind: 'choice',
      label: 'Where does the child learn or work?',
      required: 'Choose where the child learns or works',
      options: [
        ...Object.entries(kinds).map(([value, label]) => ({ value, label })),
        ...(held.kind === 'not-said' ? [{ value: 'not-said', label: 'Not said yet' }] : []),
      ],
    },
    name: { kind: 'text', label: 'Name of the school, college or employer', maxLength: 150 },
    contact: {
      kind: 'text',
      label: 'Whom to ask there',
      hint: 'Name, role and how to reach them, like the designated safeguarding lead',
      maxLength: 200,
    },
    note: {
      kind: 'textarea',
      label: 'Note',
      hint: 'Days and times, a reduced timetable, what helps the child there',
      maxLength: 500,
      rows: 2,
    },
  }),
  fault: ({ kind = '', name }) =>
    name === '' && !nowhere.includes(kind)
      ? { field: 'name', message: 'Enter the name of the school, college or employer' }
      : undefined,
  title: ({ kind = '', name = '' }) => {
    const words = kinds[kind as keyof typeof kinds]
    if (words === undefined) return name
    return name === '' ? words : `${name} (${words.toLowerCase()})`
  },
  lines: said => [
    ['Whom to ask there', said.contact ?? ''],
    ['Note', said.note ?? ''],
  ],
}
