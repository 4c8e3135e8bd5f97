import { chosen, noOrYes, noted, told, when } from './questions.ts'
import { firstPicture, sharedWithHub } from './screening.ts'

export const howAsked = told(
  'How was the child helped to take part?',
  'Say how the child was helped to take part',
  {
    hint: 'For example pictures, short questions, several meetings, somebody they trust, an interpreter.',
  },
)

/** What a plan is built on. It comes before everything that is hard. */
export const whatIsStrong = {
  strengths: firstPicture.strengths,
  'good-at': noted('What does the child like, and what are they good at?'),
  'stands-by': told('Who stands by the child?', 'Say who stands by the child, or that nobody is known'),
  hopes: told('What does the child hope for?', 'Write what the child hopes for, or that they did not say', {
    hint: 'In the child’s own words.',
  }),
}

/** Who the child is, as they say it: what it means for how we work, and when. */
export const whoTheChildIs = {
  identity: told(
    'How does the child describe who they are?',
    'Write how the child describes themselves, or that they did not want to',
    { hint: 'For example culture, faith, language, sex and gender, disability. As they put it.' },
  ),
  'fits-life': noted('What must our work fit in with?', {
    hint: 'For example prayers, festivals, food, caring for somebody, a quiet room, no stairs.',
  }),
  unfair: chosen(
    'Has the child been treated unfairly for who they are?',
    'Say whether the child was treated unfairly',
    {
      no: 'No, says the child',
      yes: {
        label: 'Yes',
        needsReason: 'Say what the child says about it, and what it has done to their trust in services',
      },
      'not-said': 'The child did not want to say',
    },
  ),
}

export const familyLife = {
  'family-good': told('What does the family do well?', 'Say what the family does well'),
  'family-hard': noted('What is hard for the family?', {
    hint: 'For example illness, loss, prison, debt. Only what bears on the child.',
  }),
  cares: noOrYes(
    'Does the child look after somebody?',
    'Say whether the child looks after somebody',
    'Say whom, and what it takes from the child',
  ),
  'services-now': noted('Who helps the family already?', {
    hint: 'Children’s social care, early help, others: since when, and whom to talk to.',
  }),
}

export const substanceWorry = noOrYes(
  'Is there a worry about alcohol, drugs or vapes?',
  'Say whether there is a worry about alcohol, drugs or vapes',
  'Say what it is. The substance use form has room for more',
)

/** The level, what was seen, and the day on which the hub was told: in a form that is about more than that. */
export const exploitationSeen = {
  exploitation: firstPicture.exploitation,
  'exploitation-signs': told('What has been seen or heard?', 'Say what has been seen or heard', {
    hint: 'The exploitation screening tool has room for more.',
    ...when('exploitation', 'vulnerable', 'targeted', 'exploited'),
  }),
  'shared-with-hub': { ...sharedWithHub, ...when('exploitation', 'vulnerable', 'targeted', 'exploited') },
}
