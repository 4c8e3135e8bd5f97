import {
  form,
  formPage,
  type Option,
  type Typed,
  typedDate,
  type ValuesOf,
} from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { codeOptions } from '../children/index.ts'
import { addSaidAndDonePath, saidAndDonePath, summaryPath, themesPath } from './paths.ts'
import { quarterOf, writeQuarter } from './quarter.ts'
import {
  changeSaidAndDone,
  findSaid,
  insertSaidAndDone,
  listSaidAndDone,
  type SaidAndDone,
  type SaidAndDoneSaid,
  setThemes,
} from './summaryQueries.ts'
import { wordsAsked } from './unreadQueries.ts'

const themesRoutes = formPage({
  path: themesPath,
  permission: 'feedback.theme',
  change: 'Said what words of feedback are about',
  async load(request) {
    const { tx, params, today } = request
    const said = await findSaid(
      tx,
      params.feedbackId ?? '',
      params.question ?? '',
      wordsAsked(practiceInUse().feedback),
    )
    if (!said) return refused(notFound)
    request.seen([said.childId], 'Words in the summary of feedback')
    return ok({ said, today })
  },
  form: ({ said: { themes }, today }) =>
    form({
      id: 'feedback-themes',
      fields: {
        themes: {
          kind: 'choices',
          label: 'What is it about?',
          hint: 'Leave all empty if it is about none of these',
          options: themesOffered(themes, today),
        },
      },
    }),
  title: () => 'What is it about?',
  intro: ({ said: { words } }) => (
    <p class="govuk-body">
      “<bdi class="tl-keep-lines">{words}</bdi>”
    </p>
  ),
  back: () => summaryPath.to(),
  initial: ({ said: { themes } }) => ({ themes }),
  submit: 'Save',
  async save({ tx, who, now }, { themes }, { said }) {
    await setThemes(tx, said, { serviceId: who.serviceId, themes, by: who.userId, at: now })
    const quarter = writeQuarter(quarterOf(dayInUk(said.givenAt)))
    return redirect(`${summaryPath.to()}?quarter=${quarter}`, 'Saved.')
  },
})

/** The themes that may be given today, and those that the words have already. */
function themesOffered(held: readonly string[], today: Temporal.PlainDate): Option[] {
  const offered = ['', ...held].flatMap(each => codeOptions('feedback-theme', today, each))
  return [...new Map(offered.map(option => [option.value, option])).values()]
}

const doneForm = form({
  id: 'said-and-done',
  fields: {
    said: {
      kind: 'textarea',
      label: 'What did they say?',
      hint: 'In short words that a child understands. Nothing that says who it was',
      required: 'Write what they said',
      maxLength: 500,
      rows: 2,
    },
    done: {
      kind: 'textarea',
      label: 'What did we do?',
      required: 'Write what was done',
      maxLength: 500,
      rows: 2,
    },
    since: { kind: 'date', label: 'Since when?', required: 'Say since when' },
    ended: {
      kind: 'date',
      label: 'If it has ended: when?',
      notBefore: { field: 'since', message: 'The end must not be before the beginning' },
    },
  },
})

const typed = (it: SaidAndDone): Typed => ({
  said: it.said,
  done: it.done,
  since: typedDate(it.since),
  ended: it.endedOn ? typedDate(it.endedOn) : '',
})

const saidOf = (values: ValuesOf<typeof doneForm.fields>): SaidAndDoneSaid => ({
  said: values.said,
  done: values.done,
  since: values.since,
  endedOn: values.ended ?? null,
})

const addRoutes = formPage({
  path: addSaidAndDonePath,
  permission: 'feedback.theme',
  change: 'Wrote down what was done because of feedback',
  async load({ today }) {
    return ok({ today })
  },
  form: () => doneForm,
  title: () => 'You said, we did',
  back: () => summaryPath.to(),
  initial: ({ today }) => ({ since: typedDate(today) }),
  submit: 'Save',
  async save({ tx, who, now }, values) {
    await insertSaidAndDone(tx, { ...saidOf(values), serviceId: who.serviceId, by: who.userId, at: now })
    return redirect(`${summaryPath.to()}#done`, 'Saved.')
  },
})

const find = async (tx: Parameters<typeof listSaidAndDone>[0], id: string | undefined) =>
  (await listSaidAndDone(tx)).find(({ entryId }) => entryId === id)

const editRoutes = formPage({
  path: saidAndDonePath,
  permission: 'feedback.theme',
  change: 'Changed what was done because of feedback',
  async load({ tx, params }) {
    const it = await find(tx, params.entryId)
    return it ? ok({ it }) : refused(notFound)
  },
  form: () => doneForm,
  title: () => 'You said, we did',
  back: () => summaryPath.to(),
  initial: ({ it }) => typed(it),
  version: ({ it }) => it.version,
  row: ({ it }) => ({ table: 'said_and_done', key: { entry_id: it.entryId } }),
  submit: 'Save',
  async save({ tx }, values, { it }) {
    if (await changeSaidAndDone(tx, it, saidOf(values))) return redirect(`${summaryPath.to()}#done`, 'Saved.')
    const theirs = await find(tx, it.entryId)
    return theirs ? { kind: 'collision', theirs: typed(theirs), version: theirs.version } : notFound
  },
})

export const summaryWorkRoutes = [...themesRoutes, ...addRoutes, ...editRoutes]
