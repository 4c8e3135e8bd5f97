import { type Answers, chosenIn, form, formPage, type Refusal } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { type Answer, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { tidyPostcode } from './addChild.ts'
import type { Child } from './child.ts'
import { factForm, factFrom, factTyped } from './fact.form.ts'
import { type Fact, type FactKind, type FactKindName, factKinds, isFactKindName } from './factKinds.ts'
import { periodWords } from './factPeriod.ts'
import { changeFact, type FactSaid, findFact, insertFact, listFacts, removeFact } from './factQueries.ts'
import { childFrame, childOf } from './frame.tsx'
import { addFactPath, detailsPath, factPath, removeFactPath } from './paths.ts'
import { carryingBack, wayBack, withWayBack } from './wayBack.ts'

type Of = {
  child: Child
  name: FactKindName
  kind: FactKind
  today: Temporal.PlainDate
  /** The part of a form from which the reader came. */
  to: string | undefined
}

/** The kind of fact that the address names, and the child. */
async function loadKind(request: Request): Promise<Result<Of, Answer>> {
  const name = request.params.kind ?? ''
  const child = await childOf(request)
  if (!child || !isFactKindName(name)) return refused(notFound)
  return ok({ child, name, kind: factKinds[name], today: request.today, to: wayBack(request, child) })
}

async function loadFact(request: Request): Promise<Result<Of & { fact: Fact }, Answer>> {
  const of = await loadKind(request)
  if (!of.ok) return of
  const { child, name } = of.value
  const fact = await findFact(request.tx, name, child.childId, request.params.factId ?? '')
  return fact ? ok({ ...of.value, fact }) : refused(notFound)
}

/** What is said, as it is kept, or what is wrong with it. */
function read(kind: FactKind, answers: Answers): Result<FactSaid, Refusal> {
  const it = factFrom(kind, answers)
  const fault = kind.fault?.(it.said)
  if (fault) return refused({ kind: 'errors', errors: [fault] })
  const { postcode } = it.said
  return ok(postcode === undefined ? it : { ...it, said: { ...it.said, postcode: tidyPostcode(postcode) } })
}

const addRoutes = formPage({
  path: addFactPath,
  permission: 'child.edit',
  about: 'child',
  change: 'Recorded where the child lives, learns or is cared for',
  view: 'Opened the form to record where the child lives, learns or is cared for',
  async load(request) {
    const of = await loadKind(request)
    if (!of.ok) return of
    const { child, name } = of.value
    const known = await listFacts(request.tx, name, child.childId)
    return ok({ ...of.value, lasting: known.filter(({ until }) => !until) })
  },
  form: ({ kind, today, lasting }) => factForm(kind, today, { lasting }),
  title: ({ kind }) => kind.addText,
  back: ({ child, to }) => to ?? detailsPath.to(child),
  carries: ({ to }) => carryingBack(to),
  initial: ({ kind, lasting }) => ({
    'is-now': 'yes',
    ends: kind.replaces ? lasting.map(({ factId }) => factId) : [],
  }),
  frame: childFrame('details'),
  submit: 'Save',
  async save({ tx, who, now }, _values, { child, name, kind, today, to, lasting }, answers) {
    const said = read(kind, answers)
    if (!said.ok) return said.reason
    const chosen = chosenIn(answers.ends)
    const ending = lasting.filter(({ factId }) => chosen.includes(factId))
    const fault = endingFault(kind, ending, said.value.from, today)
    if (fault) return { kind: 'errors', errors: [fault] }
    for (const fact of ending) await changeFact(tx, name, fact, { ...fact, until: said.value.from })
    const { childId } = child
    await insertFact(tx, name, { ...said.value, serviceId: who.serviceId, childId, at: now })
    return redirect(to ?? detailsPath.to(child), `The ${kind.noun} has been saved.`)
  },
})

/** Nothing ends before it began, nor on a day that nobody knows. */
function endingFault(
  kind: FactKind,
  ending: readonly Fact[],
  on: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): { field: string; message: string } | undefined {
  if (ending.length > 0 && !on)
    return { field: 'from', message: 'Enter the day, so that it is known when the one before ended' }
  const later = ending.find(({ from }) => from && on && Temporal.PlainDate.compare(from, on) > 0)
  if (!later?.from) return undefined
  const message = `“${kind.title(later.said, today).replaceAll('\n', ', ')}” began on ${writeDate(later.from)}: enter a later day, or do not let it end`
  return { field: 'from', message }
}

const editRoutes = formPage({
  path: factPath,
  permission: 'child.edit',
  about: 'child',
  change: 'Changed where the child lives, learns or is cared for',
  view: 'Opened the form to change where the child lives, learns or is cared for',
  load: loadFact,
  form: ({ kind, today, fact }) => factForm(kind, today, { held: fact.said }),
  title: ({ kind }) => `Change: ${kind.noun}`,
  intro: ({ child, name, fact, to }) => (
    <p class="govuk-body">
      Change what was wrong or is missing, or say that it has ended. Where something new holds now,{' '}
      <a class="govuk-link" href={withWayBack(addFactPath.to({ childId: child.childId, kind: name }), to)}>
        add it
      </a>
      .{' '}
      <a class="govuk-link" href={removeFactPath.to({ ...fact, kind: name })}>
        It was recorded by mistake
      </a>
    </p>
  ),
  back: ({ child, to }) => to ?? detailsPath.to(child),
  carries: ({ to }) => carryingBack(to),
  initial: ({ kind, fact }) => factTyped(kind, fact),
  version: ({ fact }) => fact.version,
  row: ({ kind, fact }) => ({ table: kind.table, key: { [kind.key]: fact.factId } }),
  frame: childFrame('details'),
  submit: 'Save',
  async save({ tx }, _values, { child, name, kind, fact, to }, answers) {
    const said = read(kind, answers)
    if (!said.ok) return said.reason
    if (await changeFact(tx, name, fact, said.value))
      return redirect(to ?? detailsPath.to(child), `The ${kind.noun} has been saved.`)
    const theirs = await findFact(tx, name, child.childId, fact.factId)
    return theirs ? { kind: 'collision', theirs: factTyped(kind, theirs), version: theirs.version } : notFound
  },
})

const removeRoutes = formPage({
  path: removeFactPath,
  permission: 'child.edit',
  about: 'child',
  change: 'Removed what was recorded by mistake',
  view: 'Opened the form to remove what was recorded by mistake',
  load: loadFact,
  form: () =>
    form({
      id: 'remove-fact',
      fields: {
        reason: {
          kind: 'text',
          label: 'Why was it a mistake?',
          required: 'Say why it was a mistake',
          maxLength: 500,
        },
      },
    }),
  title: ({ kind }) => `Remove: ${kind.noun}`,
  intro: ({ kind, fact, today }) => (
    <p class="govuk-body">
      <bdi class="tl-keep-lines">{kind.title(fact.said, today)}</bdi>
      <br />
      {periodWords(fact.from, fact.until)}. If it was true once, change it and say that it has ended instead.
    </p>
  ),
  back: ({ child }) => detailsPath.to(child),
  frame: childFrame('details'),
  submit: 'Remove',
  isWarning: true,
  async save({ tx }, _values, { child, name, kind, fact }) {
    await removeFact(tx, name, fact)
    return redirect(detailsPath.to(child), `The ${kind.noun} has been removed.`)
  },
})

export const factRoutes = [...addRoutes, ...removeRoutes, ...editRoutes]
