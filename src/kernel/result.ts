/**
 * What a rule answers when it may refuse. A refusal that can be expected is a value which the
 * caller must look at before it can reach the answer; an exception is a bug.
 */
export type Result<Value, Reason> = Ok<Value> | Refused<Reason>

/** The rule gave an answer. */
export type Ok<Value> = { readonly ok: true; readonly value: Value }

/** The rule refused, and says why. */
export type Refused<Reason> = { readonly ok: false; readonly reason: Reason }

/** Wraps an answer. */
export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value }
}

/** Wraps the reason for a refusal: usually an object with a `kind` to switch on. */
export function refused<const Reason>(reason: Reason): Refused<Reason> {
  return { ok: false, reason }
}
