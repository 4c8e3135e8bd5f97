import { assessmentForm } from '../../../src/engine/assessments/index.ts'
import { from } from '../../../src/kernel/period.ts'
import { childAgrees, ifThings, selfHarm, thoseHarmed, unmetNeed } from '../pieces/concerns.ts'
import { countersigned } from '../pieces/countersigned.ts'
import { face } from '../pieces/faces.ts'
import { reoffending, safetyWellbeing, seriousHarm } from '../pieces/judgements.ts'
import { seniors, workers } from '../pieces/people.ts'
import { chosen, comingDay, noted, several, told, when } from '../pieces/questions.ts'
import { askedOf, firstPicture } from '../pieces/screening.ts'
import { secondLooks } from '../pieces/secondLooks.ts'

/** At the day that was set, or when something has happened: what has grown, what has changed, and whether the plan still fits. */
export const review = assessmentForm({
  id: 'review',
  title: 'Review',
  summary:
    'What has gone well, what has changed, whether everybody is safe, and whether the plan still fits.',
  source:
    'Youth Justice Plan 2022/23, paragraph 26, on reviewing plans with children and parents; the three judgements as on the lines of AssetPlus. The questions are ours.',
  file: 'practice/milton-keynes/assessments/review.ts',
  ours: true,
  by: workers,
  countersignedBy: seniors,
  clocks: [countersigned],
  versions: {
    '2026-1': {
      inForce: from('2026-01-01'),
      secondLooks: secondLooks({
        partners: 'strengths',
        harmed: 'others-safe',
        'risk-to-others': 'judgements',
        'after-event': 'plan',
        'against-record': 'changed',
        contingencies: 'plan',
      }),
      sections: {
        strengths: {
          title: 'What has gone well',
          intro: 'Strengths come first. What was answered last time stands beside each question.',
          fields: {
            strengths: firstPicture.strengths,
            achieved: told(
              'What has the child achieved since last time?',
              'Say what the child has achieved',
              {
                hint: 'Small things count: coming, calling, saying no, saying sorry.',
              },
            ),
            'what-helped': told('What has helped?', 'Say what has helped, so that it can go on'),
            'goals-feel': face('How are your goals going?', { hint: 'Asked of the child.' }),
            'goals-way': {
              kind: 'scale',
              label: 'How far have you come on the way to your goals?',
              hint: 'Asked of the child. Leave it out if they do not want to say.',
              from: 0,
              to: 10,
              low: 'not begun',
              high: 'all the way',
            },
            'child-says': told('What does the child say about the work?', 'Write what the child says', {
              hint: 'In the child’s own words: what to keep, what to stop, what to try.',
            }),
            'parent-says': noted('What does a parent or carer say?'),
            'asked-of': askedOf,
          },
        },
        changed: {
          title: 'What has changed',
          fields: {
            why: chosen('Why is this review made?', 'Choose why this review is made', {
              planned: 'It was planned',
              event: 'Something has happened',
              asked: 'The child, the family or another service asked for it',
              transfer: 'The case moves to another worker or service',
            }),
            events: several(
              'What has happened since last time?',
              'Choose what has happened, or nothing of these',
              {
                nothing: 'Nothing of these',
                arrest: 'Arrest, or an interview by the police',
                offence: 'A new offence, or a charge',
                missing: 'Missing',
                exploited: 'A sign of exploitation',
                harmed: 'The child was harmed, or was a victim',
                moved: 'Moved home',
                care: 'A change in what social care does',
                excluded: 'Suspended, excluded or moved school',
                'new-place': 'A new school, course or job',
                loss: 'Loss of somebody',
                health: 'A change in health',
                court: 'A court date or decision',
                other: { label: 'Something else', needsReason: 'Say what it was' },
              },
            ),
            'events-mean': told('What does it mean for the child, and for others?', 'Say what it means', {
              hint: 'What has become better, what worse. What partners have told us, and when.',
            }),
          },
        },
        'child-safe': {
          title: 'Is the child safe and well?',
          fields: {
            'keeps-safe': told(
              'What keeps the child safe and well now?',
              'Say what keeps the child safe and well',
            ),
            exploitation: firstPicture.exploitation,
            'shared-with-hub': firstPicture['shared-with-hub'],
            'self-harm': selfHarm,
            'danger-now': firstPicture['danger-now'],
          },
        },
        'others-safe': {
          title: 'Are others safe?',
          fields: {
            'others-safe': told('What keeps other people safe now?', 'Say what keeps other people safe'),
            ...thoseHarmed,
          },
        },
        judgements: {
          title: 'Judgements',
          intro: 'Judge afresh, then look at the last judgement. Say in the reasons what has changed it.',
          fields: { ...reoffending, ...seriousHarm, ...safetyWellbeing },
        },
        plan: {
          title: 'The plan',
          fields: {
            'plan-fits': chosen('Does the plan still fit?', 'Say whether the plan still fits', {
              yes: 'Yes',
              change: 'It has to change',
              end: { label: 'It is done', needsReason: 'Say what is left for others to do' },
            }),
            'plan-changes': told(
              'What changes in the plan, and why?',
              'Say what changes in the plan, and why',
              {
                hint: 'Goals, who does what, how often we meet, what the child needs to take part.',
                ...when('plan-fits', 'change'),
              },
            ),
            'if-things': ifThings,
            ...unmetNeed('other'),
            'review-next': comingDay('When is the next review?', when('plan-fits', 'yes', 'change')),
            ...childAgrees,
          },
        },
      },
    },
  },
})
