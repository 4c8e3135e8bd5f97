import { signInRoutes } from './signIn.page.tsx'

export const accountRoutes = [...signInRoutes]
export { accountPath, signInPath } from './paths.ts'
