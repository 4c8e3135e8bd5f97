import { WarningText } from '../../ui/govuk/index.ts'

/** Says which filters of the address were not understood: the list is wider than somebody meant. */
export function NotUnderstood({ filters }: { filters: readonly string[] }) {
  return filters.length === 0 ? null : <WarningText>{notUnderstoodWords(filters)}</WarningText>
}

/**
 * That filters of an address ask for what they do not know, as a sentence. What was asked for is not repeated: anything
 * can stand in an address.
 * @param filters their labels; at least one
 */
export function notUnderstoodWords(filters: readonly string[]): string {
  const labels = filters.map(label => `“${label}”`).join(', ')
  return filters.length === 1
    ? `The address asks for something that the filter ${labels} does not know. It was left out.`
    : `The address asks for something that these filters do not know: ${labels}. They were left out.`
}
