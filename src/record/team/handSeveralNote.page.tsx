import { type Fields, formPage, type Refusal } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { type Answer, type Request, redirect, turnBack } from '../../platform/http/index.ts'
import {
  type Appointment,
  appointmentWords,
  giveAppointments,
  leftBehindWords,
  listPlannedWith,
  withTicked,
} from '../appointments/index.ts'
import { listEverybody } from '../children/index.ts'
import { workerPath } from '../workforce/index.ts'
import {
  cannotTake,
  caseWords,
  type Handable,
  type Held,
  loadHeld,
  loadMoved,
  noneToHandOver,
} from './handable.ts'
import { handOver, holdCase, type Ready } from './handOverCase.ts'
import { noteFields, noteFor } from './note.form.ts'
import { handSeveralPath, notePath } from './paths.ts'

type Loaded = Pick<Held, 'worker'> & {
  /** The cases that were chosen, those that have moved on meanwhile among them. */
  cases: readonly Handable[]
  /** Those that can no longer be handed over, while the note was written. */
  moved: readonly Handable[]
  /** Whether there were others, which are not open to whoever writes. */
  hasHidden: boolean
  to: { userId: string; name: string }
  /** Planned with the worker, the earliest first; when sent, those too that have begun since the page was opened. */
  asked: readonly Appointment[]
}

/** What was chosen before: it stands in the query where the page is opened, and goes along with what is sent. */
async function load(request: Request): Promise<Result<Loaded, Answer>> {
  const held = await loadHeld(request)
  if (!held.ok) return held
  const { worker } = held.value
  const { tx, sent, query, now } = request
  const isSent = sent.names().length > 0
  const [ids, taker] = isSent ? [sent.all('case'), sent.one('to')] : [query.getAll('case'), query.get('to')]
  if (!isSent && held.value.cases.length === 0) return refused(noneToHandOver(worker))
  const here = held.value.cases.filter(({ it }) => ids.includes(it.involvementId))
  const to = (await listEverybody(tx)).find(({ userId }) => userId === taker)
  if (!to || ids.length === 0 || (!isSent && here.length === 0))
    return refused(turnBack(handSeveralPath.to(worker), 'Choose the cases, and who takes them.'))
  const gone = ids.filter(id => !here.some(({ it }) => it.involvementId === id))
  if (!isSent && gone.length > 0)
    return refused(
      turnBack(choiceHref({ worker, to, cases: here }), 'A case that you chose has moved on meanwhile.'),
    )
  // In what is sent they stand with the others: what was typed about them is not lost.
  const moved = gone.length === 0 ? [] : await loadMoved(request, gone)
  const cases = [...here, ...moved]
  const hasHidden = moved.length < new Set(gone).size
  request.seen(
    cases.map(({ it }) => it.childId),
    'Among the cases of a worker to be handed over',
  )
  const involvementIds = cases.map(({ it }) => it.involvementId)
  const planned = await listPlannedWith(tx, involvementIds, worker.userId, now)
  const asked = await withTicked(tx, planned, involvementIds, sent.all('planned'))
  return ok({ worker, cases, moved, hasHidden, to, asked })
}

/** Appointments go with their case, child by child: so many lines as children, whatever is planned. */
function askedOfAppointments({ cases, asked }: Loaded): Fields {
  const planned = Map.groupBy(asked, ({ involvementId }) => involvementId)
  const options = cases.flatMap(({ it }) => {
    const [first, ...others] = planned.get(it.involvementId) ?? []
    if (!first) return []
    const next = `${writeMoment(first.startsAt, ukZone)}, ${appointmentWords(first.kind).toLowerCase()}`
    const more = others.length === 0 ? '' : `, and ${others.length} more`
    return [{ value: it.involvementId, label: `${it.childName}: ${next}${more}` }]
  })
  if (options.length === 0) return {}
  return {
    appointments: {
      kind: 'choices',
      label: 'Whose planned appointments go with them?',
      hint: 'All that are planned with a child, unless you take the tick away: then they stay.',
      options,
    },
  }
}

const numberOf = (cases: readonly unknown[]) => (cases.length === 1 ? '1 case' : `${cases.length} cases`)

/** The note that goes with several cases, and their appointments: then they change hands together. */
export const handSeveralNoteRoutes = formPage<Fields, Loaded>({
  path: notePath,
  permission: 'case.allocate',
  change: 'Handed over several cases',
  load,
  form: loaded => ({
    id: 'hand-several-note',
    fields: { ...noteFields(loaded.cases), ...askedOfAppointments(loaded) },
  }),
  title: ({ cases, to }) => `Hand over ${numberOf(cases)} to ${to.name}`,
  intro: loaded => <Intro {...loaded} />,
  back: choiceHref,
  initial: ({ asked }) => ({ appointments: [...new Set(asked.map(({ involvementId }) => involvementId))] }),
  carries: ({ cases, to, asked }) => ({
    to: [to.userId],
    case: cases.map(({ it }) => it.involvementId),
    planned: asked.map(({ appointmentId }) => appointmentId),
  }),
  draftOf,
  submit: 'Hand over',
  async save(request, _values, loaded, answers) {
    const { worker, cases, to, asked } = loaded
    if (loaded.moved.length > 0 || loaded.hasHidden) return refuseMoved(loaded)
    // One order everywhere, so that two who hold several children never wait for each other for ever.
    const inOrder = cases.toSorted((one, other) => (one.it.childId < other.it.childId ? -1 : 1))
    const ready: Ready[] = []
    const moved: Handable[] = []
    const shut: Handable[] = []
    for (const each of inOrder) {
      const held = await holdCase(request, each, worker.userId, to.userId)
      if (held.ok) ready.push(held.value)
      else (held.reason === 'moved-on' ? moved : shut).push(each)
    }
    if (moved.length > 0) return refuseMoved({ ...loaded, moved })
    if (shut.length > 0) {
      const said = shut.map(each => `${cannotTake(each)}. Choose who does, or leave it out`)
      return refuse(said, loaded)
    }
    const failed: Handable[] = []
    for (const each of ready)
      if (!(await handOver(request, each, noteFor(each.handable, cases, answers)))) failed.push(each.handable)
    if (failed.length > 0) return refuse(failed.map(movedOn), loaded)
    const whose = [answers.appointments ?? []].flat().map(String)
    const ticked = asked
      .filter(({ involvementId }) => whose.includes(involvementId))
      .map(({ appointmentId }) => appointmentId)
    const given = await giveAppointments(request.tx, ticked, {
      from: worker.userId,
      to: to.userId,
      now: request.now,
    })
    const words = [
      `${numberOf(cases)} ${cases.length === 1 ? 'has' : 'have'} been handed over.`,
      leftBehindWords(ticked.length - given),
    ]
    return redirect(workerPath.to(worker), words.filter(said => said).join(' '))
  },
})

type Chosen = Pick<Loaded, 'worker' | 'to' | 'cases'>

/** The page on which the cases and who takes them are chosen, as they were. */
function choiceHref({ worker, to, cases }: Chosen): string {
  const chosen = [['to', to.userId], ...cases.map(({ it }) => ['case', it.involvementId])]
  return `${handSeveralPath.to(worker)}?${new URLSearchParams(chosen)}`
}

function draftOf({ worker, to, cases }: Chosen): string[] {
  return [worker.userId, to.userId, ...cases.map(({ it }) => it.involvementId).toSorted()]
}

/** What is wrong with the choice is put right where it was made. */
function refuse(said: readonly string[], chosen: Chosen): Extract<Refusal, { kind: 'errors' }> {
  return {
    kind: 'errors',
    errors: said.map(message => ({ field: 'case', message, href: choiceHref(chosen) })),
  }
}

/** Where one of the cases has moved on none is handed over: what was typed waits for the note about the others. */
function refuseMoved({ moved, hasHidden, ...chosen }: Loaded): Refusal {
  const rest = { ...chosen, cases: chosen.cases.filter(each => !moved.includes(each)) }
  const hidden = hasHidden ? ['A case that you chose is not open to you any more. Begin again'] : []
  const refusal = refuse([...moved.map(movedOn), ...hidden], rest)
  return rest.cases.length > 0 ? { ...refusal, keptFor: draftOf(rest) } : refusal
}

const movedOn = ({ it }: Handable) => `${it.childName}: the case has moved on meanwhile. Begin again`

function Intro({ cases }: Loaded) {
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        {cases.map(handable => (
          <li key={handable.it.involvementId}>
            <bdi>{caseWords(handable)}</bdi>
          </li>
        ))}
      </ul>
      {cases.length > 1 && (
        <p class="govuk-body">
          What is asked once stands in the record of every child: name no child there. What is so of one child
          alone, write beside that child. Where an answer is not the same for all of them, hand those cases
          over on their own.
        </p>
      )}
      <p class="govuk-body">
        Everything is saved together, or nothing. What the next worker must know stands on their day until
        they have read it.
      </p>
    </>
  )
}
