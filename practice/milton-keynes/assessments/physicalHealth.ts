import { assessmentForm } from '../../../src/engine/assessments/index.ts'
import { from } from '../../../src/kernel/period.ts'
import { selfHarm, unmetNeed } from '../pieces/concerns.ts'
import { face } from '../pieces/faces.ts'
import { chosen, comingDay, noOrYes, noted, pastDay, several, told, when } from '../pieces/questions.ts'

/** By a health worker: what keeps the child well, and what somebody should look at. */
export const physicalHealth = assessmentForm({
  id: 'physical-health',
  title: 'Physical health screen',
  summary: 'By a health worker: what keeps the child well, what must be known, and who looks after what.',
  source:
    'Youth Justice Plan 2022/23, paragraphs 57 and 126, on health screening and how it is to be made whole again. The questions are ours, and are no clinical tool.',
  file: 'practice/milton-keynes/assessments/physicalHealth.ts',
  ours: true,
  by: ['health-worker'],
  versions: {
    '2026-1': {
      inForce: from('2026-01-01'),
      sections: {
        well: {
          title: 'What keeps the child well',
          intro: 'The child may leave out whatever they do not want to talk about.',
          fields: {
            agreed: chosen('Has the child agreed to talk about health?', 'Say whether the child has agreed', {
              yes: 'Yes',
              part: { label: 'About some of it', needsReason: 'Say what was left out' },
              no: { label: 'No', needsReason: 'Say what the child was told about coming back' },
            }),
            'who-knows': noted('With whom may it be shared?', {
              hint: 'As the child put it, and what was said about danger.',
            }),
            'keeps-well': told(
              'What does the child do that keeps them well?',
              'Say what keeps the child well',
              {
                hint: 'For example sport, walking, food they like, sleep, people.',
              },
            ),
            feels: face('How does your body feel most days?'),
          },
        },
        doctors: {
          title: 'Doctor, dentist and eyes',
          appliesWhen: { field: 'agreed', is: ['yes', 'part'] },
          fields: {
            doctor: chosen(
              'Is the child registered with a doctor?',
              'Say whether the child is registered with a doctor',
              {
                yes: 'Yes',
                no: { label: 'No', needsReason: 'Say who helps the child to register, and when' },
                'not-known': { label: 'Not known', needsReason: 'Say who will find out' },
              },
            ),
            dentist: chosen(
              'Has the child seen a dentist in the last year?',
              'Say whether the child has seen a dentist',
              {
                yes: 'Yes',
                no: { label: 'No', needsReason: 'Say what is done about it' },
                'not-known': 'Not known',
              },
            ),
            eyes: noOrYes(
              'Is there a worry about eyes or glasses?',
              'Say whether there is a worry about eyes',
              'Say what it is',
            ),
            hearing: noOrYes(
              'Is there a worry about hearing?',
              'Say whether there is a worry about hearing',
              'Say what it is',
            ),
            vaccinations: chosen(
              'Are the vaccinations up to date?',
              'Say whether the vaccinations are up to date',
              {
                yes: 'Yes',
                no: { label: 'No', needsReason: 'Say what is missing, and who arranges it' },
                'not-known': 'Not known',
              },
            ),
          },
        },
        conditions: {
          title: 'Illness, medicine and allergies',
          appliesWhen: { field: 'agreed', is: ['yes', 'part'] },
          fields: {
            conditions: noOrYes(
              'Does the child have an illness or disability?',
              'Say whether the child has an illness or disability',
              'Say what it is, who treats it, and what it changes in daily life',
            ),
            medicine: noOrYes(
              'Does the child take medicine?',
              'Say whether the child takes medicine',
              'Say which, how much, who gives it, and whether it is taken',
            ),
            allergies: chosen(
              'Is the child allergic to something?',
              'Say whether the child is allergic to something',
              {
                no: 'No',
                mild: { label: 'Yes, and it is not dangerous', needsReason: 'Say to what, and what happens' },
                dangerous: {
                  label: 'Yes, and it can be dangerous',
                  hint: 'An alert is raised, for everybody who opens this record.',
                  needsReason: 'Say to what, what happens, and what to do at once',
                  raisesAlert: { kind: 'health', says: 'A dangerous allergy' },
                },
              },
            ),
            emergency: chosen(
              'Is there another condition that needs help at once?',
              'Say whether a condition needs help at once',
              {
                no: 'No',
                yes: {
                  label: 'Yes',
                  hint: 'For example asthma, diabetes or seizures. An alert is raised.',
                  needsReason: 'Say what it is, and what to do at once',
                  raisesAlert: { kind: 'health', says: 'A condition that needs help at once' },
                },
              },
            ),
            'head-injury': noOrYes(
              'Has the child ever been knocked out, or had a bad blow to the head?',
              'Say whether the child has had a blow to the head',
              'Say when, how often, and what has been different since',
            ),
            injuries: noOrYes(
              'Are there other injuries, old or new?',
              'Say whether there are injuries',
              'Say what they are, and what the child says of how they came',
            ),
          },
        },
        daily: {
          title: 'Every day',
          appliesWhen: { field: 'agreed', is: ['yes', 'part'] },
          fields: {
            sleep: face('How do you sleep?'),
            'sleep-more': noted('What is there to say about sleep?', {
              hint: 'When, where, how long, what wakes the child.',
            }),
            food: chosen('Is there enough to eat, every day?', 'Say whether there is enough to eat', {
              yes: 'Yes',
              no: { label: 'Not always', needsReason: 'Say when not, and what is done about it' },
              'not-said': 'The child did not want to say',
            }),
            'food-worry': noted('Is there a worry about eating, weight or growing?'),
            moves: noted('How does the child move: sport, walking, play?'),
            smokes: several('What does the child use?', 'Choose what the child uses, or nothing', {
              nothing: 'Nothing',
              vapes: 'Vapes',
              tobacco: 'Tobacco',
              alcohol: 'Alcohol',
              other: {
                label: 'Something else',
                needsReason: 'Say what. The substance use form has room for more',
              },
              'not-said': 'The child did not want to say',
            }),
            'growing-up': noted(
              'Does the child have questions about growing up, relationships or sexual health?',
              {
                hint: 'Ask as suits the child’s age, and alone.',
              },
            ),
          },
        },
        mind: {
          title: 'Feelings',
          appliesWhen: { field: 'agreed', is: ['yes', 'part'] },
          fields: {
            mood: face('How have you felt in the last two weeks?'),
            'mood-more': noted('What does the child say about it?', { hint: 'In the child’s own words.' }),
            'self-harm': selfHarm,
            'mind-help': chosen(
              'Is somebody helping with feelings and thoughts?',
              'Say whether somebody is helping',
              {
                yes: { label: 'Yes', needsReason: 'Say who, and since when' },
                waiting: {
                  label: 'The child is waiting for help',
                  needsReason: 'Say for what, and since when',
                },
                wanted: { label: 'No, and the child would like it', needsReason: 'Say who asks for it' },
                'not-needed': 'No, and it is not needed',
              },
            ),
          },
        },
        next: {
          title: 'What next',
          fields: {
            'to-do': told(
              'Who looks after what from here?',
              'Say who looks after what, or that nothing is needed',
              {
                hint: 'A line each: what, who, by when.',
              },
            ),
            ...unmetNeed('physical-health'),
            'staff-know': noted('What must a worker know who is no health worker?', {
              hint: 'No more than they need: how to meet the child, and what to do if something happens.',
            }),
            'look-again': comingDay('When should somebody look again?', when('agreed', 'yes', 'part')),
            'last-check': pastDay('When did a doctor or nurse see the child last?', {
              hint: 'Leave it empty if it is not known.',
            }),
          },
        },
      },
    },
  },
})
