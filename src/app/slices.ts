import { draftRoutes } from '../engine/forms/index.ts'
import type { Permission } from '../platform/access/index.ts'
import type { Route } from '../platform/http/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { childRoutes } from '../record/children/index.ts'
import { accountRoutes } from '../service/accounts/index.ts'
import { generalRoutes } from './general.page.tsx'

/** The one list of slices. */
export const routes: readonly Route[] = [...generalRoutes, ...accountRoutes, ...draftRoutes, ...childRoutes]

/** The row of services at the head of every page: each person sees those that they may open. */
export const services: readonly { href: string; text: string; permission: Permission }[] = [
  { href: '/', text: 'My day', permission: 'account.own' },
]

/** Everything that is done in the background. */
export const jobs: readonly Job[] = []
