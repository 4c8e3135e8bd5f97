export {
  type Bounds,
  boundsOf,
  type Correction,
  type CorrectionRefusal,
  correctMilestone,
} from './correction.ts'
export { type Counted, openingStep } from './counted.ts'
export {
  type FollowUp,
  type FollowUpTime,
  followUpTime,
  type OffenceDays,
  type OffencePlace,
  placeOffence,
} from './followUp.ts'
export {
  type ClockLine,
  handedOverBy,
  type InvolvementState,
  involvementClocks,
  involvementState,
  type Milestone,
  owedAfterTheEnd,
  questionsThatClocksKnow,
  saidOf,
  startsElsewhere,
  stepsThatClocksKnow,
  takesFrom,
  waitingClocksOf,
} from './involvement.ts'
export {
  becauseKey,
  byAnswer,
  type Destination,
  dayKey,
  type End,
  type EndingKind,
  type EndingOf,
  type EndingWords,
  end,
  endByAnswer,
  type KeepsConditions,
  movedKey,
  type Pathway,
  type PathwayKind,
  type PlanStrand,
  pageKeys,
  pathway,
  type StageOf,
  type StageWords,
  type Step,
  type StepOf,
} from './pathway.ts'
export { type Replayed, replay } from './replay.ts'
export {
  availableSteps,
  findStep,
  leadsToEnding,
  nextStage,
  type OfferedStep,
  type Position,
  type PositionOn,
  type StepRefusal,
  stepsOffered,
} from './steps.ts'
export {
  mayTellReferrer,
  type StepTelling,
  type Telling,
  tellingOf,
  tellings,
  tellsReferrers,
} from './telling.ts'
export { urgency } from './urgency.ts'
