import type {
  AppointmentSource,
  Block,
  OpenPart,
  OwnBlock,
  Sources,
} from '../../../../src/engine/documents/index.ts'

type From = Pick<Sources, 'service' | 'child'>

/** What every letter begins with: who writes, to where, when, and to whom. */
export function letterHead({ service, child }: From): Block[] {
  return [
    { kind: 'lines', lines: [service.name] },
    ...addressOf(child),
    { kind: 'paragraph', words: service.today },
    { kind: 'paragraph', words: `Dear ${child.calledName}` },
  ]
}

function addressOf({ name, address, hasNoFixedAddress, confidentialFrom }: Sources['child']): Block[] {
  if (confidentialFrom !== '')
    return [
      { kind: 'lines', lines: [name] },
      {
        kind: 'missing',
        words: 'The address is not written in this letter.',
        asks: `It is confidential from ${confidentialFrom}. Write it on the envelope only, or hand the letter to the child.`,
      },
    ]
  if (address.length > 0) return [{ kind: 'lines', lines: [name, ...address] }]
  return [
    { kind: 'lines', lines: [name] },
    {
      kind: 'missing',
      words: hasNoFixedAddress ? 'No fixed address.' : 'No address is recorded.',
      asks: 'Say how the letter reaches the child when you send it, or write the address under Details.',
    },
  ]
}

/** What every letter ends with. */
export function letterEnd({ service }: Pick<Sources, 'service'>): (Block | OwnBlock)[] {
  return [
    { kind: 'own', part: 'reach' },
    { kind: 'paragraph', words: 'Yours sincerely' },
    { kind: 'lines', lines: [service.writer, service.role, service.name] },
    { kind: 'own', part: 'copy-to', heading: 'A copy of this letter goes to' },
  ]
}

/** What the worker adds to every letter: how we can be reached, and who gets a copy. */
export const letterParts = {
  reach: {
    label: 'How can the child reach you?',
    hint: 'A number, and when somebody answers it. “If you cannot come, tell me …”',
    required: 'Say how the child can reach you',
    readByChild: true,
  },
  'copy-to': {
    label: 'Who gets a copy?',
    hint: 'Those with parental responsibility stand here at first; nobody does where the child’s address is confidential from somebody. Leave it empty if nobody gets one.',
  },
} as const satisfies Readonly<Record<string, OpenPart>>

/**
 * Those with parental responsibility who may be contacted: they get a copy unless the worker takes them out. Where somebody must not
 * learn where the child lives, nobody stands here: the record names that person in free words, and it may be a parent.
 */
export function letterBegins({
  child,
  parents,
}: Pick<Sources, 'child' | 'parents'>): Readonly<Record<string, string>> {
  if (child.confidentialFrom !== '') return {}
  return {
    'copy-to': parents
      .map(({ name, relationship }) => (relationship === '' ? name : `${name} (${relationship})`))
      .join('\n'),
  }
}

/** When, where and with whom. What is not known says so. */
export function appointmentFacts(it: AppointmentSource): Block[] {
  const { day, time, minutes, kind, place, travel, meetsAt } = it
  return [
    {
      kind: 'facts',
      facts: [
        { name: 'When', words: `${day}, ${time}` },
        { name: 'How long', words: `About ${minutes} minutes` },
        { name: 'What', words: kind },
        ...(place === '' ? [] : [{ name: 'Where', words: place }]),
        { name: 'With', words: it.with },
        ...(travel === '' ? [] : [{ name: 'How you get there', words: travel }]),
        ...(meetsAt === '' ? [] : [{ name: 'Where we meet', words: meetsAt }]),
      ],
    },
  ]
}

/** Which appointment was missed. Why, and where, is left out: others may read the letter. */
export function missedFacts({ day, time, kind, with: worker }: AppointmentSource): Block {
  return {
    kind: 'facts',
    facts: [
      { name: 'When', words: `${day}, ${time}` },
      { name: 'What', words: kind },
      { name: 'With', words: worker },
    ],
  }
}

/** When the child is met next; or that it is not planned yet. */
export function nextMeeting({ next }: Sources['contacts']): Block {
  return next
    ? { kind: 'paragraph', words: `${next.day}, ${next.time}, with ${next.with}.` }
    : {
        kind: 'missing',
        words: 'We will get in touch to find a time.',
        asks: 'No appointment is planned. Plan one under Contacts, and it stands here.',
      }
}
