import type { Role } from '../../platform/access/roles.ts'
import type { ArrivalForm } from '../arrivals/index.ts'
import type { Clock } from '../clocks/index.ts'
import type { Fields } from '../forms/index.ts'
import type { Counted } from './counted.ts'
import type { FollowUp } from './followUp.ts'
import type { StepTelling } from './telling.ts'

/** The national kinds of work; what a service calls its own programme of that kind is the title. */
export type PathwayKind = 'prevention' | 'diversion' | 'out-of-court' | 'court' | 'custody'

/** A stage of a case on the pathway: its name, and what it means in a sentence. */
export type StageWords = { readonly title: string; readonly means: string }

/** The three strands of every plan. */
export type PlanStrand = 'good-life' | 'child-safe' | 'others-safe'

/** How an ending is counted, whatever it is called here. */
export type EndingKind = 'completed' | 'declined' | 'not-suitable' | 'stopped'

/** A way in which a case can end. */
export type EndingWords = { readonly title: string; readonly counts: EndingKind }

/** The case ends, and how. */
export type End<Ending extends string = string> = { readonly ends: Ending }

/**
 * Where a step leads: to a stage, nowhere new (`stay`), from an ending back to where the case stood before it (`back`),
 * to an ending, or to what the answer to a choice says.
 */
export type Destination<Stage extends string = string, Ending extends string = string> =
  | Stage
  | 'stay'
  | 'back'
  | End<Ending>
  | {
      readonly field: string
      readonly goes: Readonly<Record<string, Stage | 'back' | End<Ending>>>
    }

/** One thing that can be done and recorded in a case. Every step taken becomes a milestone. */
export type Step<Stage extends string = string, Ending extends string = string> = {
  /** The words of the button: "Record the decision". */
  readonly title: string
  /** The words of the button once it has been taken in the case, where that is no longer what is to be done. */
  readonly again?: string
  /** The words of the milestone afterwards: "Decision recorded". */
  readonly done: string
  readonly hint?: string
  /** The stages in which it is offered; `start` for a step that opens a case. */
  readonly from: 'start' | readonly (Stage | 'ended')[]
  readonly to: Destination<Stage, Ending>
  /** Who may take it. */
  readonly by: readonly Role[]
  readonly fields: Fields
  /** The question whose answer, a person, becomes the holder of the case. */
  readonly holder?: string
  /** Where several cases are handed over at once: what is asked of each child. The other questions are asked once for all. */
  readonly ofEach?: readonly string[]
  /** What whoever referred the child is told by e-mail when it is taken. */
  readonly tellsReferrer?: StepTelling
  /**
   * The long form that takes it: when one of this case is signed, or countersigned where that is asked, the step is taken with the
   * answers under the same names. It can still be recorded by hand.
   */
  readonly byForm?: string
  /**
   * Ends the goals of the child, and these of its questions ask about those that were typed in the case. Where a plan of the case is
   * in force, its goals are asked about instead, and what became of each is kept in the plan.
   */
  readonly endsGoals?: readonly string[]
  /**
   * The long form whose answers are filled in when the step is recorded: the last that is signed, and countersigned where that is
   * asked, for this case. By the name of a question of the step, that of the form; only what is not there is asked.
   */
  readonly fromForm?: { readonly form: string; readonly answers: Readonly<Record<string, string>> }
  /**
   * What the plan in force of this case says is filled in when the step is recorded: by the name of a question of the step, the strand
   * whose goals it holds; of all but a good life with what is done for them. Only what is not there is asked.
   */
  readonly fromPlan?: Readonly<Record<string, PlanStrand>>
  /** Looks back on the work: its page shows what has changed since the last review, or since the case began. */
  readonly reviews?: true
}

/** Under which key the page of a step asks for its day, and the page that corrects one for why it is corrected. */
export const dayKey = 'happened-on'
export const becauseKey = 'corrected-because'

/** Under which key the page of a step that names another holder asks which planned appointments go with the case. */
export const movedKey = 'appointments-moved'

/** Keys that the pages of steps ask under themselves: no question of a definition stands there. */
export const pageKeys: readonly string[] = [dayKey, becauseKey, movedKey]

/** A way in: who sends children, the form they send, and what it must say for the pathway to take it. */
export type RouteIn = {
  readonly title: string
  readonly form?: string
  /** Answers of the form, each with those of its values that lead here: { outcome: ['8'] }. */
  readonly accepts?: Readonly<Record<string, readonly string[]>>
  /** Whoever sends by it does so at work: they may be told what became of it. Nobody else is. */
  readonly byProfessionals?: true
  /** Another service hands the child over with the record: a case is opened with what came, and there is no form. */
  readonly handedOver?: true
}

/** Conditions in the cases of a pathway. */
export type KeepsConditions<Stage extends string = string, StepId extends string = string> = {
  /** The stages in which they are agreed and kept. */
  readonly whileIn: readonly Stage[]
  /** The step, and its question, by which the police are told where one is not kept. */
  readonly tells: { readonly step: StepId; readonly field: string }
  /** The step that is offered once all are kept. */
  readonly completes: StepId
}

/** A programme as a definition: its ways in, stages, steps, clocks and endings. */
export type Pathway<
  Stage extends string = string,
  StepId extends string = string,
  Ending extends string = string,
  Event extends string = string,
> = {
  readonly id: string
  readonly kind: PathwayKind
  readonly title: string
  readonly summary: string
  readonly source: string
  /** The file that defines it, from the top of the project: named when a fault is found. */
  readonly file: string
  /** Who sends children, by the id of the route, and the form they send. */
  readonly routesIn: Readonly<Record<string, RouteIn>>
  /** Forms that its routes bring and that are defined with it. */
  readonly forms?: readonly ArrivalForm[]
  /** The ages of the children it is for, both included: the youngest when it happened, the oldest when it was decided. */
  readonly ages: { readonly from: number; readonly to: number }
  /** How long the work usually lasts. */
  readonly lasts?: { readonly fromWeeks: number; readonly toWeeks: number }
  /** How long further offences are looked for after the ending, and after which. */
  readonly followUp?: FollowUp<StepId>
  /** In the order in which a case goes through them. `start`, `stay`, `back` and `ended` are not names for a stage. */
  readonly stages: Readonly<Record<Stage, StageWords>>
  readonly steps: Readonly<Record<StepId, Step<Stage, Ending>>>
  readonly endings: Readonly<Record<Ending, EndingWords>>
  /** Things that happen elsewhere in the record and start or stop a clock here, in words. */
  readonly listensTo: Readonly<Record<Event, string>>
  /** The referrer is told only while the last answer to this question, in whatever step, is one of these; or not asked yet. */
  readonly tellsReferrerIf?: { readonly field: string; readonly is: readonly string[] }
  /** The question by which child and family say with whom we may talk: the page about sharing shows its answers. */
  readonly asksSharing?: string
  readonly clocks: readonly Clock<StepId | Event>[]
  /** What the child agrees to do is kept one by one in its cases. */
  readonly conditions?: KeepsConditions<Stage, StepId>
  /** The points to which the time since the offence is drawn, each with the steps that reach it. Left out: nothing is drawn. */
  readonly points?: readonly { readonly title: string; readonly steps: readonly StepId[] }[]
  /** By which of its steps the figures count it. */
  readonly counted?: Counted<StepId>
}

/**
 * Defines a pathway. The compiler keeps its stages, steps, endings and events one by one, and refuses a
 * step that leads to a stage or an ending it does not have, and a clock over a step it does not have.
 */
export function pathway<
  const Stage extends string,
  const StepId extends string,
  const Ending extends string,
  const Event extends string = never,
>(
  definition: Omit<
    Pathway<Stage, StepId, Ending, Event>,
    'steps' | 'clocks' | 'counted' | 'followUp' | 'conditions' | 'points'
  > & {
    readonly steps: Readonly<Record<StepId, Step<NoInfer<Stage>, NoInfer<Ending>>>>
    readonly clocks: readonly Clock<NoInfer<StepId | Event>>[]
    readonly counted?: Counted<NoInfer<StepId>>
    readonly points?: readonly { readonly title: string; readonly steps: readonly NoInfer<StepId>[] }[]
    readonly conditions?: KeepsConditions<NoInfer<Stage>, NoInfer<StepId>>
    readonly followUp?: FollowUp<NoInfer<StepId>>
  },
): Pathway<Stage, StepId, Ending, Event> {
  return definition
}

/** The step ends the case in this way. */
export function end<const Ending extends string>(ending: Ending): End<Ending> {
  return { ends: ending }
}

/** Where the step leads hangs on the answer to one of its choices. */
export function byAnswer<const Goes extends Readonly<Record<string, string | End>>>(
  field: string,
  goes: Goes,
) {
  return { field, goes }
}

/** The answer to one of its choices is the way in which the case ends. */
export function endByAnswer<const Ending extends string>(field: string, endings: readonly Ending[]) {
  const goes = Object.fromEntries(endings.map(ending => [ending, end(ending)]))
  return { field, goes } as { readonly field: string; readonly goes: Readonly<Record<Ending, End<Ending>>> }
}

/** The stages a pathway has. */
export type StageOf<P extends Pathway> = keyof P['stages'] & string

/** The steps a pathway has. */
export type StepOf<P extends Pathway> = keyof P['steps'] & string

/** The endings a pathway has. */
export type EndingOf<P extends Pathway> = keyof P['endings'] & string
