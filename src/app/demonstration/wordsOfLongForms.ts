import type { FormSaid } from './formSaid.ts'

const judged = {
  reoffending: 'medium',
  'reoffending-why':
    'What led to it is partly still there: the evenings, and the older friends. The club helps.',
  'serious-harm': 'low',
  'serious-harm-why': 'Nobody was hurt. There has been no threat and no weapon, now or before.',
  'safety-wellbeing': 'medium',
  'safety-wellbeing-why': 'Out late, with people whom nobody knows. At home they are safe and cared for.',
} as const

/** A full assessment. */
export const fullAssessment: FormSaid = {
  'why-now': 'out-of-court',
  court: 'no',
  'child-how': 'together',
  'parent-asked': 'yes',
  'not-found-out': 'What the last school knew. Asked for twice, and asked again.',
  'child-home': 'good',
  'child-family': 'good',
  'child-friends': 'so-so',
  'child-learning': 'so-so',
  'child-body': 'good',
  'child-feelings': 'so-so',
  'child-safe': 'bad',
  'child-future': 'so-so',
  'child-good': '“My nan, my drawings and my cat.”',
  'child-change': '“That I can go home without looking behind me.”',
  'child-help': '“If somebody walks with me on Fridays.”',
  'parent-proud': '“How gentle they are with the little ones.”',
  'parent-home': 'good',
  'parent-child': 'good',
  'parent-learning': 'so-so',
  'parent-safe': 'bad',
  'parent-worry': 'Friday evenings, and the people behind the phone.',
  'parent-help': 'A number that somebody answers after six.',
  'home-safe': 'yes',
  moves: 'Once, two years ago, for more room.',
  'home-violence': 'no',
  'is-parent': 'no',
  'learning-hours': { is: 'offered', because: 'Misses first lessons about twice a week, after bad nights.' },
  'learning-help': 'A card to leave the room. It works with the teachers who know of it.',
  body: 'no',
  mind: { is: 'yes', because: 'Bad sleep and a tight chest before Fridays. The school nurse knows.' },
  calms: 'Drawing, and being asked twice. Being touched from behind upsets them.',
  'communication-advice': 'Short sentences. Say first how long it takes. Draw the steps.',
  'friends-good': 'One friend since they were five, who says no for both.',
  'friends-hard': 'Three who are older, around the shops, on Fridays.',
  'places-safe': 'Safe at the library. Not safe at the station after six.',
  online: 'no',
  'was-harmed': { is: 'yes', because: 'Robbed of a phone in the spring, and told nobody for weeks.' },
  missing: 'no',
  alone: 'led',
  pattern: 'first',
  'hurt-understood': '“They must have been scared. I would be.”',
  'good-times': 'All through the summer course, when every day had a beginning and an end.',
  'helps-child': 'Being needed: by the little ones, by the neighbour, in the course.',
  'turning-points': 'The robbery. After it they looked for people who are feared.',
  'story-why':
    'After being robbed they wanted never to be small again. The older ones offered that. It was not about things.',
  'stands-in-way': 'Fear on the way home, and that saying no has a price.',
  'offend-less': 'Days that are full, a safe way home, the friend who says no.',
  'offend-more': 'Fridays, the station, and a quarrel at home on the same day.',
  'others-who': 'Somebody of the same age who is alone at the station. Not at school, not at home.',
  ...judged,
  'child-kept-safe': 'A parent who looks for them, a school that notices, and a friend.',
  'child-harmed-by': 'The older ones, if they are told no. Fridays.',
  'child-goals': {
    rows: [
      { goal: '“I want to get home without being stopped.”', first: 'Walk with a cousin on Friday' },
      { goal: '“I want to show my drawings.”', first: 'Choose ten for the wall at Brook House' },
    ],
  },
  'goals-strength': 'Patience, a good eye, and that they keep to what they say.',
  ready: 'ready',
  'good-life': 'The drawing group from next week. Breakfast at school on three days.',
  'keep-child-safe':
    'A cousin on Fridays, the safer schools officer at the station, the school nurse about sleep.',
  'keep-others-safe': 'No station after six. Letter of apology, when both sides are ready.',
  'fits-child': 'Half an hour at a time, with paper and pens on the table.',
  'look-again': { inDays: 84 },
  'parent-comments': '“You have seen who they are.”',
}

/** A review after an arrest, with a judgement that has changed. */
export const reviewAfterArrest: FormSaid = {
  achieved: 'The drawing group three times. First lessons on time, in two weeks of three.',
  'what-helped': 'The cousin on Fridays, until she found work.',
  'goals-feel': 'so-so',
  'goals-way': '4',
  'parent-says': 'Afraid again. The phone rings at night.',
  why: 'event',
  events: ['arrest', 'exploited'],
  'events-mean':
    'Arrested with two of the older ones, and let go without a charge. They were there because the others asked for it. Fridays are unsafe again.',
  'keeps-safe': 'School, home, and that they told us within a day.',
  exploitation: 'vulnerable',
  ...judged,
  'safety-wellbeing': 'high',
  'safety-wellbeing-why':
    'Asked for by older people twice in a week, and afraid to say no. The cousin cannot walk with them any more.',
  'plan-fits': 'change',
  'plan-changes':
    'Somebody else for Fridays; the exploitation hub at the next meeting; shorter steps until Christmas.',
  'review-next': { inDays: 42 },
  'child-comments': '“Do not write that I am one of them.”',
}

/** At the end of the work. */
export const closing: FormSaid = {
  achieved: 'Four months without trouble. A place in the team, and the letter that was so hard to write.',
  worked: 'Meeting where the child is. The letter, in three drafts. What did not: meetings before school.',
  'did-not-work': 'Texts in the morning. We would ask sooner when somebody is awake.',
  'child-feels': 'good',
  'parent-feels': 'good',
  'parent-says': '“We eat together again.”',
  'safe-now':
    'Safe at home and at school. Sleeps, eats and trains. The way home in winter stays a worry, so a cousin walks along.',
  'harmed-told': 'yes',
  'helped-by': 'yes',
  'exit-services': ['school', 'activities'],
  'exit-who':
    'The head of year: a talk every Monday. The trainer: twice a week. Both have met the child with us.',
  'exit-met': 'yes',
  'child-plan': '“I ring my aunt. If she does not answer, I go to the club.”',
  'come-back': 'By phone or at the door of Brook House, at any time. Nobody has to be sent.',
  unmet: 'no',
  'said-goodbye': 'Chips at the lake, and a photograph of the first training session in a frame.',
  feedback: 'yes',
  'told-others': ['parent', 'referrer', 'school'],
}

/** Before a first visit at home. */
export const preVisitSafety: FormSaid = {
  'goes-well': 'Ring first. Take your shoes off. Ask the little ones about the fish.',
  'child-wants': 'In the kitchen, not in their room.',
  where: 'home',
  'records-read': ['own', 'police', 'social-care', 'referrer'],
  'to-workers': 'no',
  violence: 'no',
  'to-child': 'no',
  'who-lives': 'A parent, and two younger children until seven.',
  dog: 'friendly',
  address: 'no',
  decision: 'one',
  'who-knows':
    'Business support has the address and the time. If there is no call within half an hour after it, they ring the worker, then the senior.',
  'how-leave': 'If anybody shouts: thank them, say that we ring tomorrow, and go.',
  'look-again': { inDays: 90 },
}

/** By the therapist, with advice by audience. */
export const communicationAssessment: FormSaid = {
  outcome: 'assessed',
  'talks-well': 'Tells a story well when it can be drawn. Kind and patient with others who search for words.',
  'best-with': 'One to one, in the morning, with something in the hands.',
  'child-says': '“I nod because I do not want to ask again.”',
  'seen-on': { inDays: -3 },
  'seen-where': 'Brook House, the small room; a parent for the last ten minutes.',
  used: 'Retelling of a picture story, following steps with objects, a talk about words from police and court. No standardised test: it is booked.',
  languages: 'English with everybody; a few words of a grandparent’s language.',
  interpreter: 'not-needed',
  senses: {
    is: 'not-known',
    because: 'Hearing was last looked at in primary school. The school nurse looks into it.',
  },
  need: 'yes',
  kinds: ['understanding', 'memory', 'words'],
  'identified-before': 'no',
  means:
    'Loses the thread after two steps, and nods. It looks like not caring. Long warnings are not understood at all.',
  'look-further': 'Hearing. Then attention, by the paediatrician.',
  'court-do': 'Short questions, one at a time. A break every fifteen minutes. Ask: “Tell me what I said.”',
  'court-avoid': 'No questions that end in “did you not?”. No sarcasm.',
  'school-do': 'Steps on a card. New words before the lesson. A seat at the side, near the front.',
  'school-avoid': 'Do not ask in front of everybody whether it was understood.',
  'panel-do': 'Send pictures of who will be there. One person asks. Draw the contract while you agree it.',
  'panel-avoid': 'No more than six people. No reading aloud.',
  'police-do':
    'The caution in three sentences, each said back in their own words. An appropriate adult who knows them.',
  'police-avoid': 'Do not take a nod for a yes.',
  'home-do': 'One thing at a time, and wait for ten seconds. A drawing of the week on the fridge.',
  'home-avoid': 'Do not finish sentences for them.',
  therapy: { is: 'yes', because: 'Words for feelings and for court, once a week until the end of term.' },
  'our-work':
    'Letters with pictures, at most five lines. Sessions of half an hour. Say what comes first, next and last.',
  unmet: { is: 'yes', because: 'A hearing test. The waiting list is long.' },
  'told-child':
    'With the drawing that we made. “So I am not thick,” they said. A parent has the page for home.',
}

/** By the health worker. */
export const physicalHealth: FormSaid = {
  agreed: 'yes',
  'who-knows': 'With the worker, and with a parent. Not with school.',
  'keeps-well': 'Walks everywhere, and swims when it is free.',
  feels: 'good',
  doctor: 'yes',
  dentist: {
    is: 'no',
    because: 'Two years ago. We have found a practice that takes children, and go along.',
  },
  eyes: {
    is: 'yes',
    because: 'Headaches when reading. A test is booked at the optician in the high street.',
  },
  hearing: 'no',
  vaccinations: 'not-known',
  conditions: { is: 'yes', because: 'Mild asthma since early childhood. No attack for two years.' },
  medicine: { is: 'yes', because: 'An inhaler, carried in the bag.' },
  allergies: 'no',
  emergency: 'no',
  'head-injury': { is: 'yes', because: 'Fell from a wall at eight and was kept in hospital overnight.' },
  injuries: 'no',
  sleep: 'so-so',
  'sleep-more': 'Falls asleep after one. The phone is beside the bed.',
  food: 'yes',
  moves: 'On foot, and swimming.',
  smokes: ['vapes'],
  mood: 'so-so',
  'mood-more': '“All right. Sundays are long.”',
  'mind-help': 'not-needed',
  'to-do':
    'The health worker: dentist, optician, a letter about the fall. A parent: the phone in the kitchen at ten.',
  unmet: { is: 'yes', because: 'A dentist near home. None takes new patients.' },
  'unmet-because': ['none'],
  'staff-know': 'Asthma: the inhaler comes along. Headaches when there is a lot to read.',
  'look-again': { inDays: 90 },
}

/** Of alcohol, drugs and vapes. */
export const substanceUse: FormSaid = {
  'feels-good': 'Music, and lifting weights with a brother.',
  'says-no': 'With the brother, always. On match days.',
  'clean-people': 'The brother, and a grandmother who notices everything.',
  used: 'now',
  substances: ['cannabis', 'vapes'],
  'how-often': 'weekly',
  'how-much': 'One or two joints at a weekend, for half a year. Vapes most days.',
  'where-with': 'In the park, with three friends. Never alone.',
  why: '“It makes my head quiet.”',
  'life-effect': ['sleep', 'money'],
  pays: 'Pocket money, and birthday money.',
  owes: 'no',
  'risk-now': 'no',
  'offence-link': 'Was not under the influence. Was with the same friends.',
  'home-use': 'no',
  'parent-view': 'Knows, and would rather talk than forbid.',
  knows: 'What not to mix, and whom to call. Has not known about lungs and asthma.',
  'feel-about': 'so-so',
  'wants-change': 'less',
  'drug-service': {
    is: 'referred',
    because: 'The young people’s service, for a first talk at our office next week.',
  },
  'substance-next': 'A first talk together. A week of writing down when and why. Weights on Fridays.',
  unmet: 'no',
}

/** Of school, college and work. */
export const education: FormSaid = {
  likes: 'Cooking, and anything with animals.',
  'good-at': 'Remembering recipes, and calming dogs.',
  'best-adult': 'The teaching assistant in food technology.',
  'child-feels': 'so-so',
  'wants-to-be': 'On a course with animals, or in a kitchen.',
  age: 'school',
  place: 'school',
  'hours-entitled': '25',
  'hours-offered': '15',
  'hours-attended': '12.5',
  'hours-why': 'Three mornings a week since a fight in the corridor.',
  'part-time': 'yes',
  'part-time-from': { inDays: -30 },
  'part-time-review': { inDays: 12 },
  'part-time-why': 'A slow return after the fight. It ends with two more days in each half-term.',
  'part-time-agreed': 'yes',
  suspended: 'yes',
  suspensions: { rows: [{ days: '3', for: 'The fight in the corridor' }] },
  excluded: 'no',
  'sent-home': 'no',
  sen: 'support',
  'needs-known': 'Not yet: the child agrees that the therapist rings.',
  'parent-says': 'Wants to see a date on which it ends.',
  'learning-next':
    'The education panel looks at the timetable. We ask for food technology on the fourth day.',
  'panel-date': { inDays: 40 },
  unmet: { is: 'yes', because: 'Ten hours a week are not offered.' },
  'unmet-because': { is: ['other'], because: 'The school decides how many hours it offers.' },
}

/** What the senior writes beside questions of a form that is given back. */
export const comments = [
  {
    question: 'if-things',
    words: 'Good that both are here. What if the older friends come to the house? Who does what then?',
  },
  {
    question: 'others-safe',
    words: 'This says how the child is kept safe. Who could be harmed, and what keeps them safe?',
  },
  {
    question: 'child-account',
    words: 'Strong, in the child’s own words. Leave it as it is.',
  },
] as const

export const givenBackBecause =
  'Warm, and true to the child. Two things are missing before I can countersign: see my comments beside the questions.'

export const countersignedBecause = [
  'The child is easy to recognise in it, and the reasons are clear. Look again as you say.',
  'Clear and fair. Those who could be harmed are thought of. Show it to the child before you meet the school.',
  'Good work. Make sure that the family has the number for the evening.',
]

export const signedWith = ['', '', 'The school answered only yesterday: that part is short.']
