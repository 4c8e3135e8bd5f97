export type { Role } from '../../platform/access/roles.ts'
export {
  type ClockLine,
  type InvolvementState,
  involvementClocks,
  involvementState,
  isForAge,
  type Milestone,
} from './involvement.ts'
export {
  byAnswer,
  type Destination,
  type End,
  type EndingKind,
  type EndingOf,
  type EndingWords,
  end,
  endByAnswer,
  type Pathway,
  type PathwayKind,
  pathway,
  type StageOf,
  type StageWords,
  type Step,
  type StepOf,
} from './pathway.ts'
export {
  availableSteps,
  findStep,
  nextStage,
  type OfferedStep,
  type Position,
  type PositionOn,
  type StepRefusal,
  stepsOffered,
} from './steps.ts'
