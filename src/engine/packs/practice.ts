import type { BankHolidayCalendar } from '../../kernel/workingDays.ts'
import type { Calendars, ClockOverride } from '../clocks/index.ts'
import type { CodeList, CodeMapping } from '../codes/index.ts'
import type { Pathway } from '../pathways/index.ts'

/** A form that is received or filled in, by name. */
export type FormName = {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly file: string
}

/** The definitions of one place: the nation's, or one service's own. */
export type Pack = {
  readonly id: string
  readonly title: string
  readonly file: string
  readonly codeLists?: readonly CodeList[]
  readonly mappings?: readonly CodeMapping[]
  readonly forms?: readonly FormName[]
  readonly pathways?: readonly Pathway[]
  /** The service's own lengths for clocks. */
  readonly clockOverrides?: readonly ClockOverride[]
}

/** All definitions the program works with. */
export type Practice = {
  readonly calendars: Calendars
  readonly packs: readonly Pack[]
  readonly codeLists: readonly CodeList[]
  readonly mappings: readonly CodeMapping[]
  readonly forms: readonly FormName[]
  readonly pathways: readonly Pathway[]
  readonly clockOverrides: readonly ClockOverride[]
}

/** Puts packs together, the national one first. Nothing is checked here: `checkDefinitions` does that. */
export function assemblePractice(said: {
  readonly bankHolidays: BankHolidayCalendar
  readonly zone: string
  readonly packs: readonly Pack[]
}): Practice {
  const { packs, ...calendars } = said
  return {
    calendars,
    packs,
    codeLists: packs.flatMap(pack => pack.codeLists ?? []),
    mappings: packs.flatMap(pack => pack.mappings ?? []),
    forms: packs.flatMap(pack => pack.forms ?? []),
    pathways: packs.flatMap(pack => pack.pathways ?? []),
    clockOverrides: packs.flatMap(pack => pack.clockOverrides ?? []),
  }
}

/** A pathway by its id; undefined when there is none. */
export function findPathway(practice: Practice, id: string): Pathway | undefined {
  return practice.pathways.find(pathway => pathway.id === id)
}

/** A list of codes by its id; undefined when there is none. */
export function findCodeList(practice: Practice, id: string): CodeList | undefined {
  return practice.codeLists.find(list => list.id === id)
}
