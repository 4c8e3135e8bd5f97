/**
 * Shows a question marked `[data-asked-after="field"][data-asked-when="a b"]` only while the earlier question has one of
 * those answers. Without scripts it always shows, with the words that say when to answer it.
 */
export function startAskedWhen(page: Document): void {
  for (const question of page.querySelectorAll<HTMLElement>('[data-asked-after]')) {
    const form = question.closest('form')
    if (!form) continue
    const update = () => {
      const answers = new FormData(form).getAll(question.dataset.askedAfter ?? '')
      const when = (question.dataset.askedWhen ?? '').split(' ')
      question.hidden = !answers.some(answer => when.includes(String(answer)))
    }
    form.addEventListener('change', update)
    update()
  }
}
