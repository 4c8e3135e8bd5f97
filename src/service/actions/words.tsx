import { actionColourWords, writeDue } from '../../engine/actions/index.ts'
import { reachOf } from '../../platform/access/index.ts'
import type { SignedIn } from '../../platform/http/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { type Action, type Colourable, colouredOn, dueOf, ownersOf, shapeOf } from './action.ts'
import { actionPath } from './paths.ts'

/** The colour by word, shape and colour, with the reason beneath. */
export function ActionColourTag({ it, today }: { it: Colourable; today: Temporal.PlainDate }) {
  const { colour, reason } = colouredOn(it, today)
  return (
    <>
      <StatusTag kind={shapeOf[colour]} word={actionColourWords[colour]} />
      <span class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{reason}</span>
    </>
  )
}

/** Actions as they stand on another page: a meeting, a plan. */
export function ActionTable({
  id,
  caption,
  actions,
  today,
  who,
}: {
  id: string
  caption: string
  actions: readonly Action[]
  today: Temporal.PlainDate
  /** The reader: they open what the register shows them, and only read the rest. */
  who: Pick<SignedIn, 'userId' | 'roles'>
}) {
  const opens = ({ ownerId }: Action) =>
    ownerId === who.userId || reachOf('actions.see', who.roles) !== undefined
  return (
    <SortableTable
      id={id}
      caption={caption}
      rows={actions}
      rowKey={({ actionId }) => actionId}
      columns={[
        {
          key: 'what',
          heading: 'Action',
          isRowHeader: true,
          cell: it =>
            opens(it) ? (
              <a class="govuk-link" href={actionPath.to(it)}>
                {it.what}
              </a>
            ) : (
              it.what
            ),
        },
        { key: 'owner', heading: 'Owner', cell: it => <bdi>{ownersOf(it)}</bdi> },
        { key: 'due', heading: 'Due', cell: it => writeDue(dueOf(it)) },
        { key: 'colour', heading: 'Colour', cell: it => <ActionColourTag it={it} today={today} /> },
      ]}
    />
  )
}
