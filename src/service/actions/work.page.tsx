import { form, formPage } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import {
  type Answer,
  forbidden,
  notFound,
  type Path,
  type Request,
  redirect,
} from '../../platform/http/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import { type Action, accessTo, stateOf } from './action.ts'
import { findAction, insertProgress, type ProgressKind, setGivenUp, setSentBack } from './actionQueries.ts'
import { checkAction, finishAction } from './moveAction.ts'
import { actionPath, checkPath, donePath, giveUpPath, progressPath } from './paths.ts'

type Loaded = { it: Action }

const words = (label: string, required: string, hint?: string) =>
  ({ kind: 'textarea', label, required, maxLength: 2_000, rows: 4, ...(hint ? { hint } : {}) }) as const

async function load({ tx, who, params }: Request): Promise<Result<Loaded, Answer>> {
  const it = await findAction(tx, who, params.actionId ?? '')
  return it ? ok({ it }) : refused(notFound)
}

/** What can no longer be done because somebody was quicker: the words stay, and the action is looked at first. */
const unlessOpen = ({ it }: Loaded) =>
  stateOf(it) === 'open' ? undefined : (
    <>
      This action is not open any more. <a href={actionPath.to(it)}>Look at it first</a>.
    </>
  )

/** Those who own it and those who keep the register. */
async function loadToWrite(request: Request): Promise<Result<Loaded, Answer>> {
  const found = await load(request)
  if (!found.ok) return found
  return accessTo(found.value.it, request.who).writes ? found : refused(forbidden())
}

/** Writes one line of its history, and shows the action. */
async function keep(
  { tx, who: { serviceId, userId }, now }: Request,
  it: Action,
  kind: ProgressKind,
  said: string,
  told: string,
): Promise<Answer> {
  await insertProgress(tx, it, { serviceId, kind, words: said, by: userId, at: now })
  return redirect(actionPath.to(it), told)
}

const shared = (path: Path) =>
  ({
    path,
    back: ({ it }: Loaded) => actionPath.to(it),
    intro: ({ it }: Loaded) => <InsetText>{it.what}</InsetText>,
  }) as const

/** Somebody else was quicker in the same moment: the page is shown as it stands now. */
const tooLate = (it: Action): Answer =>
  redirect(actionPath.to(it), 'Somebody else has changed this action. Nothing was saved: look at it first.')

const progressRoutes = formPage({
  ...shared(progressPath),
  permission: 'actions.own',
  change: 'Wrote how an action goes',
  load: loadToWrite,
  overtaken: unlessOpen,
  form: () => form({ id: 'progress', fields: { words: words('How does it go?', 'Write how it goes') } }),
  title: () => 'Write how it goes',
  submit: 'Save',
  save: (request, values, { it }) =>
    keep(request, it, 'progress', values.words, 'How it goes has been written down.'),
})

const doneRoutes = formPage({
  ...shared(donePath),
  permission: 'actions.own',
  change: 'Said that an action is done',
  load: loadToWrite,
  overtaken: unlessOpen,
  form: () =>
    form({
      id: 'done',
      fields: {
        on: {
          kind: 'date',
          label: 'When was it done?',
          required: 'Enter when it was done',
          notAfterToday: 'The day cannot lie in the future',
        },
        evidence: words(
          'What shows that it is done?',
          'Write what shows that it is done',
          'What was made or changed, and where it can be seen. Somebody else checks it.',
        ),
      },
    }),
  title: () => 'Say that it is done',
  submit: 'Save',
  async save(request, { on, evidence }, { it }) {
    const { tx, now: at, who } = request
    const to = { serviceId: who.serviceId, by: who.userId, at, on, evidence }
    if (!(await finishAction(tx, it, to))) return tooLate(it)
    return redirect(actionPath.to(it), 'It waits to be checked by somebody else.')
  },
})

const checkRoutes = formPage({
  ...shared(checkPath),
  permission: 'actions.check',
  change: 'Checked an action',
  async load(request) {
    const found = await load(request)
    if (!found.ok) return found
    return accessTo(found.value.it, request.who).cannotCheck === '' ? found : refused(forbidden())
  },
  overtaken: ({ it }) =>
    stateOf(it) === 'done' ? undefined : (
      <>
        This action does not wait to be checked. <a href={actionPath.to(it)}>Look at it first</a>.
      </>
    ),
  form: () =>
    form({
      id: 'check',
      fields: {
        enough: {
          kind: 'choice',
          label: 'Is it done?',
          required: 'Say whether it is done',
          options: [
            { value: 'yes', label: 'Yes: what was shown is enough' },
            { value: 'no', label: 'No: send it back' },
          ],
        },
        why: {
          ...words('What is missing?', 'Write what is missing'),
          appliesWhen: { field: 'enough', is: ['no'] },
        },
      },
    }),
  title: () => 'Check an action',
  intro: ({ it }) => (
    <InsetText>
      <p class="govuk-body">{it.what}</p>
      <p class="govuk-body tl-keep-lines">What shows it: {it.evidence}</p>
    </InsetText>
  ),
  submit: 'Save',
  async save(request, { enough, why }, { it }) {
    const { tx, now, today, who } = request
    if (enough === 'no') {
      if (!(await setSentBack(tx, it, now))) return tooLate(it)
      return keep(request, it, 'sent-back', why ?? '', 'The action has been sent back.')
    }
    const to = { serviceId: who.serviceId, by: who.userId, at: now, on: today }
    if (!(await checkAction(tx, it, to))) return tooLate(it)
    return redirect(actionPath.to(it), 'The action has been checked.')
  },
})

const giveUpRoutes = formPage({
  ...shared(giveUpPath),
  permission: 'actions.keep',
  change: 'Gave an action up',
  load,
  overtaken: unlessOpen,
  form: () =>
    form({ id: 'give-up', fields: { reason: words('Why is it given up?', 'Write why it is given up') } }),
  title: () => 'Give an action up',
  submit: 'Give it up',
  isWarning: true,
  async save(request, { reason }, { it }) {
    if (!(await setGivenUp(request.tx, it, { at: request.now, reason }))) return tooLate(it)
    return keep(request, it, 'given-up', reason, 'The action has been given up.')
  },
})

export const workRoutes = [...progressRoutes, ...doneRoutes, ...checkRoutes, ...giveUpRoutes]
