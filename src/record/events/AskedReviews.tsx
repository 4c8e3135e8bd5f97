import type { ReviewRule } from '../../engine/assessments/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Request } from '../../platform/http/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { ClockStanding } from '../cases/index.ts'
import { listWhoHolds } from '../workforce/index.ts'
import { type AskedReview, askedReviews, type Happened } from './askedReviews.ts'
import { listHappened, type Whose } from './eventQueries.ts'
import { eventsPath } from './paths.ts'

/** What an event is called. */
export function eventTitle(rule: Pick<ReviewRule, 'kinds'>, kind: string): string {
  return rule.kinds[kind]?.title ?? kind
}

/** What happened, each with its day. */
export function happenedWords(rule: Pick<ReviewRule, 'kinds'>, happened: readonly Happened[]): string {
  return happened
    .map(
      ({ kind, day }) => `${eventTitle(rule, kind)}, ${day ? writeDate(day) : 'on a day that is not known'}`,
    )
    .join('; ')
}

/** The reviews that are asked for now; none where the service has no rule for them. */
export async function readAskedReviews(
  { tx, now, today }: Pick<Request, 'tx' | 'now' | 'today'>,
  whose: Whose,
): Promise<AskedReview[]> {
  const { reviewRules, calendars } = practiceInUse()
  const [rule] = reviewRules
  return rule ? askedReviews(rule, await listHappened(tx, whose, rule, today), now, calendars) : []
}

/** How many reviews are overdue, by whoever holds a case of the child or covers for them. */
export async function countReviewsOverdue(
  request: Pick<Request, 'tx' | 'now' | 'today'>,
): Promise<ReadonlyMap<string, number>> {
  const late = (await readAskedReviews(request, 'everybody')).filter(({ state }) => state.kind === 'overdue')
  const holders = await listWhoHolds(
    request.tx,
    late.map(({ childId }) => childId),
    request.today,
  )
  const of = Map.groupBy(holders, ({ userId }) => userId)
  return new Map([...of].map(([userId, children]) => [userId, children.length]))
}

/** What asks for a review of a child, beside a form or a plan that is looked at as if it were not signed: what that would take up. */
export async function readHappenedBeside(
  { tx, today }: Pick<Request, 'tx' | 'today'>,
  childId: string,
  except: string,
): Promise<Happened[]> {
  const [rule] = practiceInUse().reviewRules
  return rule ? listHappened(tx, { childId }, rule, today, except) : []
}

/** Each of what happened, in words. */
export function eachHappened(happened: readonly Happened[]): string[] {
  const [rule] = practiceInUse().reviewRules
  return rule ? happened.map(it => happenedWords(rule, [it])) : []
}

/** The reviews that are asked for, each with what happened and until when; nothing where there is none. */
export function AskedReviews({ asked }: { asked: readonly AskedReview[] }) {
  const [rule] = practiceInUse().reviewRules
  if (!rule || asked.length === 0) return null
  return (
    <SortableTable
      id="reviews"
      caption="Something happened: reviews that are due"
      rows={asked}
      rowKey={({ childId }) => childId}
      columns={[
        {
          key: 'child',
          heading: 'Child',
          isRowHeader: true,
          cell: it => (
            <a class="govuk-link" href={eventsPath.to(it)}>
              <bdi>{it.childName}</bdi>
            </a>
          ),
        },
        { key: 'what', heading: 'What happened', cell: it => happenedWords(rule, it.happened) },
        { key: 'due', heading: 'Review', cell: ({ state }) => <ClockStanding state={state} /> },
      ]}
    />
  )
}

/** On the page Now of a child: that a review is asked for, after what, and until when. */
export function ReviewOfChild({ asked }: { asked: readonly AskedReview[] }) {
  const [rule] = practiceInUse().reviewRules
  const [it] = asked
  if (!rule || !it) return null
  return (
    <section aria-labelledby="review-asked">
      <h2 class="govuk-heading-m" id="review-asked">
        A review is due
      </h2>
      <p class="govuk-body">
        <a class="govuk-link" href={eventsPath.to(it)}>
          {happenedWords(rule, it.happened)}
        </a>
      </p>
      <div class="govuk-body">
        <ClockStanding state={it.state} />
      </div>
    </section>
  )
}
