import type { Arrivals, Decisions, Endings, Refusals, WaitLine } from './figures.ts'

/** All the figures of a period. */
export type Figures = {
  arrivals: Arrivals
  decisions: Decisions
  waits: readonly WaitLine[]
  refusals: Refusals
  endings: Endings
}

const cases = (count: number) => (count === 1 ? '1 case' : `${count} cases`)

/** What does not add up, each in a sentence that says where to look. Nothing is left out of a figure without being told of here. */
export function faultsIn({ arrivals, decisions, waits, refusals, endings }: Figures): string[] {
  const { case: opened, joined, closed, waiting, 'known-only': knownOnly } = arrivals.byFate
  const offersAndNot = decisions.offered + decisions.notOffered + decisions.unknown
  return [
    ...(opened + joined + closed + waiting + knownOnly === arrivals.all
      ? []
      : ['What became of the arrivals does not come to as many as arrived.']),
    ...(knownOnly === 0
      ? []
      : [
          `${knownOnly === 1 ? '1 arrival has' : `${knownOnly} arrivals have`} a child and no case: somebody was identified and nothing was opened.`,
        ]),
    ...(offersAndNot === decisions.all ? [] : ['The answers do not come to as many decisions as there are.']),
    ...(decisions.unknown === 0
      ? []
      : [`In ${cases(decisions.unknown)} the decision has an answer that the definition no longer has.`]),
    ...(decisions.withoutReason <= decisions.notOffered
      ? []
      : ['There are more decisions without a reason than decisions not to offer help.']),
    ...(refusals.reasons.some(({ count }) => count > refusals.all)
      ? ['A reason for declining was given more often than anybody declined.']
      : []),
    ...(endings.unknown === 0
      ? []
      : [`${cases(endings.unknown)} ended in a way that the definition no longer has.`]),
    ...waits
      .filter(({ waits: { impossible } }) => impossible > 0)
      .map(
        ({ what, pathway, waits: { impossible } }) =>
          `${what}, ${pathway.title}: in ${cases(impossible)} it stands before the arrival. Those are left out of the days: correct the dates.`,
      ),
    ...waits
      .filter(({ inTime }) => inTime !== undefined && inTime.notKnown > 0)
      .map(
        ({ what, pathway, inTime }) =>
          `${what}, ${pathway.title}: of ${cases(inTime?.notKnown ?? 0)} it cannot be said whether they were in time, because the bank holidays of that year are not known or the rule did not hold.`,
      ),
  ]
}
