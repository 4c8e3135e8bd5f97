import { clock, workingDays } from '../../src/engine/clocks/index.ts'
import { pathway } from '../../src/engine/pathways/index.ts'
import { always } from '../../src/kernel/period.ts'
import { decisionSteps } from './outOfCourtDecision.ts'
import { workSteps } from './outOfCourtWork.ts'
import { endings } from './pieces/ending.ts'
import { appointmentEvents, missedAppointment } from './pieces/missedAppointment.ts'

const guidance2014 =
  'Ministry of Justice and Youth Justice Board, Use of out of court disposals, section 1: case management guidance (2014): assess within 10 working days, conclude and inform the police within 15 working days from bail'

/** A child whom the police may deal with out of court: the panel decides with them what follows. */
export const outOfCourt = pathway({
  id: 'out-of-court',
  kind: 'out-of-court',
  title: 'Out-of-court decision',
  summary:
    'The police’s youth justice unit sends every child whom they may deal with out of court. The child is screened, after a grave offence fully assessed, whoever was harmed is heard, and the joint decision-making panel decides.',
  source:
    'Youth Justice Plan 2022/23: joint decision-making panel; full assessment after serious violence, sexual and weapon offences',
  file: 'practice/milton-keynes/outOfCourt.ts',

  routesIn: {
    'police-youth-justice-unit': {
      title: 'Police youth justice unit: for a decision out of court',
      form: 'out-of-court-referral',
      byProfessionals: true,
    },
  },
  ages: { from: 10, to: 17 },
  followUp: {
    years: 2,
    after: ['end', 'nothing-follows'],
    proofMonths: 6,
    source:
      'As for diversion (Youth Justice Plan 2022/23, the data after paragraph 92: offending “is monitored for 2 years”). For this pathway the plan gives no time of its own.',
    unverified: true,
  },

  stages: {
    referred: { title: 'Referred', means: 'The police have sent the child. The screening is due.' },
    'referred-grave': {
      title: 'Referred: full assessment',
      means: 'The police have sent the child after a grave offence. Screening and full assessment are due.',
    },
    'to-assess': {
      title: 'To be assessed',
      means: 'Screened. The full assessment is due before the decision.',
    },
    assessed: { title: 'Assessed', means: 'The picture is complete. Whoever was harmed is to be heard.' },
    ready: { title: 'Ready for the panel', means: 'Everything is there for the decision.' },
    decided: { title: 'Decided', means: 'The panel has decided. The child and the family are to be told.' },
    agreed: { title: 'Told', means: 'The child and the family know. What follows is to be agreed.' },
    active: { title: 'Active', means: 'The child does what was agreed.' },
  },

  steps: { ...decisionSteps, ...workSteps },

  endings: {
    'no-further-action': { title: 'No further action', counts: 'not-suitable' },
    'other-agency': { title: 'Another body or agency acts', counts: 'not-suitable' },
    charged: { title: 'Charged', counts: 'not-suitable' },
    'back-to-police': { title: 'Not kept: back to the police', counts: 'stopped' },
    'taken-back': { title: 'Taken back by the police', counts: 'not-suitable' },
    completed: endings.completed,
    'completed-in-part': endings['completed-in-part'],
    'moved-away': endings['moved-away'],
    'other-service': endings['other-service'],
    'recorded-in-error': endings['recorded-in-error'],
  },

  listensTo: appointmentEvents,

  points: [
    { title: 'Referral', steps: ['receive'] },
    { title: 'Screening', steps: ['screen', 'screen-grave'] },
    { title: 'Decision', steps: ['decide-outcome'] },
    { title: 'Child told', steps: ['tell-child'] },
  ],

  conditions: {
    whileIn: ['agreed', 'active'],
    tells: { step: 'inform-police', field: 'told' },
    completes: 'end',
  },

  clocks: [
    clock('assessment', {
      title: 'Screened, and assessed where the offence is a grave one',
      from: 'receive',
      to: ['screen', 'assess'],
      within: workingDays(10),
      policy: 'service',
      source: `The service’s own policy, after ${guidance2014}. Counted from the referral.`,
      inForce: always,
      unverified: true,
    }),
    clock('police-informed', {
      title: 'Police told what was decided',
      from: 'receive',
      to: 'inform-police',
      within: workingDays(15),
      countedFrom: 'bail-date',
      policy: 'service',
      source: `The service’s own policy, after ${guidance2014}. Counted from the day of the bail, once that is recorded.`,
      inForce: always,
      unverified: true,
    }),
    clock('conditions-end', {
      title: 'What was agreed is done, or the police are told',
      from: 'begin-conditions',
      to: ['end', 'not-kept'],
      dueOn: 'conditions-until',
      policy: 'service',
      source:
        'The last day that was agreed with the child, by the service’s own limit for the outcome. No limit was read at a source.',
      inForce: always,
      unverified: true,
    }),
    missedAppointment,
  ],
})
