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
  'Makes people laugh, and knows when not to.',
  'Can take a phone apart and put it together again.',
  'Never late for the allotment. Grows beans and gives them away.',
  'Plays the drums at church, and practises without being told.',
  'Cooks for the family on Fridays.',
  'Remembers every name. New children are shown round by them.',
  'Runs every morning, with a dog that is not theirs.',
  'Knows all about trains, and explains it well.',
]

export const worries: Words = [
  '[Parent] is worried about older boys whom they meet after school.',
  { words: 'School says that Mondays have been missed since the holidays.', learns: true },
  'Out late twice this month, and would not say where.',
  'Has stopped going to football, and sleeps in the day.',
  'Somebody has moved out at home. Nobody there talks about it.',
  'Spends hours on the phone; a stranger sends money.',
  'Nothing new. The family was shocked by what happened.',
  { words: 'Falls asleep in lessons. There may not be enough to eat.', learns: true },
  'A cousin was hurt last year, and they are frightened on the way home.',
  'Sold a coat and will not say what the money was for.',
  { words: 'Two friends were excluded this term; the others meet in the park now.', learns: true },
  'Sleeps at different houses. [Parent] does not always know where.',
  'Has been hit on the way to the bus, and will not name anybody.',
  'Money is short, and the flat is cold.',
]

export const hopes: Words = [
  { words: '“I want to get my own stand at the market.”', from: 14 },
  { words: '“To get home and to finish college.”', from: 17 },
  '“Somebody to talk with who is not my [mum].”',
  '“To be back in the team.”',
  '“I don’t know. To be left alone a bit.”',
  { words: '“To be allowed back into maths.”', to: 15, learns: true },
  { words: '“A job where you are outside.”', from: 14 },
  '“That my brother looks up to me.”',
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
  { words: '1. Three full days of school a week by half-term. 2. Asleep by eleven.', to: 15, learns: true },
  '1. Football on Sundays again. 2. Tell [mum] where I am.',
  { words: '1. A plan for when I get angry. 2. Two mornings at the garage.', from: 15 },
  { words: '1. A plan for when I get angry. 2. Lunch with my class again.', to: 14, learns: true },
]

export const keepsSafe: Words = [
  'An uncle knows where they are in the evening.',
  'They ring home when they leave. The way home is not through the underpass.',
  'Grandmother has a spare key and the spare room.',
  { words: 'School tells us the same day when they are not there.', learns: true },
]

/** What happened when they met, by where. */
export const keptWords: Record<'school' | 'home-visit' | 'office', Words> = {
  school: [
    'Met at school as planned. Talked about the week, the bus home and whom to ring.',
    'Met in the library. Did the worksheet about feelings: read aloud and drawn, not written.',
    'Practised what to say to the tutor. Went to see the tutor together.',
    'Walked round the field at break. Said who is safe to sit with, and who is not.',
    'Looked at the timetable together, and marked the hours that go well.',
    'A short meeting between two lessons. All right today; asked about the trip.',
    'Came out of the lesson angry. Walked until it was better, then went back in.',
    'Made a card that says “five minutes, please”. The tutor has one too.',
  ],
  'home-visit': [
    'Met at home with [parent]. Went through the plan with pictures.',
    'Walked to the park from home. Spoke about friends, and what a friend does not ask of you.',
    'Sat in the kitchen. [Parent] made tea and left us to it. Talked about the phone.',
    'Drew the street, and which way home is safe.',
    'Showed me the room, and what is new in it. Talked about sleep.',
    'All at the table. Agreed on bedtimes, and on who says them.',
    'Quiet, and then a lot at the door. Said what happened on Saturday.',
    'Wrote down what to say in the review, three times. The third one is good.',
  ],
  office: [
    'Worked on the bicycle frame together. Talked more than last time.',
    'Did the worksheet about feelings. It was read aloud and drawn, not written.',
    'Short session: tired. Agreed to begin later next time.',
    'Played two rounds of cards, and talked about what happens before it gets loud.',
    'Talked about the day that it happened, step by step, with a line of cards.',
    'Looked at three jobs and what one needs for each.',
    'Practised saying no, with me as the friend. Laughed, and did it again.',
    'Rang about the football trial together. They have a place on Sunday.',
    { words: 'Filled in the form for the college. Two questions are left for [parent].', from: 15 },
  ],
}

/** Why somebody was not there without a good reason, by where they were to meet. */
export const missedReasons: typeof keptWords = {
  school: ['Had left school at lunchtime', 'Said that they forgot', 'Would not come out of the lesson'],
  'home-visit': [
    'Nobody was at home',
    'Did not answer the door',
    'Said that they forgot',
    'Out with friends',
  ],
  office: [
    'Did not come, and did not answer the phone',
    'Said that they forgot',
    'Overslept',
    'Came an hour late, when the room was taken',
  ],
}

/** Why somebody was not there with a good reason. */
export const acceptableReasons: typeof keptWords = {
  school: [
    'Away on a school trip',
    'Ill; [parent] rang before',
    'A test was put at that time',
    'At the dentist',
  ],
  'home-visit': ['Ill; [parent] rang before', 'At a funeral', '[Parent] was in hospital', 'At the dentist'],
  office: [
    'The bus did not come',
    'Ill; [parent] rang before',
    'At a funeral',
    'A meeting at school ran late',
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
  'Rang, and was told why. [Parent] will remind them on the day.',
  'Went by on the way home. Five minutes at the door; comes next time.',
]

export const familyNotes: Words = [
  '[Parent] rang: glad about the plan, and asks us to ring after two.',
  'An aunt rang: a good week, and three evenings at home.',
  '[Parent] wants to know what we talk about. Explained what is shared and what is not.',
  '[Parent] is worried about the new phone. We will ask, gently, next time.',
  '[Parent] rang: shouting at the weekend, and a talk afterwards. It was all right.',
  '[Parent] asks for a letter for the housing office. Said what we can write and what not.',
  'A brother asks whether he can come to the workshop too. Not this time.',
  '[Parent] rang: no phone since Monday, as agreed. Asks how long. Until Friday, we said.',
  'An uncle will drive on late days. Wrote down his number.',
  '[Parent] rang from work and cannot come to the review. We will meet at eight instead.',
]

export const schoolNotes: Words = [
  'Head of year: two full weeks. The Monday lesson has moved to the workshop.',
  'Head of year asks for a meeting about the timetable.',
  'School counts four lessons missed. They will ring home on the day from now on.',
  'Form tutor: eats lunch with two others now. Still walks out of maths.',
  'The attendance officer will not visit for now; it goes up.',
  'School asks what to do when it gets loud. Passed on what the child said helps.',
]

/** What is heard from a college. */
export const collegeNotes: Words = [
  'Tutor: two full weeks. The Monday lesson has moved to the workshop.',
  'Tutor asks for a meeting about the course; maths could be taken again next year.',
  'The college counts three days missed. They will ring on the day from now on.',
  'Learning support has a place on Thursdays from next week.',
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
