import type { Chance } from './chance.ts'
import { onTheDay } from './demonstrationCase.ts'
import type { DemonstrationEmail } from './people.ts'
import type { Course, Given, Steps, Way } from './walk.ts'
import { achievements, afterwards, hopes, keepsSafe, offers, strengths, worries } from './wordsSaid.ts'

/** A first picture. */
export function screening(by: Chance): Steps[number]['typed'] {
  const exploitation = by.isIn(78)
    ? 'no-sign'
    : by.isIn(70)
      ? 'vulnerable'
      : by.isIn(75)
        ? 'targeted'
        : 'exploited'
  return {
    'asked-of': by.some(['child', 'parent', 'school', 'social-care'], 3),
    strengths: by.one(strengths),
    worries: by.one(worries),
    communication: by.isIn(85) ? 'to-be-assessed' : 'known',
    exploitation,
    ...(exploitation === 'no-sign' ? {} : { 'shared-with-hub': onTheDay }),
    'danger-now': 'no',
  }
}

/** Help is offered; what comes of it. */
export function answered({ by }: Given, way: Way, offer: string, accepted: () => Course): Course {
  const help = {
    'offered-to': ['child', 'parent'],
    how: [by.one(['visit', 'telephone', 'school'])],
    offered: by.one(offers),
  }
  if (!way.take(by.between(2, 9), offer, help)) return { steps: way.steps }
  const answer = by.next() * 100
  if (answer < 66) {
    const yes = {
      'accepted-by': ['child', 'parent'],
      hopes: by.one(hopes),
      sharing: by.isIn(80) ? 'yes' : 'no',
    }
    return way.take(by.between(1, 8), 'accept', yes) ? accepted() : { steps: way.steps }
  }
  const isRefused = answer < 88
  const ended = isRefused
    ? way.take(by.between(2, 12), 'decline', {
        'declined-by': [by.one(['child', 'parent'])],
        'why-declined': [
          by.one([
            'no-need',
            'no-need',
            'has-help',
            'label',
            'time-or-place',
            'bad-experience',
            'would-not-say',
          ]),
        ],
        'in-their-words': '“We are all right, thank you.”',
      })
    : way.take(by.between(14, 28), 'not-reached', {
        attempts: String(by.between(3, 6)),
        how: ['telephone', 'letter', 'visit'],
        'asked-others': 'The school was asked, and has no newer number.',
      })
  return { steps: way.steps, ...(ended ? { endedDaysAgo: way.daysAgo() } : {}) }
}

/** A senior names the worker; undefined where that day has not come. */
export function nameWorker({ by, nextHolder }: Given, way: Way): DemonstrationEmail | undefined {
  const holder = nextHolder()
  const named = way.take(by.between(1, 5), 'allocate', {
    worker: holder,
    'why-worker': by.one([
      'Knows the school.',
      'Speaks the language at home.',
      'Has room, and likes bicycles.',
      '',
    ]),
  })
  return named ? holder : undefined
}

/** What is said of a case at its end. */
export function ending(by: Chance): Steps[number]['typed'] {
  const outcome = by.isIn(64)
    ? 'completed'
    : by.isIn(45)
      ? 'completed-in-part'
      : by.isIn(60)
        ? 'stopped-coming'
        : 'moved-away'
  return {
    outcome,
    'outcome-reason-stopped-coming': 'Visited three times. They say that they have no time.',
    'outcome-reason-moved-away': 'To another city; the service there has been told.',
    achieved: by.one(achievements),
    'child-says': by.one(hopes),
    'safe-now': by.one(keepsSafe),
    'next-help': by.one(afterwards),
  }
}
