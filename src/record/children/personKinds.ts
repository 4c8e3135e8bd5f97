/** Who somebody is to a child, in the order in which they stand on the page. */
export const personKinds = {
  parent: { label: 'Parent', heading: 'Parents' },
  carer: { label: 'Carer, like a foster carer or a guardian', heading: 'Carers' },
  sibling: { label: 'Brother or sister', heading: 'Brothers and sisters' },
  family: { label: 'Other family', heading: 'Other family' },
  friend: { label: 'Friend', heading: 'Friends' },
  professional: { label: 'Professional', heading: 'Professionals' },
  other: { label: 'Somebody else', heading: 'Others' },
} as const

export type PersonKind = keyof typeof personKinds

/** The kinds in their order. */
export const personKindOrder = Object.keys(personKinds) as PersonKind[]
