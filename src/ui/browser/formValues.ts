/** A form's fields by name; a field that stands more than once (checkboxes) is a list. */
export type FormValues = Record<string, string | string[]>

/**
 * What a form holds, for a draft: without the request's token, and without files, which a draft cannot carry.
 * Fields named in `without` (passwords) are left out too.
 */
export function formValues(
  entries: Iterable<readonly [string, FormDataEntryValue]>,
  without: readonly string[] = [],
): FormValues {
  const values: FormValues = {}
  for (const [name, value] of entries) {
    if (typeof value !== 'string' || name === '_csrf' || without.includes(name)) continue
    const before = values[name]
    if (before === undefined) values[name] = value
    else values[name] = [...(Array.isArray(before) ? before : [before]), value]
  }
  return values
}
