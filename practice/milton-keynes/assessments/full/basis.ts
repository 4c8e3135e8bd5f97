import type { Section } from '../../../../src/engine/assessments/index.ts'
import { knownAlready, knownIntro, knownOfFamily } from '../../pieces/knownAlready.ts'
import { howAsked } from '../../pieces/life.ts'
import { chosen, noted } from '../../pieces/questions.ts'
import { askedOf } from '../../pieces/screening.ts'

/** What the form is for. What is said here decides which of the later parts are asked. */
export const basis: Section = {
  title: 'What this is for',
  fields: {
    'why-now': chosen('Why is this written now?', 'Choose why this is written now', {
      'out-of-court': 'For a decision out of court',
      report: 'For a report to a court',
      panel: 'For a referral order panel',
      order: 'At the start of an order',
      custody: 'At the start of a remand or a sentence in custody',
      other: { label: 'Something else', needsReason: 'Say why it is written now' },
    }),
    court: chosen(
      'Is there a charge, an order or a sentence?',
      'Say whether there is a charge, an order or a sentence',
      {
        no: 'No',
        community: 'Yes, and the child is in the community',
        custody: 'Yes, and the child is in custody or on remand',
      },
    ),
    'asked-of': askedOf,
    'how-asked': howAsked,
    'child-how': chosen(
      'How does the child answer their own questions?',
      'Choose how the child answers their own questions',
      {
        alone: 'The child fills them in',
        together: 'The child and the worker do it together',
        pictures: 'With pictures, or while doing something',
        declined: { label: 'The child did not want to', needsReason: 'Say when they will be asked again' },
      },
    ),
    'parent-asked': chosen(
      'Does a parent or carer answer their own questions?',
      'Say whether a parent or carer answers',
      {
        yes: 'Yes',
        no: { label: 'No', needsReason: 'Say who was asked and why they do not answer' },
      },
    ),
    'not-found-out': noted('What could not be found out, and who was asked for it?'),
  },
}

/** What stands in the record already, to be looked at before anybody is asked. */
export const life: Section = {
  title: 'What we know already',
  intro: knownIntro,
  fields: { ...knownAlready, ...knownOfFamily },
}
