export {
  type ContactLevel,
  type ContactPolicy,
  changesOn,
  contactsAMonth,
  findLevel,
  policyOn,
} from './contactPolicy.ts'
