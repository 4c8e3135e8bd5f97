/**
 * Shows a question marked `[data-asked-after="field"][data-asked-when="a b"]` only while the earlier question has one of
 * those answers. Without scripts it always shows, with the words that say when to answer it. What is folded away under a
 * drop-down opens with the answers that need it, and closes with the others.
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
  for (const fold of page.querySelectorAll<HTMLDetailsElement>('details[data-opens-after]')) {
    fold.closest('form')?.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLSelectElement) || target.name !== fold.dataset.opensAfter) return
      fold.open = (fold.dataset.opensFor ?? '').split(' ').includes(target.value)
    })
  }
}
