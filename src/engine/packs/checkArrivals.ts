import { type ArrivalForm, neededTopics, type Topic, topics } from '../arrivals/index.ts'
import type { CodeList } from '../codes/index.ts'
import { askedNames, type Field, type Fields, jsonName, optionsOf } from '../forms/index.ts'
import { findStep, nextStage, openingStep, type Pathway } from '../pathways/index.ts'
import { checkFields, duplicates } from './checkFields.ts'

/** Faults of a form by which children arrive: its questions, and what they are declared to say. */
export function checkArrivalForm(form: ArrivalForm, lists: readonly CodeList[]): readonly string[] {
  const name = `The form “${form.id}”`
  return [
    ...checkFields(`form “${form.id}”`, withEveryCode(form, lists)),
    ...Object.entries(form.fields).flatMap(([id, field]) =>
      field.kind === 'code' && !lists.some(list => list.id === field.list)
        ? [`${name} asks “${id}” by the code list “${field.list}”, which does not exist.`]
        : [],
    ),
    ...Object.entries(form.fields)
      .filter(([, { kind }]) => ['person', 'fact', 'file', 'password'].includes(kind))
      .map(([id, { kind }]) => `${name} asks “${id}” as a ${kind}, which no arrival brings.`),
    ...checkColumns(name, form, lists),
    ...strayIn(form).map(id => `${name} gives an example of “${id}”, which it does not ask.`),
    ...(Object.entries(form.says) as [Topic, string][]).flatMap(([topic, question]) => {
      const field = form.fields[question]
      const kinds: readonly string[] = topics[topic] ?? []
      if (!field) return [`${name} says “${topic}” by the question “${question}”, which it does not ask.`]
      return kinds.includes(field.kind)
        ? []
        : [`${name} says “${topic}” by the question “${question}”, which is not a ${kinds.join(' or ')}.`]
    }),
    ...neededTopics
      .filter(topic => form.fields[form.says[topic]]?.required === undefined)
      .map(topic => `${name} must ask for “${topic}”, so that it is never left empty.`),
  ]
}

/** Names that stand beside the questions: the way in of a program's message, and what is left over in a row of a file. */
const reserved = ['route', 'more_cells']

/** Questions that would meet in one column of a file, or one field of a program's message. */
function checkColumns(name: string, form: ArrivalForm, lists: readonly CodeList[]): string[] {
  const columns = askedNames({ id: form.id, fields: withEveryCode(form, lists) }).map(asked =>
    jsonName(asked.name),
  )
  return [
    ...duplicates(columns).map(column => `${name} has two questions in the column “${column}” of a file.`),
    ...reserved
      .filter(column => columns.includes(column))
      .map(column => `${name} asks in the column “${column}” of a file, which is there for something else.`),
  ]
}

/** Names in the example under which nothing is asked. */
function strayIn(form: ArrivalForm): string[] {
  const asked = askedNames({ id: form.id, fields: withEveryCode(form, []) }).map(({ name }) => name)
  return Object.keys(form.example).filter(id => !asked.includes(id))
}

/** The fields with each choice of codes as a choice among all that the list ever had. */
function withEveryCode({ fields }: ArrivalForm, lists: readonly CodeList[]): Fields {
  const asked = Object.entries(fields).map(([id, field]): [string, Field] => {
    if (field.kind !== 'code') return [id, field]
    const { kind: _, list, includesPast: __, ...said } = field
    const codes = new Set(lists.find(each => each.id === list)?.entries.map(({ code }) => code))
    // A list that is not there is told of by itself, not as a choice without answers.
    const values = codes.size > 0 ? [...codes] : ['one', 'other']
    return [id, { ...said, kind: 'choice', options: values.map(value => ({ value, label: value })) }]
  })
  return Object.fromEntries(asked)
}

/**
 * Faults of the ways into a pathway: a form that does not exist, an answer that the form does not offer, a route that
 * another pathway has otherwise, a question that the first step keeps but asks in another way, a second way for records
 * that another service hands over, or one where what came cannot open a case.
 */
export function checkRoutes(
  pathway: Pathway,
  forms: readonly ArrivalForm[],
  pathways: readonly Pathway[],
): readonly string[] {
  const earlier = pathways.slice(0, pathways.indexOf(pathway))
  return Object.entries(pathway.routesIn).flatMap(([id, route]) => {
    const name = `The route in “${id}”`
    const form = forms.find(each => each.id === route.form)
    if (route.form !== undefined && !form)
      return [`${name} brings the form “${route.form}”, which does not exist.`]
    const other = earlier.find(({ routesIn }) => Object.hasOwn(routesIn, id))
    const same = other?.routesIn[id]
    const isOther =
      same !== undefined &&
      (same.title !== route.title ||
        same.form !== route.form ||
        same.byProfessionals !== route.byProfessionals)
    const others = Object.entries(pathway.routesIn).filter(([, each]) => each.handedOver)
    return [
      ...(route.handedOver && route.form !== undefined
        ? [`${name} is that of records that another service hands over, and brings a form.`]
        : []),
      ...(route.handedOver && others[0]?.[0] !== id
        ? [`${name} is a second one for records that another service hands over.`]
        : []),
      ...(route.handedOver && !opensUnasked(pathway)
        ? [`${name} is that of records that another service hands over, but no case opens without an answer.`]
        : []),
      ...(isOther
        ? [`${name} is another one in the pathway “${other?.id}”: its title, form or sender differs.`]
        : []),
      ...(form ? checkAccepted(name, route.accepts ?? {}, form) : []),
      ...(form ? checkKept(name, form, pathway) : []),
    ]
  })
}

/** Whether a case is open once its first step is taken, whatever is answered: nothing is asked where a record came. */
function opensUnasked(pathway: Pathway): boolean {
  const next = nextStage(pathway, { kind: 'notStarted' }, openingStep(pathway) ?? '', {})
  return next.ok && next.value.kind === 'open'
}

function checkAccepted(
  name: string,
  accepts: Readonly<Record<string, readonly string[]>>,
  form: ArrivalForm,
): readonly string[] {
  return Object.entries(accepts).flatMap(([question, values]) => {
    const field = form.fields[question]
    if (!field)
      return [`${name} hangs on the answer to “${question}”, which the form “${form.id}” does not ask.`]
    if (field.kind === 'code') return []
    const offered = optionsOf(field).map(({ value }) => value)
    return values
      .filter(value => !offered.includes(value))
      .map(value => `${name} hangs on the answer “${value}”, which “${question}” does not offer.`)
  })
}

/** What the step that opens a case asks under the key of a question of the form is taken from there. */
function checkKept(name: string, form: ArrivalForm, pathway: Pathway): readonly string[] {
  const opening = Object.keys(pathway.steps).flatMap(id => {
    const step = findStep(pathway, id)
    return step?.from === 'start' ? Object.entries(step.fields) : []
  })
  return opening.flatMap(([key, field]) => {
    const sent = form.fields[key]
    return sent === undefined || sent.kind === field.kind
      ? []
      : [
          `${name} brings “${key}” as a ${sent.kind}, which the step that opens the case asks as a ${field.kind}.`,
        ]
  })
}
