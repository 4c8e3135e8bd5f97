import { clock, workingDays } from '../../src/engine/clocks/index.ts'
import { pathway } from '../../src/engine/pathways/index.ts'
import { always } from '../../src/kernel/period.ts'
import { contactSteps } from './diversionContact.ts'
import { decisionSteps } from './diversionDecision.ts'
import { endingSteps } from './diversionEnding.ts'
import { workSteps } from './diversionWork.ts'
import { endings } from './pieces/ending.ts'
import { appointmentEvents, missedAppointment } from './pieces/missedAppointment.ts'
import { fromOtherService } from './pieces/otherService.ts'
import { workEnds } from './pieces/work.ts'

const file = 'practice/milton-keynes/diversion.ts'
const guidance2014 =
  'Ministry of Justice and Youth Justice Board, Use of out of court disposals, section 1: case management guidance (2014): assess within 10 working days, conclude and inform the police within 15 working days from bail'

/** A child who was given a community resolution: help is offered, and it is the child’s choice to take it. */
export const diversion = pathway({
  id: 'diversion',
  kind: 'diversion',
  title: 'Diversion after a community resolution',
  summary:
    'The police tell the service of every child given a community resolution. The child is screened and, where help would do good, offered twelve to twenty-four weeks of it. Taking it is voluntary.',
  source: 'Youth Justice Plan 2022/23, paragraphs 85 and 88 to 91',
  file,

  routesIn: {
    'police-notification': {
      title: 'Police notification of a community resolution',
      form: 'yot1',
      accepts: { outcome: ['8'] },
      byProfessionals: true,
    },
    ...fromOtherService,
  },
  ages: { from: 10, to: 17 },
  lasts: { fromWeeks: 12, toWeeks: 24 },
  followUp: {
    years: 2,
    after: ['end'],
    proofMonths: 6,
    source:
      'Youth Justice Plan 2022/23, the data after paragraph 92: offending “is monitored for 2 years following their engagement”. The plan gives no time for the proof; six months are those of the Ministry of Justice’s statistics of proven reoffending.',
    unverified: true,
  },

  stages: {
    notified: { title: 'Notified', means: 'The police have told us. Nobody has looked into it yet.' },
    screened: { title: 'Screened', means: 'The first picture is complete. A decision is due.' },
    decided: { title: 'To be offered', means: 'Help would do good. It has not been offered yet.' },
    offered: { title: 'Offered', means: 'We wait for the child and the family to answer.' },
    accepted: { title: 'Accepted', means: 'The child has said yes. A worker is to be named.' },
    allocated: { title: 'Allocated', means: 'A worker is named. Assessment and plan are being made.' },
    active: { title: 'Active', means: 'The child and the worker are working on the plan.' },
  },

  steps: { ...decisionSteps, ...contactSteps, ...workSteps, ...endingSteps },

  endings: {
    'not-suitable': { title: 'Not suitable', counts: 'not-suitable' },
    ...endings,
    'further-offence': { title: 'Another pathway after a further offence', counts: 'stopped' },
  },

  listensTo: appointmentEvents,

  asksSharing: 'sharing',

  counted: {
    decision: { step: 'decide', field: 'decision', offers: ['suitable'], why: 'why-not' },
    offer: 'offer',
    refusal: { step: 'decline', why: 'why-declined' },
  },

  clocks: [
    clock('screening', {
      title: 'Screening and assessment of suitability',
      from: 'receive',
      to: 'screen',
      within: workingDays(10),
      policy: 'service',
      source: `The service’s own policy, after ${guidance2014}. Counted here from the notification.`,
      inForce: always,
      unverified: true,
    }),
    clock('police-informed', {
      title: 'Police told what was decided',
      from: 'receive',
      to: 'inform-police',
      within: workingDays(15),
      policy: 'service',
      source: `The service’s own policy, after ${guidance2014}. A community resolution has no bail date, so it is counted from the notification.`,
      inForce: always,
      unverified: true,
    }),
    workEnds('start'),
    missedAppointment,
  ],
})
