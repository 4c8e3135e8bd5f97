export { relationTo } from './access.ts'
