/** Makes `[data-print]` buttons print. They are sent hidden, because without a script they could do nothing. */
export function startPrintButtons(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
