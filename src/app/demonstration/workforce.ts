import { type DemonstrationEmail, otherColleagues } from './people.ts'

/** What the demonstration's service keeps on its lists. */
export const demonstrationTerms = {
  language: ['Arabic', 'Polish', 'Somali', 'Turkish', 'Urdu'],
  skill: [
    'Girls’ work',
    'Knife carrying',
    'Life story work',
    'Speech and language',
    'Substance use',
    'Trauma',
  ],
} as const

type Brings = (typeof demonstrationTerms)['language' | 'skill'][number]

const week = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

const otherSkills: readonly (readonly Brings[])[] = [
  ['Trauma'],
  ['Turkish'],
  ['Knife carrying'],
  [],
  ['Life story work'],
]

/** Leave that is still to come. */
const away = {
  officer3: [{ fromInDays: 12, days: 9, coveredBy: 'officer5@demo.throughline.invalid' }],
  officer6: [{ fromInDays: 26, days: 4 }],
} as const satisfies Record<string, (typeof demonstrationWorkers)[number]['leave']>

/** Who works when, brings what, and is away in how many days from now. */
export const demonstrationWorkers: readonly {
  email: DemonstrationEmail
  hours: number
  days: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[]
  brings: readonly Brings[]
  /** Without a name, nobody has been asked to cover yet. */
  leave?: readonly { fromInDays: number; days: number; coveredBy?: DemonstrationEmail }[]
}[] = [
  {
    email: 'officer@demo.throughline.invalid',
    hours: 37,
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    brings: ['Polish', 'Knife carrying', 'Trauma'],
  },
  {
    email: 'officer2@demo.throughline.invalid',
    hours: 22.5,
    days: ['mon', 'tue', 'wed'],
    brings: ['Arabic', 'Girls’ work', 'Life story work'],
    leave: [{ fromInDays: -1, days: 6, coveredBy: 'officer@demo.throughline.invalid' }],
  },
  ...(['officer3', 'officer4', 'officer5', 'officer6', 'senior2'] as const).map((name, index) => ({
    email: `${name}@demo.throughline.invalid` as const,
    hours: [37, 30, 37, 18.5, 37][index] ?? 37,
    days: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).slice(0, [5, 4, 5, 3, 5][index]),
    brings:
      ([['Urdu'], ['Polish', 'Trauma'], ['Knife carrying'], ['Girls’ work'], ['Substance use']] as const)[
        index
      ] ?? [],
    ...(name in away ? { leave: away[name as keyof typeof away] } : {}),
  })),
  {
    email: 'senior@demo.throughline.invalid',
    hours: 37,
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    brings: ['Somali', 'Substance use'],
  },
  {
    email: 'therapist@demo.throughline.invalid',
    hours: 18.5,
    days: ['tue', 'wed', 'thu'],
    brings: ['Speech and language'],
  },
  {
    email: 'health@demo.throughline.invalid',
    hours: 22.5,
    days: ['mon', 'wed', 'fri'],
    brings: ['Substance use'],
  },
  ...otherColleagues.map(({ email, hours }, index) => ({
    email,
    hours,
    days: hours < 30 ? (['mon', 'tue', 'wed'] as const) : week,
    brings: otherSkills[index % otherSkills.length] ?? [],
  })),
]
