import { SummaryList, type SummaryListRow } from '../../ui/govuk/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { type Fact, type FactKindName, factKinds } from './factKinds.ts'
import { periodWords } from './factPeriod.ts'
import { addFactPath, factPath } from './paths.ts'

type Given = {
  name: FactKindName
  childId: string
  facts: readonly Fact[]
  canEdit: boolean
  today: Temporal.PlainDate
}

/** A history of one kind of fact: what is so now, and what was before. */
export function Facts({ name, childId, facts, canEdit, today }: Given) {
  const kind = factKinds[name]
  const row = (fact: Fact): SummaryListRow => ({
    key: periodWords(fact.from, fact.until),
    value: <FactWords name={name} fact={fact} today={today} />,
    actions: canEdit
      ? [
          {
            href: factPath.to({ ...fact, kind: name }),
            text: 'Change',
            visuallyHiddenText: kind.title(fact.said, today),
          },
        ]
      : undefined,
  })
  const now = facts.filter(({ until }) => !until)
  const before = facts.filter(({ until }) => until)
  return (
    <>
      <PageHeaderActions
        heading={kind.heading}
        headingLevel={2}
        actions={
          canEdit
            ? [{ href: addFactPath.to({ childId, kind: name }), text: kind.addText, isSecondary: true }]
            : []
        }
      />
      {facts.length === 0 && <p class="govuk-body">{kind.empty}</p>}
      {facts.length > 0 && now.length === 0 && <p class="govuk-body">Nothing is in place now.</p>}
      {now.length > 0 && <SummaryList rows={now.map(row)} />}
      {before.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Before</h3>
          <SummaryList rows={before.map(row)} />
        </>
      )}
    </>
  )
}

/** What a fact says: its title, whom it must be kept from, and the rest in lines. */
export function FactWords({
  name,
  fact,
  today,
}: {
  name: FactKindName
  fact: Fact
  today: Temporal.PlainDate
}) {
  const kind = factKinds[name]
  const from = fact.said.confidential_from ?? ''
  const lines = kind.lines(fact.said, today).filter(([, words]) => words !== '')
  return (
    <>
      <bdi class="tl-keep-lines">{kind.title(fact.said, today)}</bdi>
      {from !== '' && (
        <div>
          <KeptFrom who={from} />
        </div>
      )}
      {lines.map(([key, words]) => (
        <div class="tl-keep-lines" key={key}>
          {key}: <bdi>{words}</bdi>
        </div>
      ))}
    </>
  )
}

/** The mark of an address that somebody must not learn of: it stands wherever the address does, on paper too. */
export function KeptFrom({ who }: { who: string }) {
  return (
    <>
      <Badge colour="red">Confidential</Badge> Must not become known to <bdi>{who}</bdi>
    </>
  )
}
