import type { ActionColours } from '../../src/engine/actions/index.ts'
import { always } from '../../src/kernel/period.ts'

/**
 * The days by which actions get their colours. No source gives any: they are the service’s own setting, to be agreed by
 * the board and changed in this file, each from its day on.
 */
export const actionColours: readonly ActionColours[] = [
  {
    id: 'action-colours',
    title: 'Colours of actions',
    source: 'The service’s own setting: no source gives days',
    file: 'practice/milton-keynes/actionColours.ts',
    unverified: true,
    inForce: always,
    soonDays: 7,
    quietDays: 30,
    uncheckedDays: 14,
  },
]
