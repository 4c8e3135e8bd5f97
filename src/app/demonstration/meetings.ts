import type { Chance } from './chance.ts'
import type { DemonstrationAppointment } from './demonstrationCase.ts'
import { isWithoutSchool, waysThere } from './wordsOfWork.ts'

/** Where and how child and worker meet, and the times of day that would do. */
export type Meeting = Pick<DemonstrationAppointment, 'kind' | 'place' | 'way'> & { hours: readonly string[] }

const hours = {
  inLessons: ['09:45', '11:15', '13:15', '14:30'],
  afterLessons: ['15:30', '16:20', '17:10'],
  anyTime: ['10:00', '11:00', '13:30', '14:20', '15:30', '16:30'],
} as const

/** Makes up a meeting: at school while it is open; elsewhere after lessons, or at any time where there are none that day. */
export function meeting(
  by: Chance,
  { home, school, isInTerm }: { home: string; school: string; isInTerm: boolean },
): Meeting {
  const kind = by.one(['home-visit', 'school', 'office', 'office'] as const)
  const learns = school !== '' && isInTerm
  if (kind === 'school' && learns) return { kind, place: school, hours: by.some(hours.inLessons, 4) }
  const times = learns ? hours.afterLessons : hours.anyTime
  const when = by.some(times, times.length)
  if (kind === 'home-visit' && home !== '')
    return { kind, place: home, way: { travel: 'at-home', wayIsSafe: 'safe' }, hours: when }
  const ways = learns ? waysThere : waysThere.filter(isWithoutSchool)
  return {
    kind: 'office',
    place: by.one(['Brook House', 'Brook House', 'The Mill']),
    way: by.one(ways),
    hours: when,
  }
}
