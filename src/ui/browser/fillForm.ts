/** Puts back what a form held. Its questions then show and hide what hangs on the answers, as if they had been typed. */
export function fillForm(form: HTMLFormElement, entries: readonly (readonly [string, string])[]): void {
  const values = Map.groupBy(entries, ([name]) => name)
  const next = (name: string) => values.get(name)?.shift()?.[1]
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
      const chosen = entries.some(([name, value]) => name === control.name && value === control.value)
      control.checked = chosen
    } else if (isTyped(control) && values.has(control.name)) control.value = next(control.name) ?? ''
  }
  form.dispatchEvent(new Event('change', { bubbles: true }))
}

function isTyped(control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (control instanceof HTMLInputElement) return control.type !== 'file'
  return control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement
}
