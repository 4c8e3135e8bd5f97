import { assessmentForm } from '../../../src/engine/assessments/index.ts'
import { from } from '../../../src/kernel/period.ts'
import { unmetNeed } from '../pieces/concerns.ts'
import { face } from '../pieces/faces.ts'
import { workers } from '../pieces/people.ts'
import { chosen, noOrYes, noted, several, told, when } from '../pieces/questions.ts'

/** Alcohol, drugs and vapes: what helps the child to do without, then what is used and what it does. */
export const substanceUse = assessmentForm({
  id: 'substance-use',
  title: 'Substance use',
  summary:
    'Alcohol, drugs and vapes: what helps the child, what is used, what it does, and what the child wants.',
  source:
    'Youth Justice Plan 2022/23, paragraph 57, on the joint work with the Young People’s Drug and Alcohol Service. The questions are ours, and are no clinical tool.',
  file: 'practice/milton-keynes/assessments/substanceUse.ts',
  ours: true,
  by: workers,
  versions: {
    '2026-1': {
      inForce: from('2026-01-01'),
      sections: {
        strengths: {
          title: 'What helps the child',
          intro: 'Ask without shock and without praise. A child who trusts you tells you more.',
          fields: {
            'feels-good': told(
              'What makes the child feel good without using anything?',
              'Say what makes the child feel good',
            ),
            'says-no': noted('When does the child manage to say no, and how?'),
            'clean-people': noted('Who would be glad if the child used less, or nothing?'),
            used: chosen(
              'Has the child used alcohol, drugs or vapes?',
              'Say whether the child has used something',
              {
                never: 'Never',
                past: { label: 'Yes, but no longer', needsReason: 'Say since when, and what helped' },
                now: 'Yes',
                'not-said': {
                  label: 'The child did not want to say',
                  needsReason: 'Say what others have seen, if anything',
                },
              },
            ),
          },
        },
        use: {
          title: 'What is used',
          appliesWhen: { field: 'used', is: ['now'] },
          fields: {
            substances: several('What?', 'Choose everything that the child uses', {
              alcohol: 'Alcohol',
              vapes: 'Vapes',
              tobacco: 'Tobacco',
              cannabis: 'Cannabis',
              'laughing-gas': 'Laughing gas',
              solvents: 'Gas, glue or aerosols',
              cocaine: 'Cocaine',
              ecstasy: 'Ecstasy (MDMA)',
              ketamine: 'Ketamine',
              spice: 'Spice and the like',
              pills: 'Pills that were prescribed to nobody, or to somebody else',
              heroin: 'Heroin or other opiates',
              other: { label: 'Something else', needsReason: 'Say what it is' },
              unsure: {
                label: 'The child is not sure what it is',
                needsReason: 'Say what the child says about it',
              },
            }),
            'how-often': chosen('How often?', 'Choose how often', {
              once: 'Once or twice so far',
              monthly: 'Some days in a month',
              weekly: 'Some days in a week',
              daily: 'Every day, or almost',
            }),
            'how-much': told('How much, how, and since when?', 'Say how much, how, and since when'),
            'where-with': told('Where, and with whom?', 'Say where and with whom', {
              hint: 'No full names of other children.',
            }),
            why: told('What does it do for the child?', 'Write what the child says it does for them', {
              hint: 'For example to sleep, to forget, to belong, to have fun. In the child’s own words.',
            }),
          },
        },
        harm: {
          title: 'What it does',
          appliesWhen: { field: 'used', is: ['now'] },
          fields: {
            'life-effect': several('What has it made harder?', 'Choose what it has made harder, or nothing', {
              nothing: 'Nothing, says the child',
              sleep: 'Sleep',
              mood: 'Mood',
              health: 'Health',
              school: 'School, college or work',
              family: 'Family',
              friends: 'Friends',
              money: 'Money',
              trouble: 'Trouble with the police',
            }),
            pays: told('How is it paid for?', 'Say how it is paid for', {
              hint: 'Debts, and things done for others, may be signs of exploitation.',
            }),
            owes: noOrYes(
              'Does the child owe somebody for it, or do something in return?',
              'Say whether the child owes somebody',
              'Say what is known. Fill in the exploitation screening tool, too',
            ),
            'risk-now': chosen(
              'Could it put the child’s life at risk now?',
              'Say whether it could put the child’s life at risk',
              {
                no: 'No',
                yes: {
                  label: 'Yes',
                  hint: 'For example mixing, using alone, injecting, passing out. An alert is raised.',
                  needsReason: 'Say what the risk is, what was said to the child, and who was told',
                  raisesAlert: { kind: 'health', says: 'Substance use may put the child’s life at risk' },
                },
              },
            ),
            'offence-link': noted('What has it to do with what the child has done?'),
          },
        },
        others: {
          title: 'Around the child',
          fields: {
            'home-use': chosen(
              'Does somebody at home drink or use drugs so that it hurts the child?',
              'Say whether somebody at home does',
              {
                no: 'No',
                yes: { label: 'Yes', needsReason: 'Say what it means for the child, and who knows' },
                'not-known': 'Not known',
              },
            ),
            'parent-view': noted('What does a parent or carer say about it?', {
              hint: 'Only if the child agrees that they are asked.',
            }),
            knows: told(
              'What does the child know about staying safe?',
              'Say what the child knows, and what was explained',
            ),
          },
        },
        wishes: {
          title: 'What the child wants',
          fields: {
            'feel-about': face('How do you feel about alcohol, drugs or vapes in your life?'),
            'wants-change': chosen(
              'What does the child want to do?',
              'Choose what the child wants to do',
              {
                stop: 'Stop',
                less: 'Use less',
                safer: 'Stay as it is, but safer',
                nothing: 'Change nothing',
                unsure: 'Not sure',
              },
              when('used', 'now'),
            ),
            'drug-service': chosen(
              'Is the child going to the young people’s drug and alcohol service?',
              'Say about the drug and alcohol service',
              {
                'not-needed': 'It is not needed',
                referred: { label: 'The child has been referred', needsReason: 'Say when, and what for' },
                already: {
                  label: 'They work with the child already',
                  needsReason: 'Say who, and since when',
                },
                waiting: { label: 'The child is waiting', needsReason: 'Say since when' },
                declined: {
                  label: 'The child does not want to',
                  needsReason: 'Say what the child says, and when to ask again',
                },
              },
            ),
            'substance-next': told(
              'What happens next about it?',
              'Say what happens next, or that nothing is needed',
              {
                hint: 'A line each: what, who, by when.',
              },
            ),
            ...unmetNeed('substance-use'),
          },
        },
      },
    },
  },
})
