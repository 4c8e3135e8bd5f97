export type { ListColumn, Narrowed } from './declaration.ts'
export { type Chosen, type Days, type FilterOption, type ListFilters, readDay } from './filter.ts'
export { listPage } from './listPage.tsx'
export type { ListSource } from './source.ts'
