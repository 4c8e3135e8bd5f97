import type { Chance } from './chance.ts'
import type { DemonstrationAppointment } from './demonstrationCase.ts'
import type { DemonstrationEmail } from './people.ts'
import type { Course, Given, Steps, Way } from './walk.ts'
import { familyNotes, followUps, keptWords, missedReasons, reviews, schoolNotes } from './wordsSaid.ts'

/** The weeks of the work: appointments kept and missed, notes, a review, and the end where it has come. */
export function work(
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
