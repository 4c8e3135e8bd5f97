import type { z } from 'zod'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { FieldProblem } from './problems.ts'

/**
 * Reads a body by its schema.
 * @returns what it says, or every field that is wrong, in words: those that the schema gives
 */
export function readBody<S extends z.ZodType>(
  schema: S,
  json: unknown,
): Result<z.output<S>, readonly FieldProblem[]> {
  const read = schema.safeParse(json)
  return read.success ? ok(read.data) : refused(read.error.issues.flatMap(problemsOf))
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerTo(issue.path), detail: issue.message }]
  // As many as help; somebody may have sent a thousand.
  return issue.keys.slice(0, 20).map(key => ({
    pointer: pointerTo([...issue.path, key]),
    detail: 'There is no field of this name. Check how it is spelled',
  }))
}

/** A JSON Pointer in the form of a fragment (RFC 6901, section 6). */
export function pointerTo(path: readonly PropertyKey[]): string {
  const tokens = path.map(part => String(part).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1'))
  return `#${tokens.map(token => `/${encodeURIComponent(token.toWellFormed())}`).join('')}`
}
