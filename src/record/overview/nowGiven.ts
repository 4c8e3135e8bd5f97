import type { Practice } from '../../engine/packs/index.ts'
import type { Request } from '../../platform/http/index.ts'
import type { Child } from '../children/index.ts'
import type { Now } from './nowQueries.ts'

/** What the record holds now, and the definitions by which it is read. */
export type Known = Now & { practice: Practice }

/** What each part of the page Now is given. */
export type NowGiven = { request: Request; child: Child; known: Known }
