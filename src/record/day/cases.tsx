import type { JSX } from 'preact'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { Fold } from '../../ui/layout/Fold.tsx'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { addContactPath } from '../appointments/index.ts'
import {
  ClockRule,
  ClockStanding,
  casePath,
  clockWords,
  handedWords,
  handOverPath,
  standing,
} from '../cases/index.ts'
import { alertTitles } from '../children/index.ts'
import { addNotePath } from '../notes/index.ts'
import type { CaseLine, CaseToDo, DueLine } from './caseToDo.ts'
import { mostShown } from './dayQueries.ts'

const titleOf = ({ pathway }: CaseToDo) => findPathway(practiceInUse(), pathway)?.title ?? pathway

/** The child of a case with what to beware of, and for whom it is covered. */
function ChildOf({ it }: { it: CaseToDo }) {
  return (
    <>
      <a class="govuk-link" href={casePath.to(it)}>
        <bdi>{it.childName}</bdi>
      </a>
      {alertTitles(it.alerts).map(alert => (
        <div key={alert}>
          <StatusTag kind="overdue" word={alert} />
        </div>
      ))}
      <CoveringFor name={it.coveringFor} />
    </>
  )
}

/** Said beside everything that is somebody else's, and mine only as long as I cover. */
export function CoveringFor({ name }: { name: string | null }) {
  return name === null ? null : <div class="govuk-hint tl-hint-below">Covering for {name}</div>
}

/** "the 100 most pressing of 101", or the number alone. */
function numberOf(shown: number, all: number, first: string): string {
  return all > shown ? `the ${shown} ${first} of ${all}` : String(all)
}

/** What is overdue or due today, with the rule that says so. */
export function DueNow({ lines, hasLater }: { lines: readonly DueLine[]; hasLater: boolean }) {
  return (
    <DueTable
      id="due"
      caption="Overdue and due today"
      lines={lines}
      empty={
        hasLater ? (
          <p class="govuk-body">Nothing is overdue or due today.</p>
        ) : (
          <EmptyState title="Nothing is due this week">
            What is overdue, or due within seven days, stands here with the rule that says so.
          </EmptyState>
        )
      }
    />
  )
}

/** What is due later within the week: nothing where there is none. */
export function DueLater({ lines }: { lines: readonly DueLine[] }) {
  if (lines.length === 0) return null
  return (
    <Fold summary={`Due later this week (${lines.length})`}>
      <DueTable id="due-later" caption="Due later this week" lines={lines} />
    </Fold>
  )
}

/** What is due in the cases of somebody and for others to do: the holder, whoever covers, or a senior who names a worker. */
export function DueOfOthers({ lines }: { lines: readonly DueLine[] }) {
  if (lines.length === 0) return null
  return (
    <Fold summary={`For others to do in these cases (${lines.length})`}>
      <DueTable id="due-of-others" caption="For others to do in these cases" lines={lines} />
    </Fold>
  )
}

type DueGiven = { id: string; caption: string; lines: readonly DueLine[]; empty?: JSX.Element }

function DueTable({ id, caption, lines, empty }: DueGiven) {
  const first = lines.slice(0, mostShown)
  return (
    <SortableTable
      id={id}
      caption={`${caption} (${numberOf(first.length, lines.length, 'most pressing')})`}
      rows={first}
      rowKey={({ it, line }) => `${it.involvementId} ${line.clock.id} ${clockWords(line.state).due}`}
      empty={empty}
      columns={[
        { key: 'what', heading: 'What', isRowHeader: true, cell: ({ line }) => line.clock.title },
        { key: 'child', heading: 'Child', cell: ChildOf },
        {
          key: 'stands',
          heading: 'How it stands',
          cell: ({ line }) => <ClockStanding state={line.state} />,
        },
        { key: 'why', heading: 'Why', cell: ({ line }) => <ClockRule {...line} /> },
      ]}
    />
  )
}

/** Cases that were given to somebody and wait to be read, and those in which they work beside the holder since lately. */
export function NewTable({ cases, isOwn }: { cases: readonly CaseToDo[]; isOwn: boolean }) {
  if (cases.length === 0) return null
  return (
    <SortableTable
      id="new"
      caption={`New (${cases.length})`}
      rows={cases}
      rowKey={({ involvementId }) => involvementId}
      columns={[
        { key: 'child', heading: 'Child', isRowHeader: true, cell: it => <ChildOf it={it} /> },
        { key: 'case', heading: 'Case', cell: titleOf },
        { key: 'how', heading: 'How it came', cell: it => <HowItCame it={it} isOwn={isOwn} /> },
      ]}
    />
  )
}

function HowItCame({ it, isOwn }: { it: CaseToDo; isOwn: boolean }) {
  const { given, besideSince } = it
  if (!given)
    return (
      <>
        Beside {it.holderName ?? 'the holder'}
        {besideSince && `, since ${writeMoment(besideSince, ukZone)}`}
      </>
    )
  const words = handedWords(given)
  return (
    <>
      {words}, {writeMoment(given.at, ukZone)}
      {isOwn && (
        <div>
          <a class="govuk-link" href={handOverPath.to({ ...it, handOverId: given.handOverId })}>
            Read what came with it
            <span class="govuk-visually-hidden">: {it.childName}</span>
          </a>
        </div>
      )}
    </>
  )
}

type CasesGiven = {
  id: string
  caption: string
  cases: readonly CaseLine[]
  empty: string
  /** Why the case stands in this list, where that differs. */
  says?: (it: CaseToDo) => string
  /** What the reader may write down from here: only in cases in which they have a part. */
  adds?: Adds
}

type Adds = { contact?: boolean; note?: boolean }

/** Cases with what is most pressing in each. */
export function CaseTable({ id, caption, cases, empty, says, adds = {} }: CasesGiven) {
  const first = cases.slice(0, mostShown)
  return (
    <SortableTable
      id={id}
      caption={`${caption} (${numberOf(first.length, cases.length, 'most pressing')})`}
      rows={first}
      rowKey={({ it }) => it.involvementId}
      empty={<EmptyState title={`${caption}: none`}>{empty}</EmptyState>}
      columns={[
        { key: 'child', heading: 'Child', isRowHeader: true, cell: ChildOf },
        { key: 'case', heading: 'Case', cell: ({ it }) => titleOf(it) },
        {
          key: 'stands',
          heading: 'Where it stands',
          cell: ({ it }) => standing(findPathway(practiceInUse(), it.pathway), it),
        },
        ...(says ? [{ key: 'why', heading: 'Why', cell: ({ it }: CaseLine) => says(it) }] : []),
        {
          key: 'due',
          heading: 'Due',
          cell: ({ waiting: [line] }) => (line ? <Due line={line} /> : 'Nothing is due'),
        },
        ...(adds.contact || adds.note
          ? [
              {
                key: 'add',
                heading: 'Write down',
                isScreenOnly: true,
                cell: ({ it }: CaseLine) => <Add it={it} adds={adds} />,
              },
            ]
          : []),
      ]}
    />
  )
}

/** The cases in which somebody has a part who neither plans contacts nor takes the steps: where each stands, and with whom. */
export function OwnCases({ cases }: { cases: readonly CaseLine[] }) {
  const first = cases.slice(0, mostShown)
  return (
    <SortableTable
      id="mine"
      caption={`My cases (${numberOf(first.length, cases.length, 'most pressing')})`}
      rows={first}
      rowKey={({ it }) => it.involvementId}
      empty={
        <EmptyState title="You have no part in a case">
          Cases stand here once a senior has added you to them. You see a child’s record as long as you have a
          part in the case.
        </EmptyState>
      }
      columns={[
        { key: 'child', heading: 'Child', isRowHeader: true, cell: ChildOf },
        { key: 'case', heading: 'Case', cell: ({ it }) => titleOf(it) },
        {
          key: 'stands',
          heading: 'Where it stands',
          cell: ({ it }) => standing(findPathway(practiceInUse(), it.pathway), it),
        },
        { key: 'holder', heading: 'Holder', cell: ({ it }) => it.holderName ?? 'Nobody yet' },
      ]}
    />
  )
}

/** The way from a case straight to what has just happened; a contact belongs to a case that is open. */
function Add({ it, adds }: { it: CaseToDo; adds: Adds }) {
  const ways = [
    adds.contact && it.endedAt === null
      ? { href: addContactPath.to(it), text: 'Record a contact' }
      : undefined,
    adds.note ? { href: addNotePath.to(it), text: 'Write a note' } : undefined,
  ].filter(way => way !== undefined)
  return (
    <div class="tl-row-actions">
      {ways.map(({ href, text }) => (
        <a class="govuk-link" href={href} key={href}>
          {text}
          <span class="govuk-visually-hidden">: {it.childName}</span>
        </a>
      ))}
    </div>
  )
}

function Due({ line }: { line: CaseLine['waiting'][number] }) {
  const { status, word, due } = clockWords(line.state)
  return (
    <>
      {status && <StatusTag kind={status} word={word} />} {line.clock.title}
      <div class="govuk-hint tl-hint-below">{due}</div>
    </>
  )
}
