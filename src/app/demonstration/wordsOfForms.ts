import type { FormSaid } from './formSaid.ts'

/** What several forms ask alike, all invented: strengths first, in the words of whoever says it. */
export const saidInAll: FormSaid = {
  'asked-of': ['child', 'parent', 'school', 'police', 'own-records'],
  'how-asked': {
    oneOf: [
      'We walked to the lake and talked. Then we drew a map of who matters.',
      'Three short talks in the music room at Brook House, with cards to point at.',
      'At the kitchen table, with breaks. A parent was there for the first half.',
    ],
  },
  'child-said': {
    oneOf: [
      '“I was stupid that day. I am not like that at home.”',
      '“Everybody asks what I did. Nobody asks what I like.”',
      '“I just want it to be over.”',
    ],
  },
  strengths: {
    oneOf: [
      'Funny and kind to younger children. Goes to boxing every Tuesday, and the trainer speaks well of them.',
      'Draws for hours, and has filled two books. Helps a neighbour with her shopping without being asked.',
      'Has kept every meeting since the first. Cooks at home on Sundays and is proud of it.',
    ],
  },
  'good-at': { oneOf: ['Drawing, and making people laugh.', 'Football and fixing phones.', 'Cooking.'] },
  'stands-by': {
    oneOf: [
      'A grandmother who rings every evening, and an older cousin who works.',
      'A parent who comes to everything, and the trainer at the club.',
      'A teacher who has known the family for years.',
    ],
  },
  'trusted-people': 'A form tutor and an aunt. Both know, and both answer the phone in the evening.',
  hopes: {
    oneOf: [
      '“To get my driving licence and a job outside.”',
      '“To stay at my school and sit my exams.”',
      '“To have my own kitchen one day.”',
    ],
  },
  worries: {
    oneOf: [
      'Evenings without a plan, and older friends who wait at the shops.',
      'Sleeps badly and misses first lessons.',
    ],
  },
  'home-good': {
    oneOf: [
      'A room of their own, and everybody eats together on Sundays.',
      'It is quiet, and the park is across the road.',
    ],
  },
  'home-hard': 'The lift is often broken, and boys whom they are afraid of meet in the stairwell.',
  'learning-good': {
    oneOf: [
      'Practical lessons, and one adult who greets them every morning.',
      'Good at maths when it is about something real.',
    ],
  },
  'learning-hard': 'Long texts, and lessons in which everybody shouts.',
  communication: 'to-be-assessed',
  'health-good': 'Sport twice a week, and talking with a cousin when things are hard.',
  'health-hard': 'no',
  'self-harm': 'no',
  substances: { is: 'yes', because: 'Vapes at weekends. Wants to know more about what is in them.' },
  identity: {
    oneOf: [
      '“I am a big sibling first.” Proud of where the family comes from.',
      '“I am quiet, and people think I am rude.”',
      '“I am from here, and people still ask.”',
    ],
  },
  'fits-life': 'Not on Friday afternoons, and not in the week of the exams.',
  unfair: {
    is: 'yes',
    because: 'Says that shop guards follow them because of how they look. We believe it and wrote it down.',
  },
  'family-good': {
    oneOf: [
      'They talk about things, and say sorry to each other.',
      'Everybody helps: who cooks is written on the fridge.',
    ],
  },
  'family-hard': 'Money is short at the end of the month, and a parent works nights.',
  cares: 'no',
  'services-now': 'Nobody beside us at the moment.',
  'parent-says': {
    oneOf: [
      'A good child who follows others. “I want the child back who sang in the kitchen.”',
      'Glad that somebody asks how it is at home.',
    ],
  },
  exploitation: 'no-sign',
  'exploitation-signs': 'A new phone, and rides home from somebody older whom the family does not know.',
  'shared-with-hub': { inDays: -1 },
  'danger-now': 'no',
  'child-account': {
    oneOf: [
      '“They said do it, and I did not want to look scared.”',
      '“It went so fast. I would walk away now.”',
      '“I was angry about something else.”',
    ],
  },
  before: 'A difficult summer: a move, a quarrel at home, and no club.',
  harmed: 'no',
  'harmed-wishes': 'known',
  'harmed-safe': 'Different ways to school, agreed with the family. Both schools know.',
  'others-safe': {
    oneOf: [
      'Nobody has been hurt since. Knows which evenings are difficult, and has somewhere else to go then.',
      'Stays away from the place where it happened. A parent knows where they are.',
    ],
  },
  'if-things': {
    rows: [
      {
        if: 'Two meetings are missed one after the other',
        does: 'Ring the same day, then visit at home with the question what got in the way',
        who: 'The worker',
      },
      {
        if: 'Out all night, and nobody knows where',
        does: 'The family rings the police, then the worker; a talk within a week',
        who: 'Family, worker, senior',
      },
    ],
  },
  unmet: { is: 'yes', because: 'A place in an activity that costs nothing. The youth club has a list.' },
  'unmet-because': ['waiting'],
  'child-read': 'yes',
  'child-comments': '“It is all right. Put in that I never missed boxing.”',
  weapon: 'no',
  'child-says': {
    oneOf: [
      '“It is good that somebody asks. I do not like the forms.”',
      '“I talk more now than I did.”',
      '“My worker does what they say.”',
    ],
  },
}

/** A first picture. */
export const initialScreening: FormSaid = {
  urgent: 'no',
}

/** An exploitation screening in which something is seen. */
export const exploitationScreening: FormSaid = {
  'asked-of': ['child', 'parent', 'school', 'social-care', 'exploitation-hub', 'police'],
  'safe-places': 'The library and the house of an aunt.',
  'child-said': '“They are just friends. They buy me food. I do not owe them anything.”',
  missing: 'yes',
  'missing-times': '2',
  'missing-where': 'With friends of friends in a flat near the station, both times over one night.',
  'return-talk': 'yes',
  travel: 'no',
  late: { is: 'yes', because: 'Leaves when the phone rings, mostly on Fridays.' },
  'new-people': { is: 'yes', because: 'Two people of about twenty whom only the first name is known of.' },
  'collected-by': 'not-known',
  afraid: 'no',
  online: 'no',
  relationship: 'no',
  'friends-harmed': 'no',
  gifts: { is: 'yes', because: 'New shoes and a second phone. Says that they were a present.' },
  debt: 'no',
  carrying: 'not-known',
  account: 'no',
  changed: { is: 'yes', because: 'Tired and short with the family since September.' },
  injured: 'no',
  substances: 'not-known',
  school: 'no',
  'sexual-harm': 'no',
  'what-child-gets': 'Company, food and being told that they matter.',
  exploitation: 'vulnerable',
  'exploitation-why':
    'Presents, rides and two nights away. Nobody has asked for anything in return that we know of. The family talks with us openly.',
  kinds: ['criminal', 'not-known'],
  'places-of-concern': 'The flat near the station, Fridays after six.',
  'others-at-risk': { is: 'yes', because: 'A younger cousin is taken along. The hub has the name.' },
  'told-too': ['parent', 'police', 'school'],
  'next-steps':
    'The hub looks at the flat. We meet on Fridays after school and eat together. A parent rings the worker, whatever the hour, and then the police.',
}

/** For prevention and diversion. */
export const preventionAndDiversion: FormSaid = {
  'life-now': { oneOf: ['good', 'so-so', 'so-so', 'bad'] },
  friends: {
    oneOf: [
      'Two from primary school, who play football. Newer ones at the shops, who are older.',
      'A small group who make music in a garage.',
    ],
  },
  'free-time': 'Games until late. Would like to do something outside, with others.',
  pattern: 'no',
  understands: 'yes',
  'feels-fair': 'Fair for what was done. Unfair that the others were not asked.',
  'put-right': 'Would like to say sorry in person, or in a letter.',
  'child-safe': {
    oneOf: [
      'A parent who knows where they are, and a phone that is charged.',
      'Going home with a cousin, and the lights on the longer way.',
    ],
  },
  link: {
    oneOf: [
      'Bored and unseen in the evening. With a club and somebody who asks, it does not happen.',
      'Wanted to belong. It happened in the one month in which there was no training.',
    ],
  },
  tried: 'A talk at school, which nobody followed up.',
  'child-wants': {
    oneOf: ['“Somebody to go with me the first time.”', '“Help with sleeping and with school.”'],
  },
  'help-with': ['learning', 'friends', 'behaviour'],
  'who-helps':
    'The worker: weekly, at the club. School: a quiet place at lunch. The family: phone in the kitchen at ten.',
}

/** What is asked of J Okonkwo, of whom the tour tells. */
export const jayAssessed: FormSaid = {
  'asked-of': ['child', 'parent', 'school', 'police', 'own-records'],
  'how-asked': 'We mended a wheel and talked. He chose what we wrote down, and drew who would read it.',
  strengths: 'Mends bicycles for the whole street, and people pay him what they can. Keeps his word.',
  'good-at': 'Engines, gears and explaining them. He sees what is wrong with a bicycle by listening.',
  'stands-by': 'His mother and his uncle. His tutor, who has moved the Monday lesson.',
  hopes: '“I want to get my own stand at the market, and to be an engineer.”',
  'life-now': 'good',
  'home-good': 'The yard, with his tools. His uncle, who shows him things.',
  'home-hard': 'The front bell is broken, and he has to listen for the door.',
  'learning-good': 'Workshop lessons. His tutor likes him.',
  'learning-hard': 'Mondays: he has missed them since September. Long texts; he understands what is drawn.',
  communication: 'known',
  substances: { is: 'yes', because: 'A little cannabis at weekends, with friends. He would like to stop.' },
  friends:
    'Two from primary school who come by with their bicycles. Older ones at the underpass, whom he now avoids.',
  'free-time': 'In the yard. On Saturdays at the market, looking at how others sell.',
  identity: '“I am the one who fixes things.” Nigerian and British, and proud of both.',
  'fits-life':
    'His mother works nights on Thursdays: ring after two. Not on Saturdays, because of the market.',
  unfair: { is: 'yes', because: 'Stopped by the police four times in a year, with his tools in his bag.' },
  'family-good': 'They eat together on Sundays, and his mother says what she thinks.',
  'family-hard': 'They have moved, and started again with little.',
  'services-now': 'Children’s social care: a child in need.',
  'parent-says': '“He is a good boy. He needs a man who shows him that work is worth it.”',
  happened: 'Found with a small amount of cannabis, for himself.',
  'child-account': '“It was for the weekend. I did not sell it to anybody.”',
  before: 'The move, a new college, and Mondays that began with reading aloud.',
  'feels-fair': '“Yes. They talked to me, not only to my mum.”',
  'put-right': 'Nobody was harmed. He would like to mend bicycles for children who have none.',
  'child-safe': 'His mother and his uncle know where he is in the evening.',
  'others-safe': 'Nobody was harmed. He stays away from the underpass.',
  link: 'Mondays without a lesson became days at the underpass. With the workshop, and something to sell, he has a reason not to go.',
  tried: 'Letters from college. He could not read them, and nobody asked.',
  'child-wants': '“Help with the forms for the stand, and somebody who comes along the first time.”',
  'help-with': {
    is: ['learning', 'substances', 'other'],
    because: 'The form for a stand at the market, and the first day there.',
  },
  'who-helps':
    'The worker: the bicycle project, and the form for the stand. His tutor: the workshop on Mondays. His uncle: the market on Saturdays.',
  unmet: { is: 'yes', because: 'A mentor who runs a stand. The list is eight weeks long.' },
  'child-comments': '“Write that I finish what I start.”',
}

/** What the review of J Okonkwo says. */
export const jayReviewed: FormSaid = {
  'asked-of': ['child', 'parent', 'school', 'social-care', 'own-records'],
  strengths: 'He has gone to college on two Mondays, and has mended three bicycles for the project.',
  achieved: 'Both Mondays since the lesson moved. The form for the stand is half filled in.',
  'what-helped': 'A lesson that begins with his hands. Drawing instead of reading.',
  'goals-feel': 'good',
  'goals-way': '5',
  'child-says': '“Mondays are all right now. I forgot the meeting. I was not hiding.”',
  'parent-says': 'She sees him laugh again.',
  why: 'planned',
  events: ['nothing'],
  'events-mean':
    'Nothing has happened. He forgot one meeting; we now send a picture of the clock the evening before.',
  'keeps-safe': 'His mother, his uncle and his tutor. He has not been at the underpass.',
  'others-safe': 'Nobody was harmed, and nothing points to anybody being harmed.',
  reoffending: 'low',
  'reoffending-why': 'One small thing, weeks ago. What led to it has changed: Mondays are taken care of.',
  'serious-harm': 'low',
  'serious-harm-why': 'He has harmed nobody, and has no wish to.',
  'safety-wellbeing': 'medium',
  'safety-wellbeing-why':
    'Much at home is new, and what frightens the family is not over. Good people stand around him.',
  'plan-fits': 'yes',
  'review-next': { inDays: 63 },
  'child-comments': '“Half the form is done. Write that.”',
}
