export {
  type Clock,
  type ClockOverride,
  canBeSetOtherwise,
  clock,
  dayQuestionOf,
  lengthFor,
  overrideFor,
  type Policy,
  stopsOf,
  unitsFor,
  writeAllowed,
} from './clock.ts'
export {
  type Amount,
  type Calendars,
  type ClockEvent,
  type ClockOptions,
  type ClockState,
  clockState,
  clockStates,
  type Due,
} from './clockState.ts'
export { daily, days, hours, type Length, minutes, months, workingDays } from './lengths.ts'
