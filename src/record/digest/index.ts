export { digestRoutes } from './digest.page.tsx'
export { digestPath } from './paths.ts'
export { type DigestPart, sendDigests } from './sendDigests.ts'
