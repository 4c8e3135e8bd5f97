import type { Chance } from './chance.ts'
import type { Invented } from './crowd.ts'
import type { DemonstrationCase } from './demonstrationCase.ts'
import type { Offence } from './offences.ts'
import type { DemonstrationEmail } from './people.ts'
import type { Say } from './say.ts'

/** What has happened in a case up to today, in days before it. */
export type Course = Pick<DemonstrationCase, 'steps' | 'appointments' | 'notes' | 'alert'> & {
  /** How many days ago it ended; undefined while it is open. */
  endedDaysAgo?: number
}

export type Steps = DemonstrationCase['steps'][number][]

/** What a course is made up from. */
export type Given = {
  by: Chance
  /** For what depends on the days on which things fall: so the same number makes the same children whatever today is. */
  byDay: Chance
  today: Temporal.PlainDate
  child: Pick<Invented, 'language' | 'school'>
  /** What is said, by whoever says it. */
  say: Say
  /** What the police told of, where they did. */
  offence?: Offence
  /** Where the child lived so many days ago. */
  homeOn(daysAgo: number): string
  /** Whose turn it is to be named as the worker. */
  nextHolder(): DemonstrationEmail
  /** How the next of the cases ends in which the work has begun. */
  nextEnding(): 'completed' | 'completed-in-part' | 'stopped-coming' | 'moved-away'
  /** Another worker than this one. */
  another(holder: DemonstrationEmail): DemonstrationEmail
}

/** Goes forward through a case, and stops where today is reached. */
export function walk(receivedDaysAgo: number) {
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

export type Way = ReturnType<typeof walk>
