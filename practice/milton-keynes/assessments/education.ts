import { assessmentForm } from '../../../src/engine/assessments/index.ts'
import { from } from '../../../src/kernel/period.ts'
import { unmetNeed } from '../pieces/concerns.ts'
import { face } from '../pieces/faces.ts'
import { knownAlready } from '../pieces/knownAlready.ts'
import { workers } from '../pieces/people.ts'
import { chosen, comingDay, noOrYes, noted, pastDay, several, told, when } from '../pieces/questions.ts'

const anywhere = ['school', 'special', 'alternative', 'other-place', 'home', 'college', 'training', 'work']
const hoursAWeek = { kind: 'number', min: 0, max: 60, decimals: true } as const

/** School, college, training and work: what the child likes and can do, what is offered, and what is missing. */
export const education = assessmentForm({
  id: 'education',
  title: 'Education, training and work',
  summary: 'What the child likes and can do, what they are offered, what they attend, and what is missing.',
  source:
    'Youth Justice Plan 2022/23, paragraphs 57 and 67 to 69; 25 hours a week at school age and 16 above are those of the national measure. The questions are ours.',
  file: 'practice/milton-keynes/assessments/education.ts',
  ours: true,
  by: workers,
  versions: {
    '2026-1': {
      inForce: from('2026-01-01'),
      sections: {
        strengths: {
          title: 'What the child likes and can do',
          fields: {
            likes: told(
              'What does the child like to learn or do?',
              'Say what the child likes to learn or do',
            ),
            'good-at': told('What are they good at?', 'Say what they are good at', {
              hint: 'In lessons and outside them. Things with hands and people count as well.',
            }),
            'best-adult': noted('Which adult there gets on well with the child?'),
            'child-feels': face('How is school, college or work for you?'),
            'child-says': told('What does the child say about it?', 'Write what the child says', {
              hint: 'In the child’s own words.',
            }),
            'wants-to-be': noted('What would the child like to be doing in a year?'),
          },
        },
        place: {
          title: 'Where the child learns',
          fields: {
            school: knownAlready.school,
            age: chosen('Is the child of school age?', 'Say whether the child is of school age', {
              school: 'Yes',
              above: 'No, above it',
            }),
            place: chosen('Where does the child learn or work?', 'Choose where the child learns or works', {
              school: 'Mainstream school',
              special: 'Special school',
              alternative: 'Alternative provision',
              'other-place': {
                label: 'Education other than at school (EOTAS)',
                hint: 'Arranged by the council.',
              },
              home: { label: 'Elective home education (EHE)', hint: 'By the parents’ choice.' },
              college: 'College',
              training: 'Training or apprenticeship',
              work: 'Work',
              none: 'Nowhere at present',
            }),
          },
        },
        hours: {
          title: 'Place and hours',
          intro: 'Hours in a usual week of term.',
          appliesWhen: { field: 'place', is: anywhere },
          fields: {
            'place-name': {
              kind: 'text',
              label: 'What is it called, and whom do we talk to there?',
              maxLength: 200,
            },
            'place-since': pastDay('Since when?', {
              hint: 'Leave it empty if it is not known.',
            }),
            'hours-entitled': {
              ...hoursAWeek,
              label: 'Hours a week that the child should have',
              hint: 'Usually 25 at school age and 16 above it.',
              required: 'Enter the hours a week that the child should have',
            },
            'hours-offered': {
              ...hoursAWeek,
              label: 'Hours a week that are offered',
              required: 'Enter the hours a week that are offered',
            },
            'hours-attended': {
              ...hoursAWeek,
              label: 'Hours a week that the child attends',
              hint: 'In the last four weeks, as the school or college says. Enter 0 if none.',
              required: 'Enter the hours a week that the child attends',
            },
            'hours-why': noted('Why are there fewer hours than there should be, if there are?'),
            'part-time': chosen(
              'Is there a part-time timetable?',
              'Say whether there is a part-time timetable',
              {
                no: 'No',
                yes: 'Yes',
              },
            ),
            'part-time-from': pastDay('When did the part-time timetable start?', {
              required: 'Enter when the part-time timetable started',
              ...when('part-time', 'yes'),
            }),
            'part-time-review': {
              kind: 'date',
              label: 'When is the part-time timetable reviewed?',
              hint: 'A timetable of more than six weeks goes to the Legacy Panel.',
              required: 'Enter when it is reviewed',
              notBeforeToday: 'When is the part-time timetable reviewed: the day cannot be in the past',
              notBefore: {
                field: 'part-time-from',
                message: 'The review cannot be before the timetable started',
              },
              ...when('part-time', 'yes'),
            },
            'part-time-why': told(
              'What is the part-time timetable for, and how does it end?',
              'Say what it is for, and how it ends',
              when('part-time', 'yes'),
            ),
            'part-time-agreed': chosen(
              'Have the parents agreed to the part-time timetable?',
              'Say whether the parents have agreed',
              {
                yes: 'Yes',
                no: { label: 'No', needsReason: 'Say what they say, and who has told the school' },
                'not-known': 'Not known',
              },
              when('part-time', 'yes'),
            ),
          },
        },
        home: {
          title: 'Education at home',
          appliesWhen: { field: 'place', is: ['home'] },
          fields: {
            'home-why': told('Why did the parents choose it?', 'Say why the parents chose it', {
              hint: 'Say so if they felt that they had no choice.',
            }),
            'home-what': noted('What does the child learn, and with whom?'),
            'home-back': chosen(
              'Would the child like to go back to school?',
              'Say whether the child would like to go back',
              {
                yes: { label: 'Yes', needsReason: 'Say who is helping with it' },
                no: 'No',
                unsure: 'Not sure',
              },
            ),
          },
        },
        'other-place': {
          title: 'Education other than at school',
          appliesWhen: { field: 'place', is: ['other-place'] },
          fields: {
            'arranged-by': told(
              'Who arranged it, and what does it consist of?',
              'Say who arranged it, and what it is',
            ),
            'arranged-until': comingDay('When is it looked at again?'),
          },
        },
        nowhere: {
          title: 'Without education, training or work',
          appliesWhen: { field: 'place', is: ['none'] },
          fields: {
            'none-since': pastDay('Since when has the child been without?', {
              required: 'Enter since when, as well as it is known',
            }),
            'none-why': several('Why?', 'Choose why', {
              excluded: 'Excluded',
              'no-place': 'No place has been found',
              moved: 'The child has moved',
              'left-early': 'The child left a course or a job',
              health: 'Illness',
              caring: 'Caring for somebody',
              custody: 'Back from custody',
              'does-not-want': 'The child does not want to go',
              other: { label: 'Something else', needsReason: 'Say what else it is' },
            }),
            'council-told': chosen(
              'Does the council know that the child is without?',
              'Say whether the council knows',
              {
                yes: { label: 'Yes', needsReason: 'Say whom we talked to, and when' },
                no: { label: 'No', needsReason: 'Say who tells them, and when' },
              },
            ),
          },
        },
        exclusions: {
          title: 'Exclusions and absence',
          fields: {
            suspended: chosen(
              'Has the child been suspended in the last year?',
              'Say whether the child has been suspended',
              {
                no: 'No',
                yes: 'Yes',
                'not-known': 'Not known',
              },
            ),
            suspensions: {
              kind: 'rows',
              label: 'Which suspensions were there?',
              required: 'Write the suspensions',
              one: 'Suspension',
              most: 20,
              columns: {
                from: { kind: 'date', label: 'From', notAfterToday: 'the day cannot be in the future' },
                days: {
                  kind: 'number',
                  label: 'School days',
                  min: 0.5,
                  max: 190,
                  decimals: true,
                  required: 'enter how many school days',
                },
                for: { kind: 'text', label: 'What for', maxLength: 500 },
              },
              ...when('suspended', 'yes'),
            },
            excluded: chosen(
              'Has the child ever been excluded for good?',
              'Say whether the child has been excluded for good',
              {
                no: 'No',
                yes: { label: 'Yes', needsReason: 'Say when, from where, and what came after' },
                'at-risk': {
                  label: 'No, but it may happen',
                  needsReason: 'Say what is being done against it',
                },
              },
            ),
            'sent-home': noOrYes(
              'Is the child sent home without a formal suspension?',
              'Say whether the child is sent home',
              'Say how often, and who has talked with the school',
            ),
            'away-why': noted('When the child stays away, why?', {
              hint: 'As the child sees it: fear, sleep, lessons, other pupils, somebody at home.',
            }),
          },
        },
        support: {
          title: 'Special educational needs',
          fields: {
            sen: chosen('What special help does the child have?', 'Choose what special help the child has', {
              none: 'None, and none is needed',
              'none-needed': {
                label: 'None, but it is needed',
                needsReason: 'Say what is needed, and who asks for it',
              },
              support: { label: 'SEN support', hint: 'Help from the school itself.' },
              assessing: {
                label: 'An education, health and care plan is being looked at',
                needsReason: 'Say who asked for it, and when',
              },
              ehcp: { label: 'An education, health and care plan (EHCP)' },
            }),
            'plan-reviewed': pastDay(
              'When was the education, health and care plan reviewed last?',
              when('sen', 'ehcp'),
            ),
            'plan-kept': chosen(
              'Does the child get what the plan says?',
              'Say whether the child gets what the plan says',
              {
                yes: 'Yes',
                no: { label: 'No', needsReason: 'Say what is missing, and who has been told' },
                'not-known': { label: 'Not known', needsReason: 'Say who will find out' },
              },
              when('sen', 'ehcp'),
            ),
            'needs-known': noted('Does the school know what we know of how the child talks and learns?'),
          },
        },
        next: {
          title: 'What next',
          fields: {
            'parent-says': noted('What does a parent or carer say about it?'),
            'learning-next': told('What happens next about education?', 'Say what happens next', {
              hint: 'A line each: what, who, by when.',
            }),
            'panel-date': comingDay('When is the education plan looked at again?', {
              hint: 'The ETE Panel looks at each plan every eight weeks.',
            }),
            ...unmetNeed('education'),
          },
        },
      },
    },
  },
})
