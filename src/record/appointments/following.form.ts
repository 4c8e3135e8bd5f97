/** Whether something is done to one appointment of a series, or also to those that follow. */
export type Which = 'this' | 'following'

/** Asks which, where an appointment has others of its series after it. */
export function followingField(following: number, done: string) {
  const field = {
    kind: 'choice',
    label: `Which are ${done}?`,
    options: [
      { value: 'this', label: 'Only this one' },
      {
        value: 'following',
        label: `This one and ${following === 1 ? 'the 1' : `all ${following}`} that ${following === 1 ? 'follows' : 'follow'}`,
      },
    ],
  } as const
  const asked: { which?: typeof field } = following > 0 ? { which: field } : {}
  // Not asked is not answered.
  return asked as { which: typeof field }
}
