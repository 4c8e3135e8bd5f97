import { assessmentForm } from '../../../src/engine/assessments/index.ts'
import { from } from '../../../src/kernel/period.ts'
import { childAgrees, ifThings, selfHarm, thoseHarmed, unmetNeed } from '../pieces/concerns.ts'
import { countersigned } from '../pieces/countersigned.ts'
import { face } from '../pieces/faces.ts'
import { knownAlready, knownIntro, knownOfFamily } from '../pieces/knownAlready.ts'
import {
  exploitationSeen,
  familyLife,
  howAsked,
  substanceWorry,
  whatIsStrong,
  whoTheChildIs,
} from '../pieces/life.ts'
import { seniors, workers } from '../pieces/people.ts'
import { chosen, noOrYes, noted, several, told } from '../pieces/questions.ts'
import { askedOf, firstPicture } from '../pieces/screening.ts'
import { secondLooks } from '../pieces/secondLooks.ts'

/** In the order of the national assessment: the child’s life first, behaviour after it, then how both are addressed. */
export const preventionAndDiversion = assessmentForm({
  id: 'prevention-diversion',
  title: 'Prevention and diversion assessment',
  summary:
    'For a child who is not before a court: their life first, then what happened, then what will help.',
  source:
    'The order of the national prevention and diversion assessment of April 2024, as it is described in public; its form was not read. Youth Justice Plan 2022/23, paragraphs 83 to 91, for whom it is. The questions are ours.',
  file: 'practice/milton-keynes/assessments/preventionAndDiversion.ts',
  ours: true,
  by: workers,
  countersignedBy: seniors,
  clocks: [countersigned],
  versions: {
    '2026-1': {
      inForce: from('2026-01-01'),
      secondLooks: secondLooks({ partners: 'begin', harmed: 'behaviour', contingencies: 'addressed' }),
      sections: {
        begin: {
          title: 'Before we begin',
          fields: {
            'came-for': chosen('Why is the child with us?', 'Choose why the child is with us', {
              prevention: 'To help before anything happens',
              diversion: 'After a community resolution or another decision out of court',
            }),
            'asked-of': askedOf,
            'how-asked': howAsked,
          },
        },
        life: {
          title: 'What we know already',
          intro: knownIntro,
          fields: { ...knownAlready, ...knownOfFamily },
        },
        strengths: {
          title: 'What is strong',
          intro: 'Strengths come first: they are what a plan is built on.',
          fields: {
            ...whatIsStrong,
            'life-now': face('How is life right now, says the child?'),
          },
        },
        circumstances: {
          title: 'The child’s life',
          fields: {
            'home-good': told(
              'What is good about where the child lives?',
              'Say what is good, or that nothing is',
            ),
            'home-hard': noted('What is hard about it?', {
              hint: 'For example moves, little room, little money, not feeling safe.',
            }),
            'learning-good': told(
              'What goes well at school, college or work?',
              'Say what goes well, or where the child is instead',
            ),
            'learning-hard': noted('What is hard there?', {
              hint: 'For example hours, exclusions, reading, other pupils. The education form has room for more.',
            }),
            communication: firstPicture.communication,
            'health-good': noted('What keeps the child well, in body and mind?'),
            'health-hard': noOrYes(
              'Is there a worry about the child’s health?',
              'Say whether there is a worry about health',
              'Say what it is, and who knows of it',
            ),
            'self-harm': selfHarm,
            substances: substanceWorry,
            friends: told(
              'Who are the child’s friends, and what do they do together?',
              'Say something about friends',
              {
                hint: 'What is good about them first. No full names of other children.',
              },
            ),
            'free-time': noted('What does the child do with free time, outside and online?'),
          },
        },
        diversity: {
          title: 'Who the child is',
          intro: 'Ask, and do not guess. What is said here shapes how we work, and when.',
          fields: whoTheChildIs,
        },
        family: {
          title: 'Family',
          fields: {
            ...familyLife,
            'parent-says': told(
              'What does a parent or carer say?',
              'Write what a parent or carer says, or why nobody was asked',
              { hint: 'In their own words: what they are proud of, what worries them, what would help.' },
            ),
          },
        },
        exploitation: {
          title: 'Exploitation',
          fields: exploitationSeen,
        },
        behaviour: {
          title: 'What happened',
          intro: 'What was done, and what lay behind it. The child is more than this.',
          fields: {
            happened: told(
              'What has the child done that people worry about?',
              'Say what the child has done',
              {
                hint: 'What is known, and from whom. Write “nothing so far” if there is nothing.',
              },
            ),
            'child-account': told(
              'What does the child say happened, and why?',
              'Write what the child says, or that they did not want to talk about it',
            ),
            before: noted('What was going on in the child’s life at that time?'),
            pattern: chosen('Has it happened before?', 'Say whether it has happened before', {
              no: 'No',
              less: { label: 'Yes, and it gets less', needsReason: 'Say what helped' },
              same: {
                label: 'Yes, about as often',
                needsReason: 'Say when it happens, and when it does not',
              },
              more: { label: 'Yes, and it gets more', needsReason: 'Say since when, and what changed then' },
            }),
            ...thoseHarmed,
          },
        },
        resolution: {
          title: 'The decision out of court',
          appliesWhen: { field: 'came-for', is: ['diversion'] },
          fields: {
            understands: chosen(
              'Does the child understand what was decided, and what it means later?',
              'Say whether the child understands',
              {
                yes: 'Yes',
                part: { label: 'In part', needsReason: 'Say what was explained again, and how' },
                no: { label: 'No', needsReason: 'Say what is done about it' },
              },
            ),
            'feels-fair': noted('Does the child think that it was fair?', {
              hint: 'In the child’s own words.',
            }),
            'put-right': noted('What would the child like to do to put things right?'),
          },
        },
        safety: {
          title: 'Safety',
          fields: {
            'danger-now': firstPicture['danger-now'],
            'child-safe': told('What keeps the child safe?', 'Say what keeps the child safe'),
            'others-safe': told('What keeps other people safe?', 'Say what keeps other people safe'),
          },
        },
        addressed: {
          title: 'What will help',
          intro: 'How the child’s needs, and what happened, are addressed.',
          fields: {
            link: told(
              'What does the child’s life have to do with what happened?',
              'Say how the two belong together',
              {
                hint: 'What made it more likely, and what has kept it from being worse.',
              },
            ),
            tried: noted('What has been tried before, and what came of it?'),
            'child-wants': told(
              'What does the child want help with?',
              'Write what the child wants, or that they want nothing',
              {
                hint: 'In the child’s own words.',
              },
            ),
            'help-with': several('What shall the help be about?', 'Choose what the help is about', {
              home: 'Home and family',
              learning: 'School, college or work',
              communication: 'Speech, language and communication',
              health: 'Health',
              mind: 'Feelings and thoughts',
              substances: 'Alcohol, drugs or vapes',
              friends: 'Friends and free time',
              exploitation: 'Safety from people who use children',
              behaviour: 'What happened, and putting it right',
              other: { label: 'Something else', needsReason: 'Say what else it is about' },
            }),
            'who-helps': told('Who will do what?', 'Say who will do what', {
              hint: 'A line each. Few things, and the ones that the child wants first.',
            }),
            'if-things': ifThings,
            ...unmetNeed('other'),
            ...childAgrees,
          },
        },
      },
    },
  },
})
