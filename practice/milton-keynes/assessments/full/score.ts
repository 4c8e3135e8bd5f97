import type { Section } from '../../../../src/engine/assessments/index.ts'
import type { Fields } from '../../../../src/engine/forms/index.ts'
import { ogrs3Offences } from '../../../england-wales/scores/ogrs3.ts'
import { ogrs3Names, ogrs3Worked } from '../../../england-wales/scores/ogrs3Worked.ts'
import { chosen, pastDay, when } from '../../pieces/questions.ts'

const whereConvicted = when('score-for', 'yes')
const { born, sex, convictedOn, followedFrom, sanctions, firstAge, offence } = ogrs3Names

/** What the reconviction score is worked out from. The judgement after it is the worker’s own. */
const questions: Fields = {
  'score-for': chosen('Has the child been convicted?', 'Say whether the child has been convicted', {
    no: { label: 'No', hint: 'The score is about convictions: none is worked out.' },
    yes: 'Yes',
  }),
  [born]: {
    kind: 'fact',
    fact: 'birth',
    label: 'Is this the child’s date of birth?',
    required: 'Say whether this is the child’s date of birth',
    ...whereConvicted,
  },
  [sex]: {
    kind: 'fact',
    fact: 'sex',
    label: 'Is this the child’s sex?',
    hint: 'The score is published for male and female.',
    required: 'Say whether this is the child’s sex',
    ...whereConvicted,
  },
  [convictedOn]: pastDay('When was the child convicted this time?', {
    required: 'Enter the day of this conviction',
    ...whereConvicted,
  }),
  [followedFrom]: {
    kind: 'date',
    label: 'From which day do the two years count?',
    hint: 'The day of a community sentence, or of release. It may still lie ahead.',
    required: 'Enter the day from which the two years count',
    ...whereConvicted,
  },
  [sanctions]: {
    kind: 'number',
    min: 1,
    max: 99,
    label: 'How many sanctions has the child had, with this one?',
    hint: 'Convictions. Cautions are believed to count as well: the published source could not be read to settle it.',
    required: 'Enter how many sanctions, with this one',
    ...whereConvicted,
  },
  [firstAge]: {
    kind: 'number',
    min: 10,
    max: 25,
    label: 'How old was the child at the first of them?',
    hint: 'In whole years.',
    required: 'Enter the age at the first sanction',
    ...whereConvicted,
  },
  [offence]: {
    kind: 'choice',
    as: 'select',
    label: 'Which kind of offence is this conviction for?',
    hint: 'The kinds are those of the score. With several offences, the one that the sentence is mainly for.',
    required: 'Choose the kind of offence',
    options: ogrs3Offences.map(kind => ({ value: kind, label: kind })),
    ...whereConvicted,
  },
}

/** The share of people with the same facts who were convicted again. Asked only where there is a court. */
export const score: Section = {
  title: 'Reconviction score',
  intro: 'A figure by a published formula. It stands beside your judgement and does not replace it.',
  appliesWhen: { field: 'court', is: ['community', 'custody'] },
  fields: questions,
  workedOut: { ogrs3: { ...ogrs3Worked, ...whereConvicted } },
}
