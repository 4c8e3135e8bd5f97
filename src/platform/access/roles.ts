export const roles = [
  'officer',
  'senior',
  'manager',
  'business-support',
  'police-officer',
  'health-worker',
  'speech-therapist',
  'victim-worker',
  'volunteer-coordinator',
  'analyst',
  'board-member',
  'inspector',
  'administrator',
] as const

export type Role = (typeof roles)[number]
