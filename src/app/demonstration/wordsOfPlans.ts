import type { Strand } from '../../record/plans/index.ts'

/** A goal as a child would say it, with its steps. `other`: who else does it, where it is nobody of the service. */
export type GoalWords = {
  words: string
  why: string
  low: string
  high: string
  steps: readonly { words: string; who: 'child' | 'family' | 'worker' | 'other'; other?: string }[]
}

/** Goals and steps, all invented: short, and the child’s own. */
export const goalsOf: Readonly<Record<Strand, readonly GoalWords[]>> = {
  'good-life': [
    {
      words: '“I want to stay in my football team.”',
      why: 'The friends who do not get into trouble are there.',
      low: 'I never go',
      high: 'I go every week and I play',
      steps: [
        { words: 'Go to training on Tuesdays', who: 'child' },
        { words: 'Ask the club to lower the fee', who: 'worker' },
      ],
    },
    {
      words: '“I want to go to school every day.”',
      why: '“I would like to be a nurse.”',
      low: 'I do not go',
      high: 'I go and I can stay',
      steps: [
        { words: 'Meet the head of year and agree a quiet place', who: 'other', other: 'Head of year' },
        { words: 'Set the alarm and walk with my sister', who: 'child' },
      ],
    },
    {
      words: '“I want to cook for people.”',
      why: 'Cooking calms them, and there is a course at the college.',
      low: 'I only eat toast',
      high: 'I cook a meal a week for us all',
      steps: [
        { words: 'Visit the college kitchen', who: 'worker' },
        { words: 'Cook one meal at home on Sunday', who: 'family' },
      ],
    },
    {
      words: '“I want to build things and get paid for it.”',
      why: '“I have helped my uncle since I was ten.”',
      low: 'Nobody trusts me with tools',
      high: 'I have a place and my card',
      steps: [
        { words: 'Two days of trial with the builder', who: 'other', other: 'The training provider' },
        { words: 'Learn ten questions for the safety card', who: 'child' },
      ],
    },
  ],
  'child-safe': [
    {
      words: '“I want to get home without being stopped.”',
      why: 'Older boys wait at the underpass.',
      low: 'I am scared every day',
      high: 'I do not think about it',
      steps: [
        { words: 'Walk home with a cousin', who: 'family' },
        { words: 'Tell the safer schools officer where they wait', who: 'worker' },
      ],
    },
    {
      words: '“I want my phone to be mine again.”',
      why: 'People whom nobody knows write at night.',
      low: 'They write all night',
      high: 'Only friends write',
      steps: [
        { words: 'Block and report, together', who: 'worker' },
        { words: 'Phone charges in the kitchen after ten', who: 'family' },
      ],
    },
    {
      words: '“I want to sleep.”',
      why: 'When they sleep badly, everything else goes wrong.',
      low: 'Two hours',
      high: 'All night',
      steps: [
        { words: 'See the school nurse about sleep', who: 'other', other: 'School nurse' },
        { words: 'No games after eleven', who: 'child' },
      ],
    },
  ],
  'others-safe': [
    {
      words: '“I want to put it right.”',
      why: '“I keep thinking about it.”',
      low: 'I do not know how',
      high: 'It is put right',
      steps: [
        { words: 'Write down what happened and who was hurt', who: 'child' },
        { words: 'Talk about what could make it better', who: 'worker' },
      ],
    },
    {
      words: '“I want to walk away when they shout at me.”',
      why: 'Shouting is when it starts.',
      low: 'I hit back',
      high: 'I walk away',
      steps: [
        { words: 'Learn the traffic light, four times', who: 'worker' },
        { words: 'A card that lets me leave the room', who: 'other', other: 'Form tutor' },
      ],
    },
    {
      words: '“I will leave my bag at home.”',
      why: 'Then nobody has to be afraid of what is in it.',
      low: 'I always carry it',
      high: 'I never carry it',
      steps: [
        { words: 'Talk with the knife worker, three times', who: 'worker' },
        { words: 'We look together in the morning', who: 'family' },
      ],
    },
  ],
}

/** What shapes the work, invented. */
export const deliveries: readonly string[] = [
  'Short sentences, one thing at a time, and drawings. Not on Fridays between twelve and two.',
  'In the morning it goes better. Walking and talking, not sitting.',
  'The family speaks Twi: an interpreter for anything that matters. The child does not translate.',
  'Wants to know beforehand what we will talk about: a text the day before.',
  'Wheelchair: the lift at Brook House, never the side door.',
  '',
]

export const ifThen: readonly (readonly [string, string, string])[] = [
  ['Nobody is home by ten', 'Ring, then ring the cousin, then the police', 'The mother'],
  ['Two appointments are missed', 'We come to a place that the child likes', 'The worker'],
  [
    'Somebody threatens the child again',
    'Tell the police the same day, and plan the way to school anew',
    'The worker and the school',
  ],
  ['It gets too much at school', 'The card, the quiet room, a call home', 'Head of year'],
]

export const howMade: readonly string[] = [
  'At home, with the mother. The child chose the goals and drew the scale.',
  'Two walks and one hour at school. The child said which goal comes first.',
  'With the child alone, and then read aloud with the father.',
]

export const seniorSays: readonly string[] = [
  'The goals are in the child’s own words, and the first step is one that can be done this week.',
  'Few goals, clear steps. Look at the safety step again in a month.',
  'Good. Make sure that school knows of its step.',
]

export const returnedBecause =
  'The plan does not say what happens if the older boys come back. Please ask who would be rung first.'

/** Those who were harmed, all invented. */
export const harmedPeople: readonly {
  kind: 'person' | 'organisation'
  name: string
  knownAs: string
  ageGroup: '' | 'child' | 'adult'
  what: string
  safeContact: string
  safety: string
}[] = [
  {
    kind: 'organisation',
    name: 'Larkspur Corner Stores',
    knownAs: 'the shop',
    ageGroup: '',
    what: 'Sweets and drinks were taken, twice.',
    safeContact: 'The manager, before eleven.',
    safety: 'Staff are told who may not come in.',
  },
  {
    kind: 'person',
    name: 'Imogen Thackray',
    knownAs: 'the girl at the bus stop',
    ageGroup: 'child',
    what: 'Her telephone was taken out of her hand.',
    safeContact: 'Her father first. Not during school.',
    safety: 'They use the same bus.',
  },
  {
    kind: 'person',
    name: 'Desmond Ferrar',
    knownAs: 'the neighbour',
    ageGroup: 'adult',
    what: 'The window of his car was broken.',
    safeContact: 'By letter, he hears badly.',
    safety: '',
  },
]

/** Why it is not known yet what they wish, as whoever writes the plan says it. */
export const notHeardYet: readonly string[] = [
  'The victim worker has rung twice and reached nobody. We ask again at the review.',
  'They want to think about it. The victim worker rings again in two weeks.',
]

/** What they wish, in words that may be told. */
export const wishesOf: readonly {
  wishes: readonly ('informed' | 'heard' | 'letter' | 'reparation')[]
  words: string
  safety: string
}[] = [
  {
    wishes: ['informed', 'letter'],
    words: 'Only if he writes it himself.',
    safety: 'He stays out of the shop until spring.',
  },
  {
    wishes: ['heard'],
    words: 'She would like him to know that she was afraid for weeks.',
    safety: 'He takes the later bus.',
  },
  { wishes: ['reparation'], words: 'He could help to clear the garages.', safety: '' },
]
