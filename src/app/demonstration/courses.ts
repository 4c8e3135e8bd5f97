import type { Chance } from './chance.ts'
import { type DemonstrationAppointment, type DemonstrationCase, onTheDay } from './children.ts'
import type { DemonstrationEmail } from './people.ts'
import {
  achievements,
  afterwards,
  familyNotes,
  followUps,
  goals,
  hopes,
  keepsSafe,
  keptWords,
  missedReasons,
  offers,
  reasonsNot,
  reasonsSuitable,
  reviews,
  schoolNotes,
  strengths,
  worries,
} from './wordsSaid.ts'

/** What has happened in a case up to today, in days before it. */
export type Course = Pick<DemonstrationCase, 'steps' | 'appointments' | 'notes' | 'alert'> & {
  /** How many days ago it ended; undefined while it is open. */
  endedDaysAgo?: number
}

type Steps = DemonstrationCase['steps'][number][]
type Given = {
  by: Chance
  /** Where the child meets the worker, besides the office. */
  home: string
  school: string
  holders: readonly DemonstrationEmail[]
}

/** Goes forward through a case, and stops where today is reached. */
function walk(receivedDaysAgo: number) {
  const steps: Steps = []
  let daysAgo = receivedDaysAgo
  return {
    steps,
    /** Takes a step so many days after the one before; false where that day has not come. */
    take(after: number, step: string, typed: Steps[number]['typed']): boolean {
      if (daysAgo - after < 1) return false
      daysAgo -= after
      steps.push({ step, daysAgo, typed })
      return true
    },
    daysAgo: () => daysAgo,
  }
}

/** A case after a community resolution: screened, decided on, offered, and taken up or not. */
export function diversionCourse(given: Given, receivedDaysAgo: number): Course {
  const { by } = given
  const way = walk(receivedDaysAgo)
  // One in five is late: more than ten working days.
  if (!way.take(by.isIn(20) ? by.between(16, 27) : by.between(2, 12), 'screen', screening(by)))
    return { steps: way.steps }
  const isSuitable = by.isIn(62)
  const decided = way.take(by.between(1, 5), 'decide', {
    decision: isSuitable ? 'suitable' : 'not-suitable',
    reason: by.one(isSuitable ? reasonsSuitable : reasonsNot),
    ...(isSuitable
      ? {}
      : {
          'why-not': by.one([
            'has-help',
            'nothing-needed',
            'nothing-needed',
            'works-with-us',
            'lives-elsewhere',
          ]),
        }),
  })
  if (!decided) return { steps: way.steps }
  const told = { told: isSuitable ? 'Help is offered.' : 'No more is needed from us.' }
  if (!way.take(by.isIn(80) ? by.between(0, 3) : by.between(6, 14), 'inform-police', told))
    return { steps: way.steps }
  if (!isSuitable) return { steps: way.steps, endedDaysAgo: way.daysAgo() }
  return answered(given, way, 'offer', () => {
    const holder = nameWorker(given, way)
    if (!holder) return { steps: way.steps }
    const started = way.take(by.between(4, 14), 'start', {
      goals: by.one(goals),
      'child-safe': by.one(keepsSafe),
      'others-safe': 'Nobody was hurt. A letter to the shop is planned.',
      'planned-end': '',
    })
    return started
      ? work(given, way, holder, {
          ...ending(by),
          repaired: by.one(['with-victim', 'community', 'not-wanted', 'no-victim']),
        })
      : { steps: way.steps }
  })
}

/** A case of the Early Support Project, from the referral to the end of the work. */
export function preventionCourse(given: Given, receivedDaysAgo: number): Course {
  const { by } = given
  const way = walk(receivedDaysAgo)
  const first = screening(by)
  if (
    !way.take(by.isIn(15) ? by.between(10, 20) : by.between(1, 7), 'screen', {
      ...first,
      'asked-of': ['referrer', 'parent'],
      'shared-with-hub': onTheDay,
    })
  )
    return { steps: way.steps }
  const decision = by.isIn(72) ? 'suitable' : by.isIn(60) ? 'signposted' : 'not-suitable'
  const decided = way.take(by.between(1, 6), 'triage', {
    decision,
    reason: by.one(decision === 'suitable' ? reasonsSuitable : reasonsNot),
    ...(decision === 'suitable'
      ? {}
      : { 'family-told': 'By telephone, with an interpreter where one was needed.' }),
    ...(decision === 'signposted'
      ? { 'signposted-to': 'The youth club, twice a week. The school nurse makes sure that they get there.' }
      : {}),
    ...(decision === 'not-suitable'
      ? { 'why-not': by.one(['has-help', 'nothing-needed', 'works-with-us']) }
      : {}),
  })
  if (!decided) return { steps: way.steps }
  if (decision !== 'suitable') return { steps: way.steps, endedDaysAgo: way.daysAgo() }
  return answered(given, way, 'offer', () => {
    const holder = nameWorker(given, way)
    if (!holder) return { steps: way.steps }
    const assessed = way.take(by.between(7, 20), 'assess', {
      'assessed-with': ['child', 'parent'],
      'strengths-found': by.one(strengths),
      'life-now': 'Lives with the family. School goes well on some days.',
      'speech-and-language': by.isIn(55) ? 'needs' : by.one(['none', 'booked']),
      'speech-and-language-reason-needs': 'Short sentences; check understanding; drawings help.',
      'behind-behaviour': by.one(worries),
      'child-sees': by.one(hopes),
      'would-help': 'Somebody to talk with, and a plan for the mornings.',
    })
    const planned =
      assessed &&
      way.take(by.between(2, 9), 'plan', {
        goals: by.one(goals),
        'child-safe': by.one(keepsSafe),
        'who-does-what':
          'Worker: bus pass by Monday. Child: signs up for the course. School: rings on the day.',
        'others-safe': 'Nothing needed now; looked at again in each review.',
        'planned-end': '',
      })
    return planned ? work(given, way, holder, ending(by)) : { steps: way.steps }
  })
}

type Way = ReturnType<typeof walk>

function screening(by: Chance): Steps[number]['typed'] {
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
function answered({ by }: Given, way: Way, offer: string, accepted: () => Course): Course {
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

function nameWorker({ by, holders }: Given, way: Way): DemonstrationEmail | undefined {
  const holder = by.one(holders)
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

function ending(by: Chance): Steps[number]['typed'] {
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

/** The weeks of the work: appointments kept and missed, notes, a review, and the end where it has come. */
function work(
  { by, home, school }: Given,
  way: Way,
  holder: DemonstrationEmail,
  ends: Steps[number]['typed'],
): Course {
  const from = way.daysAgo()
  const lasts = by.between(12, 24) * 7
  const every = by.one([7, 7, 10, 14])
  const misses = by.one([5, 10, 15, 35])
  const appointments: DemonstrationAppointment[] = []
  for (let daysAgo = from - by.between(2, 6); daysAgo > from - lasts && daysAgo > -15; daysAgo -= every) {
    const kind = by.one(['home-visit', 'school', 'office', 'office'] as const)
    const place = kind === 'home-visit' ? home : kind === 'school' ? school : 'Brook House'
    appointments.push({
      kind,
      daysAgo,
      time: by.one(['10:00', '11:30', '13:00', '14:30', '15:15', '16:00', '16:45', '17:30']),
      place: place === '' ? 'Brook House' : place,
      with: holder,
      ...(daysAgo > 0 ? { outcome: outcomeOf(by, daysAgo, misses) } : {}),
    })
  }
  const notes: NonNullable<Course['notes']>[number][] = []
  for (
    let daysAgo = from - by.between(5, 15);
    daysAgo > Math.max(from - lasts, 0);
    daysAgo -= by.between(12, 30)
  )
    notes.push(
      by.isIn(60)
        ? { kind: 'family', daysAgo, text: by.one(familyNotes), with: holder }
        : { kind: 'professional', daysAgo, text: by.one(schoolNotes), with: holder },
    )
  const review = by.one(reviews)
  way.take(by.between(50, 62), 'review', {
    'going-well': review.well,
    'to-change': review.change,
    'child-says': review.says,
    'planned-end': '',
  })
  const isReviewed = way.steps.at(-1)?.step === 'review'
  const left = from - lasts
  const ended = isReviewed && left >= 1 && way.take(way.daysAgo() - left, 'end', ends)
  return { steps: way.steps, appointments, notes, ...(ended ? { endedDaysAgo: left } : {}) }
}

function outcomeOf(
  by: Chance,
  daysAgo: number,
  misses: number,
): NonNullable<DemonstrationAppointment['outcome']> {
  if (!by.isIn(misses)) return { kept: by.one(keptWords) }
  const { why, isAcceptable } = by.one(missedReasons)
  // What was missed long ago has been followed up, most often in time.
  const isFollowedUp = !isAcceptable && daysAgo > 3 && (daysAgo > 40 || by.isIn(85))
  return {
    missed: why,
    isAcceptable,
    ...(isFollowedUp ? { followedUp: by.one(followUps), after: by.one([1, 1, 1, 2, 4]) } : {}),
  }
}
