import { type Chosen, type ListColumn, listPage } from '../../engine/lists/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { ClockStanding, clockWords, standing } from '../cases/index.ts'
import {
  ageCell,
  ageWords,
  ChildLink,
  childrenPath,
  countBrokenGlass,
  glassReviewsPath,
  nameOf,
} from '../children/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { isHappening } from '../figures/index.ts'
import { ageBands, caseFilters, hasClock, isStanding, isWaitedFor, readResult } from './caseFilters.ts'
import { caseConditions, caseSource, caseSourceOf, type ListedCase } from './caseListQueries.ts'
import { type DueCases, findDue, isAmong } from './dueQueries.ts'
import { waitColumns } from './waitColumns.ts'
import { findStanding } from './waitQueries.ts'

/** The cases of the service that the person may know of: those that are open, unless the filter says otherwise. */
export const caseListRoutes = listPage({
  path: childrenPath,
  permission: 'child.see',
  title: 'Children',
  caption: 'Cases',
  counted: ['case', 'cases'],
  filters: caseFilters,
  columns: ({ today }) => columns(today),
  source: caseSource,
  sorting: { key: 'name', direction: 'ascending' },
  sourceFor: ({ happened, on }) =>
    happened !== undefined && isHappening(happened) ? caseSourceOf(happened, on) : undefined,
  narrow,
  about: { childOf: ({ childId }) => childId, seen: 'In the list of cases' },
  empty: {
    title: 'No cases',
    words: 'A child stands here from the day a case is opened for them.',
  },
  intro: brokenGlass,
})

async function narrow(chosen: Chosen<ReturnType<typeof caseFilters>>, request: Request) {
  const { reach, today, tx } = request
  const { due, clock } = chosen
  const what = chosen.happened !== undefined && isHappening(chosen.happened) ? chosen.happened : undefined
  const source = what === undefined ? caseSource : caseSourceOf(what, chosen.on)
  const columns: ListColumn<ListedCase>[] = []
  const conditions = caseConditions({
    reach,
    whose: chosen.whose === 'mine' || chosen.whose === 'nobody' ? chosen.whose : undefined,
    holder: chosen.holder,
    pathway: chosen.pathway,
    stage: chosen.stage,
    routeIn: chosen.route,
    state: chosen.state === 'ended' || chosen.state === 'all' ? chosen.state : 'open',
    ages: ageBands[chosen.age ?? '']?.ages,
    isRestricted: chosen.restricted === undefined ? undefined : chosen.restricted === 'yes',
    today,
    happening: what,
    days: chosen.on,
    waited: chosen.waited,
    result: readResult(chosen.result),
  })
  if (what !== undefined && isWaitedFor(what)) {
    const practice = hasClock(what) ? await practiceFor(tx) : undefined
    columns.push(...waitColumns(what, practice))
    if (practice && isStanding(clock))
      conditions.push(
        isAmong(await findStanding(tx, { what, standing: clock, practice }, source, conditions)),
      )
  }
  if (due === 'overdue' || due === 'week') {
    const cases = await findDue(request, due, source, conditions)
    conditions.push(isAmong(cases.keys()))
    columns.push(dueColumn(cases))
  }
  return { conditions, columns }
}

/** Whoever reviews restricted records that were opened hears of them where the children stand. */
async function brokenGlass({ tx, who }: Request) {
  const toReview = reachOf('glass.review', who.roles) ? await countBrokenGlass(tx) : 0
  if (toReview === 0) return null
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={glassReviewsPath.to()}>
        {toReview === 1 ? '1 restricted record was' : `${toReview} restricted records were`} opened: to review
      </a>
    </p>
  )
}

const pathwayOf = (it: ListedCase) => findPathway(practiceInUse(), it.pathway)

/** What is due in each, where the list is narrowed to that. */
function dueColumn(cases: DueCases): ListColumn<ListedCase> {
  const linesOf = ({ id }: ListedCase) => cases.get(id) ?? []
  return {
    key: 'due',
    heading: 'What is due',
    cell: it =>
      linesOf(it).map(({ clock, state }) => (
        <div key={clock.id}>
          {clock.title} <ClockStanding state={state} />
        </div>
      )),
    exports: it =>
      linesOf(it)
        .map(({ clock, state }) => `${clock.title}: ${clockWords(state).due}`)
        .join('; '),
  }
}

function columns(today: Temporal.PlainDate): ListColumn<ListedCase>[] {
  return [
    {
      key: 'name',
      heading: 'Name',
      isRowHeader: true,
      cell: it => (
        <>
          <ChildLink child={it} />
          {it.isRestricted && (
            <>
              {' '}
              <Badge colour="black">Restricted</Badge>
            </>
          )}
          {it.isMine && (
            <>
              {' '}
              <Badge colour="green">Mine</Badge>
            </>
          )}
        </>
      ),
      exports: nameOf,
    },
    { key: 'born', heading: 'Date of birth', exports: it => it.birthDate },
    {
      key: 'age',
      heading: 'Age',
      cell: it => ageWords(it, today),
      exports: it => ageCell(it, today),
    },
    {
      key: 'reference',
      heading: 'Reference',
      isOneLine: true,
      cell: it => it.reference,
      exports: it => it.reference,
    },
    {
      key: 'case',
      heading: 'Case',
      cell: it => pathwayOf(it)?.title ?? it.pathway,
      exports: it => pathwayOf(it)?.title ?? it.pathway,
    },
    {
      key: 'route',
      heading: 'Sent by',
      exports: it => pathwayOf(it)?.routesIn[it.routeIn]?.title ?? it.routeIn,
    },
    {
      key: 'stage',
      heading: 'Stage',
      cell: it => standing(pathwayOf(it), it),
      exports: it => standing(pathwayOf(it), it),
    },
    {
      key: 'holder',
      heading: 'Holder',
      cell: it => it.holderName ?? (it.ending === null ? 'Nobody yet' : 'Nobody'),
      exports: it => it.holderName,
    },
    {
      key: 'began',
      heading: 'Began',
      isOneLine: true,
      cell: it => writeDate(dayInUk(it.startedAt)),
      exports: it => dayInUk(it.startedAt),
    },
    { key: 'ended', heading: 'Ended', exports: it => it.endedAt && dayInUk(it.endedAt) },
    { key: 'restricted', heading: 'Restricted', exports: it => (it.isRestricted ? 'Yes' : 'No') },
  ]
}
