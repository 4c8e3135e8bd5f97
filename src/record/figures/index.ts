export { type Happening, happenings, isHappening } from './happening.ts'
export { happened } from './happeningQueries.ts'
export { spanOf } from './span.ts'
