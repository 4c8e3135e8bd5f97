import type { Visit } from '../../platform/http/index.ts'
import type { Goal } from '../plans/index.ts'
import { ownLastMark } from './ownMarks.ts'
import type { FoundPage } from './ownPageQueries.ts'
import { ownMarkPath } from './paths.ts'
import { Csrf, type Unsaid } from './writing.tsx'

const marks = Array.from({ length: 11 }, (_each, mark) => mark)

type MarkingGiven = {
  visit: Visit
  it: FoundPage
  goal: Goal
  pages: ReadonlySet<string>
  unsaid: Unsaid | undefined
}

/** How a goal is going, on the child’s own scale. */
export function Marking({ visit, it, goal, pages, unsaid }: MarkingGiven) {
  const at = `goal-${goal.goalId}`
  const last = ownLastMark(goal, it.whose, pages)
  const ends = [
    goal.lowWords !== '' && `0 is: ${goal.lowWords}.`,
    goal.highWords !== '' && `10 is: ${goal.highWords}.`,
  ].filter(Boolean)
  return (
    <div lang="en-GB" dir="ltr" id={at}>
      {last && (
        <p>
          Last time: <strong>{last.mark} of 10</strong>.
        </p>
      )}
      <details open={unsaid?.at === at}>
        <summary>How is it going?</summary>
        <form method="post" action={ownMarkPath.to({ token: visit.params.token ?? '', goalId: goal.goalId })}>
          <Csrf visit={visit} />
          {unsaid?.at === at && <p class="tl-own-error">{unsaid.message}</p>}
          <fieldset>
            <legend>
              {it.whose === 'child' ? 'Pick a number.' : 'How do you see it? Pick a number.'} {ends.join(' ')}
            </legend>
            <div class="tl-own-marks">
              {marks.map(mark => (
                <label key={mark}>
                  <input type="radio" name="mark" value={mark} />
                  {mark}
                </label>
              ))}
            </div>
          </fieldset>
          <button class="tl-own-main" type="submit">
            Save
          </button>
        </form>
      </details>
    </div>
  )
}
