import type { ActionSource } from '../../src/engine/actions/index.ts'

/** Where the actions of the one register come from, in the order in which they are offered. */
export const actionSources: readonly ActionSource[] = [
  { id: 'panel', title: 'Panel' },
  { id: 'plan', title: 'Plan or action plan', alsoCalled: ['YOT action plan', 'Action plan'] },
  { id: 'youth-justice-plan', title: 'Youth justice plan' },
  { id: 'supervision', title: 'Supervision' },
  { id: 'audit', title: 'Audit' },
  { id: 'inspection', title: 'Inspection', alsoCalled: ['HMIP inspection'] },
  { id: 'board', title: 'Board' },
]
