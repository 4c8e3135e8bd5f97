import { isCollege } from './crowd.ts'
import type { DemonstrationAppointment } from './demonstrationCase.ts'
import { meeting } from './meetings.ts'
import type { DemonstrationEmail } from './people.ts'
import type { Course, Given, Steps, Way } from './walk.ts'
import { handOversTo } from './wordsOfWork.ts'
import {
  acceptableReasons,
  collegeNotes,
  familyNotes,
  followUps,
  keptWords,
  missedReasons,
  reviews,
  schoolNotes,
  whySchoolMatters,
  whySignificant,
} from './wordsSaid.ts'
import { isInTerm, toWorkingDay } from './workDays.ts'

/** The weeks of the work: appointments kept and missed, notes, a review, and the end where it has come. */
export function work(
  given: Given,
  way: Way,
  first: DemonstrationEmail,
  ends: Steps[number]['typed'],
): Course {
  const { by } = given
  const from = way.daysAgo()
  const handed = handedOver(given, way, first)
  const workerOn = (daysAgo: number) => (handed && daysAgo <= handed.daysAgo ? handed.to : first)
  const lasts = by.between(12, 24) * 7
  const every = by.one([7, 7, 10, 14])
  const misses = by.one([5, 10, 15, 35])
  const appointments: DemonstrationAppointment[] = []
  for (let daysAgo = from - by.between(2, 6); daysAgo > from - lasts && daysAgo > -15; daysAgo -= every)
    appointments.push(appointmentWith(given, workerOn(daysAgo), daysAgo, misses))
  // A day that is moved must not come to lie after the end.
  const lastDay = from - lasts >= 1 ? toWorkingDay(given, from - lasts) : Number.NEGATIVE_INFINITY
  const isBefore = ({ daysAgo }: { daysAgo: number }) => daysAgo > lastDay
  const notes = notesUntil(given, from, Math.max(from - lasts, 0), workerOn)
  const review = by.one(reviews)
  way.take(by.between(50, 62) - (handed ? from - handed.daysAgo : 0), 'review', {
    'going-well': review.well,
    'to-change': review.change,
    'child-says': review.says,
    'planned-end': '',
  })
  const isReviewed = way.steps.at(-1)?.step === 'review'
  const left = from - lasts
  const ended = isReviewed && left >= 1 && way.take(way.daysAgo() - left, 'end', ends)
  return {
    steps: way.steps,
    appointments: appointments.filter(isBefore),
    notes: notes.filter(isBefore),
    ...(ended ? { endedDaysAgo: left } : {}),
  }
}

/** They meet, on a day on which the worker is there; or they were to meet. */
function appointmentWith(
  { byDay: by, today, child, homeOn, say }: Given,
  who: DemonstrationEmail,
  wanted: number,
  misses: number,
): DemonstrationAppointment {
  const daysAgo = toWorkingDay({ today }, wanted, who)
  const inTerm = isInTerm(today.subtract({ days: daysAgo }))
  const { hours, ...where } = meeting(by, { home: homeOn(daysAgo), school: child.school, isInTerm: inTerm })
  const [time = '16:00', ...orElse] = hours
  const outcome = daysAgo > 0 ? { outcome: outcomeOf({ byDay: by, say }, where.kind, daysAgo, misses) } : {}
  return { ...where, daysAgo, time, orElse, with: who, ...outcome }
}

type Notes = NonNullable<Course['notes']>[number][]

/** What is heard between the meetings: from the family, and from school while it is open. */
function notesUntil(
  { byDay: by, today, child, say }: Given,
  from: number,
  until: number,
  workerOn: (daysAgo: number) => DemonstrationEmail,
): Notes {
  const notes: Notes = []
  for (let daysAgo = from - by.between(5, 15); daysAgo > until; daysAgo -= by.between(12, 30)) {
    const who = workerOn(daysAgo)
    const at = toWorkingDay({ today }, daysAgo, who)
    const isOfFamily = by.isIn(60) || child.school === '' || !isInTerm(today.subtract({ days: at }))
    const text = say(isOfFamily ? familyNotes : isCollege(child.school) ? collegeNotes : schoolNotes)
    const said = isOfFamily
      ? ({ kind: 'family', text } as const)
      : ({ kind: 'professional', text, details: { agency: child.school } } as const)
    const significant = by.isIn(8)
      ? { significant: by.one(isOfFamily ? whySignificant : whySchoolMatters) }
      : {}
    notes.push({ ...said, daysAgo: at, with: who, ...significant })
  }
  return notes
}

/** Now and then somebody else goes on with the work. */
function handedOver({ by, another, child }: Given, way: Way, holder: DemonstrationEmail) {
  if (!by.isIn(12)) return undefined
  const to = another(holder)
  const said = {
    ...by.one(handOversTo(to, child.language)),
    'change-child-told': 'yes',
    'change-parent-told': 'yes',
  }
  return way.take(by.between(20, 40), 'change-worker', { worker: to, ...said })
    ? { to, daysAgo: way.daysAgo() }
    : undefined
}

function outcomeOf(
  { byDay: by, say }: Pick<Given, 'byDay' | 'say'>,
  kind: DemonstrationAppointment['kind'],
  daysAgo: number,
  misses: number,
): NonNullable<DemonstrationAppointment['outcome']> {
  if (!by.isIn(misses)) return { kept: say(keptWords[kind]) }
  const isAcceptable = by.isIn(45)
  // What was missed long ago has been followed up, most often in time.
  const isFollowedUp = !isAcceptable && daysAgo > 3 && (daysAgo > 40 || by.isIn(85))
  return {
    missed: say(isAcceptable ? acceptableReasons[kind] : missedReasons[kind]),
    isAcceptable,
    ...(isFollowedUp ? { followedUp: say(followUps), after: by.one([1, 1, 1, 2, 4]) } : {}),
  }
}
