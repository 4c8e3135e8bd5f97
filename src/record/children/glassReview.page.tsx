import { form, formPage } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { notFound, page, redirect, route } from '../../platform/http/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import {
  type BrokenGlass,
  findBrokenGlass,
  listBrokenGlass,
  mostBrokenGlass,
  reviewGlass,
} from './glassQueries.ts'
import { glassReviewPath, glassReviewsPath } from './paths.ts'

const listRoute = route({
  method: 'GET',
  path: glassReviewsPath,
  permission: 'glass.review',
  audit: { kind: 'none', why: 'shows who opened records, and names a child only to those who may open it' },
  async handle({ tx, who, seen }) {
    const waiting = await listBrokenGlass(tx)
    const known = waiting.filter(({ name }) => name !== null)
    seen(
      known.map(({ childId }) => childId),
      'In the list of restricted records that were opened',
    )
    return page(
      'Restricted records that were opened',
      <>
        <h1 class="govuk-heading-l">Restricted records that were opened</h1>
        {waiting.length === 0 && (
          <EmptyState title="Nothing waits for a review">
            When somebody breaks the glass of a restricted record, it stands here until another manager has
            looked into it.
          </EmptyState>
        )}
        {waiting.length === mostBrokenGlass && (
          <p class="govuk-body">These are the {mostBrokenGlass} oldest; more may wait behind them.</p>
        )}
        {waiting.map(one => (
          <Opened one={one} isOwn={one.userId === who.userId} key={one.accessId} />
        ))}
      </>,
    )
  },
})

function Opened({ one, isOwn }: { one: BrokenGlass; isOwn: boolean }) {
  return (
    <SummaryList
      card={{
        title: { text: writeMoment(one.brokenAt, ukZone), headingLevel: 2 },
        actions: isOwn ? undefined : [{ href: glassReviewPath.to(one), text: 'Review' }],
      }}
      rows={rowsOf(one, isOwn)}
    />
  )
}

function rowsOf(one: BrokenGlass, isOwn: boolean) {
  return [
    { key: 'By', value: isOwn ? `${one.person}. Somebody else must review this.` : one.person },
    { key: 'Record', value: recordWords(one) },
    { key: 'Reason', value: <span class="tl-keep-lines">{one.reason}</span> },
    { key: 'Open until', value: writeMoment(one.until, ukZone) },
  ]
}

function recordWords({ name, reference }: BrokenGlass) {
  if (name === null) return 'A record that is restricted from you as well'
  return (
    <>
      <bdi>{name}</bdi>, {reference}
    </>
  )
}

const reviewRoutes = formPage({
  path: glassReviewPath,
  permission: 'glass.review',
  change: 'Reviewed the opening of a restricted record',
  async load({ tx, params, who }) {
    const one = await findBrokenGlass(tx, params.accessId ?? '')
    if (!one) return refused(notFound)
    return one.userId === who.userId
      ? refused(redirect(glassReviewsPath.to(), 'Somebody else must review what you opened.'))
      : ok(one)
  },
  form: () =>
    form({
      id: 'glass-review',
      fields: {
        note: {
          kind: 'textarea',
          label: 'What did you find?',
          hint: 'Whether it was needed, and what follows from it',
          required: 'Say what you found',
          maxLength: 2_000,
          rows: 4,
        },
      },
    }),
  title: () => 'Review the opening of a restricted record',
  intro: one => <SummaryList rows={rowsOf(one, false)} />,
  back: () => glassReviewsPath.to(),
  version: one => one.version,
  submit: 'Save review',
  async save({ tx, now }, { note }, one) {
    const done = await reviewGlass(tx, one, { at: now, note })
    return redirect(
      glassReviewsPath.to(),
      done ? 'The review has been saved.' : 'Somebody else has reviewed it in the meantime.',
    )
  },
})

export const glassReviewRoutes = [listRoute, ...reviewRoutes]
