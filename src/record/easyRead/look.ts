/** How a page for a child can look, chosen by whoever reads it. */
export const looks = [
  { name: 'contrast', words: 'High contrast' },
  { name: 'letters', words: 'Easier letters' },
] as const
export type Look = (typeof looks)[number]['name']

/** The looks among what was sent; anything else is left out. */
export function lookFrom(names: readonly string[]): Look[] {
  return looks.map(({ name }) => name).filter(name => names.includes(name))
}
