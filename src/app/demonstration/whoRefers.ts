import type { Chance } from './chance.ts'
import type { Invented } from './crowd.ts'
import type { DemonstrationReferral } from './referrals.ts'
import type { Say } from './say.ts'
import { seenOrHeard, strengths } from './wordsSaid.ts'

type Referrer = { name: string; post: string; email: string }

/** Who refers children by which way in. All are invented; a way in that stands twice is used twice as often. */
const referrers: readonly { route: string; people: readonly Referrer[] }[] = [
  ...Array<{ route: string; people: readonly Referrer[] }>(2).fill({
    route: 'social-care',
    people: [
      { name: 'Imogen Farrow', post: 'Social worker, MASH', email: 'i.farrow@mash.example' },
      { name: 'Priti Vaughan', post: 'Social worker, north team', email: 'p.vaughan@socialcare.example' },
    ],
  }),
  {
    route: 'early-help',
    people: [
      { name: 'Colm Hayle', post: 'Family support worker', email: 'c.hayle@earlyhelp.example' },
      { name: 'Rosalind Teague', post: 'Early help coordinator', email: 'r.teague@earlyhelp.example' },
    ],
  },
  ...Array<{ route: string; people: readonly Referrer[] }>(2).fill({
    route: 'school-or-college',
    people: [
      { name: 'Ann-Marie Boateng', post: 'Head of year', email: 'a.boateng@school.example' },
      { name: 'Duncan Averill', post: 'Designated safeguarding lead', email: 'd.averill@school.example' },
    ],
  }),
  {
    route: 'missing-exploitation-panel',
    people: [
      {
        name: 'Shirin Lockyer',
        post: 'Chair of the Missing and Exploitation Panel',
        email: 'missing@panel.example',
      },
    ],
  },
  {
    route: 'strategic-exploitation-panel',
    people: [{ name: 'Graham Oyelaran', post: 'Panel coordinator', email: 'strategic@panel.example' }],
  },
  {
    route: 'youth-risk-meeting',
    people: [
      { name: 'Sergeant 2210', post: 'Chair of the Youth Risk Meeting', email: 'youth.risk@meeting.example' },
    ],
  },
  {
    route: 'alternative-education-panel',
    people: [{ name: 'Piotr Lindqvist', post: 'Inclusion officer', email: 'p.lindqvist@inclusion.example' }],
  },
  {
    route: 'channel-panel',
    people: [{ name: 'Gethin Moss', post: 'Channel Panel coordinator', email: 'channel@panel.example' }],
  },
]

/** What each panel is about: nobody is sent to it for something else. */
const aboutRoute: Readonly<Record<string, string>> = {
  'channel-panel': 'extremism',
  'missing-exploitation-panel': 'missing',
  'strategic-exploitation-panel': 'exploitation',
  'alternative-education-panel': 'school',
}

/** Makes up the referral of a child: by whom, and what the form says. */
export function referralOf(
  by: Chance,
  child: Invented,
  say: Say,
  key: string,
): Pick<DemonstrationReferral, 'route' | 'typed'> {
  // A school refers only those who go to one.
  const { route, people } = by.one(
    referrers.filter(it => it.route !== 'school-or-college' || child.school !== ''),
  )
  const about = aboutRoute[route]
  const fitting = seenOrHeard.filter(({ worried }) =>
    about === undefined ? !worried.some(it => it === 'extremism') : worried.some(it => it === about),
  )
  const referrer = by.one(people)
  const heard = by.one(fitting)
  const typed = {
    'referrer-name': referrer.name,
    'referrer-post': referrer.post,
    ...(by.isIn(70) ? { 'referrer-email': referrer.email } : {}),
    ...(by.isIn(40) ? { 'their-reference': `REF ${key.replace('made-up-', '')}` } : {}),
    'first-name': child.given,
    'family-name': child.family,
    sex: child.sex,
    ethnicity: child.ethnicity,
    language: child.language,
    address: child.address,
    postcode: child.postcode,
    phone: child.phone,
    school: child.school,
    'parent-name': child.parent,
    'parent-phone': child.parent === '' ? '' : child.parentPhone,
    'strengths-seen': say(strengths),
    'worried-about': [...heard.worried],
    'what-happened': heard.words,
    'child-knows': by.isIn(80) ? 'both' : 'family',
  }
  return { route, typed }
}
