/**
 * Puts a page that came as the answer to a form in place of this one, as the browser would: title, content, the address
 * to which it was sent, the top of the page. Nothing in it is run; the program's own scripts begin again for it.
 * @param begin begins them
 */
export function showPage(html: string, address: string, begin: (page: Document) => void): void {
  const next = new DOMParser().parseFromString(html, 'text/html')
  document.title = next.title
  showStyles(next)
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

/** A page for a child or a parent has a stylesheet of its own: the ones that the next page asks for take the place of these. */
function showStyles(next: Document): void {
  const sheetsOf = (page: Document) => [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  const hrefOf = (sheet: HTMLLinkElement) => sheet.getAttribute('href')
  const here = sheetsOf(document)
  const wanted = sheetsOf(next)
  document.head.append(...wanted.filter(sheet => !here.some(each => hrefOf(each) === hrefOf(sheet))))
  for (const sheet of here) if (!wanted.some(each => hrefOf(each) === hrefOf(sheet))) sheet.remove()
}
