/** What is needed of a key press to tell whether it shows less or more of a drawing. */
interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** Closer for a bare "+", also without its shift key; farther for a bare "-"; undefined for any other. */
export function zoomOf({ key, ctrlKey, metaKey, altKey }: KeyPress): 'closer' | 'farther' | undefined {
  // With one of these the browser enlarges the whole page.
  if (ctrlKey || metaKey || altKey) return undefined
  if (key === '+' || key === '=') return 'closer'
  return key === '-' ? 'farther' : undefined
}

/** Lets + and - follow the links of a drawing that has the focus, or a mark in it: `data-closer` and `data-farther`. */
export function startDrawingKeys(page: Document): void {
  page.addEventListener('keydown', event => {
    const zoom = zoomOf(event)
    if (zoom === undefined || !(event.target instanceof Element)) return
    const href = event.target.closest<HTMLElement>('[data-closer], [data-farther]')?.dataset[zoom]
    if (href === undefined) return
    event.preventDefault()
    page.location.assign(href)
  })
}
