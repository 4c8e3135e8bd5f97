/** A job that could not be done, with words that an administrator may read: they hold nothing about anybody. */
export class JobFault extends Error {
  override readonly name = 'JobFault'
}

/**
 * What the queue may keep of a job's fault. The message of any other fault can hold a person's words (a value that a
 * constraint refused, an address that a mail server named), so only its kind is kept.
 */
export function keepSafe(fault: unknown): JobFault {
  if (fault instanceof JobFault) return fault
  const { name, code } = fault as { name?: unknown; code?: unknown }
  const kind = [name, code].filter(word => typeof word === 'string' || typeof word === 'number').join(' ')
  return new JobFault(`A fault in the program: ${kind || 'unknown'}`)
}
