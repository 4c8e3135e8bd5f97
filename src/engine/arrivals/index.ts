export {
  type ArrivalFields,
  type ArrivalForm,
  arrivalForm,
  type CodedField,
  neededTopics,
  type Says,
  type Topic,
  topics,
} from './arrivalForm.ts'
export { askedOn } from './askedForm.ts'
export { type Sayings, sayingsOf } from './sayings.ts'
