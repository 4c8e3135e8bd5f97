import type { SignedInRoute } from '../../platform/http/index.ts'
import { alertRoutes } from './alerts.page.tsx'
import { beforeVisitRoute } from './beforeVisit.page.tsx'
import { breakGlassRoutes } from './breakGlass.page.tsx'
import { changeNameRoutes } from './changeName.page.tsx'
import { conflictRoutes } from './conflict.page.tsx'
import { detailsRoutes } from './details.page.tsx'
import { editDetailsRoutes } from './editDetails.page.tsx'
import { changePeopleRoutes } from './editPerson.page.tsx'
import { factRoutes } from './facts.page.tsx'
import { glassReviewRoutes } from './glassReview.page.tsx'
import { grantAccessRoutes } from './grantAccess.page.tsx'
import { historyRoutes } from './history.page.tsx'
import { leftToNobodyRoute } from './leftToNobody.page.tsx'
import { onePersonRoutes } from './onePerson.page.tsx'
import { otherNameRoutes } from './otherNames.page.tsx'
import { ownConflictRoutes } from './ownConflict.page.tsx'
import { peopleRoutes } from './people.page.tsx'
import { restrictionRoutes } from './restrict.page.tsx'
import { safetyRoutes } from './safety.page.tsx'
import { twoPeopleRoutes } from './twoPeople.page.tsx'

/** Everything about a child that stands on no other slice. */
export const childRoutes: readonly SignedInRoute[] = [
  ...detailsRoutes,
  ...editDetailsRoutes,
  ...otherNameRoutes,
  ...changeNameRoutes,
  ...factRoutes,
  ...peopleRoutes,
  ...onePersonRoutes,
  ...twoPeopleRoutes,
  beforeVisitRoute,
  ...changePeopleRoutes,
  ...safetyRoutes,
  ...alertRoutes,
  ...restrictionRoutes,
  ...grantAccessRoutes,
  ...conflictRoutes,
  ...ownConflictRoutes,
  ...breakGlassRoutes,
  ...glassReviewRoutes,
  leftToNobodyRoute,
  ...historyRoutes,
]
