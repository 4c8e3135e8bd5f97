import type { Words } from './say.ts'

/** What people say and write in the demonstration: strengths first, in plain words. All invented. */

export const strengths: Words = [
  'Mends bicycles for the whole street.',
  'Sings in two choirs. An aunt stands by the family.',
  { words: 'Looks after two younger brothers every afternoon.', from: 13 },
  'Plays goalkeeper on Sundays and has not missed a match.',
  'Draws all the time, and shows it when asked.',
  'Bakes with grandmother; wants to work in a kitchen.',
  'Reads maps and knows every bus in the city.',
  'Quick with numbers. The teachers like such questions.',
  'Kind to animals: walks the neighbours’ dogs.',
  'Funny, and good at calming others down.',
  'Boxes twice a week. The coach rings if a session is missed.',
  { words: 'Speaks up for others, and is asked to by younger children.', from: 12 },
]

export const worries: Words = [
  '[Parent] is worried about older boys whom they meet after school.',
  'School says that Mondays have been missed since the holidays.',
  'Out late twice this month, and would not say where.',
  'Has stopped going to football, and sleeps in the day.',
  'Somebody has moved out at home. Nobody there talks about it.',
  'Spends hours on the phone; a stranger sends money.',
  'Nothing new. The family was shocked by what happened.',
  'Falls asleep in lessons. There may not be enough to eat.',
  'A cousin was hurt last year, and they are frightened on the way home.',
]

export const hopes: Words = [
  { words: '“I want to get my own stand at the market.”', from: 14 },
  { words: '“To get home and to finish college.”', from: 17 },
  '“Somebody to talk with who is not my [parent].”',
  '“To be back in the team.”',
  '“I don’t know. To be left alone a bit.”',
  { words: '“To be allowed back into maths.”', to: 15 },
  { words: '“A job where you are outside.”', from: 14 },
  '“That my brother looks up to me.”',
]

/** What children say when it ends. */
export const lastWords: Words = [
  '“It was better than I thought.”',
  '“You can ring my [parent] now, it is fine.”',
  '“I still get angry. But I walk off.”',
  '“Can I come back to the workshop?”',
  '“I don’t look behind me any more.”',
]

/** What they say who stopped. */
export const lastWordsOfThoseGone: Words = [
  '“I am busy. Nothing against you.”',
  'Did not want to say more.',
  '“It is sorted.”',
]

export const offers: Words = [
  'Twelve weeks with a worker and a bicycle project.',
  'Sixteen weeks with a worker, and help with school.',
  'Twelve weeks of boxing and talking.',
  { words: 'Help with college applications and a mentor.', from: 15 },
  'Sessions about friends, feelings and staying safe.',
]

export const goals: Words = [
  { words: '1. Finish the level 2 course. 2. A stand at the market by next year.', from: 16 },
  { words: '1. Home safely, every day. 2. The level 1 referee course.', from: 14 },
  { words: '1. Three full days of school a week by half-term. 2. Say sorry for what happened.', to: 15 },
  '1. Football on Sundays again. 2. Tell [parent] where I am.',
  { words: '1. A plan for when I get angry. 2. Two mornings at the garage.', from: 15 },
  { words: '1. A plan for when I get angry. 2. Lunch with my class again.', to: 14 },
]

export const keepsSafe = [
  'An uncle knows where they are in the evening.',
  'They ring home when they leave. The way home is not through the underpass.',
  'Grandmother has a spare key and the spare room.',
  'School tells us the same day when they are not there.',
]

/** What happened when they met, by where. */
export const keptWords = {
  school: [
    'Met at school as planned. Talked about the week, the bus home and whom to ring.',
    'Met in the library of the school. Did the worksheet about feelings: read aloud and drawn, not written.',
    'Practised what to say to the tutor. Went to see the tutor together.',
  ],
  'home-visit': [
    'Met at home with [parent]. Went through the plan with pictures.',
    'Walked to the park from home. Spoke about friends, and what a friend does not ask of you.',
    'Sat in the kitchen. [Parent] made tea and left us to it. Talked about the phone.',
  ],
  office: [
    'Worked on the bicycle frame together. Talked more than last time.',
    'Did the worksheet about feelings. It was read aloud and drawn, not written.',
    'Short session: tired. Agreed to begin later next time.',
    'Played two rounds of cards, and talked about what happens before it gets loud.',
    { words: 'Visited the college open day. Asked two questions at the stand.', from: 15 },
  ],
} as const satisfies Record<string, Words>

const anywhere = [
  { why: 'Said that they forgot', isAcceptable: false },
  { why: 'Ill; [parent] rang before', isAcceptable: true },
  { why: 'At a funeral', isAcceptable: true },
] as const

/** Why somebody was not there, by where they were to meet. */
export const missedReasons: Record<
  keyof typeof keptWords,
  readonly { why: string; isAcceptable: boolean }[]
> = {
  school: [
    { why: 'Had left school at lunchtime', isAcceptable: false },
    { why: 'Away on a school trip', isAcceptable: true },
    ...anywhere,
  ],
  'home-visit': [
    { why: 'Nobody was at home', isAcceptable: false },
    { why: 'Did not answer the door', isAcceptable: false },
    ...anywhere,
  ],
  office: [
    { why: 'The bus did not come', isAcceptable: true },
    { why: 'Did not come, and did not answer the phone', isAcceptable: false },
    ...anywhere,
  ],
}

/** What is said of a child at a session of a group, and why one did not come. */
export const groupWords = [
  'Came on time, and helped to tidy up.',
  'Quiet at first; worked with the others after the break.',
  'Joined in, and asked a good question.',
]
export const whyNotAtGroup = ['Ill; the family rang before', 'The bus did not come', 'At a funeral']

export const followUps: Words = [
  'Rang [parent] the same evening. New time agreed.',
  'Called at the house. Sorry about it; comes next time.',
  'Sent a text with a picture of the clock. Answered with a thumb.',
]

export const familyNotes: Words = [
  '[Parent] rang: glad about the plan, and asks us to ring after two.',
  'An aunt rang: a good week, and three evenings at home.',
  '[Parent] wants to know what we talk about. Explained what is shared and what is not.',
  '[Parent] is worried about the new phone. We will ask, gently, next time.',
]

export const schoolNotes: Words = [
  'Tutor: two full weeks. The Monday lesson has moved to the workshop.',
  'Head of year asks for a meeting about the timetable.',
  'School counts four lessons missed. They will ring home on the day from now on.',
]

export const whySignificant = [
  'The first time that the family rang of their own accord.',
  'Explains why the evenings were hard.',
]

export const whySchoolMatters = [
  'School attendance turned here.',
  'School sees it as we do for the first time.',
]

export const reviews = [
  {
    well: 'No day missed for four weeks.',
    change: 'Nothing; it goes on as it is.',
    says: '“It is quieter in my head.”',
  },
  {
    well: 'Comes early, and brings questions.',
    change: 'Meet at the workshop, not the office.',
    says: '“It’s all right.”',
  },
  {
    well: 'Mornings are better.',
    change: 'Shorter sessions, and a call in between.',
    says: '“You talk too much. But it helps.”',
  },
]

export const achievements: Words = [
  { words: 'Finished the course, and was asked to help with the next one.', from: 15 },
  'Back in all lessons since half-term.',
  'Built a bicycle and gave it to a younger child.',
  { words: 'Has a Saturday job in a kitchen.', from: 14 },
  'Six weeks without being sent out of a lesson.',
]

/** Where the work did not come to its end. */
export const beginnings: Words = [
  'Came for the first weeks, and said what makes it hard at school.',
  'Knows whom to ring. The bicycle is half built.',
  'Goes to lessons before lunch again.',
]

export const afterwards: Words = [
  'The coach and the tutor know whom to ring. Nothing else is needed.',
  'A youth club, twice a week; the family support worker stays for now.',
  { words: 'The college mentor has taken over. They have met twice.', from: 16 },
]

/** What a referrer has seen or heard, with what they are worried about then. */
export const seenOrHeard = [
  { words: 'Sent home three times this month for walking out of lessons.', worried: ['school', 'behaviour'] },
  {
    words: 'Out overnight twice. A new phone. An adult whom nobody knows fetches them by car.',
    worried: ['exploitation', 'missing'],
  },
  { words: 'Told a youth worker that they do not feel safe on the way home.', worried: ['weapons'] },
  {
    words: 'Stopped coming to lessons before lunch, and sells sweets with older children.',
    worried: ['school', 'exploitation'],
  },
  {
    words: 'Missing for two nights in a month; came back tired and would not talk.',
    worried: ['missing', 'exploitation'],
  },
  {
    words: 'Talks of films that worry the tutor, and of being let down by everybody.',
    worried: ['extremism'],
  },
] as const

export const reasonsSuitable: Words = [
  { words: 'A mentor and help with college would do good.', from: 16 },
  'Asks for help, and it can begin at once.',
  'A short piece of work now may prevent more.',
  'Nobody else is working with the family.',
]

/** Why nothing is needed from us, by the reason that is chosen for it. */
export const reasonsNot = {
  'has-help': 'A family support worker is there already, and the child likes her.',
  'nothing-needed': 'It has been enough; the family has talked about it, and so has the school.',
  'lives-elsewhere': 'Lives with an aunt in another city now. The service there has been told.',
} as const

/** What families say who do not want it, by the reason that is chosen for it. */
export const wordsOfRefusal = {
  'no-need': '“We are all right, thank you.”',
  'has-help': '“My aunt has time for me now.”',
  label: '“Then everybody at school will know.”',
  'time-or-place': '“It is two buses, and there is football.”',
  'bad-experience': '“We had people in the house before. It did not help.”',
  'would-not-say': 'Would not say.',
} as const
