import type { FeedbackForm } from '../../engine/feedback/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import { page, route } from '../../platform/http/index.ts'
import { BarChart } from '../../ui/charts/BarChart.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { codeLabel } from '../children/index.ts'
import { giversTogether } from './givers.ts'
import {
  addSaidAndDonePath,
  saidAndDonePath,
  summaryPath,
  themesPath,
  toReadPath,
  whosePath,
} from './paths.ts'
import {
  momentsOf,
  type Quarter,
  quarterBefore,
  quarterOf,
  quarterWords,
  readQuarter,
  writeQuarter,
} from './quarter.ts'
import { countsOf, countWords, type QuestionCounts } from './summary.ts'
import {
  countAnswers,
  listSaidAndDone,
  listSaidInWords,
  type Said,
  type SaidAndDone,
} from './summaryQueries.ts'
import { wordsAsked } from './unreadQueries.ts'

/** What children, parents and referrers say of the work, a quarter at a time. */
export const summaryRoute = route({
  method: 'GET',
  path: summaryPath,
  permission: 'feedback.summary',
  audit: { kind: 'none', why: 'counts; the children whose words are shown are written down as seen' },
  async handle(request) {
    const { tx, who, today, query } = request
    const quarter = readQuarter(query.get('quarter')) ?? quarterOf(today)
    const before = quarterBefore(quarter)
    const readsWords = reachOf('feedback.words', who.roles) !== undefined
    const forms = practiceInUse().feedback
    const [now, then, said, done] = await Promise.all([
      countAnswers(tx, momentsOf(quarter)),
      countAnswers(tx, momentsOf(before)),
      readsWords ? listSaidInWords(tx, momentsOf(quarter), wordsAsked(forms)) : [],
      listSaidAndDone(tx),
    ])
    request.seen(
      said.map(({ childId }) => childId),
      'Words in the summary of feedback',
    )
    const writes = reachOf('feedback.theme', who.roles) !== undefined
    const asksWhose = reachOf('feedback.whose', who.roles) !== undefined
    return page(
      'What they say',
      <>
        <PageHeaderActions
          heading={`What they say: ${quarterWords(quarter)}`}
          actions={writes ? [{ href: addSaidAndDonePath.to(), text: 'You said, we did' }] : []}
        />
        <Turn quarter={quarter} today={today} />
        {readsWords && (
          <p class="govuk-body">
            Words that tell of danger are acted on the same day.{' '}
            {asksWhose
              ? '“Somebody is not safe” shows whose they are.'
              : 'Tell a senior at once: a senior can see whose they are.'}{' '}
            {asksWhose && (
              <a class="govuk-link" href={toReadPath.to()}>
                What nobody has read yet
              </a>
            )}
          </p>
        )}
        {forms.map(form => (
          <OfForm
            key={form.id}
            form={form}
            given={now.forms.find(it => it.form === form.id)?.count ?? 0}
            counts={countsOf(form, now.answers, then.answers)}
            quarter={quarter}
            said={said.filter(it => it.form === form.id)}
            readsWords={readsWords}
            writes={writes}
            asksWhose={asksWhose}
            today={today}
          />
        ))}
        <Done done={done} writes={writes} />
        <p class="govuk-hint">
          Counted are those who answered and did not take it back, of records that are open to you. “few”
          stands for a number from 1 to 4, and for one from which it could be worked out.
        </p>
      </>,
    )
  },
})

function Turn({ quarter, today }: { quarter: Quarter; today: Temporal.PlainDate }) {
  const now = quarterOf(today)
  const isNow = now.year === quarter.year && now.quarter === quarter.quarter
  const before = quarterBefore(quarter)
  const after = quarterOf(new Temporal.PlainDate(quarter.year, quarter.quarter * 3, 1).add({ months: 1 }))
  return (
    <nav aria-label="Quarters" class="tl-links tl-no-print">
      <a class="govuk-link" rel="prev" href={`${summaryPath.to()}?quarter=${writeQuarter(before)}`}>
        {quarterWords(before)}
      </a>
      {!isNow && (
        <a class="govuk-link" rel="next" href={`${summaryPath.to()}?quarter=${writeQuarter(after)}`}>
          {quarterWords(after)}
        </a>
      )}
    </nav>
  )
}

type OfFormGiven = {
  form: FeedbackForm
  given: number
  counts: readonly QuestionCounts[]
  quarter: Quarter
  said: readonly Said[]
  readsWords: boolean
  writes: boolean
  asksWhose: boolean
  today: Temporal.PlainDate
}

function OfForm({ form, given, counts, quarter, said, readsWords, writes, asksWhose, today }: OfFormGiven) {
  const who = form.fromOutside
    ? `${giversTogether[form.from]}, asked from outside: ${form.title}`
    : giversTogether[form.from]
  return (
    <section aria-labelledby={`from-${form.id}`}>
      <h2 class="govuk-heading-m" id={`from-${form.id}`}>
        {who}
      </h2>
      {given === 0 && <p class="govuk-body">Nobody has answered in this quarter.</p>}
      {given > 0 &&
        counts.map(each => <Question key={each.question} formId={form.id} it={each} quarter={quarter} />)}
      {readsWords && said.length > 0 && (
        <>
          <Themes formId={form.id} who={who} said={said} today={today} />
          <SortableTable
            id={`words-${form.id}`}
            caption={`In words: ${who}`}
            rows={said}
            rowKey={({ feedbackId, question }) => `${feedbackId}-${question}`}
            columns={[
              {
                key: 'question',
                heading: 'Asked',
                cell: ({ question }) => form.fields[question]?.label ?? question,
              },
              {
                key: 'words',
                heading: 'Said',
                isRowHeader: true,
                cell: ({ words }) => <bdi class="tl-keep-lines">{words}</bdi>,
              },
              {
                key: 'themes',
                heading: 'About',
                cell: ({ themes }) =>
                  themes.map(theme => codeLabel('feedback-theme', theme, today)).join(', '),
              },
              ...(writes
                ? [
                    {
                      key: 'do',
                      heading: 'Say what it is about',
                      isScreenOnly: true,
                      cell: (it: Said) => (
                        <a class="govuk-link" href={themesPath.to(it)}>
                          Say what it is about
                          <span class="govuk-visually-hidden">: {it.words.slice(0, 60)}</span>
                        </a>
                      ),
                    },
                  ]
                : []),
              ...(asksWhose
                ? [
                    {
                      key: 'whose',
                      heading: 'Not safe?',
                      isScreenOnly: true,
                      cell: (it: Said) => (
                        <a class="govuk-link" href={whosePath.to(it)}>
                          Somebody is not safe
                          <span class="govuk-visually-hidden">: {it.words.slice(0, 60)}</span>
                        </a>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </>
      )}
    </section>
  )
}

/** The answers to one question: a picture where every number may be told, and always the table. */
function Question({ formId, it, quarter }: { formId: string; it: QuestionCounts; quarter: Quarter }) {
  const bars = it.lines.flatMap(({ label, now }) => (now.hidden ? [] : [{ label, value: now.count }]))
  return (
    <div>
      {bars.length === it.lines.length && (
        <BarChart
          id={`chart-${formId}-${it.question}`}
          title={it.label}
          description={`How often each answer was given, ${quarterWords(quarter)}. The table holds the same.`}
          bars={bars}
        />
      )}
      <SortableTable
        id={`counts-${formId}-${it.question}`}
        caption={it.label}
        rows={it.lines}
        rowKey={({ label }) => label}
        columns={[
          { key: 'answer', heading: 'Answer', isRowHeader: true, cell: ({ label }) => label },
          { key: 'now', heading: 'Now', isNumeric: true, cell: ({ now }) => countWords(now) },
          {
            key: 'before',
            heading: 'Quarter before',
            isNumeric: true,
            cell: ({ before }) => countWords(before),
          },
        ]}
        foot={[
          {
            key: 'all',
            heading: 'All',
            cells: { now: countWords(it.total.now), before: countWords(it.total.before) },
          },
        ]}
      />
    </div>
  )
}

/** What the words are about, as somebody who read them says; the commonest first. */
function Themes({
  formId,
  who,
  said,
  today,
}: {
  formId: string
  who: string
  said: readonly Said[]
  today: Temporal.PlainDate
}) {
  const counts = new Map<string, number>()
  for (const theme of said.flatMap(({ themes }) => themes)) counts.set(theme, (counts.get(theme) ?? 0) + 1)
  const rows = [...counts].toSorted(([, a], [, b]) => b - a)
  return rows.length === 0 ? null : (
    <SortableTable
      id={`themes-${formId}`}
      caption={`What the words are about: ${who}`}
      rows={rows}
      rowKey={([theme]) => theme}
      columns={[
        {
          key: 'theme',
          heading: 'About',
          isRowHeader: true,
          cell: ([theme]) => codeLabel('feedback-theme', theme, today),
        },
        { key: 'count', heading: 'How often', isNumeric: true, cell: ([, count]) => String(count) },
      ]}
    />
  )
}

function Done({ done, writes }: { done: readonly SaidAndDone[]; writes: boolean }) {
  return (
    <>
      <h2 class="govuk-heading-m" id="done">
        You said, we did
      </h2>
      <SortableTable
        id="said-and-done"
        caption="You said, we did"
        isCaptionHidden
        rows={done}
        rowKey={({ entryId }) => entryId}
        empty={<p class="govuk-body">Nothing is written down yet.</p>}
        columns={[
          {
            key: 'said',
            heading: 'You said',
            isRowHeader: true,
            cell: it => <bdi class="tl-keep-lines">{it.said}</bdi>,
          },
          { key: 'done', heading: 'We did', cell: it => <bdi class="tl-keep-lines">{it.done}</bdi> },
          {
            key: 'since',
            heading: 'Since',
            cell: ({ since, endedOn }) =>
              endedOn ? `${writeDate(since)} to ${writeDate(endedOn)}` : writeDate(since),
          },
          ...(writes
            ? [
                {
                  key: 'do',
                  heading: 'Change',
                  isScreenOnly: true,
                  cell: (it: SaidAndDone) => (
                    <a class="govuk-link" href={saidAndDonePath.to(it)}>
                      Change<span class="govuk-visually-hidden">: {it.said.slice(0, 60)}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
