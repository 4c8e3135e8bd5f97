export {
  type ActionColour,
  type ActionColours,
  type ActionSource,
  type ActionState,
  actionColourWords,
  actionStates,
  type Due,
} from './action.ts'
export { checkActionColours, checkActionSources, coloursOn, findSource } from './checkActions.ts'
export { type ActionStanding, type Coloured, colourOf } from './colour.ts'
export { dueFaultWords, readDue, typedDue, writeDue } from './due.ts'
