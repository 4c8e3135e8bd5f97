import { assessmentForm } from '../../../src/engine/assessments/index.ts'
import { from } from '../../../src/kernel/period.ts'
import { exitServices } from '../../england-wales/codes/exitServices.ts'
import { childAgrees, ifThings, thoseHarmed, unmetNeed } from '../pieces/concerns.ts'
import { countersigned } from '../pieces/countersigned.ts'
import { face } from '../pieces/faces.ts'
import { seniors, workers } from '../pieces/people.ts'
import { chosen, noted, several, told, when } from '../pieces/questions.ts'
import { firstPicture } from '../pieces/screening.ts'
import { secondLooks } from '../pieces/secondLooks.ts'

const exits = Object.fromEntries(exitServices.entries.map(({ code, label }) => [code, label]))

/** At the end of the work: what worked, how safe and well the child is, and who helps from here. */
export const closing = assessmentForm({
  id: 'closing',
  title: 'Closing',
  summary:
    'At the end of the work: what worked, how safe and well the child is now, and who helps from here.',
  source:
    'The exit plan of the national prevention and diversion assessment as it is described in public: what was done, what worked, safety and wellbeing now; its form was not read. The questions are ours.',
  file: 'practice/milton-keynes/assessments/closing.ts',
  ours: true,
  by: workers,
  countersignedBy: seniors,
  clocks: [countersigned],
  versions: {
    '2026-1': {
      inForce: from('2026-01-01'),
      secondLooks: secondLooks({ harmed: 'now', contingencies: 'exit' }),
      sections: {
        worked: {
          title: 'What worked',
          fields: {
            strengths: firstPicture.strengths,
            achieved: told('What has the child achieved?', 'Say what the child has achieved', {
              hint: 'Against the goals of the plan, and anything else to be proud of.',
            }),
            worked: told('What was done, and what of it worked?', 'Say what was done, and what worked'),
            'did-not-work': noted('What did not work, and what would we do otherwise?'),
            'child-feels': face('How are things for you now?', {
              hint: 'Asked of the child.',
            }),
            'child-says': told(
              'What does the child say about the work?',
              'Write what the child says, or that they did not want to say',
              { hint: 'In the child’s own words.' },
            ),
            'parent-feels': face('How are things at home now?', { hint: 'Asked of a parent or carer.' }),
            'parent-says': noted('What does a parent or carer say about the work?'),
          },
        },
        now: {
          title: 'Safety and wellbeing now',
          fields: {
            'safe-now': told(
              'How safe and well is the child now?',
              'Say how safe and well the child is now',
              {
                hint: 'What keeps them so first. Then what is left to worry about.',
              },
            ),
            exploitation: firstPicture.exploitation,
            'shared-with-hub': firstPicture['shared-with-hub'],
            'danger-now': firstPicture['danger-now'],
            'others-safe': told(
              'What keeps other people safe from here?',
              'Say what keeps other people safe',
            ),
            ...thoseHarmed,
            'harmed-told': chosen(
              'Have those who were harmed been told that the work ends?',
              'Say whether those who were harmed have been told',
              {
                yes: 'Yes',
                'not-wanted': 'They did not want to be told',
                no: { label: 'No', needsReason: 'Say who tells them, and when' },
              },
              when('harmed', 'yes'),
            ),
          },
        },
        exit: {
          title: 'Who helps from here',
          intro: 'The exit plan. It is the child’s too: they should have it in words that they can keep.',
          fields: {
            'helped-by': chosen(
              'Does somebody help the child from here?',
              'Say whether somebody helps the child from here',
              {
                yes: 'Yes',
                no: {
                  label: 'Nobody needs to',
                  needsReason: 'Say why nobody needs to, and what the child thinks',
                },
              },
            ),
            'exit-services': several('Who?', 'Choose who helps from here', exits, when('helped-by', 'yes')),
            'exit-who': told('Who does what, and do they know?', 'Say who does what, and whether they know', {
              hint: 'A line each: a person, what they do, when they first meet the child.',
              ...when('helped-by', 'yes'),
            }),
            'exit-met': chosen(
              'Has the child met them?',
              'Say whether the child has met them',
              {
                yes: 'Yes',
                some: { label: 'Some of them', needsReason: 'Say whom not yet, and when they will' },
                no: { label: 'No', needsReason: 'Say when they will meet, and who comes along' },
              },
              when('helped-by', 'yes'),
            ),
            'child-plan': told(
              'What does the child do when things get hard?',
              'Write what the child does, and whom they turn to',
              {
                hint: 'In the child’s own words.',
              },
            ),
            'if-things': ifThings,
            'come-back': noted('How can the child or the family come back to us?'),
            ...unmetNeed('other'),
          },
        },
        end: {
          title: 'The last meeting',
          fields: {
            'said-goodbye': told(
              'How was the end marked with the child?',
              'Say how the end was marked, or why it was not',
            ),
            feedback: chosen(
              'Was the child asked for feedback, by somebody who did not work with them?',
              'Say whether the child was asked for feedback',
              {
                yes: 'Yes',
                'to-be': { label: 'Not yet', needsReason: 'Say who asks, and when' },
                no: { label: 'No', needsReason: 'Say why not' },
              },
              { hint: 'The feedback form has a page of its own: nobody has to answer it.' },
            ),
            'told-others': several('Who has been told that the work ends?', 'Choose who has been told', {
              parent: 'A parent or carer',
              referrer: 'Whoever sent the child',
              school: 'School or college',
              'social-care': 'Children’s social care',
              health: 'Health',
              police: 'Police',
              nobody: { label: 'Nobody else', needsReason: 'Say why nobody was told' },
            }),
            ...childAgrees,
          },
        },
      },
    },
  },
})
