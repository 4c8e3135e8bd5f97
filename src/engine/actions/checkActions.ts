import { covers, overlap } from '../../kernel/period.ts'
import type { ActionColours, ActionSource } from './action.ts'

/** What is wrong with the sources of actions: a name by which a row of a file would come from two of them. */
export function checkActionSources(sources: readonly ActionSource[]): readonly string[] {
  const names = sources.flatMap(source => [...namesOf(source)])
  return [...new Set(names)]
    .filter(name => names.filter(each => each === name).length > 1)
    .map(name => `Two sources of actions are called “${name}”.`)
}

/** What is wrong with the days by which actions get their colours. */
export function checkActionColours(it: ActionColours, all: readonly ActionColours[]): readonly string[] {
  const days = { soonDays: it.soonDays, quietDays: it.quietDays, uncheckedDays: it.uncheckedDays }
  return [
    ...Object.entries(days)
      .filter(([, count]) => !Number.isInteger(count) || count < 1)
      .map(([name]) => `“${name}” of “${it.id}” must be a whole number of days, at least 1.`),
    ...all
      .slice(0, all.indexOf(it))
      .filter(other => overlap(other.inForce, it.inForce))
      .map(other => `“${it.id}” and “${other.id}” hold on the same day.`),
    ...(all.some(({ inForce }) => inForce.to === undefined)
      ? []
      : [`No colours of actions hold after those of “${it.id}” end.`]),
  ]
}

/** The days by which actions get their colours on that day; before the first that is known, the first. */
export function coloursOn(
  all: readonly ActionColours[],
  today: Temporal.PlainDate,
): ActionColours | undefined {
  return all.find(({ inForce }) => covers(inForce, today)) ?? all[0]
}

/** A source by its title, its id or what files call it, whatever the case of its letters. */
export function findSource(sources: readonly ActionSource[], name: string): ActionSource | undefined {
  return sources.find(source => namesOf(source).has(fold(name)))
}

const namesOf = ({ id, title, alsoCalled = [] }: ActionSource) =>
  new Set([id, title, ...alsoCalled].map(fold))
const fold = (name: string) => name.trim().toLowerCase()
