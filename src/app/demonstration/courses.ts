import { answered, ending, nameWorker, screening } from './courseParts.ts'
import { onTheDay } from './demonstrationCase.ts'
import { type Course, type Given, walk } from './walk.ts'
import { work } from './weeksOfWork.ts'
import { goals, hopes, keepsSafe, reasonsNot, reasonsSuitable, strengths, worries } from './wordsSaid.ts'

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
