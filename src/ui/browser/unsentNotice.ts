/**
 * Says beside the button that was pressed that the form has not been sent, where it is seen, and offers to try again. One
 * notice a form.
 */
export function sayUnsent(
  form: HTMLFormElement,
  words: string,
  { pressed, again }: { pressed?: Element | null; again?: () => void } = {},
): void {
  clearNotice(form)
  const notice = document.createElement('div')
  notice.className = 'tl-unsent'
  notice.dataset.unsent = ''
  notice.setAttribute('role', 'alert')
  const text = document.createElement('p')
  text.textContent = words
  notice.append(text)
  if (again) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'govuk-button govuk-button--secondary'
    button.textContent = 'Try again now'
    button.addEventListener('click', again)
    notice.append(button)
  }
  const children = [...form.children]
  const place =
    children.find(child => pressed && child.contains(pressed)) ??
    children.findLast(child => child.querySelector('button') !== null)
  if (place) place.before(notice)
  else form.append(notice)
  notice.scrollIntoView({ block: 'center' })
}

export function clearNotice(form: HTMLFormElement): void {
  form.querySelector('[data-unsent]')?.remove()
}

/** Says at the head of a page that something typed on another page of this tab has not been sent. */
export function sayUnsentElsewhere(page: Document, addresses: readonly string[]): void {
  const main = page.getElementById('main-content')
  if (!main || addresses.length === 0) return
  const notice = page.createElement('div')
  notice.className = 'tl-unsent'
  notice.setAttribute('role', 'alert')
  for (const address of addresses) {
    const line = page.createElement('p')
    const link = page.createElement('a')
    link.className = 'govuk-link'
    link.href = address
    link.textContent = 'Go back to it'
    line.append('What you typed on another page has not been sent yet. ', link, '.')
    notice.append(line)
  }
  main.prepend(notice)
}
