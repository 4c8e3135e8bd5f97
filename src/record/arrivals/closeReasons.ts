/** Why something that arrived is closed without a case: as it is kept, as it is asked, and as its sender is told. */
export const closeReasons = [
  {
    value: 'Sent twice',
    label: 'It was sent twice',
    told: 'sent-twice',
    sentence: 'It had reached us before.',
  },
  {
    value: 'Not a child of this area',
    label: 'The child does not live here',
    hint: 'Tell the service of the child’s home area.',
    told: 'not-of-this-area',
    sentence: 'The child does not live in our area.',
  },
  {
    value: 'Too old or too young',
    label: 'The person is too young or too old',
    told: 'age',
    sentence: 'The child is not of the age that we work with.',
  },
  {
    value: 'Withdrawn',
    label: 'Whoever sent it has withdrawn it',
    told: 'withdrawn',
    sentence: 'It was withdrawn.',
  },
  {
    value: 'Other',
    label: 'Something else',
    needsReason: 'Say why no case is opened',
    told: 'other',
    sentence: '',
  },
] as const

export type ToldReason = (typeof closeReasons)[number]['told']

const reasonOf = (kept: string) =>
  closeReasons.find(({ value }) => kept === value || kept.startsWith(`${value}:`))

/**
 * The reason as a partner's system is told it. What a worker wrote in their own words stays with us.
 * @param kept the reason as it is kept: one of the list, with the words after a colon where it asks for them
 */
export function toldReason(kept: string): ToldReason {
  return reasonOf(kept)?.told ?? 'other'
}

/** The reason as a sentence for whoever sent it; '' where there is none to be told. */
export function toldSentence(kept: string): string {
  return reasonOf(kept)?.sentence ?? ''
}
