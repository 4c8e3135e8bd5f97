/** What is needed of a key press to tell whether it leads to the search box. */
interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  /** Whether the person is typing into something. */
  isTyping: boolean
}

/** True for a bare "/" pressed anywhere but in a field. */
export function leadsToSearch(press: KeyPress): boolean {
  return press.key === '/' && !press.ctrlKey && !press.metaKey && !press.altKey && !press.isTyping
}

/** Lets "/" go to the search box, on pages whose box allows it (a person can turn it off). */
export function startSearchKey(page: Document): void {
  page.addEventListener('keydown', event => {
    // Looked for when it is pressed: another page may have taken the place of the first.
    const box = page.querySelector<HTMLInputElement>('input[data-search-key]')
    if (!box) return
    const { key, ctrlKey, metaKey, altKey } = event
    if (!leadsToSearch({ key, ctrlKey, metaKey, altKey, isTyping: isField(event.target) })) return
    event.preventDefault()
    box.focus()
    box.select()
  })
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
