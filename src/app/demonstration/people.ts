import type { Role } from '../../platform/access/index.ts'

/** The same for everybody in a demonstration, and refused anywhere else: it is printed at every start. */
export const demonstrationPassword = 'teal line dips and goes on'

export const demonstrationService = 'Milton Brook Youth Justice Service'

/**
 * Colleagues whose work is mostly what this program does not hold yet, with courts and in schools, or who come for a part of the
 * week. With the others they make a team of the size of the Youth Justice Plan 2022/23, paragraphs 49 and 50 and the one on speech
 * and language therapy: 27 practitioners and administrative staff, three senior officers, a manager and a deputy.
 */
export const otherColleagues = [
  { email: 'officer7@demo.throughline.invalid', name: 'Isla Merriden', roles: ['officer'], hours: 37 },
  { email: 'officer8@demo.throughline.invalid', name: 'Kwabena Stroud', roles: ['officer'], hours: 37 },
  { email: 'officer9@demo.throughline.invalid', name: 'Noor Calloway', roles: ['officer'], hours: 30 },
  { email: 'officer10@demo.throughline.invalid', name: 'Piotr Langhorne', roles: ['officer'], hours: 37 },
  { email: 'officer11@demo.throughline.invalid', name: 'Shanice Tolland', roles: ['officer'], hours: 22.5 },
  { email: 'officer12@demo.throughline.invalid', name: 'Gethin Marlowe', roles: ['officer'], hours: 37 },
  { email: 'officer13@demo.throughline.invalid', name: 'Yasmin Oakhurst', roles: ['officer'], hours: 30 },
  { email: 'officer14@demo.throughline.invalid', name: 'Dominic Faraday', roles: ['officer'], hours: 18.5 },
  {
    email: 'therapist2@demo.throughline.invalid',
    name: 'Orla Pemble',
    roles: ['speech-therapist'],
    hours: 30,
  },
  {
    email: 'therapist3@demo.throughline.invalid',
    name: 'Jude Ashgrove',
    roles: ['speech-therapist'],
    hours: 18.5,
  },
  { email: 'health2@demo.throughline.invalid', name: 'Mina Torrance', roles: ['health-worker'], hours: 37 },
  {
    email: 'support3@demo.throughline.invalid',
    name: 'Colette Ridgway',
    roles: ['business-support'],
    hours: 37,
  },
  {
    email: 'support4@demo.throughline.invalid',
    name: 'Ade Fenwick',
    roles: ['business-support'],
    hours: 18.5,
  },
  { email: 'senior3@demo.throughline.invalid', name: 'Rhona Castell', roles: ['senior'], hours: 37 },
  { email: 'manager2@demo.throughline.invalid', name: 'Tobias Wren', roles: ['manager'], hours: 37 },
] as const satisfies readonly { email: string; name: string; roles: readonly Role[]; hours: number }[]

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
  {
    email: 'participation@demo.throughline.invalid',
    name: 'Pia Thorne',
    roles: ['participation-worker'],
  },
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
  ...otherColleagues,
] as const satisfies readonly { email: string; name: string; roles: readonly Role[] }[]

export type DemonstrationEmail = (typeof demonstrationPeople)[number]['email']

/** Whoever works with a child of whom nothing else is said. */
export const usualOfficer = 'officer@demo.throughline.invalid' satisfies DemonstrationEmail
