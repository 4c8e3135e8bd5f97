import { may } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { type Child, ownPagesPath, planPath } from '../children/index.ts'
import { strandIds, strands } from './plan.ts'
import { type GoalLine, listGoalLines } from './planQueries.ts'

/** The three strands of the plan in force, a line each, as they stand on the first page about a child; undefined for whoever reads no plan. */
export async function planNow(request: Request, child: Child) {
  if (!may('plans.see', request.who.roles, child.isRelated)) return undefined
  const lines = await listGoalLines(request.tx, child.childId)
  const href = planPath.to({ childId: child.childId })
  return (
    <section aria-labelledby="plan-now">
      <h2 class="govuk-heading-m" id="plan-now">
        <a class="govuk-link" href={href}>
          Plan
        </a>
      </h2>
      {lines.length === 0 ? (
        <p class="govuk-body">No plan is in force.</p>
      ) : (
        <dl class="tl-plan-now">
          {strandIds.map(strand => (
            <div key={strand}>
              <dt>{strands[strand].title}</dt>
              <dd>
                {lines
                  .filter(line => line.strand === strand)
                  .map(line => (
                    <Line key={line.words} {...line} />
                  ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {may('ownPages.make', request.who.roles, child.isRelated) && (
        <p class="govuk-body-s tl-no-print">
          <a class="govuk-link" href={ownPagesPath.to({ childId: child.childId })}>
            Pages of their own
          </a>
        </p>
      )}
    </section>
  )
}

function Line({ words, mark }: GoalLine) {
  return (
    <p class="govuk-body-s">
      <bdi>{words}</bdi>
      {mark !== null && <strong> {mark} of 10</strong>}
    </p>
  )
}
