import {
  type Answers,
  askingPeople,
  type Field,
  type FieldError,
  type Fields,
  type Form,
  formPage,
  type Nameable,
} from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { availableSteps, type OfferedStep, type Pathway } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { type Answer, notFound, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import {
  type Appointment,
  appointmentWords,
  giveAppointments,
  listPlannedWith,
} from '../appointments/index.ts'
import {
  findInvolvement,
  findInvolvements,
  type Involvement,
  listColleagues,
  standing,
  takeStep,
} from '../cases/index.ts'
import { holdChild } from '../children/index.ts'
import { findProfile, type Profile, whoCanBeNamed, workerPath } from '../workforce/index.ts'
import { handSeveralPath } from './paths.ts'
import { type HeldCase, listHeld } from './teamQueries.ts'

/** A case that can be handed over now, by the step of its pathway that names another holder. */
type Handed = {
  it: HeldCase
  involvement: Involvement
  pathway: Pathway
  step: OfferedStep<Pathway>
  holder: string
}

type Loaded = {
  worker: Profile
  people: readonly Nameable[]
  cases: readonly Handed[]
  /** Cases that no step hands over where they stand. */
  others: readonly HeldCase[]
  planned: readonly Appointment[]
}

/** The step by which a case changes hands where it stands, by somebody in one of these roles. */
function stepOf(involvement: Involvement, { who }: Request): Omit<Handed, 'it' | 'involvement'> | undefined {
  const pathway = findPathway(practiceInUse(), involvement.pathway)
  if (!pathway || involvement.endedAt) return undefined
  const position = { kind: 'open', stage: involvement.stage } as const
  const step = who.roles
    .flatMap(role => availableSteps(pathway, position, role))
    .find(({ holder, to }) => holder !== undefined && to === 'stay')
  return step?.holder === undefined ? undefined : { pathway, step, holder: step.holder }
}

async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const { tx, params, now } = request
  const worker = await findProfile(tx, params.userId ?? '')
  if (!worker) return refused(notFound)
  const held = await listHeld(tx, worker.userId)
  const found = await findInvolvements(
    tx,
    held.map(({ involvementId }) => involvementId),
  )
  const byId = new Map(found.map(each => [each.involvementId, each]))
  const cases: Handed[] = []
  const others: HeldCase[] = []
  for (const it of held) {
    const involvement = byId.get(it.involvementId)
    const by = involvement && stepOf(involvement, request)
    if (involvement && by) cases.push({ it, involvement, ...by })
    else others.push(it)
  }
  if (cases.length === 0)
    return refused(
      turnBack(workerPath.to(worker), 'There is no case here that can be handed over where it stands now.'),
    )
  request.seen(
    held.map(({ childId }) => childId),
    'Among the cases of a worker to be handed over',
  )
  const planned = await listPlannedWith(
    tx,
    cases.map(({ it }) => it.involvementId),
    worker.userId,
    now,
  )
  const everybody = await whoCanBeNamed(request, null)
  return ok({
    worker,
    people: everybody.filter(({ userId }) => userId !== worker.userId),
    cases,
    others,
    planned,
  })
}

const caseWords = ({ it, involvement, pathway }: Handed) =>
  `${it.childName}: ${pathway.title}, ${standing(pathway, involvement)}`

/** The questions of a case stand under its own keys, and are asked where it is chosen. */
const keyIn = ({ it }: Handed, name: string) => `${name}--${it.involvementId}`

/** What the step of a case asks, apart from who takes it: for this case, and only where it is chosen. */
function questionsOf(handed: Handed): Fields {
  const { it, step, holder } = handed
  const chosen = { field: 'cases', is: [it.involvementId] }
  return Object.fromEntries(
    Object.entries(step.fields)
      .filter(([name]) => name !== holder)
      .map(([name, field]): [string, Field] => [
        keyIn(handed, name),
        {
          ...field,
          label: `${it.childName}: ${field.label.charAt(0).toLowerCase()}${field.label.slice(1)}`,
          appliesWhen: field.appliesWhen
            ? { field: keyIn(handed, field.appliesWhen.field), is: field.appliesWhen.is }
            : chosen,
        },
      ]),
  )
}

function formOf({ people, cases, planned }: Loaded): Form {
  const roles = cases.flatMap(({ step, holder }) => {
    const field = step.fields[holder]
    return field?.kind === 'person' ? field.roles : []
  })
  const to = {
    kind: 'person',
    label: 'Who takes the cases?',
    hint: 'Cases for several people are handed over one person after the other.',
    required: 'Choose who takes the cases',
    roles: [...new Set(roles)],
  } as const satisfies Field
  const byChild = new Map(cases.map(({ it }) => [it.involvementId, it.childName]))
  return {
    id: 'hand-several',
    fields: {
      ...askingPeople({ to }, people),
      cases: {
        kind: 'choices',
        label: 'Which cases?',
        hint: 'Each has a note of its own, below.',
        required: 'Choose the cases that are handed over',
        options: cases.map(handed => ({ value: handed.it.involvementId, label: caseWords(handed) })),
      },
      ...Object.assign({}, ...cases.map(questionsOf)),
      ...(planned.length > 0 && {
        appointments: {
          kind: 'choices',
          label: 'Which planned appointments go with them?',
          hint: 'All those of the cases that you chose, unless you take a tick away. The others stay.',
          options: planned.map(it => ({
            value: it.appointmentId,
            label: `${byChild.get(it.involvementId)}, ${writeMoment(it.startsAt, ukZone)}, ${appointmentWords(it.kind).toLowerCase()}`,
          })),
        },
      }),
    },
  }
}

/** The answers of one case, under the names that its step gives them. */
function answersFor(handed: Handed, answers: Answers): Answers {
  const suffix = keyIn(handed, '')
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) => {
      // The reason for an answer stands under the key of its question with a word after it.
      const name = key.endsWith(suffix)
        ? key.slice(0, -suffix.length)
        : key.endsWith(`${suffix}-reason`)
          ? `${key.slice(0, -`${suffix}-reason`.length)}-reason`
          : undefined
      return name === undefined ? [] : [[name, answer]]
    }),
  )
}

/** Several cases of one worker at once, each with its own note: when somebody leaves, or is away for long. */
export const handSeveralRoutes = formPage<Fields, Loaded>({
  path: handSeveralPath,
  permission: 'case.allocate',
  change: 'Handed over several cases',
  load,
  form: formOf,
  title: ({ worker }) => `Hand over cases of ${worker.name}`,
  intro: loaded => <Intro {...loaded} />,
  back: ({ worker }) => workerPath.to(worker),
  initial: ({ planned }) => ({ appointments: planned.map(({ appointmentId }) => appointmentId) }),
  submit: 'Hand over',
  async save(request, _values, loaded, answers) {
    const chosen = [answers.cases ?? []].flat().map(String)
    const to = String(answers.to)
    const handed = loaded.cases.filter(({ it }) => chosen.includes(it.involvementId))
    // One order everywhere, so that two who hold several children never wait for each other for ever.
    const inOrder = handed.toSorted((one, other) => (one.it.childId < other.it.childId ? -1 : 1))
    const errors: FieldError[] = []
    for (const each of inOrder) {
      const fault = await handOver(request, each, to, answers)
      if (fault) errors.push({ field: 'cases', message: fault })
    }
    if (errors.length > 0) return { kind: 'errors', errors }
    const moved = loaded.planned
      .filter(({ involvementId }) => chosen.includes(involvementId))
      .map(({ appointmentId }) => appointmentId)
      .filter(id => [answers.appointments ?? []].flat().map(String).includes(id))
    await giveAppointments(request.tx, moved, { from: loaded.worker.userId, to })
    const number = handed.length === 1 ? '1 case has' : `${handed.length} cases have`
    return redirect(workerPath.to(loaded.worker), `${number} been handed over.`)
  },
})

/** Hands one case over. @returns why it cannot be, as an error at the question which cases */
async function handOver(
  { tx, who, now }: Request,
  handed: Handed,
  to: string,
  answers: Answers,
): Promise<string | undefined> {
  const { it, pathway, step, holder } = handed
  await holdChild(tx, it.childId)
  const field = step.fields[holder]
  const person = (await listColleagues(tx, it.childId)).find(({ userId }) => userId === to)
  const canHold = field?.kind === 'person' && person?.roles.some(role => field.roles.includes(role))
  if (!person || !canHold)
    return `${it.childName}: whoever you chose cannot take this case. Take it out of the list, and hand it to somebody else`
  const involvement = await findInvolvement(tx, it.involvementId, 'to-move')
  if (!involvement) return movedOn(it)
  const taken = await takeStep(tx, {
    serviceId: who.serviceId,
    pathway,
    involvement,
    step: step.id,
    answers: { ...answersFor(handed, answers), [holder]: to },
    fields: askingPeople(step.fields, [person]),
    at: now,
    by: who.userId,
    now,
  })
  return taken.ok ? undefined : movedOn(it)
}

const movedOn = ({ childName }: HeldCase) =>
  `${childName}: the case has moved on meanwhile. Open this page again`

function Intro({ others }: Loaded) {
  return (
    <>
      <p class="govuk-body">
        Everything is saved together, or nothing. What the next worker must know stands on their day until
        they have read it.
      </p>
      {others.length > 0 && (
        <InsetText>
          No step hands these over where they stand now: {others.map(({ childName }) => childName).join(', ')}
          .
        </InsetText>
      )}
    </>
  )
}
