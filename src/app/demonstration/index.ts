export { fillDemonstration } from './fillDemonstration.ts'
export { demonstrationPassword, demonstrationPeople } from './people.ts'
