/** What a worker writes in the open parts of the documents of the demonstration, by the kinds of document. */
export const wordsOfDocuments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'letter-appointment': {
    about: 'We talk about how school is going. We look at your plan together.',
    bring: 'You can bring somebody whom you trust.',
    reach: 'Ring or text me on 01632 960 014. I answer from 9 to 5, Monday to Friday.',
  },
  plan: { note: 'We look at this plan together every three months, and before that if something changes.' },
  'easy-plan': {},
  'report-panel': {
    'why-panel':
      'The panel meets to agree with the child what is done to put things right, and what helps to keep out of trouble.',
    'child-says': '“I want to put it right. I do not know how to start.”',
    diversity: 'The child does better with one question at a time, and with a break.',
  },
}

/** To whom the copies of the demonstration were sent. */
export const sentTo: Readonly<Record<string, string>> = {
  'letter-appointment': 'The child, with a copy to those with parental responsibility',
  plan: 'The school, the designated safeguarding lead',
  'easy-plan': 'The child',
}
