import type { stateAfter } from '../assessments/index.ts'

/** How something that is signed and countersigned stands. */
export type SignState = NonNullable<ReturnType<typeof stateAfter>>
