/** What people say and write in the demonstration: strengths first, in plain words. All invented. */

export const offences = [
  { words: 'Took sweets and two cans from a shop', code: '' },
  { words: 'Broke a window of an empty shop', code: '' },
  { words: 'Found with a small amount of cannabis', code: '' },
  { words: 'Pushed another child at a bus stop; no injury', code: '10501' },
  { words: 'Rode an electric scooter on the pavement and would not stop', code: '' },
  { words: 'Took a bicycle from outside a shop and left it in a park', code: '' },
  { words: 'Wrote on the wall of the underpass', code: '' },
  { words: 'Sent messages that frightened another child', code: '' },
  { words: 'Threw a stone at a bus; nobody was hurt', code: '' },
  { words: 'Shouted at an officer in the shopping centre', code: '' },
  { words: 'Took a coat from the school cloakroom', code: '' },
  { words: 'Lit a fire in a bin in the park', code: '' },
] as const

export const strengths = [
  'Mends bicycles for the whole street.',
  'Sings in two choirs. An aunt stands by the family.',
  'Looks after two younger brothers every afternoon.',
  'Plays goalkeeper on Sundays and has not missed a match.',
  'Draws all the time, and shows it when asked.',
  'Bakes with grandmother; wants to work in a kitchen.',
  'Reads maps and knows every bus in the city.',
  'Quick with numbers. The tutor likes having them in class.',
  'Kind to animals: walks the neighbours’ dogs.',
  'Funny, and good at calming others down.',
  'Boxes twice a week. The coach rings if a session is missed.',
  'Speaks three languages and helps at the surgery.',
]

export const worries = [
  'Mother is worried about older boys whom they meet after school.',
  'School says that Mondays have been missed since September.',
  'Out late twice this month, and would not say where.',
  'Has stopped going to football, and sleeps in the day.',
  'Father has moved out. Nobody at home talks about it.',
  'Spends hours in the phone; a stranger sends money.',
  'Nothing new. The family was shocked by what happened.',
  'Falls asleep in lessons. There may not be enough to eat.',
  'A cousin was hurt in the summer, and they are frightened on the way home.',
]

export const hopes = [
  '“I want to get my own stand at the market.”',
  '“To get home and to finish college.”',
  '“Somebody to talk with who is not my mum.”',
  '“To be back in the team.”',
  '“I don’t know. To be left alone a bit.”',
  '“To be allowed back into maths.”',
  '“A job where you are outside.”',
  '“That my brother looks up to me.”',
]

export const offers = [
  'Twelve weeks with a worker and a bicycle project.',
  'Sixteen weeks with a worker, and help with school.',
  'Twelve weeks of boxing and talking.',
  'Help with college applications and a mentor.',
  'Sessions about friends, feelings and staying safe.',
]

export const goals = [
  '1. Finish the level 2 course. 2. A stand at the market by spring.',
  '1. Home safely, every day. 2. The level 1 referee course.',
  '1. Three full days of school a week by Easter. 2. Say sorry to the shop.',
  '1. Football on Sundays again. 2. Tell mum where I am.',
  '1. A plan for when I get angry. 2. Two mornings at the garage.',
]

export const keepsSafe = [
  'An uncle knows where they are in the evening.',
  'They ring home when they leave. The way home is not through the underpass.',
  'Grandmother has a spare key and the spare room.',
  'School tells us the same day when they are not there.',
]

export const keptWords = [
  'Met at school as planned. Talked about the week, the bus home and whom to ring.',
  'Worked on the bicycle frame together. Talked more than last time.',
  'Met at home with mother. Went through the plan with pictures.',
  'Walked to the park. Spoke about friends, and what a friend does not ask of you.',
  'Did the worksheet about feelings. It was read aloud and drawn, not written.',
  'Visited the college open day. Asked two questions at the stand.',
  'Short session: tired. Agreed to begin later on Thursdays.',
  'Practised what to say to the tutor. Rang the tutor together.',
]

export const missedReasons = [
  { why: 'Said that they forgot', isAcceptable: false },
  { why: 'Nobody was at home', isAcceptable: false },
  { why: 'Ill; mother rang before', isAcceptable: true },
  { why: 'The bus did not come', isAcceptable: true },
  { why: 'Did not answer the door', isAcceptable: false },
  { why: 'At a funeral', isAcceptable: true },
] as const

export const followUps = [
  'Rang mother the same evening. New time agreed.',
  'Called at the house. Sorry about it; comes on Thursday.',
  'Sent a text with a picture of the clock. Answered with a thumb.',
]

export const familyNotes = [
  'Mother rang. She is glad about the plan, and asks us to ring after two.',
  'Grandmother rang: a good week, three mornings on time.',
  'Father wants to know what we talk about. Explained what is shared and what is not.',
  'Mother is worried about the new phone. We will ask, gently, on Tuesday.',
]

export const schoolNotes = [
  'Tutor: two full weeks. The Monday lesson has moved to the workshop.',
  'Head of year asks for a meeting about the timetable.',
  'School counts four lessons missed. They will ring home on the day from now on.',
]

export const whySignificant = [
  'The first time that the family rang of their own accord.',
  'School attendance turned here.',
  'Explains why the evenings were hard.',
]

export const reviews = [
  {
    well: 'No day missed for four weeks.',
    change: 'Nothing; the bus goes later from Monday.',
    says: '“It is quieter in my head.”',
  },
  {
    well: 'Comes early, and brings questions.',
    change: 'Meet at the workshop, not the office.',
    says: '“It’s all right.”',
  },
  {
    well: 'Mornings are better.',
    change: 'A shorter session, and a second one on Fridays.',
    says: '“You talk too much. But it helps.”',
  },
]

export const achievements = [
  'Finished the course, and was asked to help with the next one.',
  'Back in all lessons since half-term. Wrote to the shop, and the owner wrote back.',
  'Built a bicycle and gave it to a younger child.',
  'Has a Saturday job in a kitchen.',
  'Six weeks without being sent out of a lesson.',
]

export const afterwards = [
  'The coach and the tutor know whom to ring. Nothing else is needed.',
  'A youth club, twice a week; the family support worker stays until summer.',
  'The college mentor has taken over. They have met twice.',
]

export const seenOrHeard = [
  'Sent home three times this month for walking out of lessons.',
  'Out overnight twice. A new phone. An adult whom nobody knows fetches them by car.',
  'Told a youth worker that they do not feel safe on the way home.',
  'Stopped coming to lessons before lunch, and sells sweets with older children.',
  'Missing for two nights in a month; came back tired and would not talk.',
  'Talks of films that worry the tutor, and of being let down by everybody.',
]

export const reasonsSuitable = [
  'A mentor and help with college would do good.',
  'Asks for help, and it can begin at once.',
  'A short piece of work now may prevent more.',
  'Nobody else is working with the family.',
]

export const reasonsNot = [
  'The resolution has been enough; the family has talked about it, and so has the school.',
  'A family support worker is there already, and the child likes her.',
  'Another service knows the child well. More of us would do harm.',
]
