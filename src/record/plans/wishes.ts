/** What somebody who was harmed may wish for. Source: practice of the service, §6. */
export const wishes = {
  informed: 'To be told how the case goes',
  heard: 'To have their view heard',
  letter: 'A letter from the child',
  mediation: 'Messages carried between them',
  panel: 'To come to the panel',
  meeting: 'To meet the child, with help',
  reparation: 'That something is put right or made good',
  nothing: 'To hear no more of it',
} as const
export type Wish = keyof typeof wishes

/** A wish as it is read; its code where it is no longer in the list. */
export const wishWords = (wish: string): string => (Object.hasOwn(wishes, wish) ? wishes[wish as Wish] : wish)
