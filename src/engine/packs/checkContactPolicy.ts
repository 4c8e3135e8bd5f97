import type { ContactPolicy } from '../plans/index.ts'

/** Faults of a policy of contacts: numbers by which nobody is met, levels that stand twice, a day that is not one. */
export function checkContactPolicy(
  policy: ContactPolicy,
  policies: readonly ContactPolicy[],
): readonly string[] {
  const { inForceFrom, firstWeeks, levels } = policy
  const ids = levels.map(({ id }) => id)
  return [
    ...(/^\d{4}-\d\d-\d\d$/.test(inForceFrom)
      ? []
      : [`The policy holds from “${inForceFrom}”: write the day as 2026-04-01.`]),
    ...(Number.isInteger(firstWeeks) && firstWeeks > 0
      ? []
      : [`The first number holds for ${firstWeeks} weeks: it must be a whole number from 1 on.`]),
    ...(levels.length > 0 ? [] : ['The policy has no level.']),
    ...levels
      .filter(({ id }, index) => ids.indexOf(id) < index)
      .map(({ id }) => `The level “${id}” stands twice.`),
    ...levels
      .filter(({ atFirst, after }) => ![atFirst, after].every(each => Number.isInteger(each) && each >= 0))
      .map(({ id }) => `The contacts of the level “${id}” must be whole numbers from 0 on.`),
    ...(policies.some(other => other !== policy && other.inForceFrom === inForceFrom && other.id < policy.id)
      ? [`Another policy holds from ${inForceFrom} too: it must be clear which one does.`]
      : []),
  ]
}
