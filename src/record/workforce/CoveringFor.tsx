import { leaveWords, stretchesWords } from './leave.ts'
import type { Covering } from './leaveQueries.ts'

/** For whom somebody covers, and on which of these days they are away themselves; nothing where they cover for nobody. */
export function CoveringFor({ name, all }: { name: string; all: readonly Covering[] }) {
  if (all.length === 0) return null
  return (
    <>
      <p class="govuk-body">
        <bdi>{name}</bdi> covers for:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {all.map(({ leaveId, name: colleague, away, ...days }) => (
          <li key={leaveId}>
            <bdi>{colleague}</bdi>, {leaveWords(days)}
            {away.length > 0 && (
              <>
                . <strong>Nobody covers {stretchesWords(away)}</strong>: <bdi>{name}</bdi> is on leave too
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
