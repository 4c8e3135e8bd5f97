import { may } from '../../platform/access/index.ts'
import { stopsOf } from '../clocks/index.ts'
import { type Field, optionsOf } from '../forms/index.ts'
import { type Destination, findStep, type Pathway, type Step } from '../pathways/index.ts'
import { duplicates } from './checkFields.ts'
import { placesBefore, reachableAfter, reachableFrom } from './reachable.ts'

const reserved = ['start', 'stay', 'back', 'ended']

/** Faults of the stages, steps and endings of a pathway. */
export function checkPathway(pathway: Pathway): readonly string[] {
  return [
    ...Object.keys(pathway.stages)
      .filter(stage => reserved.includes(stage))
      .map(stage => `A stage is called “${stage}”, which is kept for the program’s own use.`),
    ...checkFollowUp(pathway),
    ...checkConditions(pathway),
    ...(pathway.ages.from > pathway.ages.to ? ['No age lies within the ages the pathway is for.'] : []),
    ...Object.entries(pathway.steps).flatMap(([id, step]) => checkStep(id, step, pathway)),
    ...checkBeside(pathway),
    ...checkWays(pathway),
  ]
}

/** What the police are told of a condition needs a question to stand in, in a step that can be taken while it is kept. */
function checkConditions(pathway: Pathway): readonly string[] {
  const { conditions } = pathway
  if (!conditions) return []
  const { step, field } = conditions.tells
  const tells = findStep(pathway, step)
  return [
    ...(tells?.fields[field]
      ? []
      : [`Of conditions “${step}” tells by “${field}”, for which it does not ask.`]),
    ...conditions.whileIn
      .filter(stage => tells?.from !== 'start' && !tells?.from.includes(stage))
      .map(stage => `Conditions are kept in the stage “${stage}”, where “${step}” cannot be taken.`),
  ]
}

/** Faults of the clocks of a pathway. */
export function checkClocks(pathway: Pathway): readonly string[] {
  const events = Object.keys(pathway.listensTo)
  const steps = Object.keys(pathway.steps)
  const reachable = reachableFrom(pathway, ['start'])
  return [
    ...duplicates(pathway.clocks.map(({ id }) => id)).map(id => `The clock “${id}” is defined twice.`),
    ...events
      .filter(event => steps.includes(event))
      .map(event => `“${event}” is both a step and something the pathway listens to.`),
    ...pathway.clocks.flatMap(clock => {
      const stops = stopsOf(clock)
      const unknown = [clock.from, ...stops].filter(name => !steps.includes(name) && !events.includes(name))
      if (unknown.length > 0) {
        return unknown.map(name => `The clock “${clock.id}” names the step “${name}”, which does not exist.`)
      }
      const canStart = events.includes(clock.from) || isTaken(pathway, clock.from, reachable)
      const after = events.includes(clock.from) ? reachable : reachableAfter(pathway, clock.from)
      const canStop = stops.some(stop => events.includes(stop) || isTaken(pathway, stop, after))
      if (!canStart) return [`Nothing starts the clock “${clock.id}”: “${clock.from}” can never be taken.`]
      if (!canStop) return [`Nothing stops the clock “${clock.id}” once it runs.`]
      if (clock.dueOn !== undefined && findStep(pathway, clock.from)?.fields[clock.dueOn]?.kind !== 'date') {
        return [
          `The clock “${clock.id}” is due on the day given to “${clock.dueOn}”, for which “${clock.from}” does not ask.`,
        ]
      }
      const { countedFrom } = clock
      const isAsked = Object.values(pathway.steps).some(
        ({ fields }) => fields[countedFrom ?? '']?.kind === 'date',
      )
      if (countedFrom !== undefined && !isAsked) {
        return [
          `The clock “${clock.id}” is counted from the day given to “${countedFrom}”, for which no step asks.`,
        ]
      }
      return []
    }),
  ]
}

function checkStep(id: string, step: Step, pathway: Pathway): readonly string[] {
  const stages = Object.keys(pathway.stages)
  const from = placesBefore(pathway, id)
  return [
    ...(step.holder !== undefined && step.fields[step.holder]?.kind !== 'person'
      ? [
          `The step “${id}” makes the answer to “${step.holder}” the holder, which is not a question for a person.`,
        ]
      : []),
    ...checkHandOver(id, step),
    ...(step.reviews && step.from === 'start'
      ? [`The step “${id}” opens a case and is said to be a review: there is nothing yet to look back on.`]
      : []),
    ...(step.endsGoals ?? [])
      .filter(name => !step.fields[name])
      .map(name => `The step “${id}” ends goals by the question “${name}”, which it does not ask.`),
    ...(step.by.length === 0 ? [`Nobody may take the step “${id}”.`] : []),
    ...(from.length === 0 ? [`The step “${id}” is offered in no stage.`] : []),
    ...(step.from === 'start' && step.to === 'stay'
      ? [`The step “${id}” opens a case and leaves it nowhere.`]
      : []),
    ...(destinations(step.to).includes('back') && from.some(place => place !== 'ended')
      ? [`The step “${id}” leads back to before the ending, and is offered where the case has not ended.`]
      : []),
    ...from
      .filter(stage => !stages.includes(stage) && stage !== 'ended' && step.from !== 'start')
      .map(stage => `The step “${id}” is offered in the stage “${stage}”, which does not exist.`),
    ...destinations(step.to).flatMap(to => {
      if (typeof to !== 'string') {
        return to.ends in pathway.endings
          ? []
          : [`The step “${id}” ends with “${to.ends}”, which is not an ending of the pathway.`]
      }
      return to === 'stay' || to === 'back' || stages.includes(to)
        ? []
        : [`The step “${id}” leads to the stage “${to}”, which does not exist.`]
    }),
    ...checkChoice(id, step),
    ...checkHolder(id, step, pathway),
  ]
}

/** Where several cases change hands at once: what is asked of each child, what once for all, and that nobody is told. */
function checkHandOver(
  id: string,
  { fields, holder, ofEach = [], to, tellsReferrer }: Step,
): readonly string[] {
  return [
    ...ofEach
      .filter(name => !Object.hasOwn(fields, name) || name === holder)
      .map(name => `The step “${id}” asks “${name}” of each child, which is not one of its other questions.`),
    ...Object.entries(fields)
      .filter(([name]) => !ofEach.includes(name))
      .flatMap(([name, field]) =>
        hangsOn(field)
          .filter(other => ofEach.includes(other))
          .map(
            other =>
              `The step “${id}” asks “${name}” once for all children, and it hangs on “${other}”, which is asked of each child.`,
          ),
      ),
    ...(holder !== undefined && to === 'stay' && tellsReferrer !== undefined
      ? [
          `The step “${id}” hands a case over where it stands and tells the referrer: where several cases change hands at once nobody is told.`,
        ]
      : []),
  ]
}

/** On which answers of the same step it hangs whether a question is asked, or what may be answered. */
function hangsOn(field: Field): string[] {
  const notBefore = field.kind === 'date' ? field.notBefore : undefined
  return [field.appliesWhen, notBefore].flatMap(other => other?.field ?? [])
}

/** What stands beside a question is asked by some step, and a line of it only where it is text of several. */
function checkBeside({ steps }: Pathway): readonly string[] {
  const asked = new Map(Object.values(steps).flatMap(({ fields }) => Object.entries(fields)))
  return Object.entries(steps).flatMap(([id, { fields }]) =>
    Object.entries(fields).flatMap(([name, { beside }]) => {
      if (!beside) return []
      const where = `In the step “${id}”, “${name}” shows what was answered to “${beside.field}”`
      const kind = asked.get(beside.field)?.kind
      if (kind === undefined) return [`${where}, which no step asks.`]
      if (beside.line === undefined) return []
      return kind === 'textarea' && Number.isInteger(beside.line) && beside.line > 0
        ? []
        : [`${where} by a line, which is not a text of several lines.`]
    }),
  )
}

/** A follow-up lasts some time, and begins with steps that end a case. */
function checkFollowUp({ followUp, steps }: Pathway): readonly string[] {
  if (!followUp) return []
  const { years, after = [], proofMonths = 0 } = followUp
  const isWhole = Number.isInteger(years) && years > 0 && Number.isInteger(proofMonths) && proofMonths >= 0
  return [
    ...(isWhole ? [] : ['A follow-up lasts whole years, one at least, and waits whole months for proof.']),
    ...after.flatMap(id => {
      const step = Object.hasOwn(steps, id) ? steps[id] : undefined
      if (!step) return [`The follow-up begins with the step “${id}”, which does not exist.`]
      const isEnding = destinations(step.to).some(to => typeof to !== 'string')
      return isEnding ? [] : [`The follow-up begins with the step “${id}”, which ends no case.`]
    }),
  ]
}

/** Whoever can be named as the holder of a case must be able to work it afterwards: take some later step. */
function checkHolder(id: string, { holder, fields }: Step, pathway: Pathway): readonly string[] {
  const field = holder === undefined ? undefined : fields[holder]
  if (field?.kind !== 'person') return []
  const after = reachableAfter(pathway, id)
  const later = Object.entries(pathway.steps).filter(([stepId]) => isTaken(pathway, stepId, after))
  return field.roles
    .filter(role => !may('case.move', [role], true) || !later.some(([, { by }]) => by.includes(role)))
    .map(
      role =>
        `The step “${id}” can make somebody in the role “${role}” the holder, who can then take no step.`,
    )
}

/** A step whose way hangs on a choice: the choice must be asked, always, and every answer must lead somewhere. */
function checkChoice(id: string, { to, fields }: Step): readonly string[] {
  if (typeof to === 'string' || 'ends' in to) return []
  const field = fields[to.field]
  const name = `Where the step “${id}” leads hangs on “${to.field}”`
  if (field?.kind !== 'choice') return [`${name}, which is not a choice among its fields.`]
  if (field.required === undefined || field.appliesWhen) return [`${name}, which may be left empty.`]
  const offered = optionsOf(field).map(({ value }) => value)
  const led = Object.keys(to.goes)
  return [
    ...offered
      .filter(value => !led.includes(value))
      .map(value => `${name}, but its answer “${value}” leads nowhere.`),
    ...led
      .filter(value => !offered.includes(value))
      .map(value => `${name}, which does not offer “${value}”.`),
  ]
}

/** Stages that cannot be reached or left, and endings that cannot happen. */
function checkWays(pathway: Pathway): readonly string[] {
  const reachable = reachableFrom(pathway, ['start'])
  const stages = Object.keys(pathway.stages)
  const used = Object.values(pathway.steps).flatMap(({ to }) => destinations(to))
  const happens = used.flatMap(to => (typeof to === 'string' ? [] : [to.ends]))
  return [
    ...stages.filter(stage => !reachable.has(stage)).map(stage => `No step leads to the stage “${stage}”.`),
    ...stages
      .filter(stage => !reachableFrom(pathway, [stage]).has('ended'))
      .map(stage => `From the stage “${stage}” no ending can be reached.`),
    ...Object.keys(pathway.endings)
      .filter(ending => !happens.includes(ending))
      .map(ending => `No step ends with “${ending}”.`),
  ]
}

/** The single destinations of a step: stages, `stay`, endings. */
function destinations(to: Destination): readonly Exclude<Destination, { readonly field: string }>[] {
  if (typeof to === 'string' || 'ends' in to) return [to]
  return Object.values(to.goes)
}

function isTaken(pathway: Pathway, stepId: string, reachable: ReadonlySet<string>): boolean {
  return placesBefore(pathway, stepId).some(place => reachable.has(place))
}
