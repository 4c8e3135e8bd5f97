import { noted, told } from '../pieces/questions.ts'

/** What is asked of whoever brings a child. */
export const bringingAChild = {
  why: told('Why is the child to be discussed?', 'Say why the child is to be discussed'),
  hopes: noted('What should come of it?'),
  knows: {
    kind: 'choice',
    label: 'Do the child and the family know?',
    required: 'Choose whether the child and the family know',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No', needsReason: 'Say why not, and who tells them when' },
    ],
  },
} as const

/** What is asked of whoever brings a paper. */
export const bringingAPaper = {
  about: told('What is it about?', 'Say what the paper is about'),
  asks: noted('What is asked of the meeting?', { hint: 'To decide, to advise, or to know.' }),
} as const

/** Where both are brought, what the child and the family know is asked of a child’s part alone. */
export const bringingEither = {
  why: told('Why is it to be discussed?', 'Say why it is to be discussed'),
  hopes: noted('What should come of it?'),
} as const
