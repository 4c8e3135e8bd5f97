import { pathway } from '../../src/engine/pathways/index.ts'
import { contactSteps } from './espContact.ts'
import { decisionSteps } from './espDecision.ts'
import { endingSteps } from './espEnding.ts'
import { workSteps } from './espWork.ts'
import { endings } from './pieces/ending.ts'
import { appointmentEvents, missedAppointment } from './pieces/missedAppointment.ts'
import { fromOtherService } from './pieces/otherService.ts'
import { workEnds } from './pieces/work.ts'

/** Every route sends the same form, and everybody who sends one does so at work. */
const referral = { form: 'esp-referral', byProfessionals: true } as const

/**
 * The prevention side of the Early Support Project: help before anything has come to the police.
 *
 * The plan gives no number of days for screening, triage, first contact, assessment or review, so none has a clock here:
 * a service that has agreed such a length adds it with its source. The one day that is due is the child's own: when the
 * work is meant to end. What the plan does give is how long the work lasts
 * and how long a child is followed afterwards. It gives no ages either: 10 to 17 is whom the service works with.
 */
export const esp = pathway({
  id: 'esp-prevention',
  kind: 'prevention',
  title: 'Early Support Project: prevention',
  summary:
    'Children who may be drawn into crime or exploitation are referred by those who know them. Every child whom the project can help is contacted and offered twelve to twenty-four weeks of help. The child may say no.',
  source:
    'Youth Justice Plan 2022/23, paragraphs 83 and 84 (whom it is for, who refers), 88 to 91 (12 to 24 weeks, opt-out, how a case goes), 93 (exploitation screening), and the prevention data after paragraph 92 (followed for two years)',
  file: 'practice/milton-keynes/esp.ts',

  routesIn: {
    'social-care': { title: 'Children’s social care, including the MASH', ...referral },
    'early-help': { title: 'Children and family practices (early help)', ...referral },
    'missing-exploitation-panel': { title: 'Missing and Exploitation Panel', ...referral },
    'strategic-exploitation-panel': { title: 'Strategic Exploitation Panel', ...referral },
    'youth-risk-meeting': { title: 'Youth Risk Meeting', ...referral },
    'school-or-college': { title: 'School, college or further education', ...referral },
    'alternative-education-panel': { title: 'Alternative Education Panel', ...referral },
    'channel-panel': { title: 'Channel Panel', ...referral },
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
    referred: { title: 'Referred', means: 'Somebody has referred the child. Nobody has looked into it yet.' },
    screened: { title: 'Screened', means: 'The first picture is complete. Triage is due.' },
    'to-contact': { title: 'To be contacted', means: 'We can help. The child has not been contacted yet.' },
    offered: { title: 'Offered', means: 'We wait for the child and the family to answer.' },
    accepted: { title: 'Accepted', means: 'The child has said yes. A worker is to be named.' },
    allocated: { title: 'Allocated', means: 'A worker is named. The assessment is being made.' },
    assessed: { title: 'Assessed', means: 'The plan is being made with the child.' },
    active: { title: 'Active', means: 'The child and the worker are working on the plan.' },
  },

  steps: { ...decisionSteps, ...contactSteps, ...workSteps, ...endingSteps },

  endings: {
    signposted: { title: 'Told of help elsewhere', counts: 'not-suitable' },
    'not-suitable': { title: 'Nothing needed from us', counts: 'not-suitable' },
    ...endings,
    offence: { title: 'Another pathway after an offence', counts: 'stopped' },
  },

  listensTo: appointmentEvents,

  // Once the child and the family have been asked, only with their yes to talking with others.
  tellsReferrerIf: { field: 'sharing', is: ['yes'] },
  asksSharing: 'sharing',

  clocks: [workEnds('plan'), missedAppointment],

  counted: {
    decision: { step: 'triage', field: 'decision', offers: ['suitable'], why: 'why-not' },
    offer: 'offer',
    refusal: { step: 'decline', why: 'why-declined' },
  },
})
