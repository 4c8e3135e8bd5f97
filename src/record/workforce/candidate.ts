import type { Nameable } from '../../engine/forms/index.ts'
import { foldName } from '../../kernel/names.ts'
import { type Role, roleNames } from '../../platform/access/index.ts'
import { coverWords, type Days } from './leave.ts'
import { type Carried, type Load, loadFrom, loadShare, loadWords } from './loads.ts'
import { patternWords, weekDaysIn } from './workingPattern.ts'

/** Another child, known as family of the child: somebody around the child is called so, or they live at one address. */
type MaybeSibling = { childId: string; name: string; why: 'named' | 'address' }

type DaysInJson = { from: string; until: string }

/** Somebody who may be named to work with a child, and all that bears on it. */
export type Candidate = {
  userId: string
  name: string
  roles: Role[]
  days: readonly string[]
  languages: readonly string[]
  skills: readonly string[]
  worksWithChild: boolean
  siblings: readonly MaybeSibling[]
  /** The next leave that begins within two weeks, or lasts. */
  leave: { from: string; until: string; coverName: string | null; coverAway: DaysInJson[] } | null
  hasConflict: boolean
  /** The record is restricted, and this person is not named for it. */
  isNotNamed: boolean
  carried: Carried
}

/** What the reader may know of colleagues: all that bears on allocation, or no more than who can be named. */
export type Knowing = { languageOfChild: string; mayKnowLoads: boolean; mayKnowConflicts: boolean }

/** Candidates as the question for a person offers them: those who fit best first, those who cannot take it with why. */
export function nameable(candidates: readonly Candidate[], knowing: Knowing): Nameable[] {
  return candidates
    .map(it => ({ it, load: loadFrom(it.carried) }))
    .toSorted((one, other) => order(one, other, knowing))
    .map(({ it, load }) => {
      const cannot = whyNot(it, knowing)
      return {
        userId: it.userId,
        name: it.name,
        roles: it.roles,
        ...(knowing.mayKnowLoads && { facts: factsOf(it, load, knowing) }),
        ...(cannot !== undefined && { cannot }),
      }
    })
}

/**
 * Why somebody cannot be named. That they know the family is for those only who look after conflicts of interest: to
 * anybody else it is one more reason that is not said.
 */
function whyNot({ hasConflict, isNotNamed }: Candidate, { mayKnowConflicts }: Knowing): string | undefined {
  if (!hasConflict && !isNotNamed) return undefined
  if (!mayKnowConflicts) return 'cannot work with this child'
  return hasConflict ? 'has a conflict of interest' : 'is not named for this restricted record'
}

/** What bears on naming somebody, a line each: load first, then what speaks for them, then when they are there. */
function factsOf(it: Candidate, load: Load, { languageOfChild }: Knowing): string[] {
  const { children } = load
  const points = loadWords(load)
  const speaks = speaksIt(it, languageOfChild)
  return [
    [
      it.roles.map(role => roleNames[role]).join(', '),
      children === 1 ? '1 child' : `${children} children`,
      ...(points === '' ? [] : [`load ${points}`]),
    ].join(' · '),
    ...(it.worksWithChild ? ['Works with this child already'] : []),
    ...it.siblings.map(
      ({ name, why }) =>
        `Works with ${name}, ${why === 'named' ? 'named as brother or sister' : 'who lives at the same address'}`,
    ),
    ...(it.languages.length > 0
      ? [`Speaks ${it.languages.join(', ')}${speaks ? ': the child’s language' : ''}`]
      : []),
    ...(it.skills.length > 0 ? [`Skills: ${it.skills.join(', ')}`] : []),
    ...(it.leave ? [leaveOf(it.leave)] : []),
    ...patternOf(it),
  ]
}

function patternOf({ days, carried }: Candidate): string[] {
  const words = patternWords(carried.minutesAWeek, weekDaysIn(days))
  return words === '' ? [] : [words]
}

function leaveOf({ coverName, coverAway, ...days }: NonNullable<Candidate['leave']>): string {
  return coverWords({ ...daysFrom(days), coverName }, coverAway.map(daysFrom))
}

function daysFrom({ from, until }: DaysInJson): Days {
  return { from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until) }
}

/** English is spoken by everybody here: a language speaks for somebody only where it is another. */
function speaksIt({ languages }: Candidate, languageOfChild: string): boolean {
  const asked = foldName(languageOfChild)
  return asked !== '' && asked !== 'english' && languages.some(language => foldName(language) === asked)
}

type Weighed = { it: Candidate; load: Load }

/** Whoever works with the child, then with family, then speaks the language, then is there, then carries least. */
function order(one: Weighed, other: Weighed, { languageOfChild, mayKnowLoads }: Knowing): number {
  if (!mayKnowLoads) return 0
  const keys = ({ it, load }: Weighed) => [
    it.worksWithChild ? 0 : 1,
    it.siblings.length > 0 ? 0 : 1,
    speaksIt(it, languageOfChild) ? 0 : 1,
    it.leave ? 1 : 0,
    loadShare(load) ?? Number.MAX_SAFE_INTEGER,
  ]
  const [mine, theirs] = [keys(one), keys(other)]
  const at = mine.findIndex((key, index) => key !== theirs[index])
  return at < 0 ? 0 : (mine[at] ?? 0) - (theirs[at] ?? 0)
}

/** The children whom the facts about candidates name. */
export function siblingsNamed(candidates: readonly Candidate[]): string[] {
  return [...new Set(candidates.flatMap(({ siblings }) => siblings.map(({ childId }) => childId)))]
}
