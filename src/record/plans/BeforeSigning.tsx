import { aboutPlanPath, addGoalPath, addStepPath, silencePath } from './paths.ts'
import { type Missing, missingFrom, type Plan, type Voice } from './plan.ts'

type Given = { plan: Plan; voices: readonly Voice[]; today: Temporal.PlainDate }

/** What is missing before a plan can be signed, each with where it is mended; nothing where nothing is. */
export function BeforeSigning({ plan, voices, today }: Given) {
  const missing = missingFrom(plan, voices, today)
  if (missing.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-s">Before it can be signed</h2>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map(it => (
          <li key={`${it.victimId}${it.words}`}>
            <a class="govuk-link" href={mendAt(plan, it)}>
              {it.words}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where something that is missing is put right. */
function mendAt(plan: Plan, { part, goalId, strand, victimId }: Missing): string {
  if (victimId) return silencePath.to({ ...plan, victimId })
  if (goalId) return addStepPath.to({ ...plan, goalId })
  return part === 'goals' && strand ? addGoalPath.to({ ...plan, strand }) : aboutPlanPath.to(plan)
}
