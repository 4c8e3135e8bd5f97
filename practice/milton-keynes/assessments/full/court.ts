import type { Section } from '../../../../src/engine/assessments/index.ts'
import { chosen, comingDay, noted, pastDay, several, told } from '../../pieces/questions.ts'

const court: Section = {
  title: 'Court',
  appliesWhen: { field: 'court', is: ['community', 'custody'] },
  fields: {
    'court-next': comingDay('When is the next hearing?', { hint: 'Leave it empty if there is none.' }),
    'court-asks': told('What does the court ask of us?', 'Say what the court asks, or that it asks nothing', {
      hint: 'A report, a bail package, an order that is to be carried out.',
    }),
    'court-understands': chosen(
      'Does the child understand what the court does?',
      'Say whether the child understands',
      {
        yes: 'Yes',
        part: { label: 'In part', needsReason: 'Say what was explained again, and how' },
        no: { label: 'No', needsReason: 'Say what the court is told about it' },
      },
    ),
    'order-kept': told(
      'How has the child kept bail and orders until now?',
      'Say how bail and orders were kept, or that there were none',
      {
        hint: 'What was kept first. Then what was not, and why.',
      },
    ),
    'over-represented': noted('Does the child belong to a group that is too often before the courts?', {
      hint: 'A report to the court says so.',
    }),
  },
}

const custody: Section = {
  title: 'Custody',
  appliesWhen: { field: 'court', is: ['custody'] },
  fields: {
    'custody-well': told('What helps the child where they are?', 'Say what helps the child where they are', {
      hint: 'People, visits, calls, courses, faith, sport.',
    }),
    'custody-safe': told('Is the child safe there?', 'Say whether the child is safe, and how you know'),
    'custody-from': pastDay('Since when is the child in custody?', {
      required: 'Enter since when the child is in custody',
    }),
    'custody-visits': noted('Who visits or calls, and who cannot?'),
    'release-home': chosen(
      'Is it known where the child lives after release?',
      'Say whether it is known where the child will live',
      {
        yes: { label: 'Yes', needsReason: 'Say where in general, and who has confirmed it' },
        no: { label: 'No', needsReason: 'Say who was asked, when, and what happens next' },
      },
    ),
    'release-ready': several(
      'What is arranged for the time after release?',
      'Choose what is arranged, or nothing yet',
      {
        nothing: 'Nothing yet',
        learning: 'School, college or work',
        health: 'Health',
        'social-care': 'A social worker who comes to the planning meetings',
        money: 'Money and papers',
        people: 'Somebody who meets the child on the day',
      },
    ),
  },
}

/** What is asked only where there is a charge, an order or a sentence. */
export const courtMatters: Readonly<Record<string, Section>> = { court, custody }
