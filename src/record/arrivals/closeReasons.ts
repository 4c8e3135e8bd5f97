/** Why a notification is closed without a case: as it is kept, as it is asked, and as its sender is told. */
export const closeReasons = [
  { value: 'Sent twice', label: 'It was sent twice', told: 'sent-twice' },
  {
    value: 'Not a child of this area',
    label: 'The child does not live here',
    hint: 'Tell the service of the child’s home area.',
    told: 'not-of-this-area',
  },
  { value: 'Too old or too young', label: 'The person is under 10 or over 17', told: 'age' },
  { value: 'Withdrawn', label: 'The police have withdrawn it', told: 'withdrawn' },
  { value: 'Other', label: 'Something else', needsReason: 'Say why no case is opened', told: 'other' },
] as const

export type ToldReason = (typeof closeReasons)[number]['told']

/**
 * The reason as the sender of a notification is told it. What a worker wrote in their own words stays with us.
 * @param kept the reason as it is kept: one of the list, with the words after a colon where it asks for them
 */
export function toldReason(kept: string): ToldReason {
  return closeReasons.find(({ value }) => kept === value || kept.startsWith(`${value}:`))?.told ?? 'other'
}
