import { ageWords, aimedAge, readSentences, tipWords } from '../readability/readingAge.ts'

/** Says of each `[data-reading-aid="<id of a field>"]` how easily the field reads, while somebody types in it. */
export function startReadingAid(page: Document): void {
  for (const aid of page.querySelectorAll<HTMLElement>('[data-reading-aid]')) {
    const field = page.getElementById(aid.dataset.readingAid ?? '')
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)
      field.addEventListener('input', () => aid.replaceChildren(listOf(page, field.value)))
  }
}

/** The same as `ReadingAid` draws on the server. */
function listOf(page: Document, text: string): HTMLElement {
  const list = page.createElement('ul')
  list.className = 'govuk-list tl-reading__list'
  const read = readSentences(text)
  for (const { sentence, age, tips } of read) {
    const item = page.createElement('li')
    const isHard = age !== undefined && age > aimedAge
    const figure = page.createElement('strong')
    figure.className = isHard ? 'tl-reading__hard' : 'tl-reading__easy'
    figure.textContent = `${age === undefined ? '' : isHard ? '▲ ' : '✓ '}${ageWords(age)}`
    item.append(figure)
    if (read.length > 1) {
      const said = page.createElement('q')
      said.textContent = sentence
      item.append(': ', said)
    }
    for (const tip of tips) item.append(` ${tipWords(tip)}`)
    list.append(item)
  }
  return list
}
