/** The names that a pattern such as "/children/:childId/notes/:noteId" asks for. */
type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

/** One address of the product, used by its route, by links to it and by tests. */
export type Path<P extends string = string> = {
  pattern: P
  /** The address with the names filled in: to({ childId }). */
  to: [Names<P>] extends [never] ? () => string : (values: Record<Names<P>, string>) => string
}

/** Declares an address once. */
export function path<const P extends string>(pattern: P): Path<P> {
  const to = (values: Record<string, string> = {}) =>
    pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
  return { pattern, to: to as Path<P>['to'] }
}

/**
 * The address without the parts that a form sent although nothing was chosen or typed for them (`?role=&show=all`);
 * undefined where there are none. A page leads on to it, so that what is asked has one address, also without scripts.
 */
export function withoutEmptyParts(address: string, query: URLSearchParams): string | undefined {
  const parts = [...query]
  const kept = parts.filter(([, value]) => value !== '')
  if (kept.length === parts.length) return undefined
  return kept.length === 0 ? address : `${address}?${new URLSearchParams(kept)}`
}
