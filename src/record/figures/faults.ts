import { arrivalsBehind, type Counting, casesBehind } from './behind.ts'
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

/** What does not add up, in words, with the list of those that it is about where there is one. */
export type Fault = { words: string; href?: string }

/** What does not add up, each in a sentence that says where to look. Nothing is left out of a figure without being told of here. */
export function faultsIn(
  { arrivals, decisions, waits, refusals, endings }: Figures,
  counting: Counting,
): Fault[] {
  const { case: opened, joined, closed, waiting, 'known-only': knownOnly } = arrivals.byFate
  const offersAndNot = decisions.offered + decisions.notOffered + decisions.unknown
  const when = (isSo: boolean, words: string, href?: string): Fault[] =>
    isSo ? [href === undefined ? { words } : { words, href }] : []
  return [
    ...when(
      opened + joined + closed + waiting + knownOnly !== arrivals.all,
      'What became of the arrivals does not come to as many as arrived.',
    ),
    ...when(
      knownOnly > 0,
      `${knownOnly === 1 ? '1 arrival has' : `${knownOnly} arrivals have`} a child and no case: somebody was identified and nothing was opened.`,
      arrivalsBehind(counting, 'known-only'),
    ),
    ...when(offersAndNot !== decisions.all, 'The answers do not come to as many decisions as there are.'),
    ...when(
      decisions.unknown > 0,
      `In ${cases(decisions.unknown)} the decision has an answer that the definition no longer has.`,
      casesBehind(counting, 'decided', { result: 'sum.unknown' }),
    ),
    ...when(
      decisions.withoutReason > decisions.notOffered,
      'There are more decisions without a reason than decisions not to offer help.',
    ),
    ...when(
      refusals.reasons.some(({ count }) => count > refusals.all),
      'A reason for declining was given more often than anybody declined.',
    ),
    ...when(
      endings.unknown > 0,
      `${cases(endings.unknown)} ended in a way that the definition no longer has.`,
      casesBehind(counting, 'ended', { result: 'sum.unknown' }),
    ),
    ...waits.flatMap(({ what, happening, pathway, waits: { impossible } }) =>
      when(
        impossible > 0,
        `${what}, ${pathway.title}: in ${cases(impossible)} it stands before the arrival. Those are left out of the days: correct the dates.`,
        casesBehind(counting, happening, { pathway: pathway.id, waitedTo: -1 }),
      ),
    ),
    ...waits.flatMap(({ what, pathway, early = 0 }) =>
      when(
        early > 0,
        `${what}, ${pathway.title}: in ${cases(early)} that arrived in this time a contact stands before the arrival. It does not count as the first: correct its date.`,
        casesBehind(counting, 'contacted-early', { pathway: pathway.id }),
      ),
    ),
    ...waits.flatMap(({ what, happening, pathway, inTime: { notKnown } = { notKnown: 0 } }) =>
      when(
        notKnown > 0,
        `${what}, ${pathway.title}: of ${cases(notKnown)} it cannot be said whether they were in time, because the bank holidays of that year are not known or the rule did not hold.`,
        casesBehind(counting, happening, { pathway: pathway.id, clock: 'not-known', waitedFrom: 0 }),
      ),
    ),
  ]
}
