import { practiceInUse } from '../../engine/packs/index.ts'
import { type ContactLevel, type ContactPolicy, findLevel, policyOn } from '../../engine/plans/index.ts'
import type { PlanHead } from './plan.ts'

const times = (count: number) => (count === 1 ? '1 contact' : `${count} contacts`)

/** What a level asks for, in words. */
export function contactsWords({ firstWeeks }: ContactPolicy, { atFirst, after }: ContactLevel): string {
  return atFirst === after
    ? `${times(atFirst)} a month`
    : `${times(atFirst)} a month for ${firstWeeks} weeks, then ${after} a month`
}

/** The level of a plan with the policy under which it stands; undefined where none was chosen, or none is in force. */
export function levelOf({
  level,
  startsOn,
}: Pick<PlanHead, 'level' | 'startsOn'>):
  | { policy: ContactPolicy; level: ContactLevel; startsOn: Temporal.PlainDate }
  | undefined {
  const policy = startsOn === null ? undefined : policyOn(practiceInUse().contactPolicies, startsOn)
  const found = findLevel(policy, level)
  return policy && found && startsOn !== null ? { policy, level: found, startsOn } : undefined
}
