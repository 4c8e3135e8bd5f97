import { Details, InsetText } from '../../ui/govuk/index.ts'
import { alertWords, type Child } from '../children/index.ts'

/** What whoever plans a meeting must know first: every open alert in its words, in view where it is about the way there. */
export function KnowBefore({ child, isUrgent }: { child: Pick<Child, 'alerts'>; isUrgent: boolean }) {
  if (child.alerts.length === 0) return null
  const list = (
    <ul class="govuk-list govuk-list--bullet">
      {child.alerts.map(({ alertId, kind, text }) => (
        <li key={alertId}>
          <strong>{alertWords(kind).label}</strong>: <span dir="auto">{text}</span>
        </li>
      ))}
    </ul>
  )
  return isUrgent ? (
    <InsetText>
      <p class="govuk-body">Before you choose the place and the way there, know this:</p>
      {list}
    </InsetText>
  ) : (
    <Details summary="Alerts about this child">{list}</Details>
  )
}
