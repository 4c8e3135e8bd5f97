import {
  type Clock,
  canBeSetOtherwise,
  type Length,
  unitsFor,
  writeAllowed,
} from '../../engine/clocks/index.ts'
import { type Fields, form, formPage, typedDate } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { forbidden, notFound, redirect, turnBack } from '../../platform/http/index.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { clockNamed, clockOf } from './deadlines.page.tsx'
import {
  countStarted,
  endOwnLength,
  everHeld,
  findOwnLength,
  insertOwnLength,
  type OwnLength,
} from './overrideQueries.ts'
import { deadlinePath, endLengthPath, setLengthPath } from './paths.ts'

const unitWords: Record<Length['unit'], string> = {
  minutes: 'Minutes',
  hours: 'Hours',
  days: 'Days',
  workingDays: 'Working days',
  months: 'Months',
}

const lengthForm = (clock: Clock) =>
  form({
    id: 'own-length',
    fields: {
      count: {
        kind: 'number',
        label: 'How long?',
        required: 'Enter how long it may take',
        min: 1,
        max: 1_000,
      },
      unit: {
        kind: 'choice',
        label: 'Counted in what?',
        required: 'Choose what it is counted in',
        options: unitsFor(clock).map(unit => ({ value: unit, label: unitWords[unit] })),
      },
      from: {
        kind: 'date',
        label: 'From which day?',
        hint: 'What starts on this day or later is held to it. What started before keeps the length it had.',
        required: 'Enter the day from which it holds',
      },
      until: {
        kind: 'date',
        label: 'Until which day?',
        hint: 'Leave it empty if no end is decided.',
        notBefore: { field: 'from', message: 'The last day cannot lie before the first' },
      },
      source: {
        kind: 'text',
        label: 'Who decided it, and where does that stand?',
        hint: 'For example: management board, minutes of 3 March, item 4',
        required: 'Say who decided it, and where that stands',
        maxLength: 300,
      },
      reason: {
        kind: 'textarea',
        label: 'Why?',
        hint: 'So that an inspector could understand it.',
        required: 'Say why the service sets its own length',
        maxLength: 2_000,
        rows: 4,
      },
    },
  })

const setRoutes = formPage({
  path: setLengthPath,
  permission: 'deadlines.set',
  change: 'Set the service’s own length for a deadline',
  async load(request) {
    const found = clockOf(request)
    if (!found) return refused(notFound)
    if (found.clock.policy === 'statutory')
      return refused(forbidden('The law sets this length: no service can set another.'))
    if (!canBeSetOtherwise(found.clock))
      return refused(
        forbidden('The day is agreed in each case: there is no length that a service could set.'),
      )
    return ok(found)
  },
  form: ({ clock }) => lengthForm(clock),
  title: ({ clock }) => `Set our own length: ${clock.title}`,
  intro: ({ clock, pathway }) => (
    <p class="govuk-body">
      {pathway.title}. The rule allows {writeAllowed(clock)}.
    </p>
  ),
  back: ({ pathway, clock }) => deadlinePath.to({ pathway: pathway.id, clock: clock.id }),
  initial: ({ clock }) => ({ unit: clock.within?.unit ?? '' }),
  submit: 'Set this length',
  async check({ tx, today }, { from, until }, { pathway, clock }) {
    if (!isBefore(from, today)) return ok(undefined)
    const cases = await countStarted(tx, { pathway: pathway.id, clock, from, until: until ?? undefined })
    return ok({ body: <Afterwards cases={cases} since={from} />, submit: 'Set this length all the same' })
  },
  async save({ tx, who, now }, values, { pathway, clock }) {
    const { count, unit, from, until, source, reason } = values
    const length = {
      pathway: pathway.id,
      clock: clock.id,
      count,
      unit,
      from,
      until: until ?? null,
      source,
      reason,
    }
    await insertOwnLength(tx, length, { ...who, at: now })
    return redirect(
      deadlinePath.to({ pathway: pathway.id, clock: clock.id }),
      `The length has been set. It holds for what starts from ${writeDate(from)}.`,
    )
  },
})

/** What was due, and what was late, is worked out by a length: one that changes for days that are over changes both. */
function Afterwards({ cases, since }: { cases: number; since: Temporal.PlainDate }) {
  const whose = cases === 1 ? '1 case that you may open' : `${cases} cases that you may open`
  return (
    <>
      <WarningText>This changes days that are over.</WarningText>
      <p class="govuk-body">
        In {cases === 0 ? 'no case that you may open' : whose} this deadline has started since{' '}
        {writeDate(since)} and is worked out anew: what counted as late there may be in time, and what was in
        time may be late. Figures that were given to others before are not changed by it.
      </p>
    </>
  )
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0

const endFields = {
  until: {
    kind: 'date',
    label: 'Which is the last day on which it holds?',
    hint: 'What starts after this day is held to the rule again. A day before its first means that it was set by mistake and never held.',
    required: 'Enter the last day on which it holds',
  },
  because: { kind: 'text', label: 'Why does it end?', required: 'Say why it ends', maxLength: 500 },
} as const satisfies Fields

const endTyped = ({ until, endedBecause }: OwnLength) => ({
  ...(until ? { until: typedDate(until) } : {}),
  because: endedBecause,
})

const backOf = ({ pathway, clock }: OwnLength) => deadlinePath.to({ pathway, clock })

const endRoutes = formPage({
  path: endLengthPath,
  permission: 'deadlines.set',
  change: 'Ended the service’s own length for a deadline',
  async load({ tx, params }) {
    const it = await findOwnLength(tx, params.overrideId ?? '')
    if (!it) return refused(notFound)
    if (!everHeld(it)) return refused(turnBack(backOf(it), 'It was set by mistake, and never held.'))
    return ok(it)
  },
  form: () => form({ id: 'end-length', fields: endFields }),
  title: () => 'End our own length',
  back: backOf,
  initial: endTyped,
  version: ({ version }) => version,
  row: ({ overrideId }) => ({ table: 'clock_override', key: { clock_override_id: overrideId } }),
  submit: 'End it',
  async check({ tx, today }, { until }, it) {
    const found = clockNamed(it)
    // The days for which it held and holds no more, or the other way round.
    const [first, last] = it.until && isBefore(it.until, until) ? [it.until, until] : [until, it.until]
    const from = [first.add({ days: 1 }), it.from].toSorted(Temporal.PlainDate.compare).at(-1) ?? it.from
    if (!found || !isBefore(from, today) || (last && !isBefore(first, last))) return ok(undefined)
    const cases = await countStarted(tx, {
      ...{ pathway: it.pathway, clock: found.clock, from },
      until: last ?? undefined,
    })
    return ok({ body: <Afterwards cases={cases} since={from} />, submit: 'End it all the same' })
  },
  isWarning: true,
  async save({ tx }, { until, because }, it) {
    if (await endOwnLength(tx, it, { until, because }))
      return redirect(backOf(it), 'The length has been ended.')
    const theirs = await findOwnLength(tx, it.overrideId)
    return theirs ? { kind: 'collision', theirs: endTyped(theirs), version: theirs.version } : notFound
  },
})

export const lengthRoutes = [...setRoutes, ...endRoutes]
