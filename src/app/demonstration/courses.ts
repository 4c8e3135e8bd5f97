import { answered, ending, nameWorker, screening } from './courseParts.ts'
import { onTheDay } from './demonstrationCase.ts'
import { type Course, type Given, walk } from './walk.ts'
import { work } from './weeksOfWork.ts'
import { goals, hopes, keepsSafe, reasonsNot, reasonsSuitable, strengths, worries } from './wordsSaid.ts'

/** A case after a community resolution: screened, decided on, offered, and taken up or not. */
export function diversionCourse(given: Given, receivedDaysAgo: number): Course {
  const { by, say, offence } = given
  const way = walk(receivedDaysAgo)
  // One in five is late: more than ten working days.
  if (!way.take(by.isIn(20) ? by.between(16, 27) : by.between(2, 12), 'screen', screening(given)))
    return { steps: way.steps }
  const isSuitable = by.isIn(62)
  const whyNot = by.one(['has-help', 'nothing-needed', 'nothing-needed', 'lives-elsewhere'] as const)
  const decided = way.take(by.between(1, 5), 'decide', {
    decision: isSuitable ? 'suitable' : 'not-suitable',
    reason: isSuitable ? say(reasonsSuitable) : reasonsNot[whyNot],
    ...(isSuitable ? {} : { 'why-not': whyNot }),
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
      goals: say(goals),
      'child-safe': say(keepsSafe),
      'others-safe': offence?.othersSafe ?? '',
      'planned-end': '',
    })
    return started
      ? work(given, way, holder, {
          ...ending(given),
          repaired: offence?.hasVictim ? by.one(['with-victim', 'community', 'not-wanted']) : 'no-victim',
        })
      : { steps: way.steps }
  })
}

/** A case of the Early Support Project, from the referral to the end of the work. */
export function preventionCourse(given: Given, receivedDaysAgo: number): Course {
  const { by, child, say } = given
  const way = walk(receivedDaysAgo)
  const first = screening(given)
  if (
    !way.take(by.isIn(15) ? by.between(10, 20) : by.between(1, 7), 'screen', {
      ...first,
      'asked-of': ['referrer', 'parent'],
      'shared-with-hub': onTheDay,
    })
  )
    return { steps: way.steps }
  const decision = by.isIn(72) ? 'suitable' : by.isIn(60) ? 'signposted' : 'not-suitable'
  const whyNot = by.one(['has-help', 'nothing-needed'] as const)
  const decided = way.take(by.between(1, 6), 'triage', {
    decision,
    reason:
      decision === 'suitable'
        ? say(reasonsSuitable)
        : decision === 'signposted'
          ? 'What would help is near by, and open to them now.'
          : reasonsNot[whyNot],
    ...(decision === 'suitable'
      ? {}
      : {
          'family-told':
            child.language === 'English' ? 'By telephone.' : 'By telephone, with somebody who interprets.',
        }),
    ...(decision === 'signposted'
      ? {
          'signposted-to': by.one([
            'The youth club, twice a week. The youth worker has rung them.',
            'Young carers. They meet on Thursdays, and fetch those who have no bus.',
            'Family support at the children’s centre, from next week.',
          ]),
        }
      : {}),
    ...(decision === 'not-suitable' ? { 'why-not': whyNot } : {}),
  })
  if (!decided) return { steps: way.steps }
  if (decision !== 'suitable') return { steps: way.steps, endedDaysAgo: way.daysAgo() }
  return answered(given, way, 'offer', () => {
    const holder = nameWorker(given, way)
    if (!holder) return { steps: way.steps }
    const assessed = way.take(by.between(7, 20), 'assess', {
      'assessed-with': ['child', 'parent'],
      'strengths-found': say(strengths),
      'life-now':
        child.school === ''
          ? 'Lives with the family. Has no place at a school now.'
          : 'Lives with the family. School goes well on some days.',
      'speech-and-language': by.isIn(55) ? 'needs' : by.one(['none', 'booked']),
      'speech-and-language-reason-needs': 'Short sentences; check understanding; drawings help.',
      'behind-behaviour': say(worries),
      'child-sees': say(hopes),
      'would-help': 'Somebody to talk with, and a plan for the mornings.',
    })
    const planned =
      assessed &&
      way.take(by.between(2, 9), 'plan', {
        goals: say(goals),
        'child-safe': say(keepsSafe),
        'who-does-what': by.one([
          'Worker: bus pass by Monday. Child: comes to the workshop. School: rings on the day.',
          'Worker: meets the coach. Child: rings when late. Family: supper together on Sundays.',
        ]),
        'others-safe': 'Nothing needed now; looked at again in each review.',
        'planned-end': '',
      })
    return planned ? work(given, way, holder, ending(given)) : { steps: way.steps }
  })
}
