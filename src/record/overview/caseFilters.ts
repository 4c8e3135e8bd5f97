import { optionsOf } from '../../engine/forms/index.ts'
import type { ChosenBeside, FilterOption, ListFilters, Range } from '../../engine/lists/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { findStep, type Pathway } from '../../engine/pathways/index.ts'
import type { Role } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { soonDays } from '../day/index.ts'
import {
  clockUntil,
  type Happening,
  isHappening,
  isSum,
  type Result,
  readableHappenings,
  sums,
  titlesOf,
  type WaitStanding,
} from '../figures/index.ts'
import type { AgeBand } from './caseListQueries.ts'
import { hasCases, holdsCases } from './caseListQueries.ts'

/** Ages as they are chosen from. Ten is the youngest at which a child can be held responsible, 18 no child any more. */
export const ageBands: Readonly<Record<string, { label: string; ages: AgeBand | 'unknown' }>> = {
  'under-10': { label: 'Under 10', ages: { from: 0, to: 9 } },
  '10-12': { label: '10 to 12', ages: { from: 10, to: 12 } },
  '13-15': { label: '13 to 15', ages: { from: 13, to: 15 } },
  '16-17': { label: '16 and 17', ages: { from: 16, to: 17 } },
  '18-up': { label: '18 or over', ages: { from: 18 } },
  unknown: { label: 'Not known', ages: 'unknown' },
}

/** What is due in a case, as it is chosen: a clock has run out, or one that waits runs out this week. */
export const dueWords = { overdue: 'Overdue', week: `Due within ${soonDays} days` } as const

/**
 * By what the list of cases can be narrowed, in the words of the definitions in use. What happened is offered, and read
 * from an address, a view or an export, only where whoever asks may read of it in every case that the list has for them.
 */
export function caseFilters({ who, reach }: Pick<Request, 'who' | 'reach'>) {
  const { pathways } = practiceInUse()
  return {
    whose: {
      kind: 'choice',
      label: 'Whose',
      usual: 'all',
      // Whoever holds cases opens their own; everybody else, and whoever asks for it, the service's.
      initial: async ({ tx }) => ((await hasCases(tx)) ? 'mine' : 'all'),
      options: [
        { value: 'all', label: 'Everybody’s' },
        { value: 'mine', label: 'Mine' },
        { value: 'nobody', label: 'Nobody’s' },
      ],
    },
    holder: {
      kind: 'person',
      label: 'Holder',
      any: 'Anybody',
      roles: holderRoles(pathways),
      orRecorded: holdsCases,
    },
    state: {
      kind: 'choice',
      label: 'Open or ended',
      usual: 'open',
      options: [
        { value: 'open', label: 'Open' },
        { value: 'ended', label: 'Ended' },
        { value: 'all', label: 'Open and ended' },
      ],
    },
    due: {
      kind: 'choice',
      label: 'Due',
      any: 'Whether or not',
      options: Object.entries(dueWords).map(([value, label]) => ({ value, label })),
    },
    pathway: {
      kind: 'choice',
      label: 'Pathway',
      any: 'Any',
      options: pathways.map(({ id, title }) => ({ value: id, label: title })),
    },
    stage: {
      kind: 'choice',
      label: 'Stage',
      any: 'Any',
      // Pathways call some of their stages alike: each stands once.
      options: once(pathways.flatMap(({ stages }) => Object.entries(stages))),
    },
    route: {
      kind: 'choice',
      label: 'Sent by',
      any: 'Anybody',
      options: once(pathways.flatMap(({ routesIn }) => Object.entries(routesIn))),
    },
    age: {
      kind: 'choice',
      label: 'Age',
      any: 'Any',
      options: Object.entries(ageBands).map(([value, { label }]) => ({ value, label })),
    },
    restricted: { kind: 'yesNo', label: 'Restricted', any: 'Either', yes: 'Yes', no: 'No' },
    happened: {
      kind: 'choice',
      label: 'What happened',
      any: 'Anything',
      options: readableHappenings(who.roles, reach),
    },
    waited: {
      kind: 'range',
      label: 'Days from the arrival until then',
      from: 'At least',
      to: 'At most',
      wordsOf: daysWaitedWords,
      onlyWith: { filter: 'happened', isOneOf: isWaitedFor },
    },
    clock: {
      kind: 'choice',
      label: 'By the clock',
      any: 'Either',
      options: Object.entries(standingWords).map(([value, label]) => ({ value, label })),
      onlyWith: { filter: 'happened', isOneOf: hasClock },
    },
    on: { kind: 'days', label: 'When it happened, or it began' },
    result: { kind: 'linked', label: 'How it went', wordsOf: resultWords },
  } as const satisfies ListFilters
}

/** The roles of those who can be named as the holder of a case, by the definitions in use. */
function holderRoles(pathways: readonly Pathway[]): Role[] {
  const asked = pathways.flatMap(({ steps }) =>
    Object.values(steps).map(({ holder, fields }) => (holder === undefined ? undefined : fields[holder])),
  )
  return [...new Set(asked.flatMap(field => (field?.kind === 'person' ? field.roles : [])))]
}

function once(entries: readonly (readonly [string, { title: string }])[]): FilterOption[] {
  return [...new Map(entries)].map(([value, { title }]) => ({ value, label: title }))
}

/** What happens to a case after its arrival, and is therefore waited for. */
export function isWaitedFor(happening: string): happening is Happening {
  return isHappening(happening) && happening !== 'began'
}

/** Whether a clock of any pathway runs from the arrival until this happens. */
export function hasClock(happening: string): boolean {
  return (
    isHappening(happening) &&
    practiceInUse().pathways.some(pathway => clockUntil(pathway, happening) !== undefined)
  )
}

/** How something that happened stands by its clock. */
export const standingWords: Readonly<Record<WaitStanding, string>> = {
  met: 'In time',
  late: 'Late',
  'not-known': 'Cannot be said',
}

/** Whether a word from an address says how something stands by its clock. */
export function isStanding(word: string | undefined): word is WaitStanding {
  return word !== undefined && Object.hasOwn(standingWords, word)
}

function daysWaitedWords({ from, to }: Range): string {
  const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
  if (to !== undefined && to < 0) return 'It stands before the arrival'
  if (from === undefined) return to === undefined ? '' : `${days(to)} or fewer`
  if (to === undefined) return `${days(from)} or more`
  return from === to ? days(from) : `${from} to ${days(to)}`
}

/** Reads how something went: `answer.suitable`, `reason.no-need`, `sum.completed`. */
export function readResult(text: string | undefined): Result | undefined {
  const [, of, code] = /^(answer|reason|sum)\.(.+)$/.exec(text ?? '') ?? []
  if (code === undefined) return undefined
  if (of === 'sum') return isSum(code) ? { of, sum: code } : undefined
  return of === 'answer' || of === 'reason' ? { of, code } : undefined
}

/** How something went, in the words of the definitions that are asked for and have the code; undefined for what no definition has. */
function resultWords(text: string, beside: ChosenBeside): string | undefined {
  const result = readResult(text)
  if (!result) return undefined
  if (result.of === 'sum') return sums[result.sum]
  const { pathways } = practiceInUse()
  const own = pathways.filter(({ id }) => id === beside('pathway'))
  if (beside('happened') === 'ended' && result.of === 'answer')
    return titlesOf(result.code, own) || titlesOf(result.code, pathways) || undefined
  const words = [...own, ...pathways].flatMap(pathway => {
    const { decision, refusal } = pathway.counted ?? {}
    const asked =
      result.of === 'answer'
        ? [[decision?.step, decision?.field] as const]
        : [[decision?.step, decision?.why] as const, [refusal?.step, refusal?.why] as const]
    const said = asked.flatMap(([step, question]) => {
      const field = step !== undefined && question !== undefined && findStep(pathway, step)?.fields[question]
      return field ? optionsOf(field).filter(({ value }) => value === result.code) : []
    })
    const ending = result.of === 'answer' ? pathway.endings[result.code]?.title : undefined
    const route = result.of === 'answer' ? pathway.routesIn[result.code]?.title : undefined
    return [...said.map(({ label }) => label), ending, route].filter(word => word !== undefined)
  })
  return words[0]
}
