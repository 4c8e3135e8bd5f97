export { type Answer, forbidden, notFound, type PageAnswer, page, redirect, turnBack } from './answer.ts'
export { describeFault, type Fault, isPassing } from './faults.tsx'
export { hashOfForm, onceName, type SentBefore } from './once.ts'
export { type Path, path, withoutEmptyParts } from './path.ts'
export {
  type Audit,
  type OpenRoute,
  type PageRoute,
  type Platform,
  type Request,
  type Route,
  route,
  type Sent,
  type SignedIn,
  type SignedInRoute,
  type Upload,
  type Visit,
} from './route.ts'
export { sentFrom } from './sent.ts'
export { buildServer } from './server.ts'
export {
  type FaultAt,
  type FaultKind,
  type Recognised,
  type ServerParts,
  type Surroundings,
  sessionCookie,
} from './serverParts.ts'
