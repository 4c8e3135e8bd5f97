import { z } from 'zod'

/** A field of what was sent that is wrong: where (a JSON Pointer, RFC 6901, as a fragment), and what to do. */
export type FieldProblem = { pointer: string; detail: string }

/** A refusal in the form of RFC 9457. */
export type Problem = {
  kind: 'problem'
  problem: ProblemKind
  /** What is wrong this time; without it the kind's own words stand. */
  detail?: string
  errors?: readonly FieldProblem[]
  headers?: Readonly<Record<string, string>>
}

type About = { status: number; title: string; words: string }

/** Every problem that the API can answer with. The name of each is the last part of its `type`. */
export const problems = {
  unreadable: {
    status: 400,
    title: 'That could not be read',
    words: 'The request is not complete, not JSON, or not in UTF-8. Nothing was kept.',
  },
  'no-idempotency-key': {
    status: 400,
    title: 'An Idempotency-Key is needed',
    words:
      'Make a new key (a random UUID does well) for each thing that you send, put it in the header Idempotency-Key, and send the same key whenever you send the same thing again.',
  },
  'no-key': {
    status: 401,
    title: 'A key is needed',
    words: 'Send your API key in the header Authorization, after the word Bearer.',
  },
  'key-refused': {
    status: 401,
    title: 'This key is not accepted',
    words: 'The key is not known, has been ended, or is past its last day. Ask the service for a new one.',
  },
  'missing-scope': {
    status: 403,
    title: 'This key may not do that',
    words: 'The key was made without the scope that this needs. Ask the service for a key that has it.',
  },
  'from-a-page': {
    status: 403,
    title: 'Pages of other sites may not ask',
    words: 'The API is for programs, not for scripts in a page: a key does not belong in a browser.',
  },
  'not-found': {
    status: 404,
    title: 'There is no such thing',
    words: 'Nothing is at this address that this key may know of.',
  },
  'wrong-method': {
    status: 405,
    title: 'That cannot be done here',
    words: 'This address takes other methods: the header Allow names them.',
  },
  'in-progress': {
    status: 409,
    title: 'The same request is being worked on',
    words: 'A request with this Idempotency-Key has not been answered yet. Wait a second and send it again.',
  },
  'too-large': {
    status: 413,
    title: 'That is too large',
    words: 'The body has more bytes than this address takes. Nothing was kept.',
  },
  'wrong-type': {
    status: 415,
    title: 'That is not JSON',
    words: 'Send the body as application/json, in UTF-8 and not compressed.',
  },
  invalid: {
    status: 422,
    title: 'Something must be corrected',
    words: 'Nothing was kept. Each error says where it is and what to do.',
  },
  'idempotency-key-used': {
    status: 422,
    title: 'This Idempotency-Key was used for something else',
    words: 'Another body was sent with it within the last 24 hours. Nothing was kept. Make a new key.',
  },
  'too-many': {
    status: 429,
    title: 'Too many requests',
    words: 'Wait as many seconds as the header Retry-After says, then send it again.',
  },
  failure: {
    status: 500,
    title: 'Something went wrong',
    words:
      'This is a fault of ours. Send it again with the same Idempotency-Key; if it happens again, tell the service the number in “instance”.',
  },
  unavailable: {
    status: 503,
    title: 'Throughline cannot be reached for a moment',
    words:
      'The database is not answering. What you sent may or may not have been kept: send it again with the same Idempotency-Key, and it is done once.',
  },
} as const satisfies Record<string, About>

export type ProblemKind = keyof typeof problems

/** A refusal, as an answer. */
export function problem(kind: ProblemKind, more: Omit<Problem, 'kind' | 'problem'> = {}): Problem {
  return { kind: 'problem', problem: kind, ...more }
}

/** Fields that are wrong, as an answer. */
export function invalid(errors: readonly FieldProblem[]): Problem {
  return problem('invalid', { errors })
}

/** What goes over the wire. */
export function problemBody({ problem: kind, detail, errors }: Problem, requestId: string, docs: string) {
  const { status, title, words } = problems[kind]
  return {
    type: `${docs}#${kind}`,
    title,
    status,
    detail: detail ?? words,
    instance: requestId,
    ...(errors ? { errors } : {}),
  }
}

/** The same as a schema. */
export const problemSchema = z.object({
  type: z.url().meta({ description: 'Which problem it is: an address that explains it' }),
  title: z.string().meta({ description: 'The problem in a few words, always the same' }),
  status: z.int().meta({ description: 'The status of the answer' }),
  detail: z.string().meta({ description: 'What is wrong this time, and what to do' }),
  instance: z.string().meta({ description: 'The number of this request, to be told to the service' }),
  errors: z
    .array(
      z.object({
        pointer: z.string().meta({ description: 'The field, as a JSON Pointer: #/date_of_birth' }),
        detail: z.string().meta({ description: 'What to do about it' }),
      }),
    )
    .optional()
    .meta({ description: 'What is wrong with each field' }),
})
