/** What the record holds of where the child lives, learns and what they speak: shown and confirmed, never asked again. */
export const knownAlready = {
  home: {
    kind: 'fact',
    fact: 'addresses',
    label: 'Is this where the child lives?',
    required: 'Say whether this is where the child lives',
  },
  school: {
    kind: 'fact',
    fact: 'education',
    label: 'Is this the child’s school, college or work?',
    required: 'Say whether this is the child’s school, college or work',
  },
  language: {
    kind: 'fact',
    fact: 'language',
    label: 'Is this the child’s language?',
    required: 'Say whether this is the child’s language',
  },
} as const

/** What an assessment of the whole life looks at besides. */
export const knownOfFamily = {
  'care-status': {
    kind: 'fact',
    fact: 'care',
    label: 'Is this what children’s social care does for the child?',
    required: 'Say whether this is what children’s social care does',
  },
  'responsible-people': {
    kind: 'fact',
    fact: 'people',
    label: 'Are these the people with parental responsibility?',
    required: 'Say whether these are the people with parental responsibility',
  },
} as const

export const knownIntro = 'Look at what the record says. Nothing of it is asked again.'
