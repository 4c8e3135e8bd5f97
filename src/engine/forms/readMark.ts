import { fingerprint } from '../../kernel/fingerprint.ts'
import type { Request } from '../../platform/http/index.ts'
import type { Refusal } from './declaredPage.ts'

/** Under which name a page sends along a mark of what stood on it. */
const readName = 'read-mark'

/** What a form sends along unseen, where somebody puts their name to what they have read on its page. */
export function carryRead(what: unknown): Readonly<Record<string, readonly string[]>> {
  return { [readName]: [markOf(what)] }
}

/**
 * Why nothing is signed: what stands there now is not what was read. The page that comes back shows it as it is now, and carries its mark.
 * @param field at which question it is said
 * @returns undefined where it is the same
 */
export function notWhatWasRead(
  { sent }: Pick<Request, 'sent'>,
  what: unknown,
  field: string,
): Refusal | undefined {
  if (sent.one(readName) === markOf(what)) return undefined
  const message = 'It has been changed since you opened this page. Read it as it is now, then decide'
  return { kind: 'errors', isAskedAnew: true, errors: [{ field, message }] }
}

const markOf = (what: unknown) => fingerprint(JSON.stringify(what))
