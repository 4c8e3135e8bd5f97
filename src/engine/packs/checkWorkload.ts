import type { Pathway } from '../pathways/index.ts'
import type { WorkloadMethod } from '../workload/index.ts'

/** Faults of a method of counting load: stages that are nowhere, and numbers by which nothing can be counted. */
export function checkWorkload(method: WorkloadMethod, pathways: readonly Pathway[]): readonly string[] {
  const { fullTime, kinds, stages, extras, coWorkerShare } = method
  const points: [string, number][] = [
    ...Object.entries(kinds).map(([kind, each]): [string, number] => [`the kind “${kind}”`, each]),
    ...Object.entries(stages).flatMap(([pathway, own]) =>
      Object.entries(own).map(([stage, each]): [string, number] => [
        `the stage “${stage}” of the pathway “${pathway}”`,
        each,
      ]),
    ),
    ['an alert', extras.alert],
    ['an interpreter', extras.interpreter],
  ]
  return [
    ...points
      .filter(([, each]) => !Number.isInteger(each) || each < 0)
      .map(([what, each]) => `The points for ${what} are ${each}: they must be a whole number from 0 on.`),
    ...Object.entries(stages).flatMap(([id, own]) => {
      const pathway = pathways.find(each => each.id === id)
      if (!pathway) return [`Load is counted for the pathway “${id}”, which does not exist.`]
      return Object.keys(own)
        .filter(stage => !Object.hasOwn(pathway.stages, stage))
        .map(
          stage => `Load is counted for the stage “${stage}” of the pathway “${id}”, which does not exist.`,
        )
    }),
    ...(fullTime.hours > 0 && fullTime.points > 0
      ? []
      : ['Full time must be more than no hours and no points.']),
    ...(coWorkerShare >= 0 && coWorkerShare <= 1
      ? []
      : [`The share of whoever works beside the holder is ${coWorkerShare}: it must lie from 0 to 1.`]),
  ]
}
