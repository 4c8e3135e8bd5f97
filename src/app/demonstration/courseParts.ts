import { onTheDay } from './demonstrationCase.ts'
import type { DemonstrationEmail } from './people.ts'
import type { Course, Given, Steps, Way } from './walk.ts'
import { achievements, afterwards, beginnings, lastWords, lastWordsOfThoseGone } from './wordsOfEnding.ts'
import { speaks } from './wordsOfWork.ts'
import { hopes, keepsSafe, offers, strengths, wordsOfRefusal, worries } from './wordsSaid.ts'
import { isInTerm } from './workDays.ts'

/** A first picture. */
export function screening({ by, child, say }: Given): Steps[number]['typed'] {
  const exploitation = by.isIn(78)
    ? 'no-sign'
    : by.isIn(70)
      ? 'vulnerable'
      : by.isIn(75)
        ? 'targeted'
        : 'exploited'
  return {
    'asked-of': by.some(['child', 'parent', 'social-care', ...(child.school === '' ? [] : ['school'])], 3),
    strengths: say(strengths),
    worries: say(worries),
    communication: by.isIn(85) ? 'to-be-assessed' : 'known',
    exploitation,
    ...(exploitation === 'no-sign' ? {} : { 'shared-with-hub': onTheDay }),
    'danger-now': 'no',
  }
}

/** Help is offered; what comes of it. */
export function answered(
  { by, child, say, today }: Given,
  way: Way,
  offer: string,
  accepted: () => Course,
): Course {
  const after = by.between(2, 9)
  const mayBeAtSchool = child.school !== '' && isInTerm(today.subtract({ days: way.daysAgo() - after }))
  const help = {
    'offered-to': ['child', 'parent'],
    how: [by.one(['visit', 'telephone', mayBeAtSchool ? 'school' : 'visit'])],
    offered: say(offers),
  }
  if (!way.take(after, offer, help)) return { steps: way.steps }
  const answer = by.next() * 100
  if (answer < 66) {
    const yes = {
      'accepted-by': ['child', 'parent'],
      hopes: say(hopes),
      sharing: by.isIn(80) ? 'yes' : 'no',
    }
    return way.take(by.between(1, 8), 'accept', yes) ? accepted() : { steps: way.steps }
  }
  const isRefused = answer < 88
  const why = by.one([
    'no-need',
    'no-need',
    'has-help',
    'label',
    'time-or-place',
    'bad-experience',
    'would-not-say',
  ] as const)
  const ended = isRefused
    ? way.take(by.between(2, 12), 'decline', {
        'declined-by': [by.one(['child', 'parent'])],
        'why-declined': [why],
        'in-their-words': wordsOfRefusal[why],
      })
    : way.take(by.between(14, 28), 'not-reached', {
        attempts: String(by.between(3, 6)),
        how: ['telephone', 'letter', 'visit'],
        'asked-others':
          child.school === ''
            ? 'Early help was asked, and has no newer number.'
            : 'The school was asked, and has no newer number.',
      })
  return { steps: way.steps, ...(ended ? { endedDaysAgo: way.daysAgo() } : {}) }
}

/** A senior names the worker; undefined where that day has not come. */
export function nameWorker({ by, nextHolder, child }: Given, way: Way): DemonstrationEmail | undefined {
  const holder = nextHolder()
  const why = [
    'Has room, and likes bicycles.',
    'Has room from this week.',
    '',
    ...(child.school === '' ? [] : ['Knows the school.']),
  ]
  const named = way.take(by.between(1, 5), 'allocate', {
    worker: holder,
    'why-worker': speaks(holder, child.language) ? 'Speaks the language at home.' : by.one(why),
  })
  return named ? holder : undefined
}

/** What is said of a case at its end. */
export function ending({ nextEnding, say }: Given): Steps[number]['typed'] {
  const outcome = nextEnding()
  const isDone = outcome === 'completed' || outcome === 'completed-in-part'
  return {
    outcome,
    'outcome-reason-stopped-coming': 'Visited three times. They say that they have no time.',
    'outcome-reason-moved-away': 'To another city; the service there has been told.',
    achieved: say(isDone ? achievements : beginnings),
    'child-says': say(outcome === 'stopped-coming' ? lastWordsOfThoseGone : lastWords),
    'safe-now': say(keepsSafe),
    'next-help':
      outcome === 'moved-away'
        ? 'The service there has a name and a number for the family.'
        : say(afterwards),
  }
}
