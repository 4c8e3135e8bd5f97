import { arrivalForm } from '../../engine/arrivals/index.ts'
import { end, pathway } from '../../engine/pathways/index.ts'

const workers = ['officer', 'senior', 'manager'] as const
const file = 'src/record/arrivals/thirdPathway.testkit.ts'

/** What an inclusion project might be sent by schools: the form stands in the same file as the pathway. */
const inclusionReferral = arrivalForm({
  id: 'inclusion-referral',
  title: 'Referral to the inclusion project',
  source: 'Invented, for the tests and for docs/adding-a-pathway.md',
  file,
  called: 'referral',
  fields: {
    'sent-on': { kind: 'date', label: 'Sent on', required: 'Enter the day on which it was sent' },
    'pupil-first-name': { kind: 'text', label: 'Pupil’s first name', isName: true },
    'pupil-family-name': {
      kind: 'text',
      label: 'Pupil’s family name',
      required: 'Enter the pupil’s family name',
      isName: true,
    },
    'pupil-born': { kind: 'date', known: true, label: 'Pupil’s date of birth' },
    'pupil-phone': { kind: 'text', label: 'Pupil’s phone' },
    teacher: { kind: 'text', label: 'Teacher', required: 'Enter the teacher’s name', isName: true },
    'teacher-email': { kind: 'email', label: 'Teacher’s e-mail address' },
    'days-missed': { kind: 'number', label: 'Days missed this term', min: 0, max: 80 },
  },
  says: {
    received: 'sent-on',
    'given-name': 'pupil-first-name',
    'family-name': 'pupil-family-name',
    'birth-date': 'pupil-born',
    phone: 'pupil-phone',
    'referrer-name': 'teacher',
    'referrer-email': 'teacher-email',
  },
  example: {
    'sent-on': '2026-11-20',
    'pupil-first-name': 'Imani',
    'pupil-family-name': 'Okafor-Reed',
    teacher: 'Ama Boateng',
    'days-missed': 12,
  },
})

/** A programme that no shipped pack has: one file, with its routes and its form. */
export const inclusion = pathway({
  id: 'inclusion',
  kind: 'prevention',
  title: 'Inclusion project',
  summary: 'Children who may be excluded from school are helped to stay.',
  source: 'Invented, for the tests and for docs/adding-a-pathway.md',
  file,
  routesIn: { 'head-teacher': { title: 'Head teacher', form: 'inclusion-referral', byProfessionals: true } },
  forms: [inclusionReferral],
  ages: { from: 5, to: 16 },
  stages: {
    sent: { title: 'Sent', means: 'A head teacher has sent the child.' },
    working: { title: 'Working', means: 'The child and the school are being helped.' },
  },
  steps: {
    receive: {
      title: 'Record the referral',
      done: 'Referral received',
      from: 'start',
      to: 'sent',
      by: workers,
      fields: { 'days-missed': { kind: 'number', label: 'Days missed this term', min: 0, max: 80 } },
    },
    begin: { title: 'Begin', done: 'Work begun', from: ['sent'], to: 'working', by: workers, fields: {} },
    finish: {
      title: 'Finish',
      done: 'Work finished',
      from: ['working'],
      to: end('kept'),
      by: workers,
      fields: {},
    },
  },
  endings: { kept: { title: 'Kept in school', counts: 'completed' } },
  listensTo: {},
  clocks: [],
})
