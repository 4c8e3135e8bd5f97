/** What the police told of. */
export type Offence = {
  words: string
  code: string
  /** Whether somebody was harmed by it who can be asked, and what is planned so that others are safe. */
  hasVictim: boolean
  othersSafe: string
  from?: number
}

export const offences: readonly Offence[] = [
  {
    words: 'Took sweets and two cans from a shop',
    code: '',
    hasVictim: true,
    othersSafe: 'A letter to the shop is planned. Does not go in there alone until then.',
  },
  {
    words: 'Broke a window of an empty shop',
    code: '',
    hasVictim: true,
    othersSafe: 'Nobody was hurt. The owner is asked whether help with the repair is wanted.',
  },
  {
    words: 'Found with a small amount of cannabis',
    code: '',
    hasVictim: false,
    othersSafe: 'Nobody was harmed. Stays away from the underpass.',
    from: 13,
  },
  {
    words: 'Pushed another child at a bus stop; no injury',
    code: '10501',
    hasVictim: true,
    othersSafe: 'They take different buses for now. The other family is told what is agreed.',
  },
  {
    words: 'Rode an electric scooter on the pavement and would not stop',
    code: '',
    hasVictim: false,
    othersSafe: 'Nobody was hurt. The scooter is sold.',
    from: 12,
  },
  {
    words: 'Took a bicycle from outside a shop and left it in a park',
    code: '',
    hasVictim: true,
    othersSafe: 'The bicycle is back with its owner, who is asked what would put it right.',
  },
  {
    words: 'Wrote on the wall of the underpass',
    code: '',
    hasVictim: false,
    othersSafe: 'Nobody was harmed. Helps to paint the wall over.',
  },
  {
    words: 'Sent messages that frightened another child',
    code: '',
    hasVictim: true,
    othersSafe: 'No contact with the other child. School keeps them in different groups.',
  },
  {
    words: 'Threw a stone at a bus; nobody was hurt',
    code: '',
    hasVictim: true,
    othersSafe: 'The driver is asked what would help. Waits for the bus with a friend who is calm.',
  },
  {
    words: 'Shouted at an officer in the shopping centre',
    code: '',
    hasVictim: true,
    othersSafe: 'Says sorry to the officer, who has agreed to meet.',
  },
  {
    words: 'Took a coat from the school cloakroom',
    code: '',
    hasVictim: true,
    othersSafe: 'The coat is back. School has spoken with both families.',
  },
  {
    words: 'Lit a fire in a bin in the park',
    code: '',
    hasVictim: false,
    othersSafe: 'Nobody was hurt. A morning with the fire service is booked.',
  },
]
