import { pagesOfAccounts } from './pagesOfAccounts.ts'
import { pagesOfAssessments } from './pagesOfAssessments.ts'
import { pagesOfCases } from './pagesOfCases.ts'
import { pagesOfChildren } from './pagesOfChildren.ts'
import { pagesOfDocuments } from './pagesOfDocuments.ts'
import { pagesOfForums } from './pagesOfForums.ts'
import { pagesOfPlans } from './pagesOfPlans.ts'
import { pagesOfVictims } from './pagesOfVictims.ts'
import { pagesOfWork } from './pagesOfWork.ts'
import type { Places } from './pageToSee.ts'

/** Routes that answer a script or hand out a file. */
export const notPages: readonly string[] = [
  '/health/live',
  '/health/ready',
  '/sign-in/passkey-options',
  '/sign-in/second-factor/passkey-options',
  '/account/second-factors/passkey-options',
  '/arrivals/examples/:form',
  '/arrivals/imports/:importId/progress',
  '/children/:childId/assessments/:assessmentId/answers.json',
  '/children/:childId/files/:fileId/download',
  '/children/:childId/files/:fileId/picture',
  '/children/:childId/documents/:documentId/draft.docx',
  '/children/:childId/documents/:documentId/copies/:copyId/copy.docx',
  '/panels/:forumId/meetings/:meetingId/room/live',
  '/panels/:forumId/meetings/:meetingId/minutes.docx',
  '/api/notifications/:notificationId',
  '/calendar/:token',
  '/my/:token/calendar',
]

/** Where every page of the program is to be seen, by the pattern of its route. */
export const everyPage: Places = {
  ...pagesOfAccounts,
  ...pagesOfWork,
  ...pagesOfChildren,
  ...pagesOfCases,
  ...pagesOfAssessments,
  ...pagesOfPlans,
  ...pagesOfDocuments,
  ...pagesOfVictims,
  ...pagesOfForums,
}
