import type { Section } from '../../../../src/engine/assessments/index.ts'
import { childAgrees, ifThings, thoseHarmed, unmetNeed } from '../../pieces/concerns.ts'
import { reoffending, safetyWellbeing, seriousHarm } from '../../pieces/judgements.ts'
import { chosen, comingDay, noted, several, told, when } from '../../pieces/questions.ts'
import { firstPicture } from '../../pieces/screening.ts'
import { score } from './score.ts'

const explanation: Section = {
  title: 'How it hangs together',
  intro: 'Not everything again: what explains the child’s way, and what follows from it.',
  fields: {
    'helps-child': told('What helps the child to live a good life?', 'Say what helps the child', {
      hint: 'In the child, the family, friends, places and services. The plan builds on these.',
    }),
    'turning-points': noted('What were the turning points, for better or worse?'),
    'story-why': told(
      'Why did it happen, as you understand it?',
      'Say why it happened, as you understand it',
      {
        hint: 'What the child needed, and how they got it. How it began, and what keeps it going.',
      },
    ),
    'stands-in-way': noted('What stands in the way of change?'),
  },
}

const likely: Section = {
  title: 'Likelihood of offending again',
  showsToo: ['ogrs3'],
  fields: {
    'offend-less': told('What makes it less likely?', 'Say what makes it less likely'),
    'offend-more': noted('What makes it more likely, and when?'),
    ...reoffending,
  },
}

const othersSafe: Section = {
  title: 'Safety of other people',
  fields: {
    'others-safe': told('What keeps other people safe?', 'Say what keeps other people safe'),
    'others-who': noted('Who could be harmed, how, and when?', {
      hint: 'No names or addresses: the child may read this one day.',
    }),
    ...thoseHarmed,
    ...seriousHarm,
  },
}

const wellbeing: Section = {
  title: 'The child’s own safety and wellbeing',
  fields: {
    'child-kept-safe': told('What keeps the child safe and well?', 'Say what keeps the child safe and well'),
    'child-harmed-by': noted('What could harm the child, and when?'),
    'danger-now': firstPicture['danger-now'],
    ...safetyWellbeing,
  },
}

/** The second third: what it means, with a judgement and its reasons for each of the three questions. */
export const conclusions: Readonly<Record<string, Section>> = {
  explanation,
  score,
  likely,
  'others-safe': othersSafe,
  wellbeing,
}

const change: Section = {
  title: 'What the child wants to change',
  fields: {
    'child-goals': {
      kind: 'rows',
      label: 'What does the child want to reach?',
      hint: 'At most a few goals, in the child’s own words.',
      required: 'Write what the child wants, or that they did not say',
      one: 'Goal',
      most: 5,
      columns: {
        goal: { kind: 'textarea', label: 'The goal', rows: 2, maxLength: 1_000, required: 'write the goal' },
        first: { kind: 'text', label: 'The first step', maxLength: 500 },
        by: { kind: 'date', label: 'By when', hint: 'Leave it empty if there is no day.' },
      },
      begins: { of: 'goals', words: 'goal', step: 'first', by: 'by' },
    },
    'goals-strength': told('Which strengths will they use for it?', 'Say which strengths they will use'),
    ready: chosen('How ready is the child to begin?', 'Say how ready the child is', {
      begun: 'They have begun',
      ready: 'Ready',
      unsure: { label: 'Not sure yet', needsReason: 'Say what would help' },
      'not-now': { label: 'Not now', needsReason: 'Say what the child says, and when to ask again' },
    }),
  },
}

const path: Section = {
  title: 'What will be done',
  fields: {
    'good-life': told('What is done for a good life?', 'Say what is done for a good life', {
      hint: 'A line each: what, who, by when.',
    }),
    'keep-child-safe': told(
      'What is done to keep the child safe?',
      'Say what is done to keep the child safe',
    ),
    'keep-others-safe': told('What is done to keep others safe?', 'Say what is done to keep others safe', {
      hint: 'With the wishes of those who were harmed, as far as they want it said.',
    }),
    'fits-child': told('How is the work made to fit this child?', 'Say how the work is made to fit', {
      hint: 'Words, times, places, who goes. What was said about talking, faith and family.',
    }),
    ...unmetNeed('other'),
  },
}

const rules: Section = {
  title: 'Orders and conditions',
  appliesWhen: { field: 'court', is: ['community', 'custody'] },
  fields: {
    'rules-help': told(
      'What helps the child to keep to what the court says?',
      'Say what helps the child to keep to it',
    ),
    'rules-what': several(
      'What is asked for, or in force?',
      'Choose what is asked for or in force, or nothing',
      {
        nothing: 'Nothing yet',
        curfew: 'A curfew or a tag',
        area: 'A place or people to keep away from',
        activity: 'An activity or a programme',
        reparation: 'Reparation or unpaid work',
        supervision: 'Supervision',
        residence: 'Where to live',
        other: { label: 'Something else', needsReason: 'Say what else it is' },
      },
    ),
  },
}

const agreed: Section = {
  title: 'If things go wrong, and who has seen this',
  fields: {
    'if-things': ifThings,
    'look-again': comingDay('When is all this looked at again?', {
      hint: 'And at once if something happens.',
      required: 'Enter when this is looked at again',
    }),
    ...childAgrees,
    'parent-comments': noted('What does a parent or carer say to it?', when('parent-asked', 'yes')),
  },
}

/** The last third: from what the child wants to who does what. */
export const pathways: Readonly<Record<string, Section>> = { change, path, rules, agreed }
