export { digestRoutes } from './digest.page.tsx'
export { digestPath } from './paths.ts'
export { sendDigests } from './sendDigests.ts'
