import type { DemonstrationEmail } from './people.ts'
import { demonstrationWorkers } from './workforce.ts'

/** What is said where the work changes hands, how children get to where they are met, what is agreed. All invented. */

export const waysThere = [
  { travel: 'bus', meetsAt: 'At the bus stop on Station Road', wayIsSafe: 'safe' },
  { travel: 'walks', wayIsSafe: 'safe' },
  { travel: 'family', meetsAt: 'At the front door', wayIsSafe: 'safe' },
  {
    travel: 'fetched',
    meetsAt: 'In the car park, by the gate',
    wayIsSafe: 'with-care',
    safetyNote: 'Not by the underpass; the car stands under the lamp.',
  },
  { travel: 'taxi', meetsAt: 'At home', wayIsSafe: 'not-known' },
] as const

/** Whether a way there is one of a day without school. */
export const isWithoutSchool = ({ travel }: (typeof waysThere)[number]) => travel !== 'fetched'

/** What is said where a case goes to somebody, as far as it is true of them. */
export function handOversTo(to: DemonstrationEmail, language: string): readonly Record<string, string>[] {
  return speaks(to, language) ? [...handOvers, byLanguage] : handOvers
}

/** Whether somebody speaks what is spoken at a child’s home, and not only English. */
export function speaks(who: DemonstrationEmail, language: string): boolean {
  return demonstrationWorkers.some(
    ({ email, brings }) => email === who && brings.some(each => each === language),
  )
}

const handOvers = [
  {
    'why-changed': 'The worker has moved to three days a week.',
    'matters-now': 'Likes to walk while talking. Mornings are hard; say so before, not after.',
    'due-next': 'A meeting with the family within the month.',
    promised: 'A visit to the bicycle workshop.',
    'child-told':
      'Face to face. They met the next worker in the same session, and asked whether the walks go on.',
  },
  {
    'why-changed': 'The worker has taken on a group, and has no room left on two evenings.',
    'matters-now': 'Comes on time if asked the day before. Does not like to be asked in front of others.',
    'due-next': 'The review, and a word with the family.',
    promised: 'Nothing beyond the weekly session.',
    'child-told': 'In the last session but one. “All right, if they like football.”',
  },
]

const byLanguage = {
  'why-changed': 'The next worker speaks the language at home.',
  'matters-now': 'Understands more than is said. Check with drawings. The family is glad to be rung.',
  'due-next': 'The review, and a word with the family.',
  promised: 'Nothing beyond the weekly session.',
  'child-told': 'At home, with the family. “As long as it is still the same day.”',
}

export const agreed = [
  {
    what: 'How school is going, and when we meet',
    with: 'the head of year',
    howAsked: 'We drew who would hear what, and crossed out what not.',
    shared: 'That Monday mornings are hard, and why a later start helps',
    way: 'By phone',
  },
  {
    what: 'That we work together, and on which days',
    with: 'the attendance officer',
    howAsked: 'Asked at home, with a parent. Both may take it back at any time.',
    shared: 'The days on which we meet',
    way: 'By secure e-mail',
  },
] as const

export const letters = [
  {
    name: 'Letter from school.txt',
    description: 'Letter from school about the timetable',
    text: 'Dear parent,\n\nfrom next week the first lesson on Mondays is in the workshop.\n\nThe head of year\n',
  },
  {
    name: 'Course certificate.txt',
    description: 'Certificate of the bicycle course',
    text: 'This is to say that the course was finished: six sessions, two bicycles.\n\nThe workshop\n',
  },
] as const

export const professionals = [
  {
    kind: 'professional',
    relationship: 'Social worker',
    organisation: 'Children’s social care',
    phone: '01632 960140',
  },
  {
    kind: 'professional',
    relationship: 'Family support worker',
    organisation: 'Early help',
    phone: '01632 960144',
  },
  {
    kind: 'professional',
    relationship: 'Football coach',
    organisation: 'Brook Rovers',
    phone: '01632 960147',
  },
] as const

export const namesOfProfessionals = [
  'Uma Castell',
  'Ines Farrow',
  'Declan Moody',
  'Parveen Lal',
  'Joss Tindall',
]
