import { type ListColumn, type ListFilters, listPage } from '../../engine/lists/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { ChildLink, nameOf } from '../children/index.ts'
import { checkResults, followUpWords, unasked } from './followUp.ts'
import {
  type Finding,
  followUpConditions,
  followUpSource,
  type ListedFollowUp,
} from './followUpListQueries.ts'
import { followUpPath, followUpsPath } from './paths.ts'

const findings: Readonly<Record<Finding, string>> = {
  'to-look-at': 'Something to look at',
  further: 'A further offence',
  none: 'Asked, and nothing found',
  unchecked: 'Nobody has asked yet',
}

const filters = () =>
  ({
    state: {
      kind: 'choice',
      label: 'Running or over',
      usual: 'running',
      options: [
        { value: 'running', label: 'Running' },
        { value: 'over', label: 'Over' },
        { value: 'all', label: 'Running and over' },
      ],
    },
    found: {
      kind: 'choice',
      label: 'What was found',
      any: 'Anything or nothing',
      options: Object.entries(findings).map(([value, label]) => ({ value, label })),
    },
    pathway: {
      kind: 'choice',
      label: 'Pathway',
      any: 'Any',
      options: practiceInUse().pathways.flatMap(({ id, title, followUp }) =>
        followUp ? [{ value: id, label: title }] : [],
      ),
    },
    ends: { kind: 'days', label: 'Last day' },
  }) as const satisfies ListFilters

/** The children who are followed after their work ended: until when, and what has been found. */
export const followUpListRoutes = listPage({
  path: followUpsPath,
  permission: 'followUp.see',
  title: 'Follow-up',
  caption: 'Children who are followed',
  counted: ['follow-up', 'follow-ups'],
  filters,
  columns: ({ today }) => columns(today),
  source: followUpSource,
  sorting: { key: 'until', direction: 'ascending' },
  narrow: (chosen, { reach, today }) =>
    followUpConditions({
      reach,
      state: chosen.state === 'over' || chosen.state === 'all' ? chosen.state : 'running',
      finding: findingOf(chosen.found),
      pathway: chosen.pathway,
      ends: chosen.ends,
      today,
    }),
  about: { childOf: ({ childId }) => childId, seen: 'In the list of follow-ups' },
  empty: {
    title: 'Nobody is followed',
    words: 'A child stands here from the day the work ends, for as long as the pathway says.',
  },
})

function findingOf(word: string | undefined): Finding | undefined {
  return word !== undefined && Object.hasOwn(findings, word) ? (word as Finding) : undefined
}

function foundWords(it: ListedFollowUp): string {
  if (it.further === 0 && it.toLookAt > 0) return 'To be looked at'
  if (it.further === 0) return it.checkedOn === null ? 'Not asked yet' : 'Nothing'
  const offences = it.further === 1 ? '1 further offence' : `${it.further} further offences`
  return `${offences}, ${it.proven} proven in time`
}

function checkWords({ checkedOn, result }: ListedFollowUp): string {
  return checkedOn && result ? `${writeDate(checkedOn)}: ${checkResults[result]}` : 'Nobody has asked'
}

/** When somebody last asked; marked where nobody has, and the time is over or nearly over. */
function Asked({ it, today }: { it: ListedFollowUp; today: Temporal.PlainDate }) {
  const words = checkWords(it)
  switch (unasked(it, today)) {
    case 'over':
      return <StatusTag kind="overdue" word={words} detail="and it is over" />
    case 'soon':
      return <StatusTag kind="today" word={words} detail={`and it ends on ${writeDate(it.until)}`} />
    case 'later':
    case undefined:
      return <>{words}</>
  }
}

function columns(today: Temporal.PlainDate): ListColumn<ListedFollowUp>[] {
  return [
    {
      key: 'child',
      heading: 'Child',
      isRowHeader: true,
      cell: it => <ChildLink child={it} />,
      exports: nameOf,
    },
    { key: 'reference', heading: 'Reference', exports: it => it.reference },
    {
      key: 'case',
      heading: 'After',
      cell: it => (
        <a class="govuk-link" href={followUpPath.to({ childId: it.childId, involvementId: it.id })}>
          {findPathway(practiceInUse(), it.pathway)?.title ?? it.pathway}
        </a>
      ),
      exports: it => findPathway(practiceInUse(), it.pathway)?.title ?? it.pathway,
    },
    {
      key: 'from',
      heading: 'Since',
      isOneLine: true,
      cell: it => writeDate(it.from),
      exports: it => it.from,
    },
    {
      key: 'until',
      heading: 'Until',
      isOneLine: true,
      cell: it =>
        Temporal.PlainDate.compare(today, it.until) > 0 ? followUpWords(it, today) : writeDate(it.until),
      exports: it => it.until,
    },
    {
      key: 'found',
      heading: 'What was found',
      cell: it => (
        <>
          {it.toLookAt > 0 && <StatusTag kind="waiting" word="To be looked at" detail={it.toLookAt} />}{' '}
          {(it.toLookAt === 0 || it.further > 0) && foundWords(it)}
        </>
      ),
      exports: foundWords,
    },
    {
      key: 'checked',
      heading: 'Last asked',
      cell: it => <Asked it={it} today={today} />,
      exports: checkWords,
    },
  ]
}
