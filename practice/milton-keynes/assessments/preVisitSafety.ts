import { assessmentForm } from '../../../src/engine/assessments/index.ts'
import { from } from '../../../src/kernel/period.ts'
import { beforeContact } from '../pieces/beforeContact.ts'
import { workers } from '../pieces/people.ts'
import { chosen, comingDay, noOrYes, noted, several, told, when } from '../pieces/questions.ts'

/** Before the first visit, and when something has changed: what makes it go well, and what could go wrong. */
export const preVisitSafety = assessmentForm({
  id: 'pre-visit-safety',
  title: 'Safety before a visit',
  summary:
    'Before somebody goes to see the child at home or elsewhere: how it goes well, and what could go wrong.',
  source:
    'The service’s own, and unverified: no document of the practice that was read lays down how a visit is prepared. The questions are ours.',
  file: 'practice/milton-keynes/assessments/preVisitSafety.ts',
  ours: true,
  by: workers,
  versions: {
    '2026-1': {
      inForce: from('2026-01-01'),
      sections: {
        well: {
          title: 'How it goes well',
          fields: {
            'goes-well': told(
              'What makes a visit go well for this child and family?',
              'Say what makes a visit go well, or that it is not known',
              {
                hint: 'For example who goes, what time, a message before, shoes at the door, an interpreter.',
              },
            ),
            'child-wants': noted('Where would the child like to be seen?'),
            where: chosen('Where is the visit?', 'Choose where the visit is', {
              home: 'At home',
              school: 'At school or college',
              public: 'Outside, or in a public place',
              office: 'At our office, or a partner’s',
              other: 'Somewhere else',
            }),
            'visit-place': {
              kind: 'place',
              label: 'At which place exactly?',
              required: 'Choose the place, or write another',
            },
            'there-too': {
              kind: 'around',
              label: 'Who should be there with the child?',
              hint: 'Leave it out if nobody should.',
            },
          },
        },
        known: {
          title: 'What is known',
          fields: {
            'records-read': several('What was looked at?', 'Choose what was looked at', {
              own: 'Our own records and alerts',
              police: 'What the police know',
              'social-care': 'What children’s social care knows',
              referrer: 'What whoever sent the child knows',
              nothing: { label: 'Nothing', needsReason: 'Say why nothing was looked at' },
            }),
            'before-contact': beforeContact,
            'to-workers': chosen(
              'Has somebody there threatened or hurt a worker?',
              'Say whether somebody has threatened or hurt a worker',
              {
                no: 'Not that is known',
                yes: {
                  label: 'Yes',
                  hint: 'An alert is raised, for everybody who opens this record.',
                  needsReason: 'Say what happened, when, and what brought it on',
                  raisesAlert: { kind: 'risk-to-workers', says: 'Somebody has threatened or hurt a worker' },
                },
              },
            ),
            violence: noOrYes(
              'Is there violence, or are there weapons, in the home?',
              'Say whether there is violence or a weapon',
              'Say what is known, and who is in danger',
            ),
            'to-child': chosen(
              'Could the visit itself put the child or somebody else in danger?',
              'Say whether the visit could put somebody in danger',
              {
                no: 'No',
                yes: {
                  label: 'Yes',
                  hint: 'For example from somebody who must not know. An alert is raised.',
                  needsReason: 'Say who could be in danger, from whom, and how it is avoided',
                  raisesAlert: { kind: 'risk-from-others', says: 'A visit could put somebody in danger' },
                },
              },
            ),
          },
        },
        home: {
          title: 'The home',
          appliesWhen: { field: 'where', is: ['home'] },
          fields: {
            'who-lives': told('Who is likely to be at home?', 'Say who is likely to be at home'),
            dog: chosen('Is there a dog?', 'Say whether there is a dog', {
              no: 'No',
              friendly: 'Yes, and it is friendly',
              shut: {
                label: 'Yes, and it must be shut away',
                hint: 'An alert is raised.',
                needsReason: 'Say whom to ask to shut it away',
                raisesAlert: { kind: 'dog', says: 'A dog that must be shut away before a visit' },
              },
              'not-known': 'Not known',
            }),
            address: chosen(
              'Is there a risk at the address, or on the way to the door?',
              'Say whether there is a risk at the address',
              {
                no: 'No',
                yes: {
                  label: 'Yes',
                  hint: 'For example a shared stair, a neighbour, no light, no signal. An alert is raised.',
                  needsReason: 'Say what the risk is, and how to avoid it',
                  raisesAlert: { kind: 'risk-at-address' },
                },
              },
            ),
          },
        },
        outside: {
          title: 'Meeting outside',
          appliesWhen: { field: 'where', is: ['public', 'other'] },
          fields: {
            'safe-for-child': told(
              'Is the place safe for this child, and the way to it?',
              'Say whether the place and the way are safe',
              {
                hint: 'Who may be met there, and at what time of day. Ask the child.',
              },
            ),
            overheard: noted('Can others hear or see what the meeting is about?'),
          },
        },
        decided: {
          title: 'How the visit is made',
          fields: {
            decision: chosen('How is the visit made?', 'Choose how the visit is made', {
              one: 'By one worker',
              two: {
                label: 'By two workers',
                hint: 'An alert is raised, for everybody who opens this record.',
                needsReason: 'Say why two',
                raisesAlert: { kind: 'two-workers', says: 'Two workers visit' },
              },
              elsewhere: {
                label: 'Somewhere else instead',
                needsReason: 'Say where, and how the child is told',
              },
              'not-now': {
                label: 'Not now',
                needsReason: 'Say why, how the child is reached, and who has agreed',
              },
            }),
            'who-knows': told(
              'Who knows where the workers are, and what do they do if nobody calls?',
              'Say who knows where the workers are, and what they do',
              {
                hint: 'A name, the time of the call afterwards, and what happens then.',
                ...when('decision', 'one', 'two', 'elsewhere'),
              },
            ),
            'how-leave': noted(
              'When would the workers leave, and how?',
              when('decision', 'one', 'two', 'elsewhere'),
            ),
            'look-again': comingDay('When is this looked at again?', {
              hint: 'At the latest when something changes.',
            }),
          },
        },
      },
    },
  },
})
