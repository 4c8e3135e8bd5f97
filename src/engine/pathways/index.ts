export type { Role } from '../../platform/access/roles.ts'
export {
  type Answer,
  type Answers,
  applicableFields,
  chosenIn,
  type Field,
  type Fields,
  type Option,
  optionsOf,
  reasonKey,
} from './field.ts'
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
export { type AnswerFault, readAnswers, type TypedAnswers } from './readAnswers.ts'
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
