import { assessmentForm } from '../../../src/engine/assessments/index.ts'
import { from } from '../../../src/kernel/period.ts'
import { countersigned } from '../pieces/countersigned.ts'
import { knownAlready, knownIntro } from '../pieces/knownAlready.ts'
import { workers } from '../pieces/people.ts'
import { askedOf, firstPicture } from '../pieces/screening.ts'
import { secondLooks } from '../pieces/secondLooks.ts'

const { strengths, worries, communication, exploitation, 'shared-with-hub': sharedWithHub } = firstPicture

/** The first picture of a child, before anything is offered: strengths first, then what must be known at once. */
export const initialScreening = assessmentForm({
  id: 'initial-screening',
  title: 'Initial screening',
  summary: 'The first picture of every child who is sent to us, before anything is offered.',
  source: 'Youth Justice Plan 2022/23, paragraphs 85 to 87, for when it is made. The questions are ours.',
  file: 'practice/milton-keynes/assessments/initialScreening.ts',
  ours: true,
  by: workers,
  countersignedBy: ['senior', 'manager'],
  clocks: [countersigned],
  versions: {
    '2026-1': {
      inForce: from('2026-01-01'),
      secondLooks: secondLooks({ therapist: 'communication' }),
      sections: {
        asked: {
          title: 'Who was asked',
          fields: {
            'asked-of': askedOf,
            'child-said': {
              kind: 'textarea',
              label: 'What does the child say, in the child’s own words?',
              hint: 'If the child was not asked, say why not.',
              required: 'Write what the child says, or why the child was not asked',
              maxLength: 5_000,
            },
          },
        },
        life: {
          title: 'What we know already',
          intro: knownIntro,
          fields: knownAlready,
        },
        picture: {
          title: 'Strengths and worries',
          intro: 'Strengths come first: they are what a plan is built on.',
          fields: { strengths, worries },
        },
        communication: { title: 'Speech, language and communication', fields: { communication } },
        exploitation: {
          title: 'Exploitation',
          fields: {
            exploitation,
            'exploitation-signs': {
              kind: 'textarea',
              label: 'What has been seen or heard?',
              required: 'Say what has been seen or heard',
              appliesWhen: { field: 'exploitation', is: ['vulnerable', 'targeted', 'exploited'] },
              maxLength: 5_000,
            },
            'shared-with-hub': sharedWithHub,
          },
        },
        safety: {
          title: 'Safety now',
          fields: { 'danger-now': firstPicture['danger-now'] },
        },
        next: {
          title: 'What next',
          fields: {
            urgent: {
              kind: 'choice',
              label: 'Is there something that cannot wait for the assessment?',
              required: 'Say whether something cannot wait',
              options: [
                { value: 'no', label: 'No' },
                { value: 'yes', label: 'Yes', needsReason: 'Say what, and who does it by when' },
              ],
            },
          },
        },
      },
    },
  },
})
