/** How somebody came by a case: named for it, or in whose place, and by whom where that is somebody else. */
export function handedWords({ fromName, byName }: { fromName: string | null; byName: string }): string {
  if (fromName === null) return `Named as the worker by ${byName}`
  return fromName === byName ? `Handed over by ${fromName}` : `Handed over from ${fromName} by ${byName}`
}
