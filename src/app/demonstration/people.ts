import type { Role } from '../../platform/access/index.ts'

/** The same for everybody in a demonstration, and refused anywhere else: it is printed at every start. */
export const demonstrationPassword = 'teal line dips and goes on'

export const demonstrationService = 'Milton Brook Youth Justice Service'

/** Everybody who can sign in to the demonstration. All are invented. */
export const demonstrationPeople = [
  { email: 'officer@demo.throughline.invalid', name: 'Robin Vale', roles: ['officer'] },
  { email: 'officer2@demo.throughline.invalid', name: 'Dilys Amadi', roles: ['officer'] },
  { email: 'senior@demo.throughline.invalid', name: 'Sam Okafor', roles: ['senior'] },
  { email: 'manager@demo.throughline.invalid', name: 'Meera Nash', roles: ['manager'] },
  { email: 'support@demo.throughline.invalid', name: 'Bea Lindqvist', roles: ['business-support'] },
  { email: 'police@demo.throughline.invalid', name: 'Jo Marsh', roles: ['police-officer'] },
  { email: 'health@demo.throughline.invalid', name: 'Hal Osei', roles: ['health-worker'] },
  { email: 'therapist@demo.throughline.invalid', name: 'Tess Rowan', roles: ['speech-therapist'] },
  { email: 'victims@demo.throughline.invalid', name: 'Vic Adeyemi', roles: ['victim-worker'] },
  { email: 'volunteers@demo.throughline.invalid', name: 'Col Brennan', roles: ['volunteer-coordinator'] },
  { email: 'analyst@demo.throughline.invalid', name: 'Ana Lys', roles: ['analyst'] },
  { email: 'board@demo.throughline.invalid', name: 'Bo Ardley', roles: ['board-member'] },
  { email: 'inspector@demo.throughline.invalid', name: 'Ines Pector', roles: ['inspector'] },
  { email: 'admin@demo.throughline.invalid', name: 'Ada Minton', roles: ['administrator'] },
  ...([
    { email: 'officer3@demo.throughline.invalid', name: 'Ravi Kettering', roles: ['officer'] },
    { email: 'officer4@demo.throughline.invalid', name: 'Marta Sowerby', roles: ['officer'] },
    { email: 'officer5@demo.throughline.invalid', name: 'Leroy Ansty', roles: ['officer'] },
    { email: 'officer6@demo.throughline.invalid', name: 'Ffion Harlow', roles: ['officer'] },
    { email: 'senior2@demo.throughline.invalid', name: 'Ottoline Brace', roles: ['senior'] },
    { email: 'support2@demo.throughline.invalid', name: 'Gwen Tally', roles: ['business-support'] },
  ] as const),
] as const satisfies readonly { email: string; name: string; roles: readonly Role[] }[]

export type DemonstrationEmail = (typeof demonstrationPeople)[number]['email']

/** Whoever works with a child of whom nothing else is said. */
export const usualOfficer = 'officer@demo.throughline.invalid' satisfies DemonstrationEmail
