/** Who gives feedback. */
export type Giver = 'child' | 'parent' | 'referrer'

type Mood = 'glad' | 'between' | 'not'
type Choices = Readonly<Record<string, Readonly<Record<Mood, readonly string[]>>>>

const yesABitNo = {
  glad: ['yes', 'yes', 'yes', 'a-bit'],
  between: ['yes', 'a-bit', 'a-bit'],
  not: ['a-bit', 'no'],
}
const feel = {
  glad: ['very-good', 'good', 'good'],
  between: ['good', 'so-so', 'so-so'],
  not: ['so-so', 'bad'],
}

/** What is said in feedback, all invented. */
export const feedbackSaid: Readonly<
  Record<Giver, { choices: Choices; good: readonly string[]; better: readonly string[] }>
> = {
  child: {
    choices: { feel, listened: yesABitNo, fair: yesABitNo, helped: yesABitNo },
    good: [
      'They came to my club.',
      'She did not shout when I forgot.',
      'I could draw it and not write it.',
      'Somebody asked what I want to be.',
      'The bike project. I built one.',
      'He told me what happens next every time.',
      'My nan could come too.',
      'We cooked. I can make four things now.',
      'They said sorry when they were late.',
      'Nobody told my school more than I wanted.',
    ],
    better: [
      'Text me later. I sleep in the morning.',
      'Less forms.',
      'I waited too long at the start.',
      'Do not stop when it gets good.',
      'Meet outside more.',
      'The letter had words I do not know.',
      'Let me choose who I talk to.',
      'Tell me on the first day how long it takes.',
    ],
  },
  parent: {
    choices: { feel, listened: yesABitNo, informed: yesABitNo, helped: yesABitNo },
    good: [
      'We were asked what we think, for the first time.',
      'Somebody answered the phone.',
      'The worker was honest about what could not be done.',
      'My son came home and talked.',
      'The interpreter was always the same person.',
    ],
    better: [
      'Evening times. I work until six.',
      'Tell us sooner who the worker is.',
      'It took three weeks until somebody rang.',
      'What happens now that it has ended?',
      'The school did not know what was agreed.',
    ],
  },
  referrer: {
    choices: { easy: yesABitNo, told: yesABitNo, again: yesABitNo },
    good: [],
    better: [
      'Tell us when a child has been given a worker.',
      'The form could remember our school.',
      'A name to ring between terms.',
      'Come to our staff meeting once a year.',
    ],
  },
}

/** What was done because of it, all invented. */
export const saidAndDone = [
  {
    daysAgo: 45,
    said: 'Text me later. I sleep in the morning.',
    done: 'We send texts after ten now. You choose the time with your worker.',
  },
  {
    daysAgo: 110,
    said: 'The letter had words I do not know.',
    done: 'Our letters have five lines and a picture. Young people read them first.',
  },
]

/** What is said at the end to somebody who had no part in the work, all invented. */
export const whereToNowSaid = {
  choices: { feel, understood: yesABitNo, say: yesABitNo, who: yesABitNo },
  words: {
    best: [
      'That somebody came, every week.',
      'Making the film. It is on the wall now.',
      'He knew what it is like.',
      'I got to say my side.',
      'The pictures on the plan.',
    ],
    better: [
      'Tell me why at the start.',
      'Come when it is not school.',
      'It was over too fast.',
      'More girls in the group.',
    ],
    changed: [
      'I walk off now.',
      'I am back in school three days.',
      'Me and my mum talk.',
      'I have new mates.',
      'Not much yet.',
    ],
    now: [
      'I want to do mechanics at college.',
      'Get on the boxing team.',
      'Pass maths.',
      'Help at the youth club.',
      'Find a place for work experience.',
    ],
  },
  unfair: [
    'People look at me first because I am black. Not here, in the shops.',
    'They thought I am older than I am.',
    'The form had no word for what I am.',
  ],
} as const
