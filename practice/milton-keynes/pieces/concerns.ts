import { chosen, noOrYes, noted, several, told, when } from './questions.ts'

/** Whether the child may be hurt by their own hand. A yes is for everybody who opens the record. */
export const selfHarm = chosen(
  'Has the child hurt themselves, or thought of ending their life?',
  'Say whether the child has hurt themselves, or thought of it',
  {
    no: 'No',
    past: { label: 'Yes, but not now', needsReason: 'Say when it was, and what helped' },
    now: {
      label: 'Yes, now',
      hint: 'An alert is raised, for everybody who opens this record. Ask for help today.',
      needsReason: 'Say what is known, and who has been asked for help',
      raisesAlert: { kind: 'self-harm', says: 'The child may harm themselves' },
    },
    'not-known': { label: 'Not known', needsReason: 'Say who will find out, and when' },
  },
  { hint: 'Ask in plain words. Asking does not put the thought there.' },
)

/**
 * What the child needs and does not get. It is written where it is found, and recorded as a need that is not met when the form is
 * signed: a picture of what is missing is made of it.
 * @param need the code of the need that the form is about; `other` where it is about the whole life
 */
export const unmetNeed = (need: string) => ({
  unmet: {
    ...noOrYes(
      'Is there something the child needs and does not get?',
      'Say whether there is something the child needs and does not get',
      'Say what it is, and since when',
    ),
    findsNeed: {
      need,
      found: 'yes',
      met: 'no',
      because: 'unmet-because',
      reasons: { none: 'no-service', waiting: 'waiting', 'not-eligible': 'refused', declined: 'declined' },
      otherwise: 'other',
    },
  },
  'unmet-because': several(
    'Why does the child not get it?',
    'Choose why the child does not get it',
    {
      none: 'There is no such service',
      waiting: 'The child is waiting for it',
      'not-eligible': 'The service says that the child is not for them',
      declined: 'The child or the family do not want it',
      'not-asked': 'Nobody has asked for it yet',
      other: { label: 'Something else', needsReason: 'Say what else it is' },
    },
    when('unmet', 'yes'),
  ),
})

/** Those who were hurt, whose wishes and safety count as much as the child’s. What is known of them in person stands elsewhere. */
export const thoseHarmed = {
  harmed: {
    ...chosen('Was anybody harmed by what the child did?', 'Say whether anybody was harmed', {
      no: 'No',
      yes: 'Yes',
      'not-known': { label: 'Not known', needsReason: 'Say who will find out' },
    }),
    saysHarmed: ['yes'],
  },
  'harmed-wishes': chosen(
    'Are the wishes of those who were harmed known?',
    'Say whether the wishes of those who were harmed are known',
    {
      known: 'They are known',
      asked: { label: 'They have been asked and have not answered', needsReason: 'Say when they were asked' },
      'not-asked': { label: 'They are not known', needsReason: 'Say why not, and who asks them' },
    },
    { hint: 'What they wish stands with those who work with them, not here.', ...when('harmed', 'yes') },
  ),
  'harmed-safe': told(
    'What keeps those who were harmed safe from now on?',
    'Say what keeps those who were harmed safe',
    { hint: 'No names or addresses: the child may read this one day.', ...when('harmed', 'yes') },
  ),
}

/** What is done if things do not go as hoped: a row for each thing that may happen. */
export const ifThings = {
  kind: 'rows',
  label: 'If things go wrong, who does what?',
  hint: 'Think of what happened before, and of what the child says may happen.',
  required: 'Say who does what if things go wrong',
  one: 'Possibility',
  most: 10,
  columns: {
    if: {
      kind: 'textarea',
      label: 'If this happens',
      rows: 2,
      maxLength: 1_000,
      required: 'say what may happen',
    },
    does: {
      kind: 'textarea',
      label: 'Then this is done',
      rows: 2,
      maxLength: 1_000,
      required: 'say what is done then',
    },
    who: { kind: 'text', label: 'Who does it', maxLength: 200, required: 'say who does it' },
  },
  begins: { of: 'contingencies', if: 'if', does: 'does', who: 'who' },
} as const

/** How much of this the child has seen. */
export const childAgrees = {
  'child-read': chosen(
    'Has the child seen or heard what is written here?',
    'Say whether the child knows it',
    {
      yes: 'Yes',
      part: { label: 'Some of it', needsReason: 'Say what was left out, and why' },
      no: { label: 'No', needsReason: 'Say why not, and when they will' },
    },
  ),
  'child-comments': noted('What does the child say to it?', {
    hint: 'In the child’s own words. Say it too where the child sees things otherwise.',
  }),
}
