import type { CodeList } from '../codes/index.ts'
import type { Pathway } from '../pathways/index.ts'
import type { Cadence } from './cadence.ts'
import { bringing, type Forum } from './forum.ts'

/**
 * Faults of a forum: a cadence that never comes, a quorum that cannot be met, a meeting that nobody leads, decisions that set in
 * motion what does not exist.
 */
export function checkForum(
  forum: Forum,
  pathways: readonly Pathway[],
  sources: readonly string[],
  lists: readonly CodeList[] = [],
): readonly string[] {
  const seats = Object.keys(forum.seats)
  const { quorum, agenda, referredBy, keptBy } = forum
  return [
    ...checkCadence(forum.cadence),
    ...(agenda.length > 0 ? [] : ['Nothing can stand on its agenda.']),
    ...(Object.values(forum.seats).some(({ chairs }) => chairs) ? [] : ['Nobody leads it: one seat has to.']),
    ...(quorum.seats <= seats.length
      ? []
      : [`It needs ${quorum.seats} seats to be filled and has ${seats.length}.`]),
    ...(quorum.always ?? [])
      .filter(seat => !seats.includes(seat))
      .map(seat => `It cannot decide without the seat “${seat}”, which does not exist.`),
    ...(referredBy.length > 0 ? [] : ['Nobody may put anything on its agenda.']),
    ...(keptBy.length > 0 ? [] : ['Nobody plans its meetings.']),
    ...(Object.keys(forum.decisions).length > 0 ? [] : ['It can decide nothing.']),
    ...Object.entries(forum.decisions).flatMap(([id, { records }]) =>
      !records ||
      lists.some(list => list.id === records.list && list.entries.some(({ code }) => code === records.code))
        ? []
        : [`The decision “${id}” records “${records.code}”, which the list “${records.list}” does not have.`],
    ),
    ...(sources.includes(forum.actionsFrom)
      ? []
      : [`Its actions stand under “${forum.actionsFrom}” in the register, which is no source of actions.`]),
    ...(agenda.includes('child') ? [] : onlyPapers(forum)),
    ...bringing(forum)
      .filter(({ brings }) => !Number.isInteger(brings.workingDaysBefore) || brings.workingDaysBefore < 0)
      .map(
        ({ id }) =>
          `The seat “${id}” brings something by a day that is not a whole number of working days before.`,
      ),
    ...bringing(forum).flatMap(({ id, brings }) =>
      (brings.voices ?? [])
        .filter(name => !Object.hasOwn(brings.asks, name))
        .map(name => `The seat “${id}” lets somebody be heard by “${name}”, which it does not ask.`),
    ),
    ...Object.entries(forum.decisions).flatMap(([id, { sets }]) =>
      sets ? checkMotion(`The decision “${id}”`, sets, seats, pathways) : [],
    ),
  ]
}

function onlyPapers(forum: Forum): readonly string[] {
  return [
    ...bringing(forum).map(
      ({ id }) => `The seat “${id}” brings something about children, of whom none is discussed.`,
    ),
    ...(forum.pack ? ['It has a pack about children, of whom none is discussed.'] : []),
    ...Object.entries(forum.decisions)
      .filter(([, { sets }]) => sets?.step)
      .map(([id]) => `The decision “${id}” takes a step in a case, and no child is discussed.`),
  ]
}

function checkCadence(cadence: Cadence): readonly string[] {
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(cadence.at)
  const isLong = Number.isInteger(cadence.minutes) && cadence.minutes > 0
  return [
    ...(isTime ? [] : [`It meets at “${cadence.at}”: write the time as 09:30.`]),
    ...(isLong ? [] : [`It lasts ${cadence.minutes} minutes.`]),
    ...(cadence.kind === 'as-needed' || (Number.isInteger(cadence.every) && cadence.every > 0)
      ? []
      : [`It meets every ${cadence.every} ${cadence.kind}.`]),
    ...(cadence.kind === 'as-needed' || /^\d{4}-\d\d-\d\d$/.test(cadence.first)
      ? []
      : [`Its first meeting is on “${cadence.first}”: write the day as 2026-04-01.`]),
  ]
}

function checkMotion(
  where: string,
  sets: NonNullable<Forum['decisions'][string]['sets']>,
  seats: readonly string[],
  pathways: readonly Pathway[],
): readonly string[] {
  const { step, backInWeeks, actions = [] } = sets
  return [
    ...(step && !pathways.some(({ steps }) => Object.hasOwn(steps, step.id))
      ? [`${where} takes the step “${step.id}”, which no pathway has.`]
      : []),
    ...(backInWeeks === undefined || (Number.isInteger(backInWeeks) && backInWeeks >= 0)
      ? []
      : [`${where} brings a child back in ${backInWeeks} weeks.`]),
    ...actions
      .filter(({ seat }) => !seats.includes(seat))
      .map(({ seat }) => `${where} gives the seat “${seat}” something to do, which does not exist.`),
  ]
}
