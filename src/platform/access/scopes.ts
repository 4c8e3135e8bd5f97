/** What a key of the API may do, in words for whoever makes one. What is not here no key may do. */
export const scopes = {
  'notifications:write': 'Send notifications',
  'notifications:read': 'Ask what became of the notifications it has sent',
} as const

export type Scope = keyof typeof scopes

/** Whether a word names a scope. */
export function isScope(word: string): word is Scope {
  return Object.hasOwn(scopes, word)
}
