import type { ComponentChildren } from 'preact'
import { BarChart } from '../../ui/charts/BarChart.tsx'
import { Figure } from '../../ui/charts/Figure.tsx'
import { arrivalsBehind, type Counting, casesBehind } from './behind.ts'
import { Counts, linked, many, NoneCounted, share, source } from './figureParts.tsx'
import type { Arrivals, Decisions, Endings, Line, Refusals } from './figures.ts'
import type { Sum } from './sums.ts'

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
