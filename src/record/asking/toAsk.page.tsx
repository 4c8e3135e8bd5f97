import { type ListColumn, type ListFilters, listPage } from '../../engine/lists/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { nameOf } from '../children/index.ts'
import { lastDayFor, outsideForm, stateOf } from './asking.ts'
import { type ToAsk, type ToAskFilter, toAskConditions, toAskSource } from './askingQueries.ts'
import { askPath, toAskPath } from './paths.ts'
import { AskingTag, stateWords } from './words.tsx'

const states = {
  open: 'To be asked',
  said: 'Said something',
  declined: 'Did not want to',
  over: 'Not asked in time',
  all: 'All',
} as const satisfies Record<ToAskFilter['state'], string>

const filters = {
  state: {
    kind: 'choice',
    label: 'How it stands',
    usual: 'open',
    options: Object.entries(states).map(([value, label]) => ({ value, label })),
  },
  ended: { kind: 'days', label: 'Work ended' },
} as const satisfies ListFilters

/** Whose work has ended, and who is to be asked how it was by somebody who had no part in it. */
export const toAskRoutes = listPage({
  path: toAskPath,
  permission: 'feedback.ask',
  title: 'Who to ask',
  caption: 'Children whose work has ended',
  counted: ['child', 'children'],
  filters: () => filters,
  columns: ({ now }) => columns(now),
  // Read at each request, since the form is of the practice that was put to use after this is declared.
  get source() {
    return toAskSource(outsideForm()?.id ?? '')
  },
  sorting: { key: 'ended', direction: 'ascending' },
  narrow({ state, ended }, { today }) {
    const days = outsideForm()?.fromOutside.withinDays ?? 0
    return toAskConditions({ state: isState(state) ? state : 'open', since: today.subtract({ days }), ended })
  },
  about: { childOf: ({ childId }) => childId, seen: 'In the list of whom to ask how it was' },
  async intro() {
    const form = outsideForm()
    return form ? (
      <p class="govuk-body">
        You ask because you had no part in the work. Each child is asked once, within{' '}
        {form.fromOutside.withinDays} days after it ended. Nobody has to answer.
      </p>
    ) : (
      <p class="govuk-body">This service has no form by which somebody from outside asks.</p>
    )
  },
  empty: {
    title: 'Nobody is to be asked',
    words: 'A child stands here from the day the work ends.',
  },
})

const isState = (word: string | undefined): word is ToAskFilter['state'] =>
  word !== undefined && Object.hasOwn(states, word)

function columns(now: Temporal.Instant): ListColumn<ToAsk>[] {
  const form = outsideForm()
  const lastDay = ({ endedOn }: ToAsk) => (form ? lastDayFor(endedOn, form) : endedOn)
  return [
    {
      key: 'child',
      heading: 'Child',
      isRowHeader: true,
      cell: it => (
        <a class="govuk-link" href={askPath.to({ childId: it.childId, involvementId: it.id })}>
          <bdi>{nameOf(it)}</bdi>
        </a>
      ),
      exports: nameOf,
    },
    {
      key: 'ended',
      heading: 'Work ended',
      isOneLine: true,
      cell: ({ endedOn }) => writeDate(endedOn),
      exports: ({ endedOn }) => endedOn,
    },
    {
      key: 'until',
      heading: 'Ask until',
      isOneLine: true,
      cell: it => writeDate(lastDay(it)),
      exports: lastDay,
    },
    {
      key: 'worker',
      heading: 'Worked with',
      cell: ({ workers }) => workers.join(', '),
      exports: ({ workers }) => workers.join(', '),
    },
    {
      key: 'language',
      heading: 'Language',
      cell: it => spokenWords(it),
      exports: it => spokenWords(it),
    },
    {
      key: 'state',
      heading: 'How it stands',
      cell: it => <AskingTag it={it} lastDay={lastDay(it)} now={now} />,
      exports: it => stateWords[stateOf(it, lastDay(it), now)].word,
    },
  ]
}

function spokenWords({ language, needsInterpreter }: ToAsk): string {
  return [language, needsInterpreter ? 'interpreter needed' : ''].filter(said => said !== '').join(', ')
}
