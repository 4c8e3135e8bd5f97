import { type ClockLine, type Pathway, saidOf, startsElsewhere } from '../../engine/pathways/index.ts'
import { Details } from '../../ui/govuk/index.ts'
import { ClockTable } from './ClockTable.tsx'

type Given = {
  pathway: Pathway
  lines: readonly ClockLine[]
  hasEnded: boolean
}

/**
 * The clocks of a case. Only what has started has a line among what is due: what waits for something that may never
 * happen is said in few words below, and not at all once the case has ended.
 */
export function CaseClocks({ pathway, lines, hasEnded }: Given) {
  const started = lines.filter(({ state }) => state.kind !== 'notStarted')
  const others = hasEnded ? [] : lines.filter(({ state }) => state.kind === 'notStarted')
  return (
    <>
      {started.length > 0 && <ClockTable id="clocks" caption="What is due" lines={started} />}
      {others.length > 0 && (
        <Details summary={`Deadlines that have not started (${others.length})`}>
          <ul class="govuk-list govuk-list--bullet">
            {others.map(({ clock }) => (
              <li key={clock.id}>
                {clock.title}: {startsElsewhere(pathway, clock) ? 'starts only if' : 'starts with'} “
                {saidOf(pathway, clock.from)}”
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
