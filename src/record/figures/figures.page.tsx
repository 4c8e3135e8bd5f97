import { isAsSent } from '../../engine/lists/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { page, redirect, route } from '../../platform/http/index.ts'
import { InsetText, WarningText } from '../../ui/govuk/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { Asking } from './Asking.tsx'
import type { Counting } from './behind.ts'
import { type Figures, faultsIn } from './faults.ts'
import { countArrivals, type Event, leavesOut, listEvents } from './figureQueries.ts'
import { figureArrivals, figureDecisions, figureEndings, figureRefusals, figureWaits } from './figures.ts'
import { happenings } from './happening.ts'
import { figuresPath } from './paths.ts'
import { type FigurePeriod, periodWords } from './period.ts'
import { ArrivalsFigure, DecisionsFigure, EndingsFigure, RefusalsFigure } from './pictures.tsx'
import { type FiguresAsked, readAsked, writeAsked } from './readAsked.ts'
import { spanOf } from './span.ts'
import { WaitsFigure } from './WaitsFigure.tsx'

/** The figures of the day: what came in, what was decided, how long it took, and how it ended. */
export const figuresRoute = route({
  method: 'GET',
  path: figuresPath,
  permission: 'figures.see',
  audit: { kind: 'none', why: 'counts only; the lists behind them write down whom they name' },
  async handle({ tx, query, today }) {
    const asked = readAsked(query, today)
    const { period } = asked
    if (period && isAsSent(query, asked.days)) return redirect(`${figuresPath.to()}?${writeAsked(asked)}`)
    return page(
      'Figures',
      <>
        <h1 class="govuk-heading-l">Figures</h1>
        <Asking asked={asked} />
        {period && <Counted asked={asked} period={period} {...(await count(tx, asked, period))} />}
      </>,
      period ? {} : { status: 422 },
    )
  },
})

type CountedGiven = { asked: FiguresAsked; period: FigurePeriod; figures: Figures; isPart: boolean }

async function count(
  tx: Work,
  { pathway }: FiguresAsked,
  period: FigurePeriod,
): Promise<{ figures: Figures; isPart: boolean }> {
  const practice = await practiceFor(tx)
  const pathways = pathway ? [pathway] : practice.pathways
  const span = spanOf(period)
  const events: Record<string, Event[]> = {}
  for (const { value } of happenings())
    if (value !== 'began') events[value] = await listEvents(tx, value, span, pathway?.id)
  const figures = {
    arrivals: figureArrivals(await countArrivals(tx, span), practice, pathway),
    decisions: figureDecisions(events.decided ?? [], pathways),
    waits: figureWaits(events, practice, pathways),
    refusals: figureRefusals(events.declined ?? [], pathways),
    endings: figureEndings(events.ended ?? [], pathways),
  }
  return { figures, isPart: await leavesOut(tx) }
}

function Counted({ asked: { pathway }, period, figures, isPart }: CountedGiven) {
  const counting: Counting = { period, pathway: pathway?.id }
  const faults = faultsIn(figures, counting)
  return (
    <>
      <h2 class="govuk-heading-m">
        {pathway ? `${pathway.title}: ` : ''}
        {periodWords(period)}
      </h2>
      {isPart && (
        <InsetText>
          Some records of the service are hidden from you: they are restricted to other people, or you have a
          conflict of interest. They are left out of every figure and list here, so the service’s own count
          may be higher.
        </InsetText>
      )}
      {faults.map(({ words, href }) => (
        <WarningText key={words}>
          {words}
          {href !== undefined && (
            <>
              {' '}
              <a class="govuk-link tl-no-print" href={href}>
                Show them
              </a>
            </>
          )}
        </WarningText>
      ))}
      <ArrivalsFigure arrivals={figures.arrivals} counting={counting} />
      <DecisionsFigure decisions={figures.decisions} counting={counting} />
      <WaitsFigure waits={figures.waits} counting={counting} />
      <RefusalsFigure refusals={figures.refusals} counting={counting} />
      <EndingsFigure endings={figures.endings} counting={counting} />
    </>
  )
}
