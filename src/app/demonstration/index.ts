export { fillDemonstration, usualYears } from './fillDemonstration.ts'
export { demonstrationPassword, demonstrationPeople } from './people.ts'
export type { Years } from './years.ts'
