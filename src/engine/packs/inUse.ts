import { checkDefinitions } from './checkDefinitions.ts'
import type { Practice } from './practice.ts'

/** Definitions that do not hold together: each fault names its file. */
export class PracticeFault extends Error {
  override readonly name = 'PracticeFault'
}

let inUse: Practice | undefined

/**
 * Puts definitions to use, once, when the program starts.
 * @throws PracticeFault when they do not hold together
 */
export function usePractice(practice: Practice): void {
  const faults = checkDefinitions(practice)
  if (faults.length > 0) {
    const lines = faults.map(({ file, fault }) => `${file}: ${fault}`)
    throw new PracticeFault(`The definitions in practice/ do not hold together:\n  ${lines.join('\n  ')}`)
  }
  inUse = practice
}

/** The definitions that this program works with. */
export function practiceInUse(): Practice {
  if (!inUse) throw new Error('No definitions have been put to use: usePractice comes first')
  return inUse
}
