import type { FactKind } from './factKinds.ts'

const kinds = {
  home: 'At home, with parents or others who care for the child',
  placement: 'In a placement: foster care, a children’s home, other accommodation',
  'part-time': 'Another home, for part of the time',
  none: 'No fixed address',
} as const

/** A home is the usual, and needs no word; that there is none stands in the title. */
const short: Readonly<Record<string, string>> = {
  placement: 'Placement',
  'part-time': 'Another home, for part of the time',
}

/** Where a child lives or lived. */
export const addressKind: FactKind = {
  table: 'child_address',
  key: 'address_id',
  columns: ['kind', 'address', 'postcode', 'lives_there', 'confidential_from', 'note'],
  heading: 'Where the child lives',
  addText: 'Change address',
  empty: 'No address is recorded. Where the child lives stands here, with every address before it.',
  noun: 'address',
  replaces: true,
  fields: () => ({
    kind: {
      kind: 'choice',
      label: 'What kind of address is it?',
      required: 'Choose what kind of address it is',
      options: Object.entries(kinds).map(([value, label]) => ({
        value,
        label,
        ...(value === 'none' ? { hint: 'Write below where the child may be found, if that is known' } : {}),
      })),
    },
    address: { kind: 'textarea', label: 'Address', maxLength: 300, rows: 3 },
    postcode: {
      kind: 'text',
      label: 'Postcode',
      maxLength: 10,
      width: 'short',
      pattern: {
        test: /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i,
        message: 'Enter a full postcode, like MK9 3AA, or leave it empty',
      },
    },
    'lives-there': {
      kind: 'textarea',
      label: 'Who lives there?',
      hint: 'Also animals, and who visits often',
      maxLength: 500,
      rows: 2,
    },
    'confidential-from': {
      kind: 'text',
      label: 'Is it confidential from somebody?',
      hint: 'Who must not learn of this address, like “the father and his family”. Leave it empty if nobody',
      maxLength: 200,
    },
    note: {
      kind: 'textarea',
      label: 'Note',
      hint: 'How to get in, parking, which bell. What is dangerous is an alert',
      maxLength: 500,
      rows: 2,
    },
  }),
  fault: ({ kind, address, postcode }) =>
    kind !== 'none' && address === '' && postcode === ''
      ? { field: 'address', message: 'Enter the address or its postcode' }
      : undefined,
  title: said => addressWords(said),
  lines: said => [
    ['Kind', short[said.kind ?? ''] ?? ''],
    ['Who lives there', said.lives_there ?? ''],
    ['Note', said.note ?? ''],
  ],
}

/** An address in lines; of a child without a fixed one, where the child may be found. */
export function addressWords(said: Readonly<Record<string, string>>): string {
  const lines = [said.address ?? '', said.postcode ?? ''].filter(line => line !== '').join('\n')
  if (said.kind !== 'none') return lines
  return lines === '' ? 'No fixed address' : `No fixed address; may be found at\n${lines}`
}
