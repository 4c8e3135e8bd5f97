/**
 * Splits a list into the stretches whose members pass the test; what does not pass is left out, and parts
 * one stretch from the next. A line is drawn along each stretch, so that what is not known is not drawn.
 */
export function runs<Item>(items: readonly Item[], passes: (item: Item) => boolean): Item[][] {
  const found: Item[][] = []
  let isOpen = false
  for (const item of items) {
    if (!passes(item)) {
      isOpen = false
      continue
    }
    if (isOpen) found.at(-1)?.push(item)
    else found.push([item])
    isOpen = true
  }
  return found
}
