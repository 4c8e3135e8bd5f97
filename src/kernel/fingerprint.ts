/**
 * A short name for a text, the same for the same text: for telling whether an answer was touched, never for secrets.
 * FNV-1a, 32 bits (RFC draft-eastlake-fnv), over code points, with line ends made alike as forms change them.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const unit of text.replace(/\r\n?/g, '\n').trimEnd()) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash.toString(36)
}
