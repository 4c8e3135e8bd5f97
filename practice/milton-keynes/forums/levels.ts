import { chosen, told } from '../pieces/questions.ts'

const levels = { low: 'Low', medium: 'Medium', high: 'High', 'very-high': 'Very high' }

/** How great the meeting judges the danger to be, and what is done about it. */
export const judgementOf = {
  'harm-to-others': chosen(
    'How likely is serious harm to others?',
    'Choose how likely serious harm to others is',
    levels,
  ),
  'own-safety': chosen(
    'How great is the danger for the child?',
    'Choose how great the danger for the child is',
    levels,
  ),
  plan: told('What is done, and by whom?', 'Say what is done, and by whom'),
  if: told('If it goes wrong: who does what?', 'Say who does what if it goes wrong'),
} as const
