/** What a person is employed to do here. Somebody with two jobs has two roles. */
export const roles = [
  'officer',
  'senior',
  'manager',
  'business-support',
  'police-officer',
  'health-worker',
  'speech-therapist',
  'victim-worker',
  'participation-worker',
  'volunteer-coordinator',
  'analyst',
  'board-member',
  'inspector',
  'administrator',
] as const

export type Role = (typeof roles)[number]

/** The roles as people say them. */
export const roleNames: Record<Role, string> = {
  officer: 'Youth justice officer',
  senior: 'Senior practitioner',
  manager: 'Manager',
  'business-support': 'Business support',
  'police-officer': 'Police officer',
  'health-worker': 'Health worker',
  'speech-therapist': 'Speech and language therapist',
  'victim-worker': 'Victim worker',
  'participation-worker': 'Participation worker',
  'volunteer-coordinator': 'Volunteer coordinator',
  analyst: 'Analyst',
  'board-member': 'Board member',
  inspector: 'Inspector',
  administrator: 'Administrator',
}

/** Whether a word names a role. */
export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word)
}
