import type { Chance } from './chance.ts'
import type { DemonstrationAppointment } from './demonstrationCase.ts'
import type { DemonstrationEmail } from './people.ts'
import type { Course, Given, Steps, Way } from './walk.ts'
import { handOvers, waysThere } from './wordsOfWork.ts'
import {
  familyNotes,
  followUps,
  keptWords,
  missedReasons,
  reviews,
  schoolNotes,
  whySignificant,
} from './wordsSaid.ts'

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
  for (let daysAgo = from - by.between(2, 6); daysAgo > from - lasts && daysAgo > -15; daysAgo -= every) {
    appointments.push({
      ...meeting(given),
      daysAgo,
      time: by.one(['10:00', '11:30', '13:00', '14:30', '15:15', '16:00', '16:45', '17:30']),
      with: workerOn(daysAgo),
      ...(daysAgo > 0 ? { outcome: outcomeOf(by, daysAgo, misses) } : {}),
    })
  }
  const notes: NonNullable<Course['notes']>[number][] = []
  for (
    let daysAgo = from - by.between(5, 15);
    daysAgo > Math.max(from - lasts, 0);
    daysAgo -= by.between(12, 30)
  )
    notes.push({
      ...(by.isIn(60)
        ? { kind: 'family', text: by.one(familyNotes) }
        : { kind: 'professional', text: by.one(schoolNotes) }),
      daysAgo,
      with: workerOn(daysAgo),
      ...(by.isIn(8) ? { significant: by.one(whySignificant) } : {}),
    })
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
  return { steps: way.steps, appointments, notes, ...(ended ? { endedDaysAgo: left } : {}) }
}

/** Where and how child and worker meet. */
export function meeting({
  by,
  home,
  school,
}: Pick<Given, 'by' | 'home' | 'school'>): Pick<DemonstrationAppointment, 'kind' | 'place' | 'way'> {
  const kind = by.one(['home-visit', 'school', 'office', 'office'] as const)
  if (kind === 'home-visit' && home !== '')
    return { kind, place: home, way: { travel: 'at-home', wayIsSafe: 'safe' } }
  if (kind === 'school' && school !== '') return { kind, place: school }
  return { kind: 'office', place: by.one(['Brook House', 'Brook House', 'The Mill']), way: by.one(waysThere) }
}

/** Now and then somebody else goes on with the work. */
function handedOver({ by, another }: Given, way: Way, holder: DemonstrationEmail) {
  if (!by.isIn(12)) return undefined
  const to = another(holder)
  const said = { ...by.one(handOvers), 'change-child-told': 'yes', 'change-parent-told': 'yes' }
  return way.take(by.between(20, 40), 'change-worker', { worker: to, ...said })
    ? { to, daysAgo: way.daysAgo() }
    : undefined
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
