import type { ComponentChildren } from 'preact'
import { proportion } from '../../kernel/rates.ts'
import { BarChart } from '../../ui/charts/BarChart.tsx'
import { Figure, type FigureCell } from '../../ui/charts/Figure.tsx'
import { arrivalsBehind, type Counting, casesBehind, type Which } from './behind.ts'
import type { Arrivals, Decisions, Endings, Line, Refusals, WaitLine } from './figures.ts'
import type { Sum } from './sums.ts'

const source = 'this service’s own record, counted when this page was opened'

/** `12 of 15 (80%)`; a share of nothing is said in words. */
function share(count: number, of: number): string {
  const counted = proportion(count, of)
  return counted.ok ? `${count} of ${of} (${Math.round(counted.value.value * 100)}%)` : 'None to count'
}

const many = (count: number, one: string, more: string) =>
  `${count === 0 ? 'No' : count} ${count === 1 ? one : more}`

function Counts({ children }: { children: ComponentChildren }) {
  return (
    <p class="govuk-body-s">
      <strong>What is counted.</strong> {children}
    </p>
  )
}

/** Nothing to draw: said, in place of an empty picture. */
function NoneCounted({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3 class="govuk-heading-m">{title}</h3>
      {children}
    </section>
  )
}

const linked = (count: number, href: string): FigureCell => (count === 0 ? 0 : { text: count, href })

/** What arrived, by who sent it and what became of it. */
export function ArrivalsFigure({ arrivals, counting }: { arrivals: Arrivals; counting: Counting }) {
  const { all, byFate, byRoute } = arrivals
  const words = (
    <Counts>
      Every referral and notification received in this time, whatever became of it; a file that was sent twice
      counts once. “Became a case”, “joined a case” (one that was open already) and “closed” are as they stand
      now.
      {counting.pathway !== undefined &&
        ' What has no case counts where its sender leads to this pathway; a sender that leads to two pathways counts under both.'}
    </Counts>
  )
  const title =
    all === 0
      ? 'Nothing arrived'
      : `${many(all, 'arrival', 'arrivals')}: ${byFate.case} became a case, ${byFate.joined > 0 ? `${byFate.joined} joined one, ` : ''}${byFate.closed} closed, ${byFate.waiting} waiting`
  if (all === 0) return <NoneCounted title={title}>{words}</NoneCounted>
  return (
    <Figure
      id="arrivals"
      headingLevel={3}
      title={title}
      chart={
        <BarChart
          id="arrivals-chart"
          title="Arrivals by who sent them"
          description="A bar for each sender, as long as the number that it sent."
          bars={byRoute.map(({ words: label, count }) => ({ label, value: count }))}
        />
      }
      table={{
        columns: ['Sent by', 'Arrived', 'Became a case', 'Joined a case', 'Closed', 'Waiting'],
        rows: [
          ...byRoute.map(
            ({ routeIn, words: label, count, byFate: fates }) =>
              [
                label,
                linked(count, arrivalsBehind(counting, 'all', routeIn)),
                linked(fates.case, arrivalsBehind(counting, 'case', routeIn)),
                linked(fates.joined, arrivalsBehind(counting, 'joined', routeIn)),
                linked(fates.closed, arrivalsBehind(counting, 'closed', routeIn)),
                linked(fates.waiting, arrivalsBehind(counting, 'waiting', routeIn)),
              ] as const,
          ),
          [
            'All',
            linked(all, arrivalsBehind(counting, 'all')),
            linked(byFate.case, arrivalsBehind(counting, 'case')),
            linked(byFate.joined, arrivalsBehind(counting, 'joined')),
            linked(byFate.closed, arrivalsBehind(counting, 'closed')),
            linked(byFate.waiting, arrivalsBehind(counting, 'waiting')),
          ],
        ],
      }}
      source={source}
    >
      {words}
    </Figure>
  )
}

type LinesGiven = {
  id: string
  title: string
  chartTitle: string
  column: string
  lines: readonly Line[]
  of: number
  href(line: Line): string
  /** Lines that are no answer of their own: what several come to. */
  sums?: readonly { words: string; count: number; href: string }[]
  children: ComponentChildren
}

/** Lines of one figure as bars, with their share beside the count. */
function LinesFigure(given: LinesGiven) {
  const { id, title, chartTitle, column, lines, of, href, sums = [], children } = given
  if (of === 0) return <NoneCounted title={title}>{children}</NoneCounted>
  return (
    <Figure
      id={id}
      headingLevel={3}
      title={title}
      chart={
        <BarChart
          id={`${id}-chart`}
          title={chartTitle}
          description="A bar for each line of the table, as long as its number."
          bars={(lines.length > 0 ? lines : sums).map(({ words, count }) => ({ label: words, value: count }))}
        />
      }
      table={{
        columns: [column, 'Cases', 'Share'],
        rows: [
          ...lines.map(line => [line.words, linked(line.count, href(line)), share(line.count, of)] as const),
          ...sums.map(sum => [sum.words, linked(sum.count, sum.href), share(sum.count, of)] as const),
        ],
      }}
      source={source}
    >
      {children}
    </Figure>
  )
}

/** What was decided, and why help was not offered. */
export function DecisionsFigure({ decisions, counting }: { decisions: Decisions; counting: Counting }) {
  const { all, offered, notOffered, answers, reasons, withoutReason } = decisions
  const decided = (sum: Sum) => casesBehind(counting, 'decided', { result: `sum.${sum}` })
  return (
    <>
      <LinesFigure
        id="decisions"
        title={
          all === 0
            ? 'Nothing was decided'
            : `${many(all, 'case', 'cases')} decided on: ${offered} to be offered help, ${notOffered} not`
        }
        chartTitle="Decisions by their answer"
        column="Decision"
        lines={answers}
        of={all}
        href={({ code }) => casesBehind(counting, 'decided', { result: `answer.${code}` })}
        sums={[
          { words: 'Help to be offered', count: offered, href: decided('offered') },
          { words: 'Help not to be offered', count: notOffered, href: decided('not-offered') },
          { words: 'All decisions', count: all, href: casesBehind(counting, 'decided') },
        ]}
      >
        <Counts>
          Cases whose first decision was made in this time, whenever they arrived. A case that is opened again
          and decided anew does not count a second time.
        </Counts>
      </LinesFigure>
      <LinesFigure
        id="not-offered"
        title={
          notOffered === 0
            ? 'Nobody was refused help by us'
            : `We did not offer help in ${many(notOffered, 'case', 'cases')}`
        }
        chartTitle="Why help was not offered"
        column="Our reason"
        lines={reasons}
        of={notOffered}
        href={({ code }) => casesBehind(counting, 'decided', { result: `reason.${code}` })}
        sums={[
          { words: 'No reason asked or given', count: withoutReason, href: decided('without-reason') },
          { words: 'All without an offer', count: notOffered, href: decided('not-offered') },
        ]}
      >
        <Counts>
          First decisions in this time that do not offer help, by the reason recorded with them.
        </Counts>
      </LinesFigure>
    </>
  )
}

/** Who declined, and why. */
export function RefusalsFigure({ refusals, counting }: { refusals: Refusals; counting: Counting }) {
  const { all, reasons, withoutReason } = refusals
  return (
    <LinesFigure
      id="declined"
      title={
        all === 0 ? 'Nobody declined' : `${many(all, 'child or family', 'children or families')} declined`
      }
      chartTitle="Why children and families declined"
      column="Their reason"
      lines={reasons}
      of={all}
      href={({ code }) => casesBehind(counting, 'declined', { result: `reason.${code}` })}
      sums={[
        {
          words: 'No reason given',
          count: withoutReason,
          href: casesBehind(counting, 'declined', { result: 'sum.without-reason' }),
        },
        { words: 'All who declined', count: all, href: casesBehind(counting, 'declined') },
      ]}
    >
      <Counts>
        Cases in which the child or the family first said no in this time. They may give several reasons, so
        the reasons can come to more than the cases. Families that could not be reached are not counted here.
      </Counts>
    </LinesFigure>
  )
}

/** How cases ended. */
export function EndingsFigure({ endings, counting }: { endings: Endings; counting: Counting }) {
  const { all, lines } = endings
  const completed = lines
    .filter(({ counts }) => counts === 'completed')
    .reduce((sum, { count }) => sum + count, 0)
  return (
    <LinesFigure
      id="endings"
      title={
        all === 0 ? 'No case ended' : `${many(all, 'case', 'cases')} ended, ${completed} of them completed`
      }
      chartTitle="How cases ended"
      column="Ending"
      lines={lines}
      of={all}
      href={({ code }) => casesBehind(counting, 'ended', { result: `answer.${code}` })}
      sums={[
        {
          words: 'All that were completed',
          count: completed,
          href: casesBehind(counting, 'ended', { result: 'sum.completed' }),
        },
        { words: 'All endings', count: all, href: casesBehind(counting, 'ended') },
      ]}
    >
      <Counts>
        Cases that ended in this time and have not been opened again since. “Completed in part” counts as
        completed.
      </Counts>
    </LinesFigure>
  )
}

const dayWords = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`

/** How long it took from the arrival, by pathway, and how much of it was in time. */
export function WaitsFigure({ waits, counting }: { waits: readonly WaitLine[]; counting: Counting }) {
  const counted = waits.filter(({ waits: { median } }) => median !== undefined)
  const label = ({ what, pathway }: WaitLine) =>
    counting.pathway === undefined ? `${what}: ${pathway.title}` : what
  const words = (
    <Counts>
      Days of the calendar from the day on which the referral or notification was received, for cases in which
      it happened for the first time in this time: 0 is the same day. The median is the middle: half took as
      long or longer. First contact is the first appointment that was kept or, where that came earlier, the
      offer of help. “In time” and “late” are shown where the pathway has a clock from the arrival to that
      step; the case says whose rule it is. The median opens those who waited as long or longer.
      {waits.flatMap(({ cannot, pathway }) => (cannot ? [` ${pathway.title}: ${cannot}`] : []))}
    </Counts>
  )
  if (counted.length === 0) return <NoneCounted title="No waits to count">{words}</NoneCounted>
  const longest = counted.toSorted((one, other) => (other.waits.median ?? 0) - (one.waits.median ?? 0))[0]
  return (
    <Figure
      id="waits"
      headingLevel={3}
      title={
        longest
          ? `The longest usual wait was for “${label(longest)}”: half took ${dayWords(longest.waits.median ?? 0)} or longer`
          : 'How long it took'
      }
      chart={
        <BarChart
          id="waits-chart"
          title="Median days from the arrival"
          description="A bar for each line of the table, as long as its median number of days."
          bars={counted.map(line => ({ label: label(line), value: line.waits.median ?? 0 }))}
        />
      }
      table={{
        columns: ['From arrival to', 'Cases', 'Median days', 'Longest', 'In time', 'Late'],
        rows: waits.map(line => [label(line), ...waitCells(line, counting)] as const),
      }}
      source={source}
    >
      {words}
    </Figure>
  )
}

/**
 * The numbers of a wait, each with the cases behind it in the order of their days: all that are counted, those that
 * waited as long as the median or longer, those that waited longest, and those that were in time and late.
 */
function waitCells(
  { waits, inTime, cannot, happening, pathway }: WaitLine,
  counting: Counting,
): FigureCell[] {
  const { counted, median, longest } = waits
  const behind = (which: Which) =>
    casesBehind(counting, happening, { pathway: pathway.id, waitedFrom: 0, sort: 'waited', ...which })
  const none = 'None to count'
  const days: FigureCell[] = [
    linked(counted, behind({})),
    median === undefined ? none : { text: median, href: behind({ waitedFrom: Math.ceil(median) }) },
    longest === undefined ? none : { text: longest, href: behind({ waitedFrom: longest }) },
  ]
  if (cannot) return [...days, 'Cannot be worked out', '']
  if (!inTime) return [...days, 'No clock for it', '']
  const { met, late } = inTime
  const inTimeWords = share(met, met + late)
  return [
    ...days,
    met === 0 ? inTimeWords : { text: inTimeWords, href: behind({ clock: 'met' }) },
    linked(late, behind({ clock: 'late', sort: '-waited' })),
  ]
}
