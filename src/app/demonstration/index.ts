export { fillDemonstration, hasDemonstration, isEmptyInstallation } from './fillDemonstration.ts'
export { demonstrationPassword, demonstrationPeople, demonstrationService } from './people.ts'
