import type { Role } from '../../platform/access/index.ts'

/** Everybody in the demonstration signs in with this. */
export const demonstrationPassword = 'lantern meadow bicycle'

/** An invented person for each role. */
const names: Record<Role, string> = {
  officer: 'Robin Vale',
  senior: 'Asha Merriman',
  manager: 'Gwen Oakhurst',
  'business-support': 'Tomasz Fairlie',
  'police-officer': 'Dele Harrowgate',
  'health-worker': 'Mina Castellan',
  'speech-therapist': 'Joe Wintergreen',
  'victim-worker': 'Priya Lockwood',
  'volunteer-coordinator': 'Hanna Brightwater',
  analyst: 'Kit Pemberley',
  'board-member': 'Alun Marchetti',
  inspector: 'Ruth Summerscale',
  administrator: 'Sam Thistlewood',
}

export type DemonstrationPerson = { role: Role; name: string; email: string }

/** The people who can sign in to the demonstration. Their addresses can belong to nobody. */
export const demonstrationPeople: readonly DemonstrationPerson[] = Object.entries(names).map(
  ([role, name]) => ({
    role: role as Role,
    name,
    email: `${role}@demo.throughline.invalid`,
  }),
)
