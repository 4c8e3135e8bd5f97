import { labelOf } from '../../engine/codes/index.ts'
import type { ListColumn } from '../../engine/lists/index.ts'
import { findCodeList, practiceInUse } from '../../engine/packs/index.ts'
import { takesFrom } from '../../engine/pathways/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { birthSaid } from './birthSaid.ts'
import { dayReceived, outcomeDay, saidIn } from './identify.ts'
import type { Notification } from './notificationQueries.ts'
import { arrivalPath } from './paths.ts'
import { routeWords } from './whatWasSaid.tsx'

/** What the police decided, where no pathway takes it for that. */
function strangeOutcome(it: Notification): string | undefined {
  const code = saidIn(it).text('outcome')
  const isTaken = practiceInUse().pathways.some(pathway => takesFrom(pathway, it.routeIn, it.details))
  if (code === '' || isTaken) return undefined
  const outcomes = findCodeList(practiceInUse(), 'police-outcomes')
  return (outcomes && labelOf(outcomes, code, outcomeDay(it))) ?? code
}

function sentBy(it: Notification): string {
  const outcome = strangeOutcome(it)
  return outcome === undefined ? routeWords(it) : `${routeWords(it)}: ${outcome}`
}

/** When the child was born, as it was said; a year or an age that was said makes an estimate. */
function bornWords(it: Notification): string {
  const birth = birthSaid(saidIn(it))
  if (!birth) return 'Not known'
  return birth.basis === 'known' ? writeDate(birth.date) : `${writeDate(birth.date)} (estimated)`
}

const wholeName = (it: Notification) => `${it.givenName} ${it.familyName}`.trim()

/** The columns in which what arrived is shown, wherever it is. */
export const arrivalColumns: readonly (ListColumn<Notification> &
  Required<Pick<ListColumn<Notification>, 'cell'>>)[] = [
  {
    key: 'name',
    heading: 'Name',
    isRowHeader: true,
    cell: it => (
      <a class="govuk-link" href={arrivalPath.to(it)}>
        <bdi>{wholeName(it)}</bdi>
      </a>
    ),
    exports: wholeName,
  },
  {
    key: 'born',
    heading: 'Date of birth',
    isOneLine: true,
    cell: bornWords,
    exports: it => it.birthDate,
  },
  {
    key: 'received',
    heading: 'Received',
    isOneLine: true,
    cell: it => writeDate(dayReceived(it)),
    exports: dayReceived,
  },
  { key: 'route', heading: 'Sent by', cell: sentBy, exports: sentBy },
  {
    key: 'reference',
    heading: 'Their reference',
    cell: it => it.reference ?? 'None',
    exports: it => it.reference,
  },
]

type WaitingGiven = { open: readonly Notification[]; id?: string; caption?: string }

/** What waits to be identified, each leading to the question who it is; or what was closed, each leading to why. */
export function WaitingTable({
  open,
  id = 'open',
  caption = 'Arrivals to identify, the oldest first',
}: WaitingGiven) {
  return (
    <SortableTable
      id={id}
      caption={caption}
      isCaptionHidden
      rows={open}
      rowKey={it => it.notificationId}
      columns={arrivalColumns.map(({ exports: _, ...column }) => column)}
    />
  )
}
