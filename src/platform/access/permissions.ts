import { type Role, roles } from './roles.ts'

/**
 * How far a permission reaches: to every case of the service that is not restricted, or only to the cases that the
 * person has a part in. A role that is not named has nothing.
 */
export type Reach = 'all' | 'related'

type Grants = Partial<Record<Role, Reach>>

const everyone = {
  officer: 'all',
  senior: 'all',
  manager: 'all',
  'business-support': 'all',
  'police-officer': 'all',
  'health-worker': 'all',
  'speech-therapist': 'all',
  'victim-worker': 'all',
  'participation-worker': 'all',
  'volunteer-coordinator': 'all',
  analyst: 'all',
  'board-member': 'all',
  inspector: 'all',
  administrator: 'all',
} as const satisfies Record<Role, Reach>

const caseStaff = { officer: 'all', senior: 'all', manager: 'all' } as const satisfies Grants
const colleagues = {
  ...caseStaff,
  'health-worker': 'related',
  'speech-therapist': 'related',
} as const satisfies Grants

/**
 * Who may do what. The one place where access is decided; what is not here is refused. Restricted cases, conflicts of
 * interest and other services are taken away from every role by the database on top of this.
 */
const grants = {
  'account.own': everyone,
  'arrivals.work': { ...caseStaff, 'business-support': 'all', 'police-officer': 'all' },
  'children.search': { ...colleagues, 'business-support': 'all', 'police-officer': 'all', inspector: 'all' },
  'child.see': {
    ...colleagues,
    'business-support': 'all',
    'police-officer': 'all',
    'victim-worker': 'related',
    inspector: 'all',
  },
  // Disability, and what was shared about health: special category data that not everybody who sees the child needs.
  'health.see': { ...colleagues, inspector: 'all' },
  'child.edit': { ...caseStaff, 'business-support': 'all' },
  'child.merge': { senior: 'all', manager: 'all' },
  'child.history': { ...caseStaff, inspector: 'all' },
  'child.restrict': { manager: 'all' },
  'child.conflict': { senior: 'all', manager: 'all' },
  // Whoever sees only the children in whose cases they have a part opens no others in an emergency either.
  'glass.break': { ...colleagues, 'police-officer': 'all' },
  'glass.review': { manager: 'all' },
  'contacts.see': { ...colleagues, 'business-support': 'all', inspector: 'all' },
  'contacts.record': { ...colleagues, 'business-support': 'all' },
  // With whom an appointment is: business support books it, and does not work with the child.
  'child.meet': colleagues,
  // Whoever runs a group moves and calls off what stands in the records of all the children in it.
  'groups.run': { ...caseStaff, 'business-support': 'all' },
  'places.manage': { senior: 'all', manager: 'all', 'business-support': 'all' },
  'sharing.record': { ...colleagues, 'business-support': 'all' },
  'notes.see': { ...colleagues, inspector: 'all' },
  'notes.write': colleagues,
  // What stands in a sensitive note is for those who work with the child and those who answer for the work. The database
  // asks for the same roles (sees_sensitive), and shows it to whoever wrote it too.
  'notes.sensitive': {
    officer: 'related',
    senior: 'all',
    manager: 'all',
    'health-worker': 'related',
    'speech-therapist': 'related',
  },
  // What stands in them is as near to the child as a note. What each form lets write, its definition narrows further.
  'assessments.see': { ...colleagues, inspector: 'all' },
  'assessments.write': colleagues,
  'assessments.countersign': { senior: 'all', manager: 'all' },
  // The plan is as near to the child as an assessment.
  'plans.see': { ...colleagues, inspector: 'all' },
  'plans.write': colleagues,
  // A page of their own shows a child or a parent what a colleague has chosen: for those who write the plan.
  'ownPages.make': colleagues,
  'plans.countersign': { senior: 'all', manager: 'all' },
  // Behind the wall: those who work with whoever was harmed, and those who answer for it. The database asks for the same roles.
  'victims.see': { 'victim-worker': 'all', manager: 'all', inspector: 'all' },
  'victims.work': { 'victim-worker': 'all', manager: 'all' },
  'victims.pass': {
    ...caseStaff,
    'business-support': 'all',
    'police-officer': 'all',
    'victim-worker': 'related',
  },
  // What happened in the child's life that asks for a review: whoever hears of it writes it down.
  'events.see': {
    ...colleagues,
    'business-support': 'all',
    'police-officer': 'all',
    inspector: 'all',
  },
  'events.record': { ...colleagues, 'business-support': 'all', 'police-officer': 'all' },
  // Files with a note are for whoever may read the note too. Letters that arrive on paper are scanned by business support.
  'files.see': { ...colleagues, 'business-support': 'all', inspector: 'all' },
  'files.add': { ...colleagues, 'business-support': 'all' },
  // Each document also asks for what it is made from: business support writes letters, and no report.
  'documents.see': { ...colleagues, 'business-support': 'all', inspector: 'all' },
  'documents.write': { ...colleagues, 'business-support': 'all' },
  'case.move': { ...colleagues, 'business-support': 'all', 'police-officer': 'all' },
  'followUp.see': { ...caseStaff, 'business-support': 'all', 'police-officer': 'all', inspector: 'all' },
  // Whoever can ask the police or another service writes down what came of it; what it means, a senior says.
  'followUp.check': { ...caseStaff, 'business-support': 'all', 'police-officer': 'all' },
  'followUp.judge': { senior: 'all', manager: 'all' },
  'feedback.see': { ...colleagues, inspector: 'all' },
  // Counts, with small numbers hidden; the words behind them, without names, for those who answer for the work.
  'feedback.summary': {
    senior: 'all',
    manager: 'all',
    'participation-worker': 'all',
    'board-member': 'all',
    inspector: 'all',
  },
  'feedback.words': { senior: 'all', manager: 'all', 'participation-worker': 'all', inspector: 'all' },
  'feedback.theme': { senior: 'all', manager: 'all', 'participation-worker': 'all' },
  // Somebody who had no part in the work asks how it was, and sees of the child only what that needs.
  'feedback.ask': { 'participation-worker': 'all' },
  // Whose words they are, where somebody may not be safe: for those who answer for the work and may open every record.
  'feedback.whose': { senior: 'all', manager: 'all' },
  'feedback.record': { ...colleagues, 'business-support': 'all' },
  // A package leaves the program with everything that was chosen; whoever takes one in sees all that is in it.
  'transfer.make': { senior: 'all', manager: 'all' },
  'transfer.take': { senior: 'all', manager: 'all', 'business-support': 'all' },
  // The standing meetings: each shows what is on it only to those who sit in it, keep it or bring something to it.
  'forums.see': {
    ...caseStaff,
    'business-support': 'all',
    'police-officer': 'all',
    'health-worker': 'all',
    'speech-therapist': 'all',
    'victim-worker': 'all',
    'participation-worker': 'all',
    'volunteer-coordinator': 'all',
    analyst: 'all',
    'board-member': 'all',
    inspector: 'all',
  },
  // What was decided about a child, beside the child's record, and bringing the child to a meeting.
  'forums.ofChild': { ...colleagues, 'business-support': 'all', 'police-officer': 'all', inspector: 'all' },
  'forums.bring': { ...colleagues, 'police-officer': 'all' },
  'case.allocate': { senior: 'all', manager: 'all' },
  // An export leaves the program, and what is in it is in nobody's hands but the person's.
  'lists.export': { senior: 'all', manager: 'all', administrator: 'all' },
  'figures.see': { senior: 'all', manager: 'all' },
  'deadlines.see': {
    ...colleagues,
    'business-support': 'all',
    'police-officer': 'all',
    analyst: 'all',
    inspector: 'all',
  },
  'deadlines.set': { manager: 'all' },
  'team.see': { senior: 'all', manager: 'all' },
  // Whoever can have a part in a case says of themselves when they work and what they bring.
  'profile.own': {
    ...caseStaff,
    'health-worker': 'all',
    'speech-therapist': 'all',
    'victim-worker': 'all',
    'business-support': 'all',
    'police-officer': 'all',
  },
  // Everybody may own an action, sees those that are theirs and writes how they go.
  'actions.own': everyone,
  // The register whole: for those who answer for the work, those who keep it, and those who look at it from outside. Who may not see
  // a child sees no action about them.
  'actions.see': {
    senior: 'all',
    manager: 'all',
    'business-support': 'all',
    'board-member': 'all',
    inspector: 'all',
  },
  'actions.keep': { senior: 'all', manager: 'all', 'business-support': 'all' },
  // Whether what was done is enough, somebody else says than did it.
  'actions.check': { senior: 'all', manager: 'all', 'board-member': 'all' },
  'accounts.manage': { administrator: 'all' },
  'keys.manage': { administrator: 'all' },
  'messages.read': { administrator: 'all' },
  'jobs.see': { administrator: 'all' },
  // Who took which list out of the program: for those who answer for it, and for whoever looks after the accounts.
  'exports.see': { manager: 'all', administrator: 'all' },
  'audit.verify': { manager: 'all', administrator: 'all' },
} as const satisfies Record<string, Grants>

export type Permission = keyof typeof grants

/** How far a permission reaches for somebody with these roles; undefined: not at all. */
export function reachOf(permission: Permission, held: readonly Role[]): Reach | undefined {
  const table: Grants = grants[permission]
  const reaches = held.map(role => table[role])
  return reaches.includes('all') ? 'all' : reaches.includes('related') ? 'related' : undefined
}

/** Whether somebody with these roles may do a thing to a case in which they have a part, or have none. */
export function may(permission: Permission, held: readonly Role[], isRelated: boolean): boolean {
  const reach = reachOf(permission, held)
  return reach === 'all' || (reach === 'related' && isRelated)
}

/** The roles that have a permission at all, be it only where they have a part in the case. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter(role => reachOf(permission, [role]) !== undefined)
}
