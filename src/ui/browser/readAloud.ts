/**
 * Makes `[data-read-aloud="<id>"]` buttons read that part of the page out, by the Web Speech API: the voice is the phone’s own, and
 * nothing is sent anywhere by us. They are sent hidden, since without a script or a voice they could do nothing.
 */
export function startReadingAloud(page: Document, { speechSynthesis }: Window): void {
  if (!speechSynthesis) return
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-read-aloud]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      const wasReading = speechSynthesis.speaking
      speechSynthesis.cancel()
      if (wasReading && button.getAttribute('aria-pressed') === 'true') return
      const part = page.getElementById(button.dataset.readAloud ?? '')
      if (!part) return
      // Line by line: some phones stop in the middle of a long text.
      for (const line of linesOf(part)) {
        const said = new SpeechSynthesisUtterance(line.words)
        said.lang = line.language
        said.rate = 0.9
        speechSynthesis.speak(said)
      }
      button.setAttribute('aria-pressed', 'true')
    })
  }
}

/** What is to be read, in order, each line in its language; forms and buttons are left out. */
function linesOf(part: HTMLElement): { words: string; language: string }[] {
  const lines = [...part.querySelectorAll<HTMLElement>('h2, h3, h4, p, li')]
  return lines
    .filter(line => !line.closest('form, details'))
    .map(line => ({
      words: line.innerText.trim(),
      language: line.closest<HTMLElement>('[lang]')?.lang ?? 'en-GB',
    }))
    .filter(({ words }) => words !== '')
}
