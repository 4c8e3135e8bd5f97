declare const kind: unique symbol

/**
 * The id of one kind of thing, such as `Id<'child'>`: a version 7 uuid in lower case. The kind is
 * known to the compiler only, so that a victim's id cannot be handed in where a child's is wanted.
 */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

const uuidVersion7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * Reads an id out of an address, a form or a file: `parseId<'child'>(text)`. Upper case is accepted.
 * Undefined for anything that is not a version 7 uuid (RFC 9562, section 5.7).
 */
export function parseId<Kind extends string>(text: string): Id<Kind> | undefined {
  const lower = text.toLowerCase()
  return isId<Kind>(lower) ? lower : undefined
}

function isId<Kind extends string>(text: string): text is Id<Kind> {
  return uuidVersion7.test(text)
}
