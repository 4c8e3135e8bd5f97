import type { FormEvent } from '../../../src/engine/assessments/index.ts'
import { clock, workingDays } from '../../../src/engine/clocks/index.ts'
import { always } from '../../../src/kernel/period.ts'

/** A senior reads what a worker has signed, and countersigns it or gives it back. */
export const countersigned = clock<FormEvent>('countersigned', {
  title: 'Read by a senior',
  from: 'signed',
  to: ['countersigned', 'returned', 'taken-back'],
  repeats: true,
  within: workingDays(5),
  policy: 'service',
  source: 'The service’s own policy. No national number of days is set.',
  inForce: always,
  unverified: true,
})
