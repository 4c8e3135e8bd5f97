import type { BankHolidayCalendar } from '../../kernel/workingDays.ts'
import type { ActionColours, ActionSource } from '../actions/index.ts'
import type { ArrivalForm } from '../arrivals/index.ts'
import type { AssessmentForm, FormEvent, ReviewRule, ScoreBands } from '../assessments/index.ts'
import type { Calendars, Clock, ClockOverride } from '../clocks/index.ts'
import type { CodeList, CodeMapping } from '../codes/index.ts'
import type { DocumentDefinition } from '../documents/index.ts'
import type { FeedbackForm } from '../feedback/index.ts'
import type { Forum } from '../forums/index.ts'
import type { Pathway } from '../pathways/index.ts'
import type { ContactPolicy } from '../plans/index.ts'
import type { WorkloadMethod } from '../workload/index.ts'

/** The definitions of one place: the nation's, or one service's own. */
export type Pack = {
  readonly id: string
  readonly title: string
  readonly file: string
  readonly codeLists?: readonly CodeList[]
  readonly mappings?: readonly CodeMapping[]
  /** Forms that more than one pathway may use; a pathway can also bring its own. */
  readonly forms?: readonly ArrivalForm[]
  /** Long forms about a child: assessments, screenings, tools. */
  readonly assessments?: readonly AssessmentForm[]
  readonly pathways?: readonly Pathway[]
  /** The forms by which children, parents and referrers say how it was: one for each of them. */
  readonly feedback?: readonly FeedbackForm[]
  /** The service's own lengths for clocks. */
  readonly clockOverrides?: readonly ClockOverride[]
  /** The service's own names for stretches of a score; without them a score has none. */
  readonly scoreBands?: readonly ScoreBands[]
  /** After which events what was assessed is reviewed: a service has one rule. */
  readonly reviewRule?: ReviewRule
  /** How a worker's load is counted: a service has one method. */
  readonly workload?: WorkloadMethod
  /** How long there is for what happens to a plan: to be countersigned. */
  readonly planClocks?: readonly Clock<FormEvent>[]
  /** How often a child is met by the level of a plan, each policy from its day on. */
  readonly contactPolicies?: readonly ContactPolicy[]
  /** Letters, reports and whatever else is written about a child and sent. */
  readonly documents?: readonly DocumentDefinition[]
  /** Standing meetings: panels, risk meetings, the board. */
  readonly forums?: readonly Forum[]
  /** Where the actions of the one register come from. */
  readonly actionSources?: readonly ActionSource[]
  /** The days by which actions get their colours, each from its day on. */
  readonly actionColours?: readonly ActionColours[]
}

/** All definitions the program works with. */
export type Practice = {
  readonly calendars: Calendars
  readonly packs: readonly Pack[]
  readonly codeLists: readonly CodeList[]
  readonly mappings: readonly CodeMapping[]
  readonly forms: readonly ArrivalForm[]
  readonly assessments: readonly AssessmentForm[]
  readonly pathways: readonly Pathway[]
  readonly feedback: readonly FeedbackForm[]
  readonly clockOverrides: readonly ClockOverride[]
  readonly scoreBands: readonly ScoreBands[]
  /** The rules of all packs: one, or the program does not start. None: no event asks for a review. */
  readonly reviewRules: readonly ReviewRule[]
  /** The methods of all packs: one, or the program does not start. None: no load is shown. */
  readonly workloads: readonly WorkloadMethod[]
  readonly contactPolicies: readonly ContactPolicy[]
  readonly planClocks: readonly Clock<FormEvent>[]
  readonly documents: readonly DocumentDefinition[]
  readonly forums: readonly Forum[]
  readonly actionSources: readonly ActionSource[]
  readonly actionColours: readonly ActionColours[]
}

/** Puts packs together, the national one first. Nothing is checked here: `checkDefinitions` does that. */
export function assemblePractice(said: {
  readonly bankHolidays: BankHolidayCalendar
  readonly zone: string
  readonly packs: readonly Pack[]
}): Practice {
  const { packs, ...calendars } = said
  const pathways = packs.flatMap(pack => pack.pathways ?? [])
  return {
    calendars,
    packs,
    codeLists: packs.flatMap(pack => pack.codeLists ?? []),
    mappings: packs.flatMap(pack => pack.mappings ?? []),
    forms: [...packs.flatMap(pack => pack.forms ?? []), ...pathways.flatMap(({ forms }) => forms ?? [])],
    assessments: packs.flatMap(pack => pack.assessments ?? []),
    pathways,
    feedback: packs.flatMap(pack => pack.feedback ?? []),
    clockOverrides: packs.flatMap(pack => pack.clockOverrides ?? []),
    scoreBands: packs.flatMap(pack => pack.scoreBands ?? []),
    reviewRules: packs.flatMap(pack => pack.reviewRule ?? []),
    workloads: packs.flatMap(pack => pack.workload ?? []),
    contactPolicies: packs.flatMap(pack => pack.contactPolicies ?? []),
    planClocks: packs.flatMap(pack => pack.planClocks ?? []),
    documents: packs.flatMap(pack => pack.documents ?? []),
    forums: packs.flatMap(pack => pack.forums ?? []),
    actionSources: packs.flatMap(pack => pack.actionSources ?? []),
    actionColours: packs.flatMap(pack => pack.actionColours ?? []),
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

/** A form by which children arrive, by its id; undefined when there is none. */
export function findArrivalForm(practice: Practice, id: string): ArrivalForm | undefined {
  return practice.forms.find(form => form.id === id)
}

/** A long form about a child, by its id; undefined when there is none. */
export function findAssessmentForm(practice: Practice, id: string): AssessmentForm | undefined {
  return practice.assessments.find(form => form.id === id)
}

/** A kind of document, by its id; undefined when there is none. */
export function findDocument(practice: Practice, id: string): DocumentDefinition | undefined {
  return practice.documents.find(document => document.id === id)
}

/** A standing meeting, by its id; undefined when there is none. */
export function findForum(practice: Pick<Practice, 'forums'>, id: string): Forum | undefined {
  return practice.forums.find(forum => forum.id === id)
}

/** A way in that can be recorded: it brings a form. */
export type Route = {
  readonly id: string
  readonly title: string
  readonly form: ArrivalForm
  readonly byProfessionals: boolean
  /** The pathways that children come onto by it. */
  readonly pathways: readonly Pathway[]
}

/** Every way in of every pathway that brings a form, each once, in the order of the definitions. */
export function listRoutes({ pathways, forms }: Practice): readonly Route[] {
  const ids = new Set(pathways.flatMap(({ routesIn }) => Object.keys(routesIn)))
  return [...ids].flatMap(id => {
    const own = pathways.filter(({ routesIn }) => Object.hasOwn(routesIn, id))
    const route = own[0]?.routesIn[id]
    const form = forms.find(each => each.id === route?.form)
    if (!route || !form) return []
    return [{ id, title: route.title, form, byProfessionals: route.byProfessionals ?? false, pathways: own }]
  })
}

/** A way in by its id; undefined when there is none that brings a form. */
export function findRoute(practice: Practice, id: string): Route | undefined {
  return listRoutes(practice).find(route => route.id === id)
}
