import {
  askingPeople,
  type FieldError,
  type Fields,
  type Form,
  formPage,
  type Nameable,
} from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, type Request, redirect } from '../../platform/http/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import { addLeavePath, whoCanBeNamed, workerPath } from '../workforce/index.ts'
import { fitFirst } from './fitFirst.ts'
import {
  cannotTake,
  caseWords,
  findTaker,
  type Handable,
  type Held,
  loadHeld,
  noneToHandOver,
} from './handable.ts'
import { handSeveralPath, notePath } from './paths.ts'

type Loaded = Held & {
  people: readonly Nameable[]
  /** What was chosen already, by whoever comes back from the note. */
  chosen: { cases: readonly string[]; to: string }
}

async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const held = await loadHeld(request)
  if (!held.ok) return held
  const { worker, cases, others } = held.value
  if (cases.length === 0) return refused(noneToHandOver(worker))
  request.seen(
    [...cases.map(({ it }) => it), ...others].map(({ childId }) => childId),
    'Among the cases of a worker to be handed over',
  )
  const everybody = await whoCanBeNamed(request, null)
  return ok({
    ...held.value,
    people: fitFirst(
      everybody.filter(({ userId }) => userId !== worker.userId),
      worker.roles,
    ),
    chosen: { cases: request.query.getAll('case'), to: request.query.get('to') ?? '' },
  })
}

function formOf({ people, cases }: Loaded): Form {
  const roles = cases.flatMap(({ step, holder }) => {
    const field = step.fields[holder]
    return field?.kind === 'person' ? field.roles : []
  })
  return {
    id: 'hand-several',
    fields: {
      which: {
        kind: 'choice',
        label: 'Which cases?',
        required: 'Choose which cases are handed over',
        options: [
          { value: 'all', label: cases.length === 1 ? 'The one case' : `All ${cases.length} cases` },
          { value: 'some', label: 'Some of them' },
        ],
      },
      cases: {
        kind: 'choices',
        label: 'Which of them?',
        required: 'Choose the cases that are handed over',
        appliesWhen: { field: 'which', is: ['some'] },
        options: cases.map(handable => ({ value: handable.it.involvementId, label: caseWords(handable) })),
      },
      ...askingPeople(
        {
          to: {
            kind: 'person',
            label: 'Who takes them?',
            hint: 'Cases for several people are handed over one person after the other.',
            required: 'Choose who takes the cases',
            roles: [...new Set(roles)],
          },
        },
        people,
      ),
    },
  }
}

/** Which of a worker's cases go to whom: when somebody leaves, or is away for long. The note for it comes next. */
export const handSeveralRoutes = formPage<Fields, Loaded>({
  path: handSeveralPath,
  permission: 'case.allocate',
  change: 'Chose cases to hand over',
  load,
  form: formOf,
  title: ({ worker }) => `Hand over cases of ${worker.name}`,
  intro: loaded => <Intro {...loaded} />,
  back: ({ worker }) => workerPath.to(worker),
  initial: ({ chosen }) =>
    chosen.cases.length > 0 ? { which: 'some', cases: chosen.cases, to: chosen.to } : {},
  submit: 'Go on to the note',
  async save({ tx }, _values, { worker, cases }, answers) {
    const named = [answers.cases ?? []].flat().map(String)
    const to = String(answers.to)
    const chosen =
      answers.which === 'all' ? cases : cases.filter(({ it }) => named.includes(it.involvementId))
    const shut: Handable[] = []
    for (const each of chosen) if (!(await findTaker(tx, each, to))) shut.push(each)
    if (shut.length > 0) {
      const field = answers.which === 'all' ? 'which' : 'cases'
      const errors = shut.map((each): FieldError => {
        const message = `${cannotTake(each)}. Take it out of the list, and hand it to somebody else`
        return { field, message }
      })
      return { kind: 'errors', errors }
    }
    const query = new URLSearchParams([['to', to], ...chosen.map(({ it }) => ['case', it.involvementId])])
    return redirect(`${notePath.to(worker)}?${query}`)
  },
})

function Intro({ worker, others }: Loaded) {
  return (
    <>
      {!worker.isDisabled && (
        <p class="govuk-body">
          For leave,{' '}
          <a class="govuk-link" href={addLeavePath.to(worker)}>
            say who covers
          </a>{' '}
          instead: the cases come back by themselves.
        </p>
      )}
      {others.length > 0 && (
        <InsetText>
          No step hands these over where they stand now: {others.map(({ childName }) => childName).join(', ')}
          .
        </InsetText>
      )}
    </>
  )
}
