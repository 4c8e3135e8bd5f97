import { covers, type Period } from '../../kernel/period.ts'

/**
 * The names that a service gives to stretches of a figure that is worked out. There are none until a service sets them in its
 * pack, with where that was decided: no bands for children are published.
 */
export type ScoreBands = {
  /** The name of what is worked out, and which of its figures. */
  readonly of: { readonly name: string; readonly figure: string }
  readonly inForce: Period
  readonly source: string
  /** From the lowest up: each holds from its figure to the next. */
  readonly bands: readonly { readonly from: number; readonly label: string }[]
}

/** The names of the bands in which the figures of a value lie, by the sets in force on a day; none where none are set. */
export function bandsOf(
  sets: readonly ScoreBands[],
  name: string,
  figures: Readonly<Record<string, number>>,
  on: Temporal.PlainDate,
): string[] {
  return sets
    .filter(({ of, inForce }) => of.name === name && covers(inForce, on))
    .flatMap(({ of, bands }) => {
      const figure = figures[of.figure]
      if (figure === undefined) return []
      return bands.findLast(({ from }) => figure >= from)?.label ?? []
    })
}

/** Faults of a service’s bands: a band below the one before it, or a set without any. */
export function checkScoreBands({ of, bands, source }: ScoreBands): readonly string[] {
  const name = `The bands of “${of.name}”`
  return [
    ...(bands.length === 0 ? [`${name} name no band.`] : []),
    ...(source.trim() === '' ? [`${name} do not say where they were decided.`] : []),
    ...bands.flatMap(({ from, label }, place) => {
      const before = bands[place - 1]
      return before && before.from >= from ? [`${name} do not rise: “${label}” begins at ${from}.`] : []
    }),
  ]
}
