/**
 * Puts a page that came as the answer to a form in place of this one, as the browser would: title, content, the address
 * to which it was sent, the top of the page. Nothing in it is run; the program's own scripts begin again for it.
 * @param begin begins them
 */
export function showPage(html: string, address: string, begin: (page: Document) => void): void {
  const next = new DOMParser().parseFromString(html, 'text/html')
  document.title = next.title
  document.body.className = next.body.className
  document.body.replaceChildren(...next.body.childNodes)
  if (window.location.pathname !== address) window.history.pushState(null, '', address)
  window.scrollTo(0, 0)
  begin(document)
  // Where there are mistakes, their summary takes the focus by itself.
  if (document.querySelector('.govuk-error-summary')) return
  const asked = document.querySelector<HTMLElement>('main [autofocus]')
  if (asked) {
    asked.focus()
    return
  }
  const main = document.getElementById('main-content')
  main?.setAttribute('tabindex', '-1')
  main?.focus()
}
