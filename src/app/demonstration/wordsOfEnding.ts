import type { Words } from './say.ts'

/** What is said when the work ends. All invented. */

/** What children say when it ends. */
export const lastWords: Words = [
  '“It was better than I thought.”',
  '“You can ring my [mum] now, it is fine.”',
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

export const achievements: Words = [
  { words: 'Finished the course, and was asked to help with the next one.', from: 15 },
  { words: 'Back in all lessons.', learns: true },
  'Built a bicycle and gave it to a younger child.',
  { words: 'Has a Saturday job in a kitchen.', from: 14 },
  { words: 'Six weeks without being sent out of a lesson.', learns: true },
]

/** Where the work did not come to its end. */
export const beginnings: Words = [
  { words: 'Came for the first weeks, and said what makes it hard at school.', learns: true },
  'Knows whom to ring. The bicycle is half built.',
  { words: 'Goes to lessons before lunch again.', learns: true },
]

export const afterwards: Words = [
  'The coach and the tutor know whom to ring. Nothing else is needed.',
  'A youth club, twice a week; the family support worker stays for now.',
  { words: 'The college mentor has taken over. They have met twice.', from: 16 },
]
