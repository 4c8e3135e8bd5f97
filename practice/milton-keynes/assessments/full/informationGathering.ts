import type { Section } from '../../../../src/engine/assessments/index.ts'
import { selfHarm } from '../../pieces/concerns.ts'
import {
  exploitationSeen,
  familyLife,
  substanceWorry,
  whatIsStrong,
  whoTheChildIs,
} from '../../pieces/life.ts'
import { chosen, noOrYes, noted, sign, told } from '../../pieces/questions.ts'
import { firstPicture } from '../../pieces/screening.ts'

const strengths: Section = {
  title: 'What is strong',
  intro: 'Strengths come first: they are what a plan is built on.',
  fields: {
    ...whatIsStrong,
  },
}

const home: Section = {
  title: 'Home',
  fields: {
    'home-good': told('What is good about where the child lives?', 'Say what is good, or that nothing is'),
    'home-safe': chosen(
      'Is it safe, and can the child stay?',
      'Say whether it is safe, and the child can stay',
      {
        yes: 'Yes',
        unsure: { label: 'It is not sure', needsReason: 'Say what is not sure, and who is looking into it' },
        no: { label: 'No', needsReason: 'Say what is wrong, and where the child can go' },
      },
    ),
    moves: noted('How often has the child moved, and why?'),
    money: noted('Is there enough money for what the child needs?'),
  },
}

const family: Section = {
  title: 'Family',
  fields: {
    ...familyLife,
    'home-violence': sign('Is there violence at home?'),
    'is-parent': noOrYes(
      'Is the child a parent, or about to be?',
      'Say whether the child is a parent',
      'Say how they are helped with it, and whether the baby is safe',
    ),
  },
}

const identity: Section = {
  title: 'Who the child is',
  intro: 'Ask, and do not guess. What is said here shapes how we work, and when.',
  fields: {
    ...whoTheChildIs,
  },
}

const learning: Section = {
  title: 'School, college and work',
  fields: {
    'learning-good': told('What goes well there?', 'Say what goes well, or where the child is instead'),
    'learning-hours': chosen(
      'Does the child get the hours that they should?',
      'Say whether the child gets the hours',
      {
        yes: 'Yes',
        offered: {
          label: 'They are offered, and the child does not go',
          needsReason: 'Say why not, as the child sees it',
        },
        no: { label: 'No', needsReason: 'Say what is offered, and who is working on it' },
      },
    ),
    'learning-hard': noted('What is hard there?', {
      hint: 'For example exclusions, reading, other pupils. The education form has room for more.',
    }),
    'learning-help': noted('What special help is there, and does it work?'),
  },
}

const health: Section = {
  title: 'Health, feelings and communication',
  fields: {
    'health-good': told('What keeps the child well, in body and mind?', 'Say what keeps the child well'),
    body: noOrYes(
      'Is there a worry about the child’s body?',
      'Say whether there is a worry about the body',
      'Say what it is, and who looks after it',
    ),
    mind: noOrYes(
      'Is there a worry about the child’s feelings or thoughts?',
      'Say whether there is a worry about feelings or thoughts',
      'Say what it is, since when, and who helps',
    ),
    'self-harm': selfHarm,
    lived: noted('What has the child lived through that still hurts?', {
      hint: 'Do not press. What is known already need not be told again.',
    }),
    calms: noted('What calms the child, and what upsets them?'),
    communication: firstPicture.communication,
    'communication-advice': noted('What do we do so that the child understands and is understood?'),
    substances: substanceWorry,
  },
}

const others: Section = {
  title: 'Friends, places and online',
  fields: {
    'friends-good': told(
      'What is good about the child’s friends?',
      'Say what is good about the child’s friends',
      {
        hint: 'No full names of other children.',
      },
    ),
    'free-time': noted('What does the child do with free time?'),
    'friends-hard': noted('Who leads the child into trouble, and where?'),
    'places-safe': noted('Where does the child feel safe, and where not?'),
    online: sign('Is there a worry about what happens online?'),
    weapon: sign('Does the child carry a weapon, or say that they need one?'),
  },
}

const harmDone: Section = {
  title: 'Harm done to the child',
  fields: {
    'was-harmed': noOrYes(
      'Has the child been a victim of an offence?',
      'Say whether the child has been a victim',
      'Say of what, when, and what help they had',
    ),
    ...exploitationSeen,
    missing: sign('Has the child been missing?'),
  },
}

const behaviour: Section = {
  title: 'What happened',
  intro: 'What was done, and what lay behind it. The child is more than this.',
  fields: {
    happened: told('What did the child do?', 'Say what the child did', {
      hint: 'What is known, and from whom. Offences on the record need not be listed again.',
    }),
    'child-account': told(
      'What does the child say happened, and why?',
      'Write what the child says, or that they did not want to talk about it',
    ),
    before: told('What was going on in the child’s life at that time?', 'Say what was going on'),
    alone: chosen('Was the child alone?', 'Say whether the child was alone', {
      yes: 'Yes',
      led: 'No, and others led',
      together: 'No, and nobody led',
      leading: 'No, and the child led',
      'not-known': 'Not known',
    }),
    pattern: chosen(
      'How does it compare with earlier behaviour?',
      'Say how it compares with earlier behaviour',
      {
        first: 'It is the first time that is known of',
        less: { label: 'It is less serious, or rarer', needsReason: 'Say what helped' },
        same: { label: 'It is about the same', needsReason: 'Say when it happens, and when it does not' },
        more: {
          label: 'It is more serious, or more often',
          needsReason: 'Say since when, and what changed then',
        },
      },
    ),
    'hurt-understood': noted('What does the child say about those who were hurt?'),
    'good-times': told(
      'When has the child kept out of trouble, and how?',
      'Say when the child kept out of trouble',
    ),
  },
}

/** The first third: what is known, with what is strong before what is hard. */
export const informationGathering: Readonly<Record<string, Section>> = {
  strengths,
  home,
  family,
  identity,
  learning,
  health,
  others,
  'harm-done': harmDone,
  behaviour,
}
